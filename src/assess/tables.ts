/** Reading a table under its hit policy. */
import type { CollectRow, DecisionRow, RowBase } from '../rulebook/book.ts';
import { withoutOverridden } from '../rulebook/overrides.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { TableIndex } from '../rulebook/table-index.ts';

/** A table that should have had exactly one row for a case had none, or several. */
export class TableGap extends Error {
  override readonly name = 'TableGap';
  readonly table: string;
  readonly rules: readonly string[];

  constructor(table: string, rules: readonly string[]) {
    super(
      rules.length === 0
        ? `table ${table}: no rule applies to this case`
        : `table ${table}: these rules all apply: ${rules.join(', ')}`,
    );
    this.table = table;
    this.rules = rules;
  }
}

/**
 * The one row of a `unique` or `override` table that applies. Under `override` an exception takes the place
 * of the row that it names. Throws {@link TableGap} when the table leaves no row or several: order never
 * decides.
 */
export function decide(rulebook: Rulebook, table: string, facts: readonly number[]): Compiled<DecisionRow> {
  const hits = indexOf(rulebook.decisions.get(table) ?? []).hits(facts);
  const left = hits.length > 1 ? withoutOverridden(hits) : hits;
  const [row, ...more] = left;
  if (!row || more.length > 0)
    throw new TableGap(
      table,
      left.map((hit) => hit.id),
    );
  return row;
}

/** All rows of a `collect` table that apply, in the order of the book. */
export function collect(rulebook: Rulebook, table: string, facts: readonly number[]): Compiled<CollectRow>[] {
  return indexOf(rulebook.collections.get(table) ?? []).hits(facts);
}

/** The index of a table's rows, made when the table is first read. */
function indexOf<Row extends RowBase>(rows: readonly Compiled<Row>[]): TableIndex<Compiled<Row>> {
  // an index made of these very rows: what is kept under them has their type
  let index = indexes.get(rows) as TableIndex<Compiled<Row>> | undefined;
  if (!index) indexes.set(rows, (index = new TableIndex(rows)));
  return index;
}

const indexes = new WeakMap<object, unknown>();
