/** Finding and reading many case files: those named, and all in the folders named. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { SavedCase } from '../desk/saved-case.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { readCaseFile } from './read-input.ts';

/** A file that may hold a case. */
export interface FoundFile {
  readonly path: string;
  /** The path below the folder that was named, with slashes; the name alone of a file that was named itself. */
  readonly name: string;
  /** Nobody named the file: it lies in a folder. */
  readonly inFolder: boolean;
}

export interface Found {
  readonly files: readonly FoundFile[];
  /** Paths that cannot be looked into. */
  readonly failures: readonly InputError[];
}

/** How case files end. */
const CASE_FILE = /\.(?:ya?ml|json)$/i;

/** All case files under these paths, each once, folders in the order of their names. `-` is standard input. */
export async function caseFiles(paths: readonly string[]): Promise<Found> {
  const files: FoundFile[] = [];
  const failures: InputError[] = [];
  const seen = new Set<string>();
  const visit = async (path: string, root: string | undefined): Promise<void> => {
    if (path === '-') {
      files.push({ path, name: path, inFolder: false });
      return;
    }
    try {
      const real = await realpath(path);
      // also how links that lead back up end
      if (seen.has(real)) return;
      seen.add(real);
      if ((await stat(path)).isDirectory()) {
        const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
        for (const name of names) await visit(join(path, name), root ?? path);
      } else if (root === undefined || CASE_FILE.test(path)) {
        const name = root === undefined ? basename(path) : relative(root, path).replaceAll('\\', '/');
        files.push({ path, name, inFolder: root !== undefined });
      }
    } catch (error) {
      const detail = (error as NodeJS.ErrnoException).code ?? String(error);
      failures.push(new InputError([{ code: 'not-readable', path: '', detail }], path));
    }
  };
  for (const path of paths) await visit(path, undefined);
  return { files, failures };
}

/**
 * Reads a file; `undefined` where a folder holds a saved result, which is no case. Throws {@link InputError} when
 * it is no case file.
 */
export async function readFound(io: Io, { path, inFolder }: FoundFile): Promise<SavedCase | undefined> {
  const file = await readCaseFile(io, path);
  const { fields } = file;
  return inFolder && 'rulebook' in fields && 'case' in fields ? undefined : file;
}
