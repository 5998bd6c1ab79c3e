/** The front door: what happened, and the permit held, lead to a procedure and a reason. */
import type { Book, EventRow } from '../rulebook/book.ts';

/** The answer of somebody who knows the procedure and names it. */
export const EXPERT = 'other';

/** In a row's `reason`: that of the permit held. */
const AS_HELD = 'held';

/** What an event means; whatever is missing the person is asked. */
export interface EventMeaning {
  readonly procedure?: string;
  readonly reason?: string;
  /** Reasons among which the person chooses; all of them when absent and no reason is set. */
  readonly among?: readonly string[];
  readonly change?: string;
}

/**
 * What an event leads to with the permit held (`undefined` for none), and with the reason wanted where rows of
 * the event differ by it. `undefined` when the book has no row for the event with this permit.
 */
export function resolveEvent(
  book: Pick<Book, 'events'>,
  event: string,
  held?: string,
  wanted?: string,
): EventMeaning | undefined {
  const rows = rowsFor(book, event, held);
  const fitting =
    wanted === undefined ? [] : rows.filter((row) => reasonsOf(row, held)?.includes(wanted) ?? true);
  const left = fitting.length > 0 ? fitting : rows;
  const [row, ...more] = left;
  if (!row) return undefined;
  if (more.length > 0) return { among: left.flatMap((one) => reasonsOf(one, held) ?? []) };
  const reason = row.reason === AS_HELD ? held : row.reason;
  return {
    procedure: row.procedure,
    ...(reason !== undefined && { reason }),
    ...(row.among && { among: row.among }),
    ...(row.change !== undefined && { change: row.change }),
  };
}

/** The events of the book, each once, in its order. */
export function eventsOf(book: Pick<Book, 'events'>): string[] {
  return [...new Set(book.events.map(({ event }) => event))];
}

/** Whether the permit held must be known before the event means anything. */
export function asksHeld(book: Pick<Book, 'events'>, event: string): boolean {
  return book.events.some((row) => row.event === event && (row.held !== undefined || row.reason === AS_HELD));
}

/** Permits with which the event leads somewhere; `undefined` among them stands for holding none. */
export function heldFor(book: Pick<Book, 'events' | 'reasons'>, event: string): (string | undefined)[] {
  const withNone = rowsFor(book, event, undefined).some((row) => row.reason !== AS_HELD);
  const permits = Object.keys(book.reasons).filter((id) => rowsFor(book, event, id).length > 0);
  return withNone ? [...permits, undefined] : permits;
}

function rowsFor(book: Pick<Book, 'events'>, event: string, held: string | undefined): EventRow[] {
  return book.events.filter((row) => row.event === event && (row.held?.includes(held ?? null) ?? true));
}

function reasonsOf(row: EventRow, held: string | undefined): readonly string[] | undefined {
  if (row.among) return row.among;
  const reason = row.reason === AS_HELD ? held : row.reason;
  return reason === undefined ? undefined : [reason];
}
