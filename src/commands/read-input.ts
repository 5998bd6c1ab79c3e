/** Reading a case file or standard input, with a bound on its size. */
import { open } from 'node:fs/promises';
import type { Case } from '../case/case.ts';
import { MAX_CASE_BYTES } from '../case/case-file.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { readCase } from '../case/read-case.ts';
import { parseSavedCase, type SavedCase } from '../desk/saved-case.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';

/** A case file, `-` for standard input, with what the desk keeps in it. Throws {@link InputError} when it cannot be one. */
export async function readCaseFile(io: Io, path: string): Promise<SavedCase> {
  const bytes = path === '-' ? await collect(io.stdin, path) : await readFileBounded(path);
  return parseSavedCase(bytes, path);
}

/**
 * The case of a file as of a day: that of `on`, else the one that the file names, else today. Throws {@link InputError}
 * with everything wrong in the file, at its place.
 */
export function caseOfFile(
  file: SavedCase,
  path: string,
  { book }: Rulebook,
  today: PlainDate,
  on: PlainDate | undefined,
): Case {
  const read = readCase({ ...file.fields, ...(on && { on }) }, caseDomains(book), today);
  const wrong = 'problems' in read ? read.problems.map((problem) => file.locate(problem)) : [];
  if ('problems' in read || file.problems.length > 0)
    throw new InputError([...file.problems, ...wrong], path);
  return read.ok;
}

/** A saved result as text. Throws {@link InputError} when it cannot be read, or is no text. */
export async function readResultFile(io: Io, path: string): Promise<string> {
  const bytes =
    path === '-'
      ? await collect(io.stdin, path, MAX_RESULT_BYTES)
      : await readFileBounded(path, MAX_RESULT_BYTES);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError([{ code: 'not-utf8', path: '' }], path);
  }
}

/** Largest saved result in bytes: one answer with forms and styles is far smaller. */
const MAX_RESULT_BYTES = 10_000_000;

async function readFileBounded(path: string, limit = MAX_CASE_BYTES): Promise<Uint8Array> {
  const fail = (error: unknown): never => {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') throw new InputError([{ code: 'not-a-file', path: '--case' }], path);
    throw new InputError([{ code: 'not-readable', path: '--case', ...(code && { detail: code }) }], path);
  };
  const handle = await open(path, 'r').catch(fail);
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new InputError([{ code: 'not-a-file', path: '--case' }], path);
    return await collect(handle.createReadStream({ autoClose: false }), path, limit);
  } catch (error) {
    return fail(error);
  } finally {
    await handle.close();
  }
}

/** Collects a stream up to the bound, so that neither a huge file nor an endless pipe fills the memory. */
async function collect(
  stream: NodeJS.ReadableStream,
  origin: string,
  limit = MAX_CASE_BYTES,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > limit) {
      throw new InputError(
        [{ code: 'too-large', path: '--case', detail: `${limit / 1_000_000} MB` }],
        origin,
      );
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
