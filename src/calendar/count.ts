/** Counting terms, with the days as counted. */
import { addMonths } from '../case/months.ts';
import { addDays, fromDayNumber, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { Calendar, Reading, RestReason } from './calendar.ts';

/** One day of a walk: the number it got, or why it got none. The day of the event itself gets none. */
export interface WalkedDay {
  readonly date: PlainDate;
  readonly number?: number;
  readonly skipped?: RestReason | 'start';
}

/**
 * The day that gets number `length` when working days are counted after a day, which itself is not counted (c.c.
 * art. 2963). `length` is 1 or more.
 */
export function nthWorkingDay(
  calendar: Calendar,
  from: PlainDate,
  length: number,
  reading: Reading,
): PlainDate {
  let day = toDayNumber(from);
  for (let number = 0; number < length;) {
    day += 1;
    if (calendar.isWorkingDay(day, reading)) number += 1;
  }
  return fromDayNumber(day);
}

/** The days from a day to the {@link nthWorkingDay} after it, both included, in order. */
export function walkWorkingDays(
  calendar: Calendar,
  from: PlainDate,
  length: number,
  reading: Reading,
): WalkedDay[] {
  const days: WalkedDay[] = [{ date: from, skipped: 'start' }];
  let date = from;
  let number = 0;
  while (number < length) {
    date = addDays(date, 1);
    const skipped = calendar.restReason(date, reading);
    if (skipped) days.push({ date, skipped });
    else days.push({ date, number: ++number });
  }
  return days;
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
