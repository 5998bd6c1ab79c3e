/**
 * Pieces of facts. Each fact is cut at every bound that some condition of the book names; within a piece no
 * condition can tell two values apart, so a set of pieces stands for a set of values, and a condition for a
 * mask of bits.
 */
import { fromDayNumber, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { Fact } from '../rulebook/book.ts';
import { holds, NONE, type CompiledTest } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** Values from `low` to `high`; both are {@link NONE} for the absent fact. */
export interface Atom {
  readonly low: number;
  readonly high: number;
}

/** One bit for each piece of a fact, in words of 32. */
export type Mask = Int32Array;

/** First and last day that a case can be written with. */
const DAYS = [toDayNumber('1000-01-01' as PlainDate), toDayNumber('9999-12-31' as PlainDate)] as const;
const MOST_DAYS = DAYS[1] - DAYS[0];
const MOST_MONTHS = 9000 * 12;
const MOST_YEARS = 9000;

/**
 * The pieces of every fact, in the order of the facts of the book. With `margin` the values next to every
 * bound are pieces of their own, so that a bound moved by one can be told from the bound.
 */
export function atomsOfBook(rulebook: Rulebook, margin = false): Atom[][] {
  const cuts = rulebook.facts.map(() => new Set<number>());
  const tested = [
    ...[...rulebook.decisions.values(), ...rulebook.collections.values()].flat(),
    ...[...rulebook.modules.values()].flatMap((boxes) => [...boxes.values()].flat()),
    ...rulebook.disputes,
  ];
  for (const { boxes } of tested) {
    for (const test of boxes.flat()) {
      for (const { low, high } of test.intervals) {
        const own = cuts[test.fact];
        for (const by of margin ? [-1, 0, 1] : [0]) own?.add(low + by).add(high + 1 + by);
      }
    }
  }
  for (const { lookedUpOn, series } of Object.values(rulebook.book.values)) {
    const position = rulebook.positions.get(lookedUpOn) ?? -1;
    for (const { from } of series) cuts[position]?.add(toDayNumber(from));
  }
  // a date before the book begins is judged by the law of its first day
  for (const [position, { fact }] of rulebook.facts.entries()) {
    if (fact.kind === 'date') cuts[position]?.add(toDayNumber(rulebook.book.earliest));
  }
  return rulebook.facts.map(({ fact }, position) => pieces(rulebook, fact, cuts[position] ?? new Set()));
}

function pieces(rulebook: Rulebook, fact: Fact, cuts: ReadonlySet<number>): Atom[] {
  const none = fact.optional ? [{ low: NONE, high: NONE }] : [];
  if (fact.kind === 'boolean') return [point(0), point(1), ...none];
  if (fact.kind === 'enum') return [...(fact.values ?? []).map((_, index) => point(index)), ...none];
  const [least, most] = domain(rulebook, fact);
  if (fact.derive.how === 'field' && fact.kind === 'integer') {
    return [...Array.from({ length: most - least + 1 }, (_, index) => point(least + index)), ...none];
  }
  const starts = [...new Set([least, ...cuts])]
    .filter((cut) => cut >= least && cut <= most)
    .sort((a, b) => a - b);
  return [...starts.map((low, index) => ({ low, high: (starts[index + 1] ?? most + 1) - 1 })), ...none];
}

function point(value: number): Atom {
  return { low: value, high: value };
}

/** Everything that a case can make of a fact, which may be more than the book declares. */
function domain({ book }: Rulebook, fact: Fact): readonly [number, number] {
  switch (fact.derive.how) {
    case 'law-date':
      // a file handed in before the book begins is judged by the law of that day all the same
      return DAYS;
    case 'days':
      return [-MOST_DAYS, MOST_DAYS];
    case 'months-begun':
    case 'months-done':
      return [0, MOST_MONTHS];
    case 'age':
      return [0, MOST_YEARS];
    case 'counted':
      return [0, MOST_YEARS];
    default:
      return fact.kind === 'date' ? DAYS : (fact.range ?? book.fields.months?.range ?? [0, 0]);
  }
}

/** Words of 32 bits that so many pieces take. */
export function wordsFor(atoms: number): number {
  return Math.max(1, Math.ceil(atoms / 32));
}

/** The pieces for which something holds. */
export function maskOf(atoms: readonly Atom[], where: (value: number) => boolean): Mask {
  const mask = new Int32Array(wordsFor(atoms.length));
  atoms.forEach(({ low }, index) => {
    const word = index >> 5;
    if (where(low)) mask[word] = (mask[word] ?? 0) | (1 << (index & 31));
  });
  return mask;
}

/** The pieces that a test admits. */
export function maskOfTest(atoms: readonly Atom[], test: CompiledTest): Mask {
  return maskOf(atoms, (value) => holds(test, value));
}

/** The pieces that a mask leaves out. */
export function complement(atoms: readonly Atom[], mask: Mask): Mask {
  return combine(
    maskOf(atoms, () => true),
    mask,
    (all, one) => all & ~one,
  );
}

/** Two masks, word by word. */
export function combine(a: Mask, b: Mask, how: (a: number, b: number) => number): Mask {
  return a.map((word, index) => how(word, b[index] ?? 0));
}

/** Whether a mask admits nothing. */
export function isEmpty(mask: Mask): boolean {
  return mask.every((word) => word === 0);
}

/** The pieces whose bits are set, `from` being where the mask begins. */
export function atomsIn(atoms: readonly Atom[], mask: Mask, from = 0): Atom[] {
  return atoms.filter((_, index) => (((mask[from + (index >> 5)] ?? 0) >>> (index & 31)) & 1) === 1);
}

/** A day number within the calendar that cases are written with. */
export function dayWithin(day: number): PlainDate {
  return fromDayNumber(Math.min(Math.max(day, DAYS[0]), DAYS[1]));
}
