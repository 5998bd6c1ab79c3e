/** Where the answers of a batch go: standard output, or a file that appears when it is whole. */
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { setImmediate as nextRound } from 'node:timers/promises';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { room } from './output.ts';
import {
  differences,
  Journal,
  journalOf,
  readJournal,
  type Position,
  type Settings,
  type Settled,
} from './batch-journal.ts';

export interface BatchOutput {
  /** Writes and waits while the reader is slow; false when the reader has left. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** Everything up to here is written. */
  settle(place: Position): Promise<void>;
  /** The output is whole. */
  finish(place: Position): Promise<void>;
  /** Ends before the output is whole; what is settled can be continued. */
  leave(): Promise<void>;
}

export interface OpenedOutput {
  readonly output: BatchOutput;
  /** Where a run that is continued stopped. */
  readonly from: Settled | undefined;
}

export interface FileFlags {
  readonly out: string;
  readonly force: boolean;
  readonly resume: boolean;
}

/** Milliseconds between two places in the journal, and between two waits for the disk. */
const SETTLE_EVERY = 100;
const SYNC_EVERY = 2_000;

/** Standard output. A failing stream is `main`'s to explain. */
export function standardOutput({ stdout: { stream } }: Io): BatchOutput {
  let failed = false;
  // standard output is never destroyed for good: its state does not tell that nobody reads any more
  stream.once('error', () => (failed = true));
  const gone = () => failed || stream.destroyed || stream.writableEnded;
  const nothing = () => Promise.resolve();
  return {
    async write(bytes) {
      if (gone()) return false;
      if (!stream.write(bytes) && !gone()) {
        await room(stream);
      }
      // the news that a reader has left comes with the next round of events, not with the write
      await nextRound();
      return !gone();
    },
    settle: nothing,
    finish: nothing,
    leave: nothing,
  };
}

/** The name under which a file grows. */
export function partOf(out: string): string {
  return `${out}.part`;
}

/**
 * Opens FILE.part, new or where an earlier run stopped. Throws {@link InputError} when a file is in the way, the
 * part is that of another run, or nothing can be written there.
 */
export async function openFile(
  io: Io,
  flags: FileFlags,
  settings: Settings,
): Promise<OpenedOutput | { finished: Settled }> {
  const { out, force, resume } = flags;
  const part = partOf(out);
  const journal = journalOf(part);
  const fail = (
    code: 'file-exists' | 'not-a-file' | 'unfinished-part' | 'no-journal' | 'other-run',
    detail?: string,
  ): never => {
    throw new InputError([{ code, path: '--out', ...(detail !== undefined && { detail }) }], out);
  };
  const [file, begun] = await Promise.all([fileAt(out), fileAt(part)]);
  if (file?.isDirectory()) return fail('not-a-file');
  if (file && !file.isFile()) return { output: await device(out), from: undefined };
  const earlier = await readJournal(journal);
  const last = earlier?.places.findLast(({ out: length }) => begun === undefined || length <= begun.size);
  if (resume && earlier) {
    const differing = differences(earlier.settings, settings);
    if (differing.length > 0) return fail('other-run', differing.join(', '));
    if (!begun && file && last?.done) {
      await rm(journal, { force: true });
      return { finished: last };
    }
  }
  if (file && !force) return fail('file-exists');
  if (resume && begun && !earlier) return fail('no-journal', part);
  if (!resume && !force && (begun ?? earlier)) return fail('unfinished-part', part);
  try {
    if (resume && begun && earlier) {
      const handle = await open(part, 'r+');
      return {
        output: new PartFile(io, out, handle, await Journal.reopen(journal), last?.out ?? 0),
        from: last,
      };
    }
    await rm(part, { force: true });
    await rm(journal, { force: true });
    // the journal first: a part without one could not be continued
    const written = await Journal.create(journal, settings);
    return { output: new PartFile(io, out, await open(part, 'wx', 0o600), written, 0), from: undefined };
  } catch (error) {
    throw notWritable(error, out);
  }
}

/** A part that grows, with its journal. */
class PartFile implements BatchOutput {
  readonly #io: Io;
  readonly #out: string;
  readonly #handle: FileHandle;
  readonly #journal: Journal;
  #length: number;
  /** What an earlier run wrote after its last settled place is still there. */
  #uncut = true;
  #settledAt: number;
  #syncedAt: number;

  constructor(io: Io, out: string, handle: FileHandle, journal: Journal, length: number) {
    this.#io = io;
    this.#out = out;
    this.#handle = handle;
    this.#journal = journal;
    this.#length = length;
    this.#settledAt = this.#syncedAt = io.milliseconds();
  }

  async write(bytes: Uint8Array): Promise<boolean> {
    await this.#explained(async () => {
      await this.#cut();
      await writeAll(this.#handle, bytes, this.#length);
      this.#length += bytes.length;
    });
    return true;
  }

  async settle(place: Position): Promise<void> {
    const now = this.#io.milliseconds();
    if (now - this.#settledAt < SETTLE_EVERY) return;
    this.#settledAt = now;
    await this.#explained(async () => {
      if (now - this.#syncedAt > SYNC_EVERY) {
        await this.#handle.datasync();
        this.#syncedAt = now;
      }
      await this.#journal.settle({ ...place, out: this.#length });
    });
  }

  async finish(place: Position): Promise<void> {
    await this.#explained(async () => {
      await this.#cut();
      await this.#handle.sync();
      await this.#handle.close();
      await this.#journal.settle({ ...place, out: this.#length, done: true });
      await rename(partOf(this.#out), this.#out);
      await this.#journal.remove();
    });
  }

  async leave(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await this.#journal.close().catch(() => undefined);
  }

  /** Not before there is something to write: a run that is refused for its input changes no byte of the part. */
  async #cut(): Promise<void> {
    if (this.#uncut) await this.#handle.truncate(this.#length);
    this.#uncut = false;
  }

  async #explained(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw notWritable(error, this.#out);
    }
  }
}

/** A device or a pipe with a name: nothing to rename, and nothing to continue. */
async function device(out: string): Promise<BatchOutput> {
  const handle = await open(out, 'w').catch((error: unknown) => {
    throw notWritable(error, out);
  });
  const close = () => handle.close();
  return {
    async write(bytes) {
      try {
        await writeAll(handle, bytes, null);
      } catch (error) {
        throw notWritable(error, out);
      }
      return true;
    },
    settle: () => Promise.resolve(),
    finish: close,
    leave: close,
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number | null): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const position = at === null ? null : at + written;
    written += (await handle.write(bytes, written, bytes.length - written, position)).bytesWritten;
  }
}

async function fileAt(path: string) {
  return stat(path).catch(() => undefined);
}

function notWritable(error: unknown, out: string): InputError {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error);
  return new InputError([{ code: 'not-writable', path: '--out', detail }], out);
}
