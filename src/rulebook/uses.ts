import type { CollectRow, DecisionRow } from './book.ts';

/** The dated values that a rule names, for amounts, terms, counts, ceilings and wording. */
export function valuesUsedBy(row: DecisionRow | CollectRow): string[] {
  const named =
    'add' in row
      ? [row.count, row.amount, row.term?.value, row.latest?.value, ...(row.with ?? [])]
      : [row.ceiling, row.extendBy];
  return named.filter((id): id is string => typeof id === 'string');
}
