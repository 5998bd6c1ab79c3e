/** What a proof finds wrong with a book. */
import type { RawFields } from '../case/read-case.ts';
import type { RuleProblem } from '../errors.ts';
import type { Place } from '../rulebook/book.ts';

/** What kind of thing does not hold. */
export type Kind =
  | 'gap'
  | 'overlap'
  | 'exception'
  | 'rule'
  | 'alternative'
  | 'condition'
  | 'entry'
  | 'hole'
  | 'line'
  | 'dispute'
  | 'source'
  | 'unused'
  | 'question'
  | 'interview';

/** Something that does not hold (`refuted`), or of which that could not be told (`undecided`): both fail. */
export interface Finding {
  readonly kind: Kind;
  readonly verdict: 'refuted' | 'undecided';
  readonly place: Place | { readonly file: string };
  readonly message: string;
  /** The rule that it is about, where it is about one. */
  readonly rule?: string;
  /** The entry that it is about, as `value from day`. */
  readonly entry?: string;
  /** The condition that changes nothing, as it is written. */
  readonly condition?: string;
  /** The smallest case that shows it. */
  readonly case?: RawFields;
}

/** A finding as a problem of the book. */
export function problemOf({ place, message, verdict, case: shown }: Finding): RuleProblem {
  return {
    ...place,
    message: verdict === 'refuted' ? message : `undecided: ${message}`,
    ...(shown && { case: shown }),
  };
}
