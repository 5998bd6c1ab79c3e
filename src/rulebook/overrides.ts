/** The policy of tables of exceptions: one piece for reading them and for proving them. */
import type { DecisionRow } from './book.ts';

/** Drops every row that another applying row takes the place of. */
export function withoutOverridden<Row extends DecisionRow>(hits: readonly Row[]): Row[] {
  const overridden = new Set(hits.map((hit) => hit.overrides));
  return hits.filter((hit) => !overridden.has(hit.id));
}
