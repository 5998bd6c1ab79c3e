/** A batch under way: input cut, answered, written in order, with the places from which it can go on. */
import { createHash } from 'node:crypto';
import type { BatchResult } from '../batch/answer-batch.ts';
import type { Refusal } from '../batch/answer.ts';
import { Framer, type Batch } from '../batch/frame.ts';
import type { Plan } from '../batch/plan.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Language } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { BatchInput } from './batch-input.ts';
import type { Position } from './batch-journal.ts';
import type { BatchOutput, OpenedOutput } from './batch-output.ts';
import { Progress } from './batch-progress.ts';
import { startWork, type Work } from './batch-work.ts';
import { rowWriter } from './csv-rows.ts';

/** Bytes of input in one batch: answers are small with chosen columns, and hundreds of times the input without. */
const BATCH_BYTES = 16_384;
const BATCH_BYTES_WHOLE = 8_192;

/** Everything that is settled before the first record. */
export interface Run {
  readonly io: Io;
  readonly messages: Messages;
  readonly quiet: boolean;
  readonly input: BatchInput;
  readonly plan: Plan;
  readonly bom: boolean;
  readonly rulebook: Rulebook;
  /** The rule book is not the program's own. */
  readonly otherRules: boolean;
  readonly language: Language;
  readonly jobs: number;
  /** The file that the answers go into, or none. */
  readonly file: string | undefined;
}

/** A batch that somebody answers, with the digest of the input up to its end. */
interface Underway {
  readonly batch: Batch;
  readonly digest: string;
  readonly answers: Promise<BatchResult>;
}

/**
 * Answers everything and gives the number of refused records. Throws {@link InputError} when the output cannot be
 * written, or when a run cannot go on because its input is another one.
 */
export async function answerAll(run: Run, { output, from }: OpenedOutput): Promise<number> {
  const { io, messages, quiet, file } = run;
  if (file !== undefined) io.interruption.message = messages.batch.interrupted(file);
  const progress = new Progress(io, messages.batch, quiet, from?.records ?? 0);
  const writer = new InOrder(run, output, progress, from);
  let work: Work | undefined;
  try {
    if (!from) await writer.begin();
    for await (const { batch, digest } of batchesOf(run, from)) {
      // threads are worth their start only once there is something to answer
      work ??= await startWork(run);
      const answers = work.answer(batch);
      // whoever waits for it is told of a failure; one that comes before must not end the program
      answers.catch(() => undefined);
      await writer.take({ batch, digest, answers }, work.ahead);
      if (writer.closed) break;
    }
    await writer.finish();
  } catch (error) {
    await output.leave();
    throw error;
  } finally {
    progress.end();
    await work?.close();
  }
  if (!quiet) tell(run, writer);
  return writer.at.refused;
}

/** Writes answers in the order of their batches. */
class InOrder {
  at: Position;
  /** Nobody reads any more, or the run stopped at a refused record. */
  closed = false;
  stopped: Refusal | undefined;
  readonly #queue: Underway[] = [];
  readonly #run: Run;
  readonly #output: BatchOutput;
  readonly #progress: Progress;

  constructor(run: Run, output: BatchOutput, progress: Progress, from: Position | undefined) {
    this.#run = run;
    this.#output = output;
    this.#progress = progress;
    this.at = from ?? { offset: 0, line: 1, records: 0, refused: 0, digest: '' };
  }

  /** Byte order mark and header of a CSV. */
  async begin(): Promise<void> {
    const { output } = this.#run.plan;
    if (output.kind !== 'csv') return;
    const row = (await rowWriter(output.delimiter))([output.columns.map(({ name }) => name)]);
    this.closed = !(await this.#output.write(Buffer.from(this.#run.bom ? `\ufeff${row}` : row)));
  }

  /** Takes a batch, and writes until no more than `ahead` are waiting. */
  async take(underway: Underway, ahead: number): Promise<void> {
    this.#queue.push(underway);
    while (this.#queue.length > ahead && !this.closed) await this.#writeNext();
  }

  async finish(): Promise<void> {
    while (this.#queue.length > 0 && !this.closed) await this.#writeNext();
    if (this.stopped) await this.#output.leave();
    else await this.#output.finish(this.at);
  }

  /** How much of the input is answered; what is read ahead counts only where bytes are not what they were. */
  #share({ size, encoding, read }: BatchInput): number | undefined {
    if (size === undefined) return undefined;
    return Math.min(1, (encoding === 'utf-8' ? this.at.offset : read()) / Math.max(1, size));
  }

  async #writeNext(): Promise<void> {
    const next = this.#queue.shift();
    if (!next) return;
    const { batch, digest } = next;
    const result = await next.answers;
    const { input, file } = this.#run;
    // a file ends before the record that stopped it, so that it can go on once that is put right
    const bytes =
      result.stopped && file !== undefined ? result.bytes.subarray(0, result.whole) : result.bytes;
    this.closed = !(await this.#output.write(bytes)) || result.stopped;
    const first = this.at.first ?? result.first;
    this.at = {
      offset: batch.end,
      line: batch.nextLine,
      records: this.at.records + result.records,
      refused: this.at.refused + result.refused,
      ...(first && { first }),
      digest,
    };
    if (result.stopped) this.stopped = result.first;
    else if (batch.kind === 'records' || !batch.goesOn) await this.#output.settle(this.at);
    if (this.closed) return;
    this.#progress.update({ records: this.at.records, refused: this.at.refused, share: this.#share(input) });
  }
}

/** What the person is told at the end: why the run stopped, and how many records have no answer. */
function tell({ io, messages, file }: Run, { at, stopped, closed }: InOrder): void {
  const { batch } = messages;
  if (stopped) io.stderr.write(`${batch.stopped(stopped.message, file)}\n`);
  else if (closed) return;
  else if (at.records === 0) io.stderr.write(`${batch.noRecords}\n`);
  else if (at.first) io.stderr.write(`${batch.someRefused(at.records, at.refused, at.first.message)}\n`);
}

/**
 * The batches from where the run begins, each with the digest of all input up to its end (of a run into a file,
 * which can be continued). Throws {@link InputError} when the input up to there is not what was answered before.
 */
async function* batchesOf(
  { input, plan, file }: Run,
  from: Position | undefined,
): AsyncGenerator<{ readonly batch: Batch; readonly digest: string }> {
  const begins = { offset: input.header?.bytes ?? 0, line: (input.header?.lines ?? 0) + 1 };
  const { offset, line } = from ?? begins;
  const framer = new Framer({
    delimiter: plan.input.kind === 'csv' ? plan.input.delimiter : undefined,
    offset,
    line,
    batchBytes: plan.output.columns ? BATCH_BYTES : BATCH_BYTES_WHOLE,
  });
  const digest = file === undefined ? undefined : new Digest();
  let seen = 0;
  const another = () => new InputError([{ code: 'other-input', path: 'FILE' }], file);
  function* digested(batches: Iterable<Batch>) {
    for (const batch of batches) yield { batch, digest: digest?.upTo(batch.end) ?? '' };
    digest?.pass(framer.offset);
  }
  for await (const piece of input.bytes) {
    digest?.add(piece);
    const skip = Math.min(piece.length, Math.max(0, offset - seen));
    seen += piece.length;
    if (from && skip > 0 && seen >= offset && digest?.upTo(offset) !== from.digest) throw another();
    digest?.pass(Math.min(seen, offset));
    yield* digested(framer.push(piece.subarray(skip)));
  }
  if (from && seen < offset) throw another();
  yield* digested(framer.end());
}

/** The digest of a stream up to any place, asked for in order. */
class Digest {
  readonly #hash = createHash('sha256');
  #held: Uint8Array[] = [];
  #at = 0;

  add(piece: Uint8Array): void {
    this.#held.push(piece);
  }

  /** Takes in everything before a place. */
  pass(offset: number): void {
    while (this.#at < offset) {
      const piece = this.#held.shift();
      if (!piece) return;
      const wanted = piece.subarray(0, offset - this.#at);
      this.#hash.update(wanted);
      this.#at += wanted.length;
      if (wanted.length < piece.length) this.#held.unshift(piece.subarray(wanted.length));
    }
  }

  upTo(offset: number): string {
    this.pass(offset);
    return this.#hash.copy().digest('hex');
  }
}
