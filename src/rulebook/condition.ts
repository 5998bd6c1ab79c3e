/**
 * Conditions, compiled. A fact is one number: the index of a member, 0 or 1, an integer or a day number;
 * {@link NONE} when the case does not have it and {@link OPEN} while nobody has answered yet. A test is a
 * union of intervals over that number, so every table stays a set of boxes that can be cut and proved.
 */
import { parsePlainDate, toDayNumber } from '../case/plain-date.ts';
import type { Box, Fact, Test } from './book.ts';

/** The fact is absent, and known to be. */
export const NONE = Number.MIN_SAFE_INTEGER;
/** The fact is not known yet. */
export const OPEN = Number.NaN;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface CompiledTest {
  /** Position of the fact in the vector of facts. */
  readonly fact: number;
  readonly not: boolean;
  readonly intervals: readonly Interval[];
}

export type CompiledBox = readonly CompiledTest[];

export type Verdict = 'yes' | 'no' | 'open';

/** Whether a test holds of a known number. */
export function holds(test: CompiledTest, value: number): boolean {
  for (const { low, high } of test.intervals) {
    if (value >= low && value <= high) return !test.not;
  }
  return test.not;
}

/** Where a test cuts the values of its fact: it tells no two values apart that have no cut between them. */
export function cutsOf({ intervals }: CompiledTest): number[] {
  return intervals.flatMap(({ low, high }) => [low, high + 1]);
}

/** Whether any box of a row holds of the facts. Every fact must be known. */
export function applies(boxes: readonly CompiledBox[], facts: readonly number[]): boolean {
  return boxes.some((box) => box.every((test) => holds(test, facts[test.fact] ?? NONE)));
}

/** Like {@link applies} while some facts are open: `open` when it still depends on one of them. */
export function verdict(boxes: readonly CompiledBox[], facts: readonly number[]): Verdict {
  let open = false;
  for (const box of boxes) {
    const one = boxVerdict(box, facts);
    if (one === 'yes') return 'yes';
    if (one === 'open') open = true;
  }
  return open ? 'open' : 'no';
}

function boxVerdict(box: CompiledBox, facts: readonly number[]): Verdict {
  let result: Verdict = 'yes';
  for (const test of box) {
    const value = facts[test.fact] ?? NONE;
    if (Number.isNaN(value)) result = 'open';
    else if (!holds(test, value)) return 'no';
  }
  return result;
}

/**
 * The facts that keep a row open: those of its undecided boxes that are not known yet. None where one of its boxes
 * holds already: the others can change nothing then.
 */
export function openFacts(boxes: readonly CompiledBox[], facts: readonly number[]): number[] {
  const open: number[] = [];
  for (const box of boxes) {
    const one = boxVerdict(box, facts);
    if (one === 'yes') return [];
    if (one === 'open')
      open.push(...box.map((test) => test.fact).filter((fact) => Number.isNaN(facts[fact])));
  }
  return open;
}

/**
 * Compiles one box. Throws an error that names what is wrong: a fact nobody declares, a member that the
 * fact does not have, a range that is empty or of the wrong kind.
 */
export function compileBox(
  box: Box,
  facts: Readonly<Record<string, Fact>>,
  positions: ReadonlyMap<string, number>,
): CompiledBox {
  return Object.entries(box).map(([id, test]) => {
    const fact = facts[id];
    const position = positions.get(id);
    if (!fact || position === undefined) throw new Error(`no fact is called ${id}`);
    return { fact: position, not: test.not, intervals: intervals(id, fact, test) };
  });
}

function intervals(id: string, fact: Fact, test: Test): Interval[] {
  return test.any.map((item) => {
    // a fact that has a member of that name (a visa can be `none`) is absent as `unset`
    if (item === 'unset' || (item === 'none' && !fact.values?.includes('none'))) {
      if (!fact.optional) throw new Error(`${id} is never absent`);
      return { low: NONE, high: NONE };
    }
    if (fact.kind === 'boolean') {
      if (typeof item !== 'boolean') throw new Error(`${id} is true or false, not ${String(item)}`);
      return point(item ? 1 : 0);
    }
    if (fact.kind === 'enum') {
      const index = fact.values?.indexOf(String(item)) ?? -1;
      if (index === -1) throw new Error(`${id} is never ${String(item)}`);
      return point(index);
    }
    return range(id, fact, String(item));
  });
}

function range(id: string, fact: Fact, text: string): Interval {
  const [from = '', to, ...rest] = text.split('..');
  if (rest.length > 0 || text === '') throw new Error(`${id}: ${text} is not a range`);
  const low = from === '' ? -Infinity : bound(id, fact, from);
  const high = to === undefined ? low : to === '' ? Infinity : bound(id, fact, to);
  if (low > high) throw new Error(`${id}: ${text} is empty`);
  // `..5` must not take in the mark of an absent fact, which is smaller than any number of a case
  return { low: Math.max(low, NONE + 1), high };
}

function bound(id: string, fact: Fact, text: string): number {
  if (fact.kind === 'date') {
    const date = parsePlainDate(text);
    if (date === undefined) throw new Error(`${id}: ${text} is not a day`);
    return toDayNumber(date);
  }
  if (!/^-?\d+$/.test(text)) throw new Error(`${id}: ${text} is not a whole number`);
  return Number(text);
}

function point(value: number): Interval {
  return { low: value, high: value };
}
