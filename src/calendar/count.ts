/** Counting terms, with the days as counted. */
import { addMonths } from '../case/months.ts';
import { addDays, type PlainDate } from '../case/plain-date.ts';
import type { Calendar, Reading, RestReason } from './calendar.ts';

/** One day of a walk: the number it got, or why it got none. The day of the event itself gets none. */
export interface WalkedDay {
  readonly date: PlainDate;
  readonly number?: number;
  readonly skipped?: RestReason | 'start';
}

export interface WorkingDayCount {
  readonly date: PlainDate;
  readonly days: readonly WalkedDay[];
}

/**
 * Counts working days after a day, which itself is not counted (c.c. art. 2963): the date is the day that
 * gets number `length`. `length` is 1 or more.
 */
export function countWorkingDays(
  calendar: Calendar,
  from: PlainDate,
  length: number,
  reading: Reading,
): WorkingDayCount {
  const days: WalkedDay[] = [{ date: from, skipped: 'start' }];
  let date = from;
  let number = 0;
  while (number < length) {
    date = addDays(date, 1);
    const skipped = calendar.restReason(date, reading);
    if (skipped) days.push({ date, skipped });
    else days.push({ date, number: ++number });
  }
  return { date, days };
}

/** The end of a calendar term of days or months, forwards or backwards. */
export function countCalendar(
  from: PlainDate,
  length: number,
  unit: 'days' | 'months',
  direction: 'after' | 'before',
): PlainDate {
  const signed = direction === 'after' ? length : -length;
  return unit === 'days' ? addDays(from, signed) : addMonths(from, signed);
}

/** The day itself when it is a working day in the generous reading, else the last one before it. */
export function workingDayOnOrBefore(calendar: Calendar, date: PlainDate): PlainDate {
  let day = date;
  while (calendar.restReason(day, 'generous')) day = addDays(day, -1);
  return day;
}
