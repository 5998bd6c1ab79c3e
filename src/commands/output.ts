/** Writing a result: to a file whole or not at all, or to a stream that may be slow or closed. */
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { InputError } from '../errors.ts';
import type { Io, Output } from '../io.ts';

/** Flags that say where a result goes. */
export interface Destination {
  readonly out?: string;
  readonly force?: boolean;
}

/** Prints a result on standard output, or into `--out`. Throws {@link InputError} when the file cannot be written. */
export async function deliver(io: Io, text: string, destination: Destination): Promise<void> {
  if (destination.out === undefined || destination.out === '-') await print(io.stdout, text);
  else await writeWhole(destination.out, text, destination.force === true);
}

/** Writes to a stream and waits while its reader is slow. A failing stream is `main`'s to explain. */
export async function print({ stream }: Output, text: string): Promise<void> {
  if (text === '' || stream.write(text) || stream.destroyed) return;
  await room(stream);
}

/** Waits until a slow reader has taken what was written, or has left. */
export async function room(stream: NodeJS.WriteStream): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(
    () => undefined,
  );
  // whichever did not come would go on listening
  waiting.abort();
}

/**
 * Writes a file whole: into a neighbour first, then renamed. The file is for its owner's eyes only, and an
 * existing one is replaced only when asked.
 */
export async function writeWhole(path: string, text: string, replace: boolean): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory())
    throw new InputError([{ code: 'not-a-file', path: '--out', value: path }], path);
  if (existing && !replace) throw new InputError([{ code: 'file-exists', path: '--out', value: path }], path);
  const part = `${path}.${randomUUID()}.part`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(part, 'wx', 0o600);
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(part, path);
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await rm(part, { force: true });
    const detail = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new InputError([{ code: 'not-writable', path: '--out', value: path, detail }], path);
  }
}
