/** From rows and dated values to lines: sources and sureness travel with everything they touch. */
import type { PlainDate } from '../case/plain-date.ts';
import type { Backed, CollectRow, DatedEntry, RowBase, SourceRef, Sure } from '../rulebook/book.ts';
import { entryOn, type Rulebook } from '../rulebook/rulebook.ts';
import { onceFor } from '../once-for.ts';
import { dateFact, UNANSWERED, type Fields } from './facts.ts';
import type { Line } from './assessment.ts';

const WEAKNESS: Readonly<Record<Sure, number>> = { confirmed: 0, single: 1, unconfirmed: 2, disputed: 3 };

/** The weaker of two verdicts: a line is never surer than the values it is made of. */
export function weaker(a: Sure, b: Sure): Sure {
  return WEAKNESS[a] >= WEAKNESS[b] ? a : b;
}

/** References of several statements, each once. */
export function joinSources(...lists: readonly (readonly SourceRef[])[]): SourceRef[] {
  const all: SourceRef[] = [];
  // lists are short: looking through them costs less than naming each reference
  for (const list of lists) {
    for (const ref of list) if (!all.some(({ id, at }) => id === ref.id && at === ref.at)) all.push(ref);
  }
  return all;
}

/** The line that a row puts there, backed also by the dated values that it uses. */
export function lineOf(row: RowBase, id: string, person?: string, values: readonly Backed[] = []): Line {
  const own = ownPart(row);
  let { sources, sure, disputes } = own;
  for (const value of values) {
    sources = joinSources(sources, value.sources);
    sure = weaker(sure, value.sure);
    if (value.disputes) disputes = [...new Set([...disputes, ...value.disputes])];
  }
  // written out one by one: this is the hottest place of an assessment, and spreading objects is slow
  const line: Writable<Line> =
    person === undefined ? { id, rule: row.id, sources, sure } : { id, person, rule: row.id, sources, sure };
  if (own.alternatives) line.alternatives = own.alternatives;
  if (own.practice !== undefined) line.practice = own.practice;
  if (disputes.length > 0) line.disputes = disputes;
  return line;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What all lines of a row share, whatever the case; no dispute where it names none. */
interface OwnPart extends Pick<RowBase, 'sources' | 'sure'> {
  readonly alternatives: RowBase['alternatives'] | undefined;
  readonly practice: string | undefined;
  readonly disputes: readonly string[];
}

/** Put together when the row first applies. */
const ownPart = onceFor((row: RowBase): OwnPart => ({
  sources: joinSources(row.sources),
  sure: row.sure,
  alternatives: row.alternatives,
  practice: row.practice,
  disputes: [...new Set(row.disputes)],
}));

/** The book has no entry of a dated value for the day: a hole, which `rules check` looks for. */
export class ValueHole extends Error {
  override readonly name = 'ValueHole';
  readonly value: string;

  constructor(value: string, day: PlainDate) {
    super(`the rule book has no ${value} for ${day}`);
    this.value = value;
  }
}

/** A dated value for a case. Throws {@link ValueHole} when the book has no entry for the day. */
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
  if (!entry) throw new ValueHole(id, day);
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
