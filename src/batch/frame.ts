/** Bytes of a file or pipe → batches of whole records, whatever the pieces in which the bytes arrive. */
import { LINE_FEED, RETURN, recordEnd } from './record-end.ts';

/** Largest record in bytes: a case with a family and some columns of notes is a fraction of it. */
export const MAX_RECORD_BYTES = 100_000;

/** Whole records one after the other, as UTF-8. */
export interface RecordBatch {
  readonly kind: 'records';
  readonly bytes: Uint8Array;
  /** Number of the first line, from 1, and of the line behind the last. */
  readonly line: number;
  readonly nextLine: number;
  /** Where the batch ends in the whole input, in bytes. */
  readonly end: number;
}

/** A line that cannot even be cut into a record. */
export interface BrokenRecord {
  readonly kind: 'broken';
  readonly code: 'too-large' | 'quote-not-closed';
  readonly line: number;
  readonly nextLine: number;
  readonly end: number;
  /** The line goes on behind `end`; its rest is passed over. */
  readonly goesOn: boolean;
}

export type Batch = RecordBatch | BrokenRecord;

export interface FrameOptions {
  /** The character between cells, for CSV; without it every line is a record. */
  readonly delimiter?: string | undefined;
  /** Line and byte at which the first piece begins. */
  readonly line: number;
  readonly offset: number;
  /** Bytes of records to put into one batch, more only where a single record has more. */
  readonly batchBytes: number;
}

/**
 * Cuts records. A quoted cell may hold line ends; a quote that nothing closes within the largest record
 * costs its own line only, and reading goes on with the next.
 */
export class Framer {
  #held: Uint8Array = new Uint8Array(0);
  #line: number;
  #offset: number;
  /** Inside a line that is too long: everything up to its end is passed over. */
  #skipping = false;
  readonly #delimiter: number | undefined;
  readonly #batchBytes: number;

  constructor(options: FrameOptions) {
    this.#line = options.line;
    this.#offset = options.offset;
    this.#delimiter = options.delimiter?.charCodeAt(0);
    this.#batchBytes = options.batchBytes;
  }

  /** Where the next batch begins in the whole input, in bytes. */
  get offset(): number {
    return this.#offset;
  }

  /** Takes a piece of the input and gives the batches that it completes. */
  *push(piece: Uint8Array): Generator<Batch> {
    this.#held = this.#held.length === 0 ? piece : joined(this.#held, piece);
    yield* this.#cut(false);
  }

  /** Gives what is left when the input has ended; a last line needs no line end. */
  *end(): Generator<Batch> {
    yield* this.#cut(true);
  }

  *#cut(atEnd: boolean): Generator<Batch> {
    const bytes = this.#held;
    let start = 0;
    let lines = 0;
    let at = 0;
    const batch = (): RecordBatch | undefined => {
      if (at === start) return undefined;
      const line = this.#line;
      const records = bytes.subarray(start, at);
      this.#line += lines;
      this.#offset += at - start;
      [start, lines] = [at, 0];
      return { kind: 'records', bytes: records, line, nextLine: this.#line, end: this.#offset };
    };
    while (at < bytes.length) {
      if (this.#skipping) {
        const next = lineEnd(bytes, at);
        this.#skipping = next === -1;
        at = next === -1 ? bytes.length : next;
        this.#offset += at - start;
        start = at;
        continue;
      }
      const record = recordEnd(bytes, at, this.#delimiter, atEnd);
      const length = (record?.end ?? bytes.length) - at;
      if (length > MAX_RECORD_BYTES || (record === undefined && atEnd)) {
        const before = batch();
        if (before) yield before;
        const [broken, next] = this.#broken(bytes, at);
        at = start = next;
        yield broken;
        continue;
      }
      if (record === undefined) break;
      if (record.end - start > this.#batchBytes) {
        const before = batch();
        if (before) yield before;
      }
      at = record.end;
      lines += record.lines;
    }
    const last = batch();
    this.#held = bytes.subarray(at);
    if (last) yield last;
  }

  /** The first line of what cannot be a record, and where reading goes on. */
  #broken(bytes: Uint8Array, at: number): [BrokenRecord, number] {
    const found = lineEnd(bytes, at);
    const tooLong = (found === -1 ? bytes.length : found) - at > MAX_RECORD_BYTES;
    const next = found === -1 ? bytes.length : found;
    this.#skipping = found === -1;
    this.#offset += next - at;
    const code = tooLong ? 'too-large' : 'quote-not-closed';
    const line = this.#line++;
    const goesOn = this.#skipping;
    return [{ kind: 'broken', code, line, nextLine: this.#line, end: this.#offset, goesOn }, next];
  }
}

/** Behind the end of the line that begins at `at`; -1 when there is none yet. */
function lineEnd(bytes: Uint8Array, at: number): number {
  const feed = bytes.indexOf(LINE_FEED, at);
  const back = bytes.indexOf(RETURN, at);
  if (back !== -1 && back + 1 < (feed === -1 ? bytes.length : feed)) return back + 1;
  return feed === -1 ? -1 : feed + 1;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
