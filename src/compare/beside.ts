/** What an answer rests on besides statements: the calendar, and what a book declares. */
import type { PlainDate } from '../case/plain-date.ts';
import type { Book } from '../rulebook/book.ts';

/** A holiday that begins or ends with the second of two days. */
export interface HolidayChange {
  readonly id: string;
  readonly begins: boolean;
}

/** Holidays that count on one side of the step from `a` to `b` only. */
export function holidayChanges({ holidays }: Book, a: PlainDate, b: PlainDate): HolidayChange[] {
  const [first, second] = a <= b ? [a, b] : [b, a];
  return Object.entries(holidays).flatMap(([id, { from, until }]) => {
    const begins = from !== undefined && from > first && from <= second;
    const ends = until !== undefined && until >= first && until < second;
    return begins === ends ? [] : [{ id, begins: begins === a <= b }];
  });
}

/** Sections whose entries are compared as they stand, because no table decides what they say. */
const SECTIONS = [
  'earliest',
  'newLength',
  'fields',
  'facts',
  'tables',
  'reasons',
  'outcomes',
  'routes',
  'piles',
  'handedInPiles',
  'payments',
  'week',
  'holidays',
  'modules',
  'events',
] as const satisfies readonly (keyof Book)[];

/** Declarations that two books have differently, as `section id`; places in files say nothing. */
export function declaredDifferently(a: Book, b: Book): string[] {
  return SECTIONS.flatMap((section) => {
    const [one, two] = [entriesOf(a[section]), entriesOf(b[section])];
    return [...new Set([...one.keys(), ...two.keys()])]
      .filter((id) => one.get(id) !== two.get(id))
      .map((id) => `${section} ${id}`.trim());
  });
}

function entriesOf(section: unknown): Map<string, string> {
  if (section === null || typeof section !== 'object' || Array.isArray(section))
    return new Map([['', text(section)]]);
  return new Map(Object.entries(section).map(([id, entry]) => [id, text(entry)]));
}

function text(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (['place', 'source', 'sources', 'sure', 'checked'].includes(key)) return undefined;
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)));
  });
}
