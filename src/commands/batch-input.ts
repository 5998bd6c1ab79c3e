/** The input of a batch: opened, its kind and encoding known, given as UTF-8. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  headerLine,
  inputKindOf,
  isUtf8Window,
  markedEncoding,
  WINDOW_BYTES,
  type Encoding,
  type HeaderLine,
  type InputKind,
} from '../batch/sniff.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';

/** What flags say of the input; the rest is told by its first bytes. */
export interface InputFlags {
  readonly file: string | undefined;
  readonly kind: InputKind | undefined;
  readonly encoding: Encoding | undefined;
  readonly delimiter: string | undefined;
}

export interface BatchInput {
  readonly kind: InputKind;
  readonly encoding: Encoding;
  /** The encoding was guessed because the text is not UTF-8. */
  readonly guessed: boolean;
  readonly header: HeaderLine | undefined;
  /** All of it as UTF-8 without a byte order mark, from the beginning. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Size in bytes, of a file. */
  readonly size: number | undefined;
  /** Bytes read so far, of {@link size}. */
  readonly read: () => number;
  /** Lets go of the file before its end. */
  close(): void;
}

/** Opens the input. Throws {@link InputError} when it cannot be read, is empty, or is no input of a batch. */
export async function openInput(io: Io, flags: InputFlags): Promise<BatchInput> {
  const named = flags.file === undefined || flags.file === '-' ? undefined : flags.file;
  const size = named === undefined ? undefined : await sizeOf(named);
  const stream: Readable =
    named === undefined ? io.stdin : createReadStream(named, { highWaterMark: WINDOW_BYTES });
  const origin = named ?? '-';
  const source = new Source(stream, origin);
  // a byte order mark, and where nothing else tells the kind, the first character that is not white space
  const shows = (held: Uint8Array) => held.length >= 4 && held.some((byte) => byte > 0x20 && byte < 0x80);
  await source.fill((held) => held.length >= WINDOW_BYTES || shows(held));
  const marked = markedEncoding(source.held);
  const kind = flags.kind ?? inputKindOf(named, source.held.subarray(marked?.mark ?? 0));
  if (kind === 'csv') await source.fill((held) => held.length >= WINDOW_BYTES);
  const utf8 = marked !== undefined || kind === 'jsonl' || isUtf8Window(source.held);
  const encoding = flags.encoding ?? marked?.encoding ?? (utf8 ? 'utf-8' : 'windows-1252');
  const mark = marked?.encoding === encoding ? marked.mark : 0;
  const toUtf8 = transcoder(encoding, origin);
  const first = toUtf8(source.held.subarray(mark), false);
  if (source.ended && new TextDecoder().decode(first).trim() === '') {
    throw new InputError([{ code: 'empty-input', path: '' }], origin);
  }
  if (kind === 'jsonl' && flags.kind === undefined) refuseJsonList(first, origin);
  const header = kind === 'csv' ? headerLine(first, flags.delimiter) : undefined;
  if (kind === 'csv' && !header) throw new InputError([{ code: 'no-header', path: '' }], origin);
  return {
    kind,
    encoding,
    guessed: !utf8 && flags.encoding === undefined,
    header,
    bytes: (async function* () {
      yield first;
      for await (const chunk of source.rest()) yield toUtf8(chunk, false);
      yield toUtf8(new Uint8Array(0), true);
    })(),
    size,
    read: () => source.read,
    close: () => {
      if (named !== undefined) stream.destroy();
    },
  };
}

/** A stream whose beginning can be looked at before it is read. */
class Source {
  held: Uint8Array = new Uint8Array(0);
  ended = false;
  read = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #origin: string;

  constructor(stream: Readable, origin: string) {
    this.#chunks = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    this.#origin = origin;
  }

  /** Reads until there is enough, or until the end. */
  async fill(enough: (held: Uint8Array) => boolean): Promise<void> {
    while (!this.ended && !enough(this.held)) {
      const chunk = await this.#next();
      if (chunk) this.held = Buffer.concat([this.held, chunk]);
    }
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.#next(); chunk; chunk = await this.#next()) yield chunk;
  }

  async #next(): Promise<Uint8Array | undefined> {
    if (this.ended) return undefined;
    try {
      const next = await this.#chunks.next();
      if (next.done === true) {
        this.ended = true;
        return undefined;
      }
      this.read += next.value.length;
      return next.value;
    } catch (error) {
      throw notReadable(error, this.#origin);
    }
  }
}

function transcoder(encoding: Encoding, origin: string): (bytes: Uint8Array, end: boolean) => Uint8Array {
  // what is not UTF-8 is refused line by line
  if (encoding === 'utf-8') return (bytes) => bytes;
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, end) => {
    try {
      return Buffer.from(decoder.decode(bytes, { stream: !end }));
    } catch {
      throw new InputError([{ code: 'bad-encoding', path: '', value: encoding }], origin);
    }
  };
}

/** One list around everything is JSON, but no JSON Lines: it could not be answered line by line. */
function refuseJsonList(bytes: Uint8Array, origin: string): void {
  if (/^\s*\[\s*[\r\n{]/.test(new TextDecoder().decode(bytes.subarray(0, WINDOW_BYTES)))) {
    throw new InputError([{ code: 'json-list', path: '' }], origin);
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) throw new InputError([{ code: 'not-a-file', path: 'FILE' }], file);
    return stats.isFile() ? stats.size : undefined;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw notReadable(error, file);
  }
}

function notReadable(error: unknown, file: string): InputError {
  const detail = (error as NodeJS.ErrnoException).code;
  return new InputError([{ code: 'not-readable', path: 'FILE', ...(detail && { detail }) }], file);
}
