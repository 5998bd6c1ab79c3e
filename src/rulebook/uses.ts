import type { Book, CollectRow, DecisionRow } from './book.ts';

/** The dated values that a rule names, for amounts, terms, counts, ceilings and wording. */
export function valuesUsedBy(row: DecisionRow | CollectRow): string[] {
  const named =
    'add' in row
      ? [row.count, row.amount, row.term?.value, row.latest?.value, ...(row.with ?? [])]
      : [row.ceiling, row.extendBy];
  return named.filter((id): id is string => typeof id === 'string');
}

/** The same with what a contribution gives, and with the values of other answers. */
export function datedValuesOf({ values }: Book, table: string, row: DecisionRow | CollectRow): string[] {
  const others = (row.alternatives ?? []).map(({ value }) => String(value));
  const given = 'give' in row && table === 'contribution' ? [row.give] : [];
  return [...new Set([...valuesUsedBy(row), ...given, ...others])].filter((id) => id in values);
}
