/** Rows of tables as people write them → rows of the book. */
import type { Box, CollectRow, DecisionRow, EventRow, Place } from './book.ts';
import { boxes, listOf, sourceRefs, type Sets } from './notation.ts';
import type { CollectInput, DecisionInput, RuleFile } from './schema.ts';

/** Where a row stands, and what its file says for all its rows. */
export interface RowContext {
  readonly id: string;
  /** Path of the file without its ending, and the table: how the file's own rules name each other. */
  readonly base: string;
  readonly scope: Box;
  readonly sets: Sets;
  readonly place: Place;
}

/** A row that decides. Throws with the name of a set that nobody declared. */
export function decisionRow(row: DecisionInput, context: RowContext): DecisionRow {
  const parent = row.overrides;
  return {
    ...rowBase(row, context),
    give: row.give,
    ...(parent !== undefined && { overrides: parent.includes('/') ? parent : `${context.base}/${parent}` }),
    ...(row.ceiling !== undefined && { ceiling: row.ceiling }),
    ...(row.asked !== undefined && { asked: row.asked }),
    ...(row.least === true && { least: true }),
    ...(row['extend-by'] !== undefined && { extendBy: row['extend-by'] }),
    ...(row.advice !== undefined && { advice: row.advice }),
  };
}

/** A row that adds lines. Throws with the name of a set that nobody declared. */
export function collectRow(row: CollectInput, context: RowContext): CollectRow {
  return {
    ...rowBase(row, context),
    add: listOf(row.add),
    ...(row.pile !== undefined && { pile: row.pile }),
    ...(row.count !== undefined && { count: row.count }),
    ...(row.amount !== undefined && { amount: row.amount }),
    ...(row.from !== undefined && { from: row.from }),
    ...(row.term !== undefined && { term: row.term }),
    ...(row.latest !== undefined && { latest: row.latest }),
    ...(row.headline !== undefined && { headline: row.headline }),
    ...(row['met-by'] !== undefined && { metBy: listOf(row['met-by']) }),
    ...(row.role !== undefined && { role: row.role }),
    ...(row.order !== undefined && { order: row.order }),
    ...(row.with !== undefined && { with: listOf(row.with) }),
  };
}

function rowBase(row: DecisionInput | CollectInput, { id, scope, sets, place }: RowContext) {
  return {
    id,
    when: boxes(row.when, scope, sets),
    sources: sourceRefs(row.source),
    sure: row.sure,
    ...(row.dispute !== undefined && { disputes: listOf(row.dispute) }),
    ...(row.alternatives && {
      alternatives: row.alternatives.map(({ when, value, source }) => ({
        when,
        value,
        sources: sourceRefs(source),
      })),
    }),
    ...(row.practice !== undefined && { practice: row.practice }),
    place,
  };
}

/** A row of the front door. */
export function eventRow(
  row: NonNullable<RuleFile['events']>[number],
  index: number,
  sets: Sets,
  place: Place,
): EventRow {
  const members = (input: string | null | readonly (string | null)[] | undefined) =>
    listOf(input).flatMap((item) => (item?.startsWith('$') ? [...(sets[item.slice(1)] ?? [item])] : [item]));
  return {
    id: `events/${row.event}/${index}`,
    event: row.event,
    ...(row.about !== undefined && { about: row.about }),
    ...(row.held !== undefined && { held: members(row.held) }),
    procedure: row.procedure,
    ...(row.reason !== undefined && { reason: row.reason }),
    ...(row.among !== undefined && { among: members(row.among) as string[] }),
    ...(row.change !== undefined && { change: row.change }),
    place,
  };
}
