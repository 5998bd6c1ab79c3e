/**
 * Where two sides answer a question differently. Facts are cut into pieces at every bound that the statements
 * of the question name, and within a piece no statement can tell two values apart: the pieces stand for all
 * people. Only the pieces that can still matter are told apart, depth first, with open facts left open; a
 * branch ends as soon as nothing in it can differ. Neither sampling nor a bound on days is involved.
 */
import { NONE } from '../rulebook/condition.ts';
import { both, equal, has, spansOf, type Spans } from './spans.ts';
import type { Box, Question, Statement } from './statements.ts';
import type { Universe } from './universe.ts';

/** A question of both sides, with what they do not share. */
export interface Pair {
  readonly name: string;
  readonly a: Question;
  readonly b: Question;
  readonly onlyA: ReadonlySet<Statement>;
  readonly onlyB: ReadonlySet<Statement>;
}

/** People who get another answer: facts with the values they may have, and what is said to them. */
export interface Difference {
  readonly region: Box;
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

export interface Comparison {
  readonly universe: Universe;
  readonly pairs: ReadonlyMap<string, Pair>;
  /** Facts that tables set, by name, and the question that decides each; only those that can differ. */
  readonly affected: ReadonlyMap<string, string>;
  /** All facts that tables set, with the question. */
  readonly decided: ReadonlyMap<string, string>;
  /** What a fact that tables set is once its question is answered; `undefined` while months are open. */
  readonly valueOf: (
    fact: string,
    hits: readonly Statement[],
    facts: Facts,
  ) => number | undefined | { need: string };
  /** Whether a combination of facts can be a person at all. */
  readonly possible: (facts: Facts, alike: (fact: string, one: number, two: number) => boolean) => boolean;
  /** Cuts of a fact besides those of the statements. */
  readonly cuts: ReadonlyMap<string, readonly Spans[]>;
}

export type Facts = ReadonlyMap<string, number>;

/** Combinations after which a question is given up as undecided. */
const MOST_VISITS = 60_000;

/** Every difference of a question, merged into the fewest regions that merging by one fact at a time reaches. */
export function differencesOf(pair: Pair, comparison: Comparison): Difference[] | 'undecided' {
  const atoms = atomsOf(pair, comparison);
  const leaves: Difference[] = [];
  let visits = 0;
  const alike = (fact: string, one: number, two: number) =>
    atoms(fact).some((atom) => has(atom, one) && has(atom, two));
  /** Walks the pieces within a region and tells what is found in each; stops when a listener says so. */
  const walk = (
    within: Box,
    facts: Facts,
    found: (facts: Facts, what: Difference | 'equal') => boolean,
  ): boolean => {
    if (++visits > MOST_VISITS) return false;
    const result = compareAt(pair, comparison, facts);
    if (result !== 'equal' && 'need' in result) {
      const { need } = result;
      const inside = within.get(need);
      return atoms(need).every((atom) => {
        const value = representative(atom);
        if (inside !== undefined && !has(inside, value)) return true;
        return walk(within, new Map([...facts, [need, value]]), found);
      });
    }
    if (!comparison.possible(facts, alike)) return true;
    if (result === 'equal') return found(facts, 'equal');
    const region = new Map(
      [...facts].map(([fact, value]) => [fact, atoms(fact).find((atom) => has(atom, value)) ?? []]),
    );
    return found(facts, { region, ...result });
  };
  walk(new Map(), new Map(), (_, what) => what === 'equal' || leaves.push(what) > 0);
  if (visits > MOST_VISITS) return 'undecided';
  const regions = merged(leaves, comparison.universe);
  if (regions.length > MOST_TO_WIDEN) return regions;
  // a fact that makes no difference within a region is no part of its description
  const wide = regions.map((one) => {
    let { region } = one;
    for (const fact of region.keys()) {
      const wider = new Map([...region].filter(([id]) => id !== fact));
      const start = new Map<string, number>();
      const throughout = walk(wider, start, (_, what) => what !== 'equal' && sameChange(what, one));
      if (throughout && visits <= MOST_VISITS) region = wider;
    }
    return { ...one, region };
  });
  return withoutCovered(wide);
}

/** Regions of one line beyond which no effort is made to describe them with fewer facts. */
const MOST_TO_WIDEN = 40;

function sameChange(one: Difference, other: Difference): boolean {
  return said(one.before) === said(other.before) && said(one.after) === said(other.after);
}

/** A value that stands for a piece, as near to zero as it has one. */
function representative(atom: Spans): number {
  const span = atom[0] ?? { low: NONE, high: NONE };
  if (span.low === NONE) return NONE;
  return span.low > 0 ? span.low : span.high < 0 ? span.high : 0;
}

type Verdict = 'yes' | 'no' | { need: string };

function verdictOf(boxes: readonly Box[], facts: Facts): Verdict {
  let need: string | undefined;
  for (const box of boxes) {
    let open: string | undefined;
    let failed = false;
    for (const [fact, spans] of box) {
      const value = facts.get(fact);
      if (value === undefined) open ??= fact;
      else if (!has(spans, value)) {
        failed = true;
        break;
      }
    }
    if (failed) continue;
    if (open === undefined) return 'yes';
    need ??= open;
  }
  return need === undefined ? 'no' : { need };
}

/** The statements that answer a question for some facts, or a fact on which that still hangs. */
export function answered(question: Question, facts: Facts): Statement[] | { need: string } {
  const alive = question.statements
    .map((statement) => ({ statement, verdict: verdictOf(statement.boxes, facts) }))
    .filter(({ verdict }) => verdict !== 'no');
  const sure = new Set(
    alive.flatMap(({ statement, verdict }) => (verdict === 'yes' ? [statement.overrides] : [])),
  );
  // one reason is enough, whatever the others come to
  const certain = alive.flatMap(({ statement, verdict }) => (verdict === 'yes' ? [statement] : []));
  if (question.policy === 'any' && certain.length > 0) return certain;
  const left = question.policy === 'one' ? alive.filter(({ statement }) => !sure.has(statement.rule)) : alive;
  for (const { verdict } of left) if (typeof verdict === 'object') return verdict;
  return left.map(({ statement }) => statement);
}

function compareAt(pair: Pair, comparison: Comparison, facts: Facts) {
  const [a, b] = [new Map(facts), new Map(facts)];
  for (const [fact, name] of comparison.affected) {
    const upstream = comparison.pairs.get(name);
    if (name === pair.name || !upstream || !usedBy(pair, comparison).has(fact)) continue;
    const differs = mayDiffer(upstream, a, b);
    const [one, two] = [settle(fact, upstream.a, a, comparison), settle(fact, upstream.b, b, comparison)];
    // where both sides surely decide it alike it may stay open, like any other fact
    if (differs && typeof one === 'object') return one;
    if (differs && typeof two === 'object') return two;
    if (typeof one === 'number') a.set(fact, one);
    if (typeof two === 'number') b.set(fact, two);
  }
  if (!mayDiffer(pair, a, b)) return 'equal';
  const before = answered(pair.a, a);
  const after = answered(pair.b, b);
  if ('need' in before) return before;
  if ('need' in after) return after;
  return said(before) === said(after) ? 'equal' : { before, after };
}

function settle(fact: string, question: Question, facts: Facts, comparison: Comparison) {
  const hits = answered(question, facts);
  return 'need' in hits ? hits : comparison.valueOf(fact, hits, facts);
}

/** Whether a statement that only one side has may hold, or one that both have looks at a fact that differs. */
function mayDiffer(pair: Pair, a: Facts, b: Facts): boolean {
  const alive = (statement: Statement, facts: Facts) => verdictOf(statement.boxes, facts) !== 'no';
  if ([...pair.onlyA].some((statement) => alive(statement, a))) return true;
  if ([...pair.onlyB].some((statement) => alive(statement, b))) return true;
  const different = [...a].flatMap(([fact, value]) => (b.get(fact) === value ? [] : [fact]));
  if (different.length === 0) return false;
  return pair.a.statements.some(
    (statement) =>
      (alive(statement, a) || alive(statement, b)) &&
      statement.boxes.some((box) => different.some((fact) => box.has(fact))),
  );
}

function said(statements: readonly Statement[]): string {
  return [...new Set(statements.map(({ says }) => says))].sort().join('\n');
}

const used = new WeakMap<Pair, ReadonlySet<string>>();

/** Facts that a question looks at, through affected tables too. */
function usedBy(pair: Pair, comparison: Comparison): ReadonlySet<string> {
  const known = used.get(pair);
  if (known) return known;
  const found = new Set<string>();
  const walk = (one: Pair) => {
    for (const { boxes } of [...one.a.statements, ...one.b.statements]) {
      for (const fact of boxes.flatMap((box) => [...box.keys()])) {
        if (found.has(fact)) continue;
        found.add(fact);
        const upstream = comparison.pairs.get(comparison.affected.get(fact) ?? '');
        if (upstream) walk(upstream);
      }
    }
  };
  walk(pair);
  used.set(pair, found);
  return found;
}

/** The pieces of facts that the statements of a question, and of what it hangs on, can tell apart. */
function atomsOf(pair: Pair, comparison: Comparison): (fact: string) => readonly Spans[] {
  const facts = usedBy(pair, comparison);
  const names = [...comparison.affected].flatMap(([fact, name]) => (facts.has(fact) ? [name] : []));
  const pairs = [pair, ...names.flatMap((name) => comparison.pairs.get(name) ?? [])];
  const statements = pairs.flatMap((one) => [...one.a.statements, ...one.b.statements]);
  const cache = new Map<string, readonly Spans[]>();
  return (fact) => {
    const known = cache.get(fact);
    if (known) return known;
    const tests = statements.flatMap(({ boxes }) =>
      boxes.map((box) => box.get(fact)).filter((spans) => spans !== undefined),
    );
    const pieces = cut(comparison.universe.domain(fact), [...tests, ...(comparison.cuts.get(fact) ?? [])]);
    cache.set(fact, pieces);
    return pieces;
  };
}

/** The domain in pieces, within which every test says the same. */
function cut(domain: Spans, tests: readonly Spans[]): Spans[] {
  const starts = new Set<number>();
  for (const { low, high } of [...domain, ...tests.flat()]) {
    starts.add(low);
    if (low !== NONE) starts.add(high + 1);
  }
  const sorted = [...starts].sort((x, y) => x - y);
  const pieces = new Map<string, { low: number; high: number }[]>();
  sorted.forEach((low, at) => {
    const high = low === NONE ? NONE : (sorted[at + 1] ?? low + 1) - 1;
    if (!has(domain, low)) return;
    // an absent fact stands by itself: whether a case may lack it is another matter than what rules say of it
    const pattern = low === NONE ? 'absent' : tests.map((test) => (has(test, low) ? '1' : '0')).join('');
    pieces.set(pattern, [...(pieces.get(pattern) ?? []), { low, high }]);
  });
  return [...pieces.values()].map(spansOf);
}

/** Joins regions with the same change that differ in one fact only, until nothing can be joined. */
function merged(leaves: readonly Difference[], universe: Universe): Difference[] {
  let list = [...leaves];
  for (let again = true; again;) {
    again = false;
    const facts = new Set(list.flatMap(({ region }) => [...region.keys()]));
    for (const fact of facts) {
      const groups = new Map<string, Difference>();
      for (const one of list) {
        const rest = [...one.region].filter(([id]) => id !== fact).sort(([x], [y]) => (x < y ? -1 : 1));
        const open = one.region.has(fact);
        const key = JSON.stringify([said(one.before), said(one.after), rest, open]);
        const other = groups.get(key);
        if (!other) groups.set(key, one);
        else {
          const joined = spansOf([...(one.region.get(fact) ?? []), ...(other.region.get(fact) ?? [])]);
          const region = new Map(other.region);
          if (equal(joined, universe.domain(fact))) region.delete(fact);
          else region.set(fact, joined);
          groups.set(key, { ...other, region });
        }
      }
      if (groups.size < list.length) again = true;
      list = [...groups.values()];
    }
  }
  return withoutCovered(list);
}

function sameRegion(one: Box, other: Box): boolean {
  return one.size === other.size && [...one].every(([fact, spans]) => equal(spans, other.get(fact) ?? []));
}

/** Drops a region that lies within another one with the same change. */
function withoutCovered(list: readonly Difference[]): Difference[] {
  return list.filter(
    (one, at) =>
      !list.some(
        (other, index) =>
          index !== at &&
          sameChange(one, other) &&
          [...other.region].every(([fact, spans]) => {
            const inner = one.region.get(fact);
            return inner !== undefined && equal(both(inner, spans), inner);
          }) &&
          (index < at || !sameRegion(one.region, other.region)),
      ),
  );
}
