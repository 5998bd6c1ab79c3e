/** Who answers the batches: this thread, or several others that are given one batch after the other. */
import { answerBatch, type BatchResult } from '../batch/answer-batch.ts';
import { makeAnswerer } from '../batch/answer.ts';
import type { Batch } from '../batch/frame.ts';
import type { Plan } from '../batch/plan.ts';
import { messagesOf, type Language } from '../messages/language.ts';
import type { Book } from '../rulebook/book.ts';
import { loadCompiled } from '../rulebook/compiled.ts';
import { openRulebook, type Rulebook } from '../rulebook/rulebook.ts';
import { rowWriter } from './csv-rows.ts';

/** What another thread needs to answer as this one would. */
export interface Assignment {
  /** The book of `--rules`; absent where the program's own answers, which a thread reads quicker than it is sent. */
  readonly book?: Book;
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

/** What is answered, and by how many threads. */
interface Order {
  readonly jobs: number;
  readonly rulebook: Rulebook;
  /** The rule book is not the program's own. */
  readonly otherRules: boolean;
  readonly language: Language;
  readonly plan: Plan;
}

/** Prepares the answering of batches in as many threads as asked for. One means this one. */
export async function startWork({ jobs, rulebook, otherRules, language, plan }: Order): Promise<Work> {
  if (jobs > 1) {
    const { Pool } = await import('./batch-pool.ts');
    return new Pool(jobs, { language, plan, ...(otherRules && { book: rulebook.book }) });
  }
  const answer = await answering(rulebook, language, plan);
  return { answer: (batch) => Promise.resolve(answer(batch)), ahead: 0, close: () => Promise.resolve() };
}

/** The answering of batches for an assignment that came from another thread. */
export async function answeringFor({ book, language, plan }: Assignment) {
  return answering(book ? openRulebook(book) : loadCompiled(), language, plan);
}

async function answering(rulebook: Rulebook, language: Language, plan: Plan) {
  const rows = plan.output.kind === 'csv' ? await rowWriter(plan.output.delimiter) : undefined;
  const answerer = makeAnswerer(plan, rulebook, await messagesOf(language), rows);
  return (batch: Batch): BatchResult => answerBatch(answerer, plan, batch);
}
