/** The tests and the code they are about in one script, every mutant of the folders asked for inside it and asleep. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { rolldown, type Plugin } from 'rolldown';

/** One change of the code. */
export interface CodeMutant {
  readonly id: string;
  /** Path of the file below the root. */
  readonly file: string;
  /** File, line and column, line from 1. */
  readonly place: string;
  /** What kind of change, and what stands there instead. */
  readonly mutator: string;
  readonly replacement: string;
}

export interface Bundled {
  readonly mutants: readonly CodeMutant[];
  /** An ECMAScript module that exports `definedTests` and `ownBook`. */
  readonly code: string;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const IN_PROCESS = fileURLToPath(new URL('in-process.ts', import.meta.url));
const ENTRY = '\0entry';
const BETWEEN = '\0between';

/** What the program remembers of a book it keeps in weak maps: they can be made to forget. */
const FORGETFUL = `class WeakMap {
  constructor() { this.forget(); globalThis.memories.push(this); }
  forget() { this.map = new globalThis.WeakMap(); }
  get(key) { return this.map.get(key); }
  has(key) { return this.map.has(key); }
  set(key, value) { this.map.set(key, value); return this; }
}`;

/** The files below a folder of the repository whose name ends so, with their path from the root, sorted. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

/** Instruments the files of the folders (below the root) and bundles them with the tests. */
export async function bundled(folders: readonly string[], tests: readonly string[]): Promise<Bundled> {
  const sources = folders.flatMap((folder) => filesBelow(folder, '.ts')).map((file) => join(ROOT, file));
  const { files, mutants } = await new Instrumenter(quiet).instrument(
    sources.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: false },
  );
  const instrumented = new Map(files.map(({ name, content }) => [name, content]));
  const program = await rolldown({
    input: ENTRY,
    platform: 'node',
    external: (id, importer) =>
      importer !== undefined && importer !== ENTRY && !/^[./]/.test(id) && id !== 'vitest',
    plugins: [entry(sources, tests), withMutants(instrumented)],
    treeshake: false,
    logLevel: 'silent',
  });
  const { output } = await program.generate({ format: 'esm', codeSplitting: false, banner: FORGETFUL });
  await program.close();
  return {
    code: output[0].code,
    mutants: mutants.map(({ id, fileName, location: { start }, mutatorName, replacement }) => {
      const file = relative(ROOT, fileName);
      const place = `${file}:${start.line + 1}:${start.column + 1}`;
      return { id, file, place, mutator: mutatorName, replacement };
    }),
  };
}

/** One module that loads the code, says so, loads all tests and gives out the list. */
function entry(sources: readonly string[], tests: readonly string[]): Plugin {
  const lines = [
    ...sources.map((source) => `import ${JSON.stringify(source)};`),
    `import ${JSON.stringify(BETWEEN)};`,
    ...tests.map((test) => `import ${JSON.stringify(`${ROOT}/${test}`)};`),
    `export { definedTests } from ${JSON.stringify(IN_PROCESS)};`,
    `export { ownBook } from ${JSON.stringify(`${ROOT}/test/helpers/rulebook.ts`)};`,
  ];
  return {
    name: 'entry',
    resolveId: (source) => (source === 'vitest' ? IN_PROCESS : source.startsWith('\0') ? source : null),
    load: (id) => (id === ENTRY ? lines.join('\n') : id === BETWEEN ? 'globalThis.codeIsThere?.();' : null),
  };
}

/** The mutated text in place of the file; modules know where they stood; YAML is parsed once for all mutants. */
function withMutants(instrumented: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'with-mutants',
    load: (id) => {
      const text = instrumented.get(id);
      return text === undefined ? null : { code: text, moduleType: 'ts' };
    },
    transform: (code, id) => {
      const here = code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
      return id.endsWith('/src/case/yaml-file.ts')
        ? here.replace(
            'export function readYaml(',
            'export const readYaml = (globalThis.readYamlOnce ??= (read) => { const known = new Map(); return (text) => { if (!known.has(text)) known.set(text, read(text)); return known.get(text); }; })(readYamlAgain); function readYamlAgain(',
          )
        : here;
    },
  };
}

const quiet = Object.fromEntries(
  ['debug', 'info', 'isDebugEnabled'].map((name) => [name, () => undefined]),
) as never;
