/** Ranges with one end moved by one: to the next day, the day before, one more, one less. */
import { addDays, parsePlainDate } from '../../src/case/plain-date.ts';
import type { Fact } from '../../src/rulebook/book.ts';

/** The ranges next to one; none for an absent fact. An end at infinity stays where it is. */
export function movedBounds(fact: Fact, range: string): string[] {
  if (range === 'none' || range === 'unset') return [];
  const [from = '', to] = range.split('..');
  const move = (bound: string, by: number) =>
    fact.kind === 'date' ? addDays(parsePlainDate(bound) ?? never(bound), by) : String(Number(bound) + by);
  if (to === undefined) return [move(from, 1), `${from}..${move(from, 1)}`];
  const low =
    from === '' ? [] : [`${move(from, -1)}..${to}`, ...unlessEmpty(from, to, `${move(from, 1)}..${to}`)];
  const high =
    to === '' || to.startsWith(FOREVER)
      ? []
      : [`${from}..${move(to, 1)}`, ...unlessEmpty(from, to, `${from}..${move(to, -1)}`)];
  return [...low, ...high];
}

/** How rules say that a date is known, whatever it is. */
const FOREVER = '9999-';

function unlessEmpty(from: string, to: string, moved: string): string[] {
  return from === to ? [] : [moved];
}

function never(bound: string): never {
  throw new Error(`${bound} is no day`);
}
