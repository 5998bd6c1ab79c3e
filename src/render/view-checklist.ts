/** The papers by pile: what to bring where, and what went in with an application that was handed in. */
import type { Assessment, DocumentLine, Line } from '../assess/assessment.ts';
import type { Progress } from '../desk/progress.ts';
import type { References } from './references.ts';
import { stateOf } from './view-news.ts';
import { itemOf, twin, type Group, type Item, type Section } from './view.ts';
import type { Words } from './words.ts';

type PaperLine = (Line | DocumentLine) & { readonly kind: 'forms' | 'documents' };

/**
 * The four piles; a paper that several people bring stands once, with their names. What was handed in comes last,
 * without advice on getting it.
 */
export function checklist(
  answer: Assessment,
  words: Words,
  references: References,
  progress?: Progress,
): Section {
  const { messages } = words;
  const forms = answer.forms.map((line): PaperLine => ({ ...line, kind: 'forms' }));
  const papers = answer.documents.map((line) => ({ ...line, kind: 'documents' as const }));
  const groups = words.book.piles.map((pile, index): Group => {
    const heading = words.say('piles', pile);
    const lines = [...(index === 0 ? forms : []), ...papers.filter((line) => line.pile === pile)];
    const items = together(lines.filter(({ handedIn }) => !handedIn)).map((same) => {
      const made = paper(same, words, references);
      return progress ? withState(made, same, pile, progress, words) : made;
    });
    return {
      marker: 'box',
      heading: heading.text,
      ...twin(words.italian('piles', pile, heading.text)),
      ...(heading.detail !== undefined && { detail: heading.detail }),
      items,
    };
  });
  const handedIn = together([...forms, ...papers.filter((line) => isGivenAway(line, answer, words))]).filter(
    ([line]) => line?.handedIn,
  );
  groups.push({
    marker: 'bullet',
    heading: messages.view.handedIn,
    detail: messages.view.handedInCopies,
    items: handedIn.map((same) => ({ ...paper(same, words, references), details: [] })),
  });
  return {
    id: 'checklist',
    heading: messages.view.checklist,
    groups: groups.filter(({ items }) => items.length > 0),
  };
}

/** Whether a paper stayed with the office: what was only shown or paid at a counter did not, nor what is wanted again. */
function isGivenAway(line: DocumentLine, { documents }: Assessment, { book }: Words): boolean {
  const onlyShown = line.pile !== book.piles[0] && book.handedInPiles.includes(line.pile);
  const again = documents.some(
    ({ id, person, handedIn }) => id === line.id && person === line.person && !handedIn,
  );
  return !onlyShown && !again;
}

/** Lines of the same paper, whoever brings it, each paper once. */
function together(lines: readonly PaperLine[]): PaperLine[][] {
  const keys = [...new Set(lines.map(({ kind, id }) => `${kind} ${id}`))];
  return keys.map((key) => lines.filter(({ kind, id }) => `${kind} ${id}` === key));
}

function withState(
  made: Item,
  same: readonly PaperLine[],
  pile: string,
  progress: Progress,
  words: Words,
): Item {
  const [first] = same;
  const people = new Set(same.map(({ person }) => person));
  const stated = progress.papers.filter(
    (one) => one.kind === first?.kind && one.id === first.id && one.pile === pile && people.has(one.person),
  );
  const { done, state } = stateOf(stated, words);
  return { ...made, done, text: `${made.text} — ${state}` };
}

function paper(lines: readonly PaperLine[], words: Words, references: References): Item {
  const [first] = lines as [PaperLine];
  const made = itemOf(first, first.kind, words, references);
  const count = 'count' in first ? ` × ${String(first.count)}` : '';
  const people = words.people(lines.map(({ person }) => person ?? ''));
  const italian = words.italian(first.kind, first.id, made.text, first.values);
  return { ...made, text: `${made.text}${count}${people}`, ...twin(italian && `${italian}${count}`) };
}
