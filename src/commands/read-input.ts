/** Reading a case file or standard input, with a bound on its size. */
import { open } from 'node:fs/promises';
import { MAX_CASE_BYTES } from '../case/case-file.ts';
import { parseSavedCase, type SavedCase } from '../desk/saved-case.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';

const LIMIT_IN_WORDS = '1 MB';

/** A case file, `-` for standard input, with what the desk keeps in it. Throws {@link InputError} when it cannot be one. */
export async function readCaseFile(io: Io, path: string): Promise<SavedCase> {
  const bytes = path === '-' ? await collect(io.stdin, path) : await readFileBounded(path);
  return parseSavedCase(bytes, path);
}

async function readFileBounded(path: string): Promise<Uint8Array> {
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
    return await collect(handle.createReadStream({ autoClose: false }), path);
  } catch (error) {
    return fail(error);
  } finally {
    await handle.close();
  }
}

/** Collects a stream up to the bound, so that neither a huge file nor an endless pipe fills the memory. */
async function collect(stream: NodeJS.ReadableStream, origin: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_CASE_BYTES) {
      throw new InputError([{ code: 'too-large', path: '--case', detail: LIMIT_IN_WORDS }], origin);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
