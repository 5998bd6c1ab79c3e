/**
 * Whether a table of decisions decides every case exactly once. Each fact is cut at the bounds that the
 * table's conditions name; within a piece no condition can tell two values apart, so the pieces stand for
 * all cases. Depth first over the facts, remembering which sets of conditions were already settled.
 */
import type { DecisionRow, Fact } from './book.ts';
import { holds, NONE, type CompiledTest } from './condition.ts';
import { factInWords } from './in-words.ts';
import { withoutOverridden } from './overrides.ts';
import type { Compiled, Rulebook } from './rulebook.ts';

/** A combination of facts that the table does not decide, or decides more than once. */
export interface CounterExample {
  /** Ids of the rules that are left; none for a gap. */
  readonly rules: readonly string[];
  /** One value for every fact that the table looks at. */
  readonly facts: Readonly<Record<string, string>>;
}

/** A piece of a fact's domain, with one value that stands for it. */
interface Atom {
  readonly value: number;
}

interface Box {
  readonly row: number;
  readonly tests: ReadonlyMap<number, CompiledTest>;
}

const MAX_COUNTER_EXAMPLES = 5;

/** Gaps and overlaps of a table, at most a handful. An empty list is a proof. */
export function proveTable(rulebook: Rulebook, rows: readonly Compiled<DecisionRow>[]): CounterExample[] {
  const boxes: Box[] = rows.flatMap((row, index) =>
    row.boxes.map((tests) => ({ row: index, tests: new Map(tests.map((test) => [test.fact, test])) })),
  );
  const facts = [...new Set(boxes.flatMap((box) => [...box.tests.keys()]))];
  const atoms = facts.map((fact) => atomsOf(rulebook.facts[fact]?.fact, testsOn(boxes, fact)));
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
      const left = withoutOverridden(hits.flatMap((index) => rows[index] ?? []));
      if (left.length !== 1) found.push(counterExample(rulebook, rows, left, facts, chosen));
      return;
    }
    for (const { value } of atoms[depth] ?? []) {
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

function testsOn(boxes: readonly Box[], fact: number): CompiledTest[] {
  return boxes.flatMap((box) => box.tests.get(fact) ?? []);
}

/** One value for every piece into which the tests cut a fact. */
function atomsOf(fact: Fact | undefined, tests: readonly CompiledTest[]): Atom[] {
  if (!fact) return [];
  const values = candidates(fact, tests);
  const seen = new Map<string, Atom>();
  for (const value of values) {
    const pattern = tests.map((test) => (holds(test, value) ? '1' : '0')).join('');
    if (!seen.has(pattern)) seen.set(pattern, { value });
  }
  return [...seen.values()];
}

function candidates(fact: Fact, tests: readonly CompiledTest[]): number[] {
  const none = fact.optional ? [NONE] : [];
  if (fact.kind === 'boolean') return [0, 1, ...none];
  if (fact.kind === 'enum') return [...(fact.values ?? []).map((_, index) => index), ...none];
  const bounds = tests.flatMap((test) =>
    test.intervals.flatMap(({ low, high }) => [low, low - 1, high, high + 1]),
  );
  const [least, most] = fact.kind === 'integer' ? (fact.range ?? [0, 0]) : DATES;
  const inside = bounds.filter((bound) => Number.isFinite(bound) && bound >= least && bound <= most);
  return [least, ...inside, most, ...none].sort((a, b) => a - b);
}

/** Day numbers of the years that people type: 1900 to 2199. */
const DATES = [-25_567, 84_005] as const;

function counterExample(
  rulebook: Rulebook,
  rows: readonly Compiled<DecisionRow>[],
  left: readonly DecisionRow[],
  facts: readonly number[],
  chosen: readonly number[],
): CounterExample {
  const named = facts.map((position, depth) => {
    const { id, fact } = rulebook.facts[position] ?? { id: '', fact: undefined };
    return [id, factInWords(fact, chosen[depth] ?? NONE)];
  });
  return { rules: left.map((row) => row.id), facts: Object.fromEntries(named) as Record<string, string> };
}
