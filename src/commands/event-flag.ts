/** `--event`: what happened, in place of procedure and reason. */
import type { RawFields } from '../case/read-case.ts';
import { suggest } from '../case/reasons.ts';
import { InputError } from '../errors.ts';
import { resolveEvent } from '../questions/front-door.ts';
import type { Book } from '../rulebook/book.ts';

/**
 * Adds what an event leads to under the fields given, which win over it. Throws {@link InputError} for an
 * event that does not exist or that needs another permit than the one held.
 */
export function fieldsOfEvent(book: Book, event: string, given: RawFields): RawFields {
  const events = [...new Set(book.events.map((row) => row.event))];
  if (!events.includes(event)) {
    const suggestion = suggest(event, events);
    throw new InputError([
      {
        code: 'unknown-value',
        path: '--event',
        value: event,
        allowed: events,
        ...(suggestion && { suggestion }),
      },
    ]);
  }
  const held = typeof given.from === 'string' ? given.from : undefined;
  const wanted = typeof given.reason === 'string' ? given.reason : undefined;
  const found = resolveEvent(book, event, held, wanted);
  if (!found) {
    const allowed = book.events.flatMap((row) => (row.event === event ? (row.held ?? []) : []));
    throw new InputError([
      {
        code: held === undefined ? 'missing' : 'unknown-value',
        path: 'from',
        ...(held !== undefined && { value: held }),
        allowed: allowed.filter((reason) => reason !== null),
      },
    ]);
  }
  const { procedure, reason, change } = found;
  return { ...(procedure && { procedure }), ...(reason && { reason }), ...(change && { change }), ...given };
}
