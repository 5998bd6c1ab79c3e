/** Who answers the batches: this thread, or several others that are given one batch after the other. */
import { Worker } from 'node:worker_threads';
import { answerBatch, type BatchResult } from '../batch/answer-batch.ts';
import { makeAnswerer } from '../batch/answer.ts';
import type { Batch } from '../batch/frame.ts';
import type { Plan } from '../batch/plan.ts';
import { messagesOf, type Language } from '../messages/language.ts';
import type { Book } from '../rulebook/book.ts';
import { openRulebook, type Rulebook } from '../rulebook/rulebook.ts';
import { rowWriter } from './csv-rows.ts';

/** What another thread needs to answer as this one would. */
export interface Assignment {
  readonly book: Book;
  readonly language: Language;
  readonly plan: Plan;
}

export interface Work {
  /** Answers a batch; answers come back in any order. */
  answer(batch: Batch): Promise<BatchResult>;
  /** Batches that keep everyone busy. */
  readonly ahead: number;
  close(): Promise<void>;
}

/** Prepares the answering of batches in as many threads as asked for. One means this one. */
export async function startWork(
  jobs: number,
  rulebook: Rulebook,
  language: Language,
  plan: Plan,
): Promise<Work> {
  if (jobs > 1) return new Pool(jobs, { book: rulebook.book, language, plan });
  const answer = await answering(rulebook, language, plan);
  return { answer: (batch) => Promise.resolve(answer(batch)), ahead: 0, close: () => Promise.resolve() };
}

/** The answering of batches for an assignment that came from another thread. */
export async function answeringFor({ book, language, plan }: Assignment) {
  return answering(openRulebook(book), language, plan);
}

async function answering(rulebook: Rulebook, language: Language, plan: Plan) {
  const rows = plan.output.kind === 'csv' ? await rowWriter(plan.output.delimiter) : undefined;
  const answerer = makeAnswerer(plan, rulebook, await messagesOf(language), rows);
  return (batch: Batch): BatchResult => answerBatch(answerer, plan, batch);
}

/** Name of the file that other threads begin with, beside the program's own. */
const WORKER_FILE = 'batch-worker.js';

interface Waiting {
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: Error) => void;
}

class Pool implements Work {
  readonly ahead: number;
  readonly #workers: readonly { readonly worker: Worker; readonly waiting: Waiting[] }[];
  #next = 0;

  constructor(jobs: number, assignment: Assignment) {
    // one batch in hand and one in reserve for each
    this.ahead = jobs * 2;
    this.#workers = Array.from({ length: jobs }, () => {
      const worker = new Worker(new URL(WORKER_FILE, import.meta.url), { workerData: assignment });
      const waiting: Waiting[] = [];
      worker.on('message', (result: BatchResult) => waiting.shift()?.resolve(result));
      const fail = (error: Error) => {
        for (const { reject } of waiting.splice(0)) reject(error);
      };
      worker.on('error', fail);
      worker.on('exit', () => {
        fail(new Error('a thread has ended'));
      });
      return { worker, waiting };
    });
  }

  answer(batch: Batch): Promise<BatchResult> {
    const one = this.#workers[this.#next];
    this.#next = (this.#next + 1) % this.#workers.length;
    if (!one) throw new Error('no thread to answer');
    // each gets every n-th batch and answers in turn, so its answers come in the order of its batches
    return new Promise((resolve, reject) => {
      one.waiting.push({ resolve, reject });
      if (batch.kind === 'broken') one.worker.postMessage(batch);
      else {
        // a copy of its own, which the other thread can have
        const bytes = new Uint8Array(batch.bytes);
        one.worker.postMessage({ ...batch, bytes }, [bytes.buffer]);
      }
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map(({ worker }) => worker.terminate()));
  }
}
