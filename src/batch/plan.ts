/** How a batch is read and answered; everything here survives being sent to another thread. */
import type { PlainDate } from '../case/plain-date.ts';
import type { Carry, Column } from './columns.ts';
import type { OutputColumn } from './fields.ts';

export interface Plan {
  readonly on: PlainDate;
  readonly input:
    | { readonly kind: 'jsonl' }
    | { readonly kind: 'csv'; readonly delimiter: string; readonly columns: readonly Column[] };
  readonly carry: Carry;
  /** Rows of a CSV, objects with these columns, or whole answers. */
  readonly output:
    | { readonly kind: 'csv'; readonly columns: readonly OutputColumn[]; readonly delimiter: string }
    | { readonly kind: 'jsonl'; readonly columns: readonly OutputColumn[] | undefined };
  /** Stop at the first record that is refused. */
  readonly strict: boolean;
}
