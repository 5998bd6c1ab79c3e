/** What stands before the result of a case file: what has changed since, and how far the papers are collected. */
import type { Assessment } from '../assess/assessment.ts';
import { kebab } from '../case/case.ts';
import { changeInWords } from '../compare/changes-in-words.ts';
import type { Changes, News } from '../desk/news.ts';
import type { Paper, Progress } from '../desk/progress.ts';
import type { Entry } from '../desk/ticking.ts';
import { tickText } from '../desk/ticks.ts';
import { wordingOf } from '../rulebook/wording.ts';
import type { References } from './references.ts';
import { dateName } from './view-depends.ts';
import type { Item, Section } from './view.ts';
import type { Words } from './words.ts';

/** Missing papers named before it says how many more there are. */
const NAMED = 3;

/** The sections of the news, in the order in which they are read: changes first. */
export function newsSections(
  news: News,
  answer: Assessment,
  words: Words,
  references: References,
): Section[] {
  const { label, changes, progress } = news;
  const named = (heading: string) => (label === undefined ? heading : `${heading}: ${label}`);
  return [
    ...(changes
      ? [changesSection(changes, named(words.messages.caseFile.changed), answer, words, references)]
      : []),
    ...(progress
      ? [
          section(
            'progress',
            named(words.messages.caseFile.progress),
            progressLines(progress, words).map((text) => bare(text)),
          ),
        ]
      : []),
  ];
}

function changesSection(
  changes: Changes,
  heading: string,
  answer: Assessment,
  words: Words,
  references: References,
): Section {
  const { book, messages } = words;
  const several = answer.case.family.length > 0;
  const naming = { book, messages, person: (id: string) => (several ? words.person(id) : undefined) };
  const lines = changes.lines.map((change): Item => {
    const sources = (change.after ?? change.before)?.sources ?? [];
    return { text: changeInWords(change, naming), details: [], note: references.cite(sources) };
  });
  const items = [bare(sinceText(changes, answer, words)), ...lines, bare(messages.caseFile.keepHint)];
  return section('changes', heading, items);
}

/** What the answer is compared with, and what is no longer the same. */
export function sinceText({ since, rules, day, answers }: Changes, answer: Assessment, words: Words): string {
  const { messages, book } = words;
  const { caseFile } = messages;
  const value = (given: unknown) => (given === undefined ? caseFile.nothing : shown(given));
  const why = [
    ...(rules ? [caseFile.rulesChanged(answer.rulebook.version)] : []),
    ...(day ? [caseFile.dayChanged(messages.day(answer.on))] : []),
    ...answers.map(({ field, before, after }) => {
      const label = wordingOf(book, messages.language, 'fields', kebab(field), 'label')?.text;
      return caseFile.answerChanged(label ?? field, value(before), value(after));
    }),
  ];
  const head = caseFile.since(since.on, messages.day(since.on), since.version);
  return why.length === 0 ? `${head}.` : `${head}: ${why.join('; ')}.`;
}

function shown(given: unknown): string {
  return typeof given === 'string' ? given : JSON.stringify(given);
}

/** `5 of 9 papers in hand.`, `1 of 2 dates done.`, what to do next, and by when. */
export function progressLines(progress: Progress, words: Words): string[] {
  const { messages } = words;
  const { caseFile } = messages;
  const { dates, nextPapers, nextStep, nextDates, unasked } = progress;
  const done = dates.filter(({ met }) => met === true).length;
  const [first] = nextPapers;
  const names = [...new Set(nextPapers.map((paper) => paperName(paper, words)))];
  const next = [
    ...(first
      ? [
          caseFile.next(
            names.slice(0, NAMED),
            words.say('piles', first.pile).text,
            Math.max(0, names.length - NAMED),
          ),
        ]
      : []),
    ...(nextStep ? [caseFile.nextStep(words.say('steps', nextStep.id, nextStep.values).text)] : []),
  ];
  const when = (inDays: number) =>
    inDays < 0 ? `${messages.inDays(inDays)}: ${messages.view.passed}` : messages.inDays(inDays);
  return [
    `${caseFile.count(progress.inHand, progress.total)}${progress.inHand === progress.total ? `: ${caseFile.allInHand}` : ''}.`,
    ...(dates.length > 0 ? [`${caseFile.dates(done, dates.length)}.`] : []),
    ...next.map((text) => `${text}.`),
    ...nextDates.map((line) =>
      caseFile.by(dateName(line, words), messages.day(line.date), when(line.inDays)),
    ),
    ...(unasked.length > 0 ? [caseFile.unasked(unasked.map(tickText))] : []),
  ];
}

/** A line of the list to tick in words: the paper with whose it is, or the date with its day. */
export function entryName(entry: Entry, words: Words): string {
  if ('paper' in entry) return paperName(entry.paper, words);
  return `${dateName(entry.date, words)}: ${words.messages.day(entry.date.date)}`;
}

/** A paper in words, with whose it is where there are several people. */
export function paperName({ kind, id, person, line }: Paper, words: Words): string {
  return `${words.say(kind, id, line.values).text}${words.people([person])}`;
}

/** Words beside a line of the checklist: in hand, missing, or for whom it is which. */
export function stateOf(papers: readonly Paper[], words: Words): { done: boolean; state: string } {
  const { inHand, missing, partly } = words.messages.caseFile;
  const people = (given: boolean) => [
    ...new Set(papers.filter((paper) => paper.inHand === given).map(({ person }) => words.person(person))),
  ];
  const [got, lacking] = [people(true), people(false)];
  if (lacking.length === 0) return { done: true, state: inHand };
  if (got.length === 0) return { done: false, state: missing };
  return { done: false, state: partly(got.join(', '), lacking.join(', ')) };
}

function section(id: string, heading: string, items: readonly Item[]): Section {
  return { id, heading, groups: [{ marker: 'bullet', items }] };
}

function bare(text: string): Item {
  return { text, details: [], note: '' };
}
