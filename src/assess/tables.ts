/** Reading a table under its hit policy. */
import type { CollectRow, DecisionRow, RowBase } from '../rulebook/book.ts';
import { applies } from '../rulebook/condition.ts';
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
  const hits = hitsOf(rulebook.decisions.get(table) ?? [], facts);
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
export function collect(
  rulebook: Rulebook,
  table: string,
  facts: readonly number[],
): readonly Compiled<CollectRow>[] {
  return hitsOf(rulebook.collections.get(table) ?? [], facts);
}

/** An index pays once a table is read more often than this: making it costs as much as testing all rows some times. */
const FEW_READINGS = 9;

interface Reading<Row extends RowBase> {
  times: number;
  index: TableIndex<Compiled<Row>> | undefined;
}

/** The rows that apply, in the order of the table. */
function hitsOf<Row extends RowBase>(
  rows: readonly Compiled<Row>[],
  facts: readonly number[],
): readonly Compiled<Row>[] {
  // what is kept under these very rows has their type
  let reading = readings.get(rows) as Reading<Row> | undefined;
  if (!reading) readings.set(rows, (reading = { times: 0, index: undefined }));
  if (reading.times++ < FEW_READINGS) return rows.filter(({ boxes }) => applies(boxes, facts));
  reading.index ??= new TableIndex(rows);
  return reading.index.hits(facts);
}

const readings = new WeakMap<object, unknown>();
