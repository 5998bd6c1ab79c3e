import { EXIT } from './exit-codes.ts';

/** One thing wrong with the input: where, what, and what would be allowed. */
export interface Problem {
  /** Stable identifier for scripts, such as `missing` or `unknown-value`. */
  readonly code: ProblemCode;
  /** Field (`months`, `family.1.born`), flag or file that the problem is about; empty for the whole input. */
  readonly path: string;
  /** What was given, as text. */
  readonly value?: string;
  /** Allowed members, or one format in words of the message catalogue. */
  readonly allowed?: readonly string[];
  readonly suggestion?: string;
  readonly line?: number;
  readonly column?: number;
  /** Anything that only the raising place knows (a parser's reason, a size). */
  readonly detail?: string;
}

export type ProblemCode =
  | 'missing'
  | 'unknown-field'
  | 'unknown-value'
  | 'ambiguous-value'
  | 'not-a-date'
  | 'no-such-day'
  | 'date-too-early'
  | 'date-after-answer-day'
  | 'not-a-boolean'
  | 'not-an-integer'
  | 'out-of-range'
  | 'not-a-list'
  | 'not-a-mapping'
  | 'not-text'
  | 'bad-family'
  | 'bad-tick'
  | 'not-ticks'
  | 'bad-block'
  | 'changed-since-read'
  | 'not-in-answer'
  | 'empty-input'
  | 'not-readable'
  | 'not-a-file'
  | 'not-a-folder'
  | 'too-large'
  | 'not-utf8'
  | 'not-yaml'
  | 'no-result'
  | 'not-writable'
  | 'file-exists'
  | 'not-available'
  | BatchProblemCode
  | 'usage';

/** What can be wrong with the input or the output of many cases. */
export type BatchProblemCode =
  | 'not-json'
  | 'json-list'
  | 'no-header'
  | 'text-behind-quote'
  | 'quote-not-closed'
  | 'too-many-cells'
  | 'column-twice'
  | 'column-missing'
  | 'unknown-column'
  | 'no-such-column'
  | 'unknown-output'
  | 'record-too-large'
  | 'record-not-utf8'
  | 'bad-encoding'
  | 'too-deep'
  | 'no-answer'
  | 'unfinished-part'
  | 'no-journal'
  | 'other-run'
  | 'other-input'
  | 'needs-out'
  | 'names-needed';

/** The input cannot be used: every problem found, none hidden behind another. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly exitCode = EXIT.unusable;
  readonly problems: readonly Problem[];
  /** Name of the file or stream that the problems are in, when there is one. */
  readonly origin: string | undefined;

  constructor(problems: readonly Problem[], origin?: string) {
    super(problems.map((problem) => `${problem.path}: ${problem.code}`).join('; '));
    this.problems = problems;
    this.origin = origin;
  }
}

/** A place in a rule file and what is wrong there. */
export interface RuleProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** The line itself, so that the reader need not open the file. */
  readonly excerpt?: string;
  /** Fields of a case that shows it. */
  readonly case?: Readonly<Record<string, unknown>>;
}

/** The rule book cannot be used, or failed its check. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';
  readonly exitCode = EXIT.failed;
  readonly problems: readonly RuleProblem[];

  constructor(problems: readonly RuleProblem[]) {
    super(problems.map((problem) => `${problem.file}: ${problem.message}`).join('\n'));
    this.problems = problems;
  }
}

/** The person left: Ctrl-C, or the input ended before the interview did. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exitCode: number;
  /** The answers were kept in a file that the person named. */
  kept = false;

  constructor(cause: 'ctrl-c' | 'end-of-input') {
    super(cause);
    this.exitCode = cause === 'ctrl-c' ? EXIT.interrupted : EXIT.unusable;
  }
}
