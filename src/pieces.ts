/**
 * The pieces of the built program, each with the code that V8 made of it when it was built: making it again takes a
 * third of the time of an answer. A Node that cannot use the kept code makes its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** Ending of the file with the kept code, after the name of the piece. */
const KEPT = '.code';

type Wrapper = (
  exports: object,
  require: Load,
  module: { exports: object },
  file: string,
  folder: string,
) => void;
type Load = (name: string) => unknown;

interface Piece {
  readonly script: Script;
  readonly module: { exports: object };
}

/** The pieces of one folder, CommonJS modules that ask for each other by `./name`. */
export class Pieces {
  readonly #folder: string;
  readonly #require: NodeJS.Require;
  readonly #loaded = new Map<string, Piece>();

  constructor(folder = dirname(fileURLToPath(import.meta.url))) {
    this.#folder = folder;
    this.#require = createRequire(join(folder, 'pieces'));
  }

  /** What a piece, or a module of Node, exports. Throws where there is none, or what it throws itself. */
  readonly load: Load = (name) => {
    if (!name.startsWith('./')) return this.#require(name);
    const known = this.#loaded.get(name);
    if (known) return known.module.exports;
    const file = join(this.#folder, name);
    const script = new Script(wrapped(readFileSync(file, 'utf8')), {
      filename: file,
      cachedData: keptCode(file),
    });
    const module = { exports: {} };
    this.#loaded.set(name, { script, module });
    (script.runInThisContext() as Wrapper)(module.exports, this.load, module, file, this.#folder);
    return module.exports;
  };

  /** Writes down the code of all pieces loaded so far, with every function that has run. */
  keepCode(): void {
    for (const [name, { script }] of this.#loaded)
      writeFileSync(join(this.#folder, name + KEPT), script.createCachedData());
  }
}

/** The text of a piece as the function that V8 makes code of. */
export function wrapped(text: string): string {
  return `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
}

function keptCode(file: string): Buffer | undefined {
  try {
    return readFileSync(file + KEPT);
  } catch {
    return undefined;
  }
}
