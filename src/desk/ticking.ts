/** Which papers and dates are meant by what somebody typed, and the ticks after marking them. Pure. */
import type { DeadlineLine } from '../assess/assessment.ts';
import { suggest } from '../case/reasons.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Tick } from './desk.ts';
import type { Paper } from './progress.ts';
import { isPerson, isTicked, tickOfDate, tickText } from './ticks.ts';

/** One line of a list to tick: a paper of one person, however many piles ask for it, or a date. */
export type Entry = {
  readonly tick: Tick;
  /** In hand in every pile that asks for it; done. */
  readonly ticked: boolean;
} & ({ readonly paper: Paper } | { readonly date: DeadlineLine });

/**
 * The lines of a list to tick: papers in the order of the checklist, then dates, without those of other people and
 * those that the answers close. `deadlines` are those of the answer before any tick.
 */
export function entriesOf(
  papers: readonly Paper[],
  deadlines: readonly DeadlineLine[],
  ticked: readonly Tick[],
): Entry[] {
  const keys = [...new Set(papers.map(keyOf))];
  const lines = keys.flatMap((key): Entry[] => {
    const same = papers.filter((paper) => keyOf(paper) === key);
    const [paper] = same;
    if (!paper) return [];
    const tick = { person: paper.person, document: paper.id };
    return [{ paper, tick, ticked: same.every(({ inHand }) => inHand) }];
  });
  const dates = deadlines.flatMap((date): Entry[] => {
    const { person, document, pile } = tickOfDate(date);
    const isDone = isTicked(ticked, { person, document, pile });
    const offered = isDone || (date.role === undefined && date.met !== true);
    return offered ? [{ date, tick: { person, document }, ticked: isDone }] : [];
  });
  return [...lines, ...dates];
}

/** What a name can mean: a paper of a pile, or a date. */
export type Tickable = Pick<Paper, 'person' | 'id' | 'pile'>;

/**
 * The papers and dates named as DOCUMENT, PERSON/DOCUMENT or PERSON/DOCUMENT/PILE. Throws {@link InputError} with every
 * name that fits none (and the one that was probably meant) or several people.
 */
export function namedPapers(names: readonly string[], papers: readonly Tickable[]): Tick[] {
  const problems: Problem[] = [];
  const found = names.flatMap((name) => {
    const parts = name.trim().split('/');
    const [first = '', second] = parts;
    const person = isPerson(first) && second !== undefined ? first : undefined;
    const [document = '', pile, ...rest] = person === undefined ? parts : parts.slice(1);
    const fitting = papers.filter(
      (paper) =>
        paper.id === document &&
        (person === undefined || paper.person === person) &&
        (pile === undefined || paper.pile === pile),
    );
    const people = [...new Set(fitting.map((paper) => paper.person))];
    const [only, ...more] = people;
    if (only === undefined || rest.length > 0) problems.push(unknown(name, papers));
    else if (more.length > 0)
      problems.push({
        code: 'ambiguous-value',
        path: 'DOCUMENT',
        value: name,
        allowed: people.map((one) => [one, document, ...(pile === undefined ? [] : [pile])].join('/')),
      });
    else return [{ person: only, document, ...(pile !== undefined && { pile }) }];
    return [];
  });
  if (problems.length > 0) throw new InputError(problems);
  return found;
}

function unknown(name: string, papers: readonly Tickable[]): Problem {
  const single = [...new Set(papers.map(({ id }) => id))];
  const known = name.includes('/') ? [...new Set(papers.flatMap((paper) => placesOf(paper)))] : single;
  const suggestion = suggest(name, known);
  return {
    code: 'not-in-answer',
    path: 'DOCUMENT',
    value: name,
    allowed: single,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function placesOf({ person, id, pile }: Tickable): string[] {
  return [tickText({ person, document: id }), tickText({ person, document: id, pile })];
}

/** The ticks with these papers marked or unmarked; a mark for every pile takes the place of those for single ones. */
export function withTicks(ticked: readonly Tick[], papers: readonly Tick[], inHand: boolean): Tick[] {
  let ticks = [...ticked];
  for (const { person, document, pile } of papers) {
    const covers = (one: Tick) =>
      one.person === person && one.document === document && (pile === undefined || one.pile === pile);
    const covered = ticks.some(
      (one) =>
        one.person === person && one.document === document && (one.pile === undefined || one.pile === pile),
    );
    if (inHand && covered) continue;
    const at = ticks.findIndex(covers);
    ticks = ticks.filter((one) => !covers(one));
    const tick = { person, document, ...(pile !== undefined && { pile }) };
    if (inHand) ticks.splice(at === -1 ? ticks.length : at, 0, tick);
  }
  return ticks;
}

function keyOf({ person, id }: Paper): string {
  return `${person}/${id}`;
}
