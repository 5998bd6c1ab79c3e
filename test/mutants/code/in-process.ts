/**
 * What the tests import as `vitest` while mutants of the code are tried: the few words they use of it, kept as a
 * list of tests that can be run one by one, again and again, in a process that stays.
 */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';

type Body = (...args: readonly unknown[]) => unknown;

/** One test with what has to run around it. */
export interface InProcessTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Group {
  readonly name: string;
  readonly before: Once[];
  readonly after: Body[];
}

/** A `beforeAll`: runs for the first test of its group that is asked for. */
interface Once {
  readonly body: Body;
  done?: Promise<unknown>;
}

const tests: InProcessTest[] = [];
let group: Group = { name: '', before: [], after: [] };

/** The tests that the evaluated files define, in order. */
export function definedTests(): readonly InProcessTest[] {
  return tests;
}

function define(name: string, body: Body, args: readonly unknown[]): void {
  const { name: of, before, after } = group;
  tests.push({
    name: `${of}${name}`,
    async run() {
      for (const once of before) await (once.done ??= Promise.resolve(once.body()));
      try {
        await body(...args);
      } finally {
        for (const each of after) await each();
      }
    },
  });
}

/** Options such as a time limit are for the runner that is not here. */
function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((one): one is Body => typeof one === 'function');
  if (!body) throw new Error('a test without a body');
  return body;
}

export function it(name: string, ...rest: readonly unknown[]): void {
  define(name, bodyOf(rest), []);
}

it.each =
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    rows.forEach((row, index) => {
      const args: readonly unknown[] = Array.isArray(row) ? row : [row];
      define(`${name} [${index}]`, body, args);
    });
  };

export function describe(name: string, ...rest: readonly unknown[]): void {
  enclose(name, bodyOf(rest), []);
}

function enclose(name: string, body: Body, args: readonly unknown[]): void {
  const outer = group;
  group = { name: `${outer.name}${name} › `, before: [...outer.before], after: [...outer.after] };
  body(...args);
  group = outer;
}

describe.each =
  (rows: readonly unknown[]) =>
  (name: string, body: Body): void => {
    rows.forEach((row, index) => {
      enclose(`${name} [${index}]`, body, Array.isArray(row) ? row : [row]);
    });
  };

export function beforeAll(body: Body): void {
  group.before.push({ body });
}

/** What a file tidies away at its end stays: its tests are run again. */
export function afterAll(): void {
  return;
}

export function afterEach(body: Body): void {
  group.after.push(body);
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const asymmetric = (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT];
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  asymmetric,
);
