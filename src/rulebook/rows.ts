/** Rows of tables as people write them → rows of the book. */
import type { Box, CollectRow, DecisionRow, EventRow, Place } from './book.ts';
import { given, givenList } from './given.ts';
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
    ...given({
      overrides: parent === undefined || parent.includes('/') ? parent : `${context.base}/${parent}`,
      ceiling: row.ceiling,
      asked: row.asked,
      least: row.least,
      extendBy: row['extend-by'],
      advice: row.advice,
    }),
  };
}

/** A row that adds lines. Throws with the name of a set that nobody declared. */
export function collectRow(row: CollectInput, context: RowContext): CollectRow {
  return {
    ...rowBase(row, context),
    add: listOf(row.add),
    ...given({
      pile: row.pile,
      count: row.count,
      amount: row.amount,
      from: row.from,
      term: row.term,
      latest: row.latest,
      headline: row.headline,
      metBy: givenList(row['met-by']),
      role: row.role,
      order: row.order,
      with: givenList(row.with),
    }),
  };
}

function rowBase(row: DecisionInput | CollectInput, { id, scope, sets, place }: RowContext) {
  return {
    id,
    when: boxes(row.when, scope, sets),
    sources: sourceRefs(row.source),
    sure: row.sure,
    ...given({
      disputes: givenList(row.dispute),
      alternatives: row.alternatives?.map(({ when, value, source }) => ({
        when,
        value,
        sources: sourceRefs(source),
      })),
      practice: row.practice,
    }),
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
    givenList(input)?.flatMap((item) =>
      item?.startsWith('$') ? [...(sets[item.slice(1)] ?? [item])] : [item],
    );
  return {
    id: `events/${row.event}/${index}`,
    event: row.event,
    procedure: row.procedure,
    ...given({
      about: row.about,
      held: members(row.held),
      reason: row.reason,
      among: members(row.among) as string[] | undefined,
      change: row.change,
    }),
    place,
  };
}
