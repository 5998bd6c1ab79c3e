/** From rows and dated values to lines: sources and sureness travel with everything they touch. */
import type { PlainDate } from '../case/plain-date.ts';
import type { Backed, CollectRow, DatedEntry, RowBase, SourceRef, Sure } from '../rulebook/book.ts';
import { entryOn, type Rulebook } from '../rulebook/rulebook.ts';
import { dateFact, UNANSWERED, type Fields } from './facts.ts';
import type { Line } from './assessment.ts';

const WEAKNESS: Readonly<Record<Sure, number>> = { confirmed: 0, single: 1, unconfirmed: 2, disputed: 3 };

/** The weaker of two verdicts: a line is never surer than the values it is made of. */
export function weaker(a: Sure, b: Sure): Sure {
  return WEAKNESS[a] >= WEAKNESS[b] ? a : b;
}

/** References of several statements, each once. */
export function joinSources(...lists: readonly (readonly SourceRef[])[]): SourceRef[] {
  const seen = new Map<string, SourceRef>();
  for (const ref of lists.flat()) seen.set(`${ref.id} ${ref.at ?? ''}`, ref);
  return [...seen.values()];
}

/** The line that a row puts there, backed also by the dated values that it uses. */
export function lineOf(row: RowBase, id: string, person?: string, values: readonly Backed[] = []): Line {
  const disputes = [...new Set([row, ...values].flatMap((backed) => backed.disputes ?? []))];
  return {
    id,
    ...(person !== undefined && { person }),
    rule: row.id,
    sources: joinSources(row.sources, ...values.map((value) => value.sources)),
    sure: values.reduce((sure, value) => weaker(sure, value.sure), row.sure),
    ...(row.alternatives && { alternatives: row.alternatives }),
    ...(row.practice !== undefined && { practice: row.practice }),
    ...(disputes.length > 0 && { disputes }),
  };
}

/**
 * A dated value for a case. Throws when the book has no entry for the day: a hole in the book, which
 * `rules check` looks for.
 */
export function datedValue(rulebook: Rulebook, id: string, fields: Fields): DatedEntry {
  const value = rulebook.book.values[id];
  const day = value && dateFact(rulebook, value.lookedUpOn, fields);
  if (day === undefined || day === UNANSWERED) {
    // without the date that selects the entry, the law of the day of the answer is the best that is known
    return entryOrThrow(rulebook, id, fields('on') as PlainDate);
  }
  return entryOrThrow(rulebook, id, day);
}

function entryOrThrow(rulebook: Rulebook, id: string, day: PlainDate): DatedEntry {
  // the book begins on its earliest day: an older event is judged by the law of that day
  const { earliest } = rulebook.book;
  const entry = entryOn(rulebook.book, id, day < earliest ? earliest : day);
  if (!entry) throw new Error(`the rule book has no ${id} for ${day}`);
  return entry;
}

/** The values that the wording of a row mentions. */
export function mentionedValues(
  rulebook: Rulebook,
  row: CollectRow,
  fields: Fields,
): { entries: DatedEntry[]; values: Record<string, number> } {
  const entries: DatedEntry[] = [];
  const values: Record<string, number> = {};
  for (const id of row.with ?? []) {
    const entry = datedValue(rulebook, id, fields);
    entries.push(entry);
    values[id] = entry.is;
  }
  return { entries, values };
}

/** A line whose other answers name dated values, with the numbers of the day in their place. */
export function withValues<L extends Line>(rulebook: Rulebook, fields: Fields, line: L): L {
  if (!line.alternatives) return line;
  const alternatives = line.alternatives.map((other) =>
    typeof other.value === 'string' && other.value in rulebook.book.values
      ? { ...other, value: datedValue(rulebook, other.value, fields).is }
      : other,
  );
  return { ...line, alternatives };
}
