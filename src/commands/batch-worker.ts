/** A thread of `permesso batch`: batches in, answers out, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Batch } from '../batch/frame.ts';
import { answeringFor, type Assignment } from './batch-work.ts';

void answeringFor(workerData as Assignment).then((answer) => {
  parentPort?.on('message', (batch: Batch) => {
    const result = answer(batch);
    parentPort?.postMessage(result, [result.bytes.buffer]);
  });
});
