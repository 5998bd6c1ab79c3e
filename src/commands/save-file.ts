/** Keeping a file that matters: whole or not at all, for its owner's eyes, and never over the work of somebody else. */
import { randomUUID } from 'node:crypto';
import { link, lstat, open, readFile, readlink, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { InputError, type ProblemCode } from '../errors.ts';

export interface SaveOptions {
  /** What an error names as its place: the flag or the argument that gave the path. */
  readonly flag: string;
  /** The text that the file held when it was read; another text means that somebody else changed it since. */
  readonly expected?: string;
  /** Replaces a file of any content. */
  readonly replace?: boolean;
}

/** Longest wait for another process that is saving the same file, in pauses; after that it is taken for dead. */
const MOST_PAUSES = 200;
const PAUSE_MS = 50;
const MOST_LINKS = 32;

/**
 * Writes a file with mode 0600: into a neighbour, to the disk, then in one step under its name. A link is
 * followed. Without `expected` and `replace` an existing file is left alone. Throws {@link InputError}
 * (`file-exists`, `changed-since-read`, `not-writable`, `not-a-file`), and then the old file is as it was.
 */
export async function saveFile(path: string, text: string, options: SaveOptions): Promise<void> {
  const fail = (code: ProblemCode, detail?: string) =>
    new InputError(
      [{ code, path: options.flag, value: path, ...(detail !== undefined && { detail }) }],
      path,
    );
  try {
    const target = await followLinks(path);
    const existing = await stat(target).catch(ifAbsent);
    if (existing && !existing.isFile()) throw fail('not-a-file');
    const free = options.replace === true || options.expected !== undefined;
    if (existing && !free) throw fail('file-exists');
    const part = `${target}.${randomUUID()}.part`;
    try {
      await writePart(part, text);
      if (free) await locked(target, () => replaceFile(part, target, options.expected, fail));
      else await putNew(part, target, fail);
      await syncFolder(dirname(target));
    } finally {
      await rm(part, { force: true });
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fail('not-writable', (error as NodeJS.ErrnoException).code ?? (error as Error).message);
  }
}

async function writePart(part: string, text: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(part, 'wx', 0o600);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

async function replaceFile(
  part: string,
  target: string,
  expected: string | undefined,
  fail: (code: ProblemCode) => InputError,
): Promise<void> {
  if (expected !== undefined) {
    const now = await readFile(target, 'utf8').catch(ifAbsent);
    if (now !== undefined && withoutMark(now) !== withoutMark(expected)) throw fail('changed-since-read');
  }
  await rename(part, target);
}

/** Gives a new file its name in a step that fails where another file has it by now. */
async function putNew(part: string, target: string, fail: (code: ProblemCode) => InputError): Promise<void> {
  try {
    await link(part, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw fail('file-exists');
    // file systems without links: what was seen a moment ago has to do
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
    await rename(part, target);
  }
}

/** Runs the last step of a save alone, so that of two that began from the same file the second notices. */
async function locked(target: string, work: () => Promise<void>): Promise<void> {
  const lock = `${target}.lock`;
  for (let pauses = 0; ; pauses++) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // the step takes milliseconds: a lock this old was left by a process that was ended in it
      if (pauses < MOST_PAUSES) await pause(PAUSE_MS);
      else await rm(lock, { force: true });
    }
  }
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** The file that a path leads to, also where the last link leads to nothing yet. */
async function followLinks(path: string): Promise<string> {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const found = await lstat(target).catch(ifAbsent);
    if (found?.isSymbolicLink() !== true) return target;
    target = resolve(dirname(target), await readlink(target));
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
}

/** The name in the folder reaches the disk too, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}

/** A mark of the encoding at the beginning is no part of the text. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
