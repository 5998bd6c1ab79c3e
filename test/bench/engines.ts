/**
 * Row (c) of the bench: one table of 200 rules over 6 inputs in this program's evaluation and in two engines. All must
 * agree on the rules that apply before anything is timed; ours gives the rows themselves, with what they cite.
 */
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import type { Fact, Test } from '../../src/rulebook/book.ts';
import { compileBox } from '../../src/rulebook/condition.ts';
import { TableIndex } from '../../src/rulebook/table-index.ts';
import { inTurn, type BenchRow } from './measure.ts';

const RULES = 200;
const INPUTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** Facts are whole numbers below this. */
const SPAN = 40;
const CASES = 500;

type Facts = Readonly<Record<(typeof INPUTS)[number], number>>;
interface Rule {
  readonly id: string;
  readonly tests: readonly {
    readonly input: (typeof INPUTS)[number];
    readonly low: number;
    readonly high: number;
  }[];
}

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A rule tests two to five inputs, each for a range. */
function table(): Rule[] {
  const random = numbers(1);
  return Array.from({ length: RULES }, (_, index) => {
    const count = 2 + random(4);
    const first = random(INPUTS.length);
    const tests = Array.from({ length: count }, (_unused, at) => {
      const low = random(SPAN - 10);
      return {
        input: INPUTS[(first + at) % INPUTS.length] ?? 'a',
        low,
        high: low + 8 + random(SPAN - low - 8),
      };
    });
    return { id: `rule-${index}`, tests };
  });
}

function inputs(): Facts[] {
  const random = numbers(2);
  return Array.from(
    { length: CASES },
    () => Object.fromEntries(INPUTS.map((input) => [input, random(SPAN)])) as Facts,
  );
}

type Evaluate = (facts: Facts) => string[] | Promise<string[]>;

function ours(rules: readonly Rule[]): Evaluate {
  const fact = { kind: 'integer' } as Fact;
  const facts = Object.fromEntries(INPUTS.map((input) => [input, fact]));
  const positions = new Map(INPUTS.map((input, index) => [input as string, index]));
  const rows = rules.map(({ id, tests }) => {
    const box: [string, Test][] = tests.map(({ input, low, high }) => [
      input,
      { not: false, any: [`${low}..${high}`] },
    ]);
    return {
      id,
      sources: [{ id: 'bench' }],
      boxes: [compileBox(Object.fromEntries(box), facts, positions)],
    };
  });
  const index = new TableIndex(rows);
  return (given) => index.hits(INPUTS.map((input) => given[input])).map(({ id }) => id);
}

function jsonLogic(rules: readonly Rule[]): Evaluate {
  const engine = new LogicEngine();
  const built = rules.map(({ id, tests }) => ({
    id,
    test: engine.build({
      and: tests.map(({ input, low, high }) => ({ '<=': [low, { var: input }, high] })),
    }) as (facts: Facts) => boolean,
  }));
  return (given) => built.filter(({ test }) => test(given)).map(({ id }) => id);
}

function jsonRules(rules: readonly Rule[]): Evaluate {
  const engine = new Engine();
  for (const { id, tests } of rules) {
    engine.addRule({
      event: { type: id },
      conditions: {
        all: tests.flatMap(({ input, low, high }) => [
          { fact: input, operator: 'greaterThanInclusive', value: low },
          { fact: input, operator: 'lessThanInclusive', value: high },
        ]),
      },
    });
  }
  return async (given) => (await engine.run(given)).events.map(({ type }) => type);
}

/** Microseconds for one evaluation over all inputs. */
async function microseconds(evaluate: Evaluate, given: readonly Facts[], times: number): Promise<number> {
  const begun = performance.now();
  for (let round = 0; round < times; round++) for (const one of given) await evaluate(one);
  return ((performance.now() - begun) * 1_000) / (times * given.length);
}

/** How many times longer each engine takes than this program. */
export async function engineRows(rounds: number): Promise<BenchRow[]> {
  const rules = table();
  const given = inputs();
  const own = ours(rules);
  const engines = [
    { name: 'json-logic-engine', evaluate: jsonLogic(rules), least: 3, times: 4 },
    { name: 'json-rules-engine', evaluate: jsonRules(rules), least: 100, times: 1 },
  ];
  for (const one of given) {
    const hits = [...(await own(one))].sort().join();
    for (const { name, evaluate } of engines) {
      const found = [...(await evaluate(one))].sort().join();
      if (found !== hits) throw new Error(`${name} gives ${found}, not ${hits}, for ${JSON.stringify(one)}`);
    }
  }
  const times = await inTurn<string>(rounds, {
    ours: () => microseconds(own, given, 20),
    ...Object.fromEntries(
      engines.map(({ name, evaluate, times: count }) => [name, () => microseconds(evaluate, given, count)]),
    ),
  });
  const bare = times.ours ?? Number.NaN;
  return engines.map(({ name, least }) => ({
    name: `${RULES} rules of ${INPUTS.length} inputs, ${name} against this program`,
    ours: times[name] ?? Number.NaN,
    bare,
    unit: 'µs',
    least,
  }));
}
