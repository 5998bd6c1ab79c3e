/**
 * The tests against one mutant after the other, in a process that stays. Where loading the book comes past a
 * mutant the module is evaluated anew; else what the program remembers is forgotten. Only tests that come past a
 * mutant are run.
 */
import { SourceTextModule, SyntheticModule, type Module } from 'node:vm';
import type { LoadedBook } from '../../../src/rulebook/load.ts';
import type { InProcessTest } from './in-process.ts';

/** What an instrumented program reads and writes (`globalThis.__stryker__`). */
interface Switches {
  activeMutant?: string;
  currentTestId?: string;
  mutantCoverage?: {
    readonly static: Record<string, number>;
    readonly perTest: Record<string, Record<string, number>>;
  };
  hitCount?: number;
  hitLimit?: number;
}

interface Evaluated {
  readonly definedTests: () => readonly InProcessTest[];
  readonly ownBook: () => LoadedBook;
}

/** A test without a mutant: how long it takes, and how often it comes past each mutant. */
interface Dry {
  readonly index: number;
  readonly name: string;
  readonly ms: number;
  readonly hits: Readonly<Record<string, number>>;
}

/** The test that failed, or that the book could not be read; nothing when all tests pass. */
export type Killer = string | null;

/** An endless loop comes past its mutant more often than this many times as often as the program as it is. */
const PATIENCE = 50;

const world = globalThis as {
  __stryker__?: Switches;
  codeIsThere?: () => void;
  memories?: { forget: () => void }[];
};
const switches = (world.__stryker__ ??= {});
const libraries = new Map<string, Promise<Module>>();

/** What running all tests once without a mutant tells. */
export interface Rehearsal {
  /** The quickest first. */
  readonly tests: readonly Dry[];
  /** Mutants in what modules make of themselves once. */
  readonly constants: Readonly<Record<string, number>>;
  /** Mutants that loading the book comes past, those among them. */
  readonly atLoad: Readonly<Record<string, number>>;
  /** All that the book holds, as text. */
  readonly book: string;
}

/** A module with mutants, that is evaluated again and again. */
export class Trial {
  private readonly code: string;
  private readonly msOfTests: number;
  private kept: Evaluated | undefined;

  /** `msOfTests`: how long tests may take to notice one mutant. */
  constructor(code: string, msOfTests = Infinity) {
    this.code = code;
    this.msOfTests = msOfTests;
  }

  /** Runs all tests once. Throws when one fails. */
  async rehearse(): Promise<Rehearsal> {
    const coverage: Required<Switches>['mutantCoverage'] = { static: {}, perTest: {} };
    switches.mutantCoverage = coverage;
    let constants: Rehearsal['constants'] = {};
    world.codeIsThere = () => {
      constants = { ...coverage.static };
    };
    const { definedTests, ownBook } = await this.evaluated();
    delete world.codeIsThere;
    const book = contentOf(ownBook());
    const atLoad = { ...coverage.static };
    const tests: Dry[] = [];
    for (const [index, { name, run }] of definedTests().entries()) {
      // what a test would find remembered it works out itself, and so comes past the mutants in it
      forget();
      switches.currentTestId = String(index);
      const start = performance.now();
      try {
        await run();
      } catch (error) {
        throw new Error(`${name} fails without any mutant`, { cause: error });
      }
      tests.push({ index, name, ms: performance.now() - start, hits: coverage.perTest[index] ?? {} });
    }
    delete switches.mutantCoverage;
    delete switches.currentTestId;
    tests.sort((a, b) => a.ms - b.ms);
    return { tests, constants, atLoad, book };
  }

  /**
   * The first test that fails with a mutant. `file`: the mutants of the same file; what a module makes of itself
   * once is looked for in the tests that come past one of them, then in all others.
   */
  async killerOf(
    id: string,
    file: readonly string[],
    { tests: all, constants, atLoad, book }: Rehearsal,
  ): Promise<Killer> {
    const before = atLoad[id] ?? 0;
    const watched = constants[id] === undefined ? [id] : file;
    const comesPast = ({ hits }: Dry) => watched.some((one) => (hits[one] ?? 0) > 0);
    const passing = all.filter(comesPast);
    const others = constants[id] === undefined ? [] : all.filter((one) => !comesPast(one));
    if (before === 0 && passing.length === 0) return null;
    if (before === 0) this.kept ??= await this.evaluated();
    switches.activeMutant = id;
    try {
      switches.hitCount = 0;
      switches.hitLimit = before * PATIENCE + 1000;
      let evaluated: Evaluated;
      let same = true;
      try {
        evaluated = (before === 0 ? this.kept : undefined) ?? (await this.evaluated());
        if (before > 0) same = contentOf(evaluated.ownBook()) === book;
      } catch {
        return 'load';
      }
      const tests = evaluated.definedTests();
      // what hangs on a book that is as it was comes out as it did, unless it comes past the mutant itself
      const end = performance.now() + this.msOfTests;
      for (const { index, name, hits } of same ? [...passing, ...others] : all) {
        if (performance.now() > end) return null;
        switches.hitCount = 0;
        switches.hitLimit = (hits[id] ?? 0) * PATIENCE + 1000;
        try {
          await tests[index]?.run();
        } catch {
          return name;
        }
      }
      return null;
    } finally {
      delete switches.activeMutant;
      forget();
    }
  }

  private async evaluated(): Promise<Evaluated> {
    world.memories = [];
    const module = new SourceTextModule(this.code, { importModuleDynamically: library });
    await module.link(library);
    await module.evaluate();
    return module.namespace as Evaluated;
  }
}

/** Empties what the program remembers of books. */
function forget(): void {
  for (const memory of world.memories ?? []) memory.forget();
}

/** A library as it is: loaded once, whatever is mutated. */
function library(specifier: string): Promise<Module> {
  const known = libraries.get(specifier);
  if (known) return known;
  const loading = import(specifier).then(async (exports: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(exports);
    const module = new SyntheticModule(names, function () {
      for (const name of names) this.setExport(name, exports[name]);
    });
    await module.link(() => undefined as never);
    await module.evaluate();
    return module;
  });
  libraries.set(specifier, loading);
  return loading;
}

/** All that a book holds, as text. */
function contentOf(book: LoadedBook): string {
  return JSON.stringify(book, (_, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
    return value instanceof RegExp ? String(value) : value;
  });
}
