/** Lines to standard output or into a file that appears whole, with back-pressure. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { print, type Destination } from './output.ts';

export interface LineOutput {
  /** Writes a line and waits while the reader is slow; false when the reader has left. */
  line(text: string): Promise<boolean>;
  finish(): Promise<void>;
  /** Leaves nothing behind of an output that did not get whole. */
  abandon(): Promise<void>;
}

/** Opens the output of the flags. Throws {@link InputError} when a file is in the way or cannot be written. */
export async function openOutput(io: Io, destination: Destination): Promise<LineOutput> {
  const { out } = destination;
  if (out === undefined || out === '-') return standardOutput(io);
  const existing = await stat(out).catch(() => undefined);
  if (existing?.isDirectory()) throw new InputError([{ code: 'not-a-file', path: '--out' }], out);
  if (existing && destination.force !== true)
    throw new InputError([{ code: 'file-exists', path: '--out' }], out);
  const part = `${out}.${randomUUID()}.part`;
  const stream = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  try {
    await once(stream, 'open');
  } catch (error) {
    throw notWritable(error, out);
  }
  return fileOutput(stream, part, out);
}

function standardOutput(io: Io): LineOutput {
  const { stream } = io.stdout;
  const gone = () => stream.destroyed || stream.writableEnded;
  return {
    async line(text) {
      if (!gone()) await print(io.stdout, `${text}\n`);
      return !gone();
    },
    finish: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
}

function fileOutput(stream: WriteStream, part: string, out: string): LineOutput {
  let failure: unknown;
  stream.on('error', (error) => (failure = error));
  const check = () => {
    if (failure !== undefined) throw notWritable(failure, out);
  };
  return {
    async line(text) {
      check();
      if (!stream.write(`${text}\n`))
        await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined);
      check();
      return true;
    },
    async finish() {
      stream.end();
      await once(stream, 'close').catch(() => undefined);
      check();
      await rename(part, out);
    },
    async abandon() {
      stream.destroy();
      await rm(part, { force: true });
    },
  };
}

function notWritable(error: unknown, out: string): InputError {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error);
  return new InputError([{ code: 'not-writable', path: '--out', detail }], out);
}
