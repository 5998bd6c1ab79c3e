/**
 * Whether a table of decisions decides every case exactly once. Each fact is cut at the bounds that the
 * table's conditions name; within a piece no condition can tell two values apart, so the pieces stand for
 * all cases. Depth first over the facts, remembering which sets of conditions were already settled.
 */
import type { DecisionRow, Fact } from './book.ts';
import { cutsOf, holds, NONE, type CompiledBox, type CompiledTest } from './condition.ts';
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

/** A fact that a table looks at, and a value of each piece into which the table cuts it. */
interface Column {
  readonly fact: number;
  readonly values: readonly number[];
}

interface Box {
  readonly index: number;
  /** None: the box is a combination that the book calls impossible. */
  readonly row: Compiled<DecisionRow> | undefined;
  readonly tests: ReadonlyMap<number, CompiledTest>;
}

const MAX_COUNTER_EXAMPLES = 5;

/** The cells of a table. */
export function cellsOf(rulebook: Rulebook, rows: readonly Compiled<DecisionRow>[]): TableCells {
  const columns = columnsOf(rulebook, rows);
  return {
    facts: columns.map(({ fact }) => fact),
    values: columns.map(({ values }) => values),
    count: columns.reduce((count, { values }) => count * values.length, 1),
  };
}

function columnsOf(rulebook: Rulebook, rows: readonly Compiled<DecisionRow>[]): Column[] {
  const boxes = rows.flatMap((row) => row.boxes);
  const facts = [...new Set(boxes.flat().map(({ fact }) => fact))];
  const tests = [...boxes, ...impossibleWithin(rulebook, facts)].flat();
  return facts.map((position) => ({
    fact: position,
    values: piecesOf(
      rulebook.facts[position]?.fact,
      tests.filter(({ fact }) => fact === position),
    ),
  }));
}

/** The combinations called impossible that a table's facts can tell. */
function impossibleWithin({ impossible }: Rulebook, facts: readonly number[]): CompiledBox[] {
  const boxes = impossible.flatMap((entry) => entry.boxes);
  return boxes.filter((box) => box.every(({ fact }) => facts.includes(fact)));
}

/** Gaps and overlaps of a table, at most a handful. An empty list is a proof. */
export function proveTable(rulebook: Rulebook, rows: readonly Compiled<DecisionRow>[]): CounterExample[] {
  const columns = columnsOf(rulebook, rows);
  const facts = columns.map(({ fact }) => fact);
  const boxes = [
    ...rows.flatMap((row) => row.boxes.map((tests) => ({ row, tests }))),
    ...impossibleWithin(rulebook, facts).map((tests) => ({ row: undefined, tests })),
  ].map(({ row, tests }, index): Box => ({
    index,
    row,
    tests: new Map(tests.map((one) => [one.fact, one])),
  }));
  const found: CounterExample[] = [];
  const settled = new Set<string>();
  const cell = new Map<number, number>();

  const visit = (depth: number, alive: readonly Box[]): void => {
    if (found.length >= MAX_COUNTER_EXAMPLES) return;
    const key = `${depth}:${alive.map(({ index }) => index).join()}`;
    if (settled.has(key)) return;
    settled.add(key);
    const column = columns[depth];
    if (column === undefined) {
      const hits = [...new Set(alive.map(({ row }) => row))];
      if (!hits.every((row) => row !== undefined)) return;
      const left = withoutOverridden(hits);
      if (left.length !== 1) found.push(counterExample(rulebook, left, new Map(cell)));
      return;
    }
    for (const value of column.values) {
      cell.set(column.fact, value);
      const next = alive.filter(({ tests }) => {
        const test = tests.get(column.fact);
        return test === undefined || holds(test, value);
      });
      visit(depth + 1, next);
    }
  };
  visit(0, boxes);
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
  const starts = tests.flatMap(cutsOf);
  const [least, most] = fact.kind === 'integer' ? (fact.range ?? [0, 0]) : DATES;
  const inside = starts.filter((start) => start > least && start <= most).sort((a, b) => a - b);
  return [...none, least, ...inside];
}

/** Day numbers of the years that people type: 1900 to 2199. */
const DATES = [-25_567, 84_005] as const;

function counterExample(
  rulebook: Rulebook,
  left: readonly DecisionRow[],
  cell: ReadonlyMap<number, number>,
): CounterExample {
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
