/** What both ways of asking have in common. */
import type { AnswerValue } from './answers.ts';
import type { Question } from './catalogue.ts';

/** One step back, or an answer; `undefined` leaves the question open. */
export type Reply = 'back' | { readonly value: AnswerValue };

/** An answer given before, to start from. */
export interface Earlier {
  readonly value: AnswerValue;
}

/** Asks people. Everything is written to the error stream. */
export interface Asker {
  /**
   * Asks until the answer has the right form. Throws `Interrupted` when the person stops or the input ends
   * before an answer.
   */
  ask(question: Question, earlier?: Earlier): Promise<Reply>;
  /**
   * Asks for a line of free text such as a name of a file; empty for none. Throws `Interrupted` likewise, and
   * also when nothing was typed for so many milliseconds, where `patience` is given.
   */
  line(text: string, hint: string, patience?: number): Promise<string>;
  /** Says something that needs no answer. */
  say(text: string): void;
  /** Repeats an answer as it was understood. */
  echo(question: Question, answer: string): void;
  close(): void;
}

/** Lists longer than this are searched by typing. */
export const LONG_LIST = 7;
