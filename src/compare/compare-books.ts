/**
 * What differs between two states of the law, by meaning. Two days of one book are compared on every date that
 * conditions or dated values look at: that date lies on the first day on one side and on the second on the
 * other, and **every other fact is the same on both sides** — ages, days to expiry, days and months since
 * entry, what is left of a permit, whether a deadline has passed, and all other dates. (A day of handing in
 * that is given moves with the day whose law applies, which it decides.) Two books are compared on all days.
 */
import type { PlainDate } from '../case/plain-date.ts';
import { NONE } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import {
  answered,
  differencesOf,
  type Comparison,
  type Difference,
  type Facts,
  type Pair,
} from './regions.ts';
import { NUMBERS, spansOf, type Spans } from './spans.ts';
import { EXEMPT, pin, questionsOf, type Side, type Statement } from './statements.ts';
import { universeOf, type Universe } from './universe.ts';

/** A line or decision that some people are told differently. */
export interface BookDifference extends Difference {
  /** Table, id and pile of the line: `documents passport-copy envelope`; a table alone for a decision. */
  readonly name: string;
  /** The date fact that lies on the first and second day; absent where books are compared on all days. */
  readonly by?: string;
}

export interface BookComparison {
  readonly universe: Universe;
  readonly differences: readonly BookDifference[];
  /** Questions with too many combinations to tell apart. */
  readonly undecided: readonly string[];
}

/** Facts of handing in: a day of it that is given is the day whose law applies. */
const HANDED_IN = 'filed';

/** Two days of one book. */
export function compareDays(rulebook: Rulebook, a: PlainDate, b: PlainDate): BookComparison {
  const universe = universeOf([rulebook]);
  const dates = [...universe.facts].flatMap(([id, { fact }]) =>
    fact.kind === 'date' && id !== HANDED_IN ? [id] : [],
  );
  const parts = dates.map((by) => {
    const side = (day: PlainDate) => sideOf(rulebook, universe, new Map([[by, pin(day)]]));
    return { by, ...compareSides(side(a), side(b), universe) };
  });
  return {
    universe,
    differences: parts.flatMap(({ by, differences }) => differences.map((one) => ({ ...one, by }))),
    undecided: parts.flatMap(({ undecided }) => undecided),
  };
}

/** Two books, on all days or on one. */
export function compareBooks(a: Rulebook, b: Rulebook, day?: PlainDate): BookComparison {
  const universe = universeOf([a, b]);
  const pinned = new Map(day === undefined ? [] : [[universe.lawDate, pin(day)] as const]);
  const { differences, undecided } = compareSides(
    sideOf(a, universe, pinned),
    sideOf(b, universe, pinned),
    universe,
  );
  return { universe, differences, undecided };
}

function sideOf(rulebook: Rulebook, universe: Universe, pinned: ReadonlyMap<string, number>): Side {
  return { rulebook, pinned, tied: new Map([[HANDED_IN, universe.lawDate]]) };
}

function compareSides(sideA: Side, sideB: Side, universe: Universe) {
  const [a, b] = [questionsOf(sideA, universe), questionsOf(sideB, universe)];
  const pairs = new Map<string, Pair>();
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const policy = a.get(name)?.policy ?? b.get(name)?.policy ?? 'all';
    const empty = { name, policy, statements: [] };
    pairs.set(name, pairOf(name, a.get(name) ?? empty, b.get(name) ?? empty));
  }
  const decided = decidedFacts(universe, sideA.rulebook);
  const affected = new Map<string, string>();
  const touches = ({ a: one, b: two, onlyA, onlyB }: Pair) =>
    onlyA.size > 0 ||
    onlyB.size > 0 ||
    [one, two].some(({ statements }) =>
      statements.some(({ boxes }) => boxes.some((box) => [...box.keys()].some((fact) => affected.has(fact)))),
    );
  for (const [fact, name] of decided) {
    const pair = pairs.get(name);
    if (pair && touches(pair)) affected.set(fact, name);
  }
  const comparison: Comparison = {
    universe,
    pairs,
    affected,
    decided,
    valueOf: (fact, hits, facts) => valueOf(fact, hits, facts, universe, sideA.rulebook),
    possible: (facts, alike) => possible(facts, alike, { pairs, decided, affected, sideA, universe }),
    cuts: cutsOf(universe, pairs, affected, sideA),
  };
  const differences: BookDifference[] = [];
  const undecided: string[] = [];
  for (const pair of pairs.values()) {
    if (pair.name === EXEMPT || !touches(pair)) continue;
    const found = differencesOf(pair, comparison);
    if (found === 'undecided') undecided.push(pair.name);
    else differences.push(...found.map((one) => ({ ...one, name: pair.name })));
  }
  return { differences, undecided };
}

/** What each side says that the other does not say of the same boxes. */
function pairOf(name: string, a: Pair['a'], b: Pair['b']): Pair {
  const exceptions = [...a.statements, ...b.statements].some(({ overrides }) => overrides !== undefined);
  const key = (statement: Statement) => statementKey(statement, exceptions);
  const keysA = new Set(a.statements.map(key));
  const keysB = new Set(b.statements.map(key));
  return {
    name,
    a,
    b,
    onlyA: new Set(a.statements.filter((one) => !keysB.has(key(one)))),
    onlyB: new Set(b.statements.filter((one) => !keysA.has(key(one)))),
  };
}

/** The same statement has the same key, whatever its rule is called; where rules name each other, with the name. */
function statementKey({ rule, overrides, boxes, says }: Statement, exceptions: boolean): string {
  const where = boxes.map((box) => JSON.stringify([...box].sort(([x], [y]) => (x < y ? -1 : 1)))).sort();
  return JSON.stringify([says, where, ...(exceptions ? [rule, overrides] : [])]);
}

/** Facts that tables set, in the order in which they are decided. */
function decidedFacts(universe: Universe, { book }: Rulebook): Map<string, string> {
  const order = [...Object.keys(book.tables)];
  const found = [...universe.facts].flatMap(([id, { fact }]): [string, string, string][] => {
    const { derive } = fact;
    if (derive.how === 'table') return [[id, derive.table, derive.table]];
    if (derive.how === 'length') return [[id, 'length', 'length']];
    return derive.how === 'exempt' ? [[id, EXEMPT, 'exemptions']] : [];
  });
  found.sort(([, , x], [, , y]) => order.indexOf(x) - order.indexOf(y));
  return new Map(found.map(([id, name]) => [id, name]));
}

function valueOf(
  fact: string,
  hits: readonly Statement[],
  facts: Facts,
  universe: Universe,
  { book }: Rulebook,
): number | undefined | { need: string } {
  const derive = universe.facts.get(fact)?.fact.derive;
  if (derive?.how === 'exempt') return hits.length > 0 ? 1 : 0;
  const [hit] = hits;
  if (!hit) return NONE;
  if (derive?.how !== 'length') return universe.point(fact, hit.result.give ?? '').low;
  const { ceiling = null, asked, extendBy = 0 } = hit.result;
  if (asked === 'ignore') return ceiling ?? NONE;
  const [procedure, months] = [facts.get('procedure'), facts.get('months')];
  if (procedure === undefined) return { need: 'procedure' };
  const anew = book.newLength.some((id) => universe.point('procedure', id).low === procedure);
  if (!anew) return ceiling ?? NONE;
  if (months === undefined) return { need: 'months' };
  if (months === NONE) return ceiling ?? NONE;
  return Math.min(months + (asked === 'extend' ? extendBy : 0), ceiling ?? Infinity);
}

interface Plausible {
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly decided: ReadonlyMap<string, string>;
  readonly affected: ReadonlyMap<string, string>;
  readonly sideA: Side;
  readonly universe: Universe;
}

/** Whether facts agree with what a case must have and with what the tables make of the other facts. */
function possible(
  facts: Facts,
  alike: (fact: string, one: number, two: number) => boolean,
  { pairs, decided, affected, sideA, universe }: Plausible,
): boolean {
  const { book } = sideA.rulebook;
  const is = (id: string, members: readonly string[]) => {
    const value = facts.get(id);
    return value !== undefined && members.some((member) => universe.point(id, member).low === value);
  };
  const needed = (field: string) =>
    book.fields[field]?.required?.some((when) =>
      Object.entries(when).every(([id, members]) => is(id, members)),
    );
  for (const [fact, value] of facts) {
    const derive = universe.facts.get(fact)?.fact.derive;
    if (value === NONE) {
      const fields =
        derive?.how === 'field' ? [fact] : derive && 'to' in derive ? [derive.from, derive.to] : [];
      if (fields.some((field) => needed(field))) return false;
    } else {
      const narrower = book.fields[fact]?.allowed?.find(({ when }) =>
        Object.entries(when).every(([id, members]) => is(id, members)),
      );
      if (narrower && !is(fact, narrower.values)) return false;
    }
  }
  for (const [fact, name] of decided) {
    const assigned = facts.get(fact);
    const pair = pairs.get(name);
    if (assigned === undefined || affected.has(fact) || !pair) continue;
    const hits = answered(pair.a, facts);
    if ('need' in hits) continue;
    const value = valueOf(fact, hits, facts, universe, sideA.rulebook);
    if (typeof value === 'number' && !alike(fact, assigned, value)) return false;
  }
  return true;
}

/**
 * Cuts besides those of the statements: members on which it depends what a case must have, and the months asked
 * for that make a length which a condition tells apart.
 */
function cutsOf(
  universe: Universe,
  pairs: ReadonlyMap<string, Pair>,
  affected: ReadonlyMap<string, string>,
  { rulebook: { book } }: Side,
): Map<string, readonly Spans[]> {
  const cuts = new Map<string, Spans[]>();
  const add = (fact: string, members: readonly string[]) => {
    const spans = spansOf(members.map((member) => universe.point(fact, member)));
    cuts.set(fact, [...(cuts.get(fact) ?? []), spans]);
  };
  for (const [id, { required = [], allowed = [] }] of Object.entries(book.fields)) {
    for (const when of [...required, ...allowed.map((one) => one.when)])
      for (const [fact, members] of Object.entries(when)) add(fact, members);
    for (const { values } of allowed) add(id, values);
  }
  const length = [...affected].find(([, name]) => name === 'length');
  if (length) cuts.set('months', lengthCuts(...length, pairs));
  return cuts;
}

function lengthCuts(fact: string, name: string, pairs: ReadonlyMap<string, Pair>): Spans[] {
  const statements = [...pairs.values()].flatMap(({ a, b }) => [...a.statements, ...b.statements]);
  const tested = statements.flatMap(({ boxes }) => boxes.flatMap((box) => [...(box.get(fact) ?? [])]));
  const pair = pairs.get(name);
  const rows = pair ? [...pair.a.statements, ...pair.b.statements] : [];
  const bounds = [
    ...tested.flatMap(({ low, high }) => [low, high + 1]),
    ...rows.flatMap(({ result: { ceiling } }) => (typeof ceiling === 'number' ? [ceiling, ceiling + 1] : [])),
  ].filter((bound) => bound > 0 && bound < NUMBERS.high);
  const more = rows.flatMap(({ result }) => result.extendBy ?? []);
  const all = new Set(bounds.flatMap((bound) => [bound, ...more.map((extra) => bound - extra)]));
  return [...all].map((bound): Spans => [{ low: bound, high: NUMBERS.high }]);
}
