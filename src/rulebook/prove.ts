/**
 * Whether a table of decisions decides every case exactly once. Each fact is cut at the bounds that the
 * table's conditions name; within a piece no condition can tell two values apart, so the pieces stand for
 * all cases. Depth first over the facts, remembering which sets of conditions were already settled.
 */
import type { DecisionRow, Fact } from './book.ts';
import { holds, NONE, type CompiledBox, type CompiledTest } from './condition.ts';
import { factInWords } from './in-words.ts';
import { withoutOverridden } from './overrides.ts';
import type { Compiled, Rulebook } from './rulebook.ts';

/** A combination of facts that the table does not decide, or decides more than once. */
export interface CounterExample {
  /** Ids of the rules that are left; none for a gap. */
  readonly rules: readonly string[];
  /** One value for every fact that the table looks at. */
  readonly facts: Readonly<Record<string, string>>;
  /** The same by position, as the numbers that conditions test. */
  readonly cell: ReadonlyMap<number, number>;
}

/** The pieces into which a table cuts the facts that it looks at: one combination of them is a cell. */
export interface TableCells {
  /** Positions of the facts. */
  readonly facts: readonly number[];
  /** For each fact, a value of each piece. */
  readonly values: readonly (readonly number[])[];
  readonly count: number;
}

interface Box {
  readonly row: number;
  readonly tests: ReadonlyMap<number, CompiledTest>;
}

const MAX_COUNTER_EXAMPLES = 5;
/** Instead of a row: the box is a combination that the book calls impossible. */
const IMPOSSIBLE = -1;

/** The cells of a table. */
export function cellsOf(rulebook: Rulebook, rows: readonly Compiled<DecisionRow>[]): TableCells {
  const boxes = rows.flatMap((row) => row.boxes);
  const facts = [...new Set(boxes.flatMap((box) => box.map(({ fact }) => fact)))];
  const tests = [...boxes, ...impossibleWithin(rulebook, facts)].flat();
  const values = facts.map((fact) =>
    piecesOf(
      rulebook.facts[fact]?.fact,
      tests.filter((test) => test.fact === fact),
    ),
  );
  return { facts, values, count: values.reduce((count, { length }) => count * length, 1) };
}

/** The combinations called impossible that a table's facts can tell. */
function impossibleWithin({ impossible }: Rulebook, facts: readonly number[]): CompiledBox[] {
  const boxes = impossible.flatMap((entry) => entry.boxes);
  return boxes.filter((box) => box.every(({ fact }) => facts.includes(fact)));
}

/** Gaps and overlaps of a table, at most a handful. An empty list is a proof. */
export function proveTable(rulebook: Rulebook, rows: readonly Compiled<DecisionRow>[]): CounterExample[] {
  const { facts, values } = cellsOf(rulebook, rows);
  const boxOf = (row: number, tests: CompiledBox): Box => ({
    row,
    tests: new Map(tests.map((test) => [test.fact, test])),
  });
  const boxes = [
    ...rows.flatMap((row, index) => row.boxes.map((tests) => boxOf(index, tests))),
    ...impossibleWithin(rulebook, facts).map((tests) => boxOf(IMPOSSIBLE, tests)),
  ];
  const found: CounterExample[] = [];
  const settled = new Set<string>();
  const chosen: number[] = [];

  const visit = (depth: number, alive: readonly number[]): void => {
    if (found.length >= MAX_COUNTER_EXAMPLES) return;
    const key = `${depth}:${alive.join()}`;
    if (settled.has(key)) return;
    settled.add(key);
    const fact = facts[depth];
    if (fact === undefined) {
      const hits = [...new Set(alive.map((index) => boxes[index]?.row ?? 0))];
      if (hits.includes(IMPOSSIBLE)) return;
      const left = withoutOverridden(hits.flatMap((index) => rows[index] ?? []));
      if (left.length !== 1) found.push(counterExample(rulebook, left, facts, chosen));
      return;
    }
    for (const value of values[depth] ?? []) {
      chosen[depth] = value;
      const next = alive.filter((index) => {
        const test = boxes[index]?.tests.get(fact);
        return test === undefined || holds(test, value);
      });
      visit(depth + 1, next);
    }
  };
  visit(
    0,
    boxes.map((_, index) => index),
  );
  return found;
}

/** The first value of every piece into which the tests cut a fact. */
function piecesOf(fact: Fact | undefined, tests: readonly CompiledTest[]): number[] {
  if (!fact) return [];
  const pieces = new Map<string, number>();
  for (const value of candidates(fact, tests)) {
    const pattern = tests.map((test) => (holds(test, value) ? '1' : '0')).join('');
    if (!pieces.has(pattern)) pieces.set(pattern, value);
  }
  return [...pieces.values()];
}

/** Where a piece can begin, ascending: at the least value, at a lower bound, behind an upper one. */
function candidates(fact: Fact, tests: readonly CompiledTest[]): number[] {
  const none = fact.optional ? [NONE] : [];
  if (fact.kind === 'boolean') return [0, 1, ...none];
  if (fact.kind === 'enum') return [...(fact.values ?? []).map((_, index) => index), ...none];
  const starts = tests.flatMap((test) => test.intervals.flatMap(({ low, high }) => [low, high + 1]));
  const [least, most] = fact.kind === 'integer' ? (fact.range ?? [0, 0]) : DATES;
  const inside = starts.filter((start) => start > least && start <= most).sort((a, b) => a - b);
  return [...none, least, ...inside];
}

/** Day numbers of the years that people type: 1900 to 2199. */
const DATES = [-25_567, 84_005] as const;

function counterExample(
  rulebook: Rulebook,
  left: readonly DecisionRow[],
  facts: readonly number[],
  chosen: readonly number[],
): CounterExample {
  const cell = new Map(facts.map((position, depth) => [position, chosen[depth] ?? NONE]));
  const named = [...cell].map(([position, value]) => {
    const { id, fact } = rulebook.facts[position] ?? { id: '', fact: undefined };
    return [id, factInWords(fact, value)];
  });
  return {
    rules: left.map((row) => row.id),
    facts: Object.fromEntries(named) as Record<string, string>,
    cell,
  };
}
