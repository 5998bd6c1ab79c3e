/** Other threads that answer batches. */
import { Worker } from 'node:worker_threads';
import type { BatchResult } from '../batch/answer-batch.ts';
import type { Batch } from '../batch/frame.ts';
import type { Assignment, Work } from './batch-work.ts';

/** Name of the file that other threads begin with, beside the program's own. */
const WORKER_FILE = 'batch-worker.cjs';

interface Waiting {
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: Error) => void;
}

/** Gives every thread a batch in turn; answers come in the order of the batches. */
export class Pool implements Work {
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
