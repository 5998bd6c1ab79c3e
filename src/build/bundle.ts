/** Source → the pieces of the program in `dist/`, few and each loaded when it is needed: opening a file costs more than reading it. */
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../messages/language.ts';
import { rolldown, type CodeSplittingGroup, type OutputChunk, type Plugin } from 'rolldown';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const MAIN = path('../main.ts');
const BOOT = path('../boot.ts');
const WORKER = path('../commands/batch-worker.ts');
/** What an answer and an interview begin with. */
const CHECK = path('../commands/check.ts');
const WIZARD = path('../commands/wizard.ts');
/** Threads are for batches. */
const POOL = path('../commands/batch-pool.ts');
const SOURCE = path('..');

/** Libraries that take long to load: what needs one of them is a piece of its own. */
const HEAVY = /\/node_modules\/(?:zod|yaml|inquirer|@inquirer|wrap-ansi|string-width|csv-stringify)\//;

/** Commander can run other programs as subcommands; none is, and what would run them takes long to load. */
const WITHOUT_SUBCOMMAND_PROGRAMS: Plugin = {
  name: 'without-subcommand-programs',
  resolveId: (source, importer) =>
    source === 'node:child_process' && importer?.includes('/commander/') === true
      ? '\0no-child-process'
      : null,
  load: (id) => (id === '\0no-child-process' ? 'export default {};' : null),
};

/** What a piece holds, for those who ask what a command loads. */
export interface Piece {
  /** Pieces that are loaded with it, and those that it loads when it needs them. */
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  /** Its modules, below the root of the repository. */
  readonly modules: readonly string[];
}

/** Writes the pieces and says what each of them holds. */
export async function bundle(folder: string): Promise<Record<string, Piece>> {
  const program = await rolldown({
    input: { boot: BOOT, main: MAIN, 'batch-worker': WORKER },
    platform: 'node',
    plugins: [WITHOUT_SUBCOMMAND_PROGRAMS],
    preserveEntrySignatures: 'allow-extension',
  });
  const { output } = await program.write({
    dir: folder,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'pieces', name: (id, graph) => pieceOf(id, graph) }],
    },
  });
  await program.close();
  const chunks = output.filter((one): one is OutputChunk => one.type === 'chunk');
  return Object.fromEntries(
    chunks.map(({ fileName, imports, dynamicImports, moduleIds }) => [
      fileName,
      { imports, dynamicImports, modules: moduleIds.map((id) => id.slice(path('../..').length)) },
    ]),
  );
}

type Graph = Parameters<Extract<CodeSplittingGroup['name'], (...args: never) => unknown>>[1];

/** The piece of a module: what help needs, what an answer or an interview needs, the rest, or whatever comes of who imports it. */
function pieceOf(id: string, graph: Graph): string | null {
  if (id === BOOT || closure(BOOT, graph).has(id) || id === MAIN || id === WORKER || id === POOL) return null;
  const languages = LANGUAGES.filter((language) =>
    closure(path(`../messages/${language}.ts`), graph).has(id),
  );
  const [language, ...more] = languages;
  if (id.startsWith('\0') || closure(MAIN, graph).has(id) || more.length > 0) return 'start';
  if (language !== undefined) return language;
  if (!id.startsWith(SOURCE) && !/\/node_modules\/(?:date-fns|@date-fns|fastest-levenshtein)\//.test(id))
    return null;
  if ([...closure(id, graph)].some((one) => HEAVY.test(one))) return null;
  if (closure(CHECK, graph).has(id)) return 'answer';
  return closure(WIZARD, graph).has(id) ? 'interview' : 'more';
}

const closures = new Map<string, Set<string>>();

/** A module with everything that is loaded with it. */
function closure(id: string, graph: Graph): Set<string> {
  const known = closures.get(id);
  if (known) return known;
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(graph.getModuleInfo(next)?.importedIds ?? []));
  }
  closures.set(id, found);
  return found;
}
