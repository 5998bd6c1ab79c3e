/** Months and years between days. */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { dayOfMonth, daysOfMonth, fromMs, monthOf, toMs, yearOf, type PlainDate } from './plain-date.ts';

/** Adds calendar months; the end of a shorter month stands in for a day that it lacks. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromMs(addMonthsToDate(new UTCDateMini(toMs(date)), months).getTime());
}

/**
 * Months from `from` to `to`, a begun month counted as whole: the fewest that, added to `from`, reach `to`. 0 when
 * `to` is not later. Counted here and not by date-fns, whose months end otherwise at the end of February, and
 * because every case of a batch asks for it several times.
 */
export function monthsBegunBetween(from: PlainDate, to: PlainDate): number {
  if (to <= from) return 0;
  return monthsApart(from, to) + (dayOfMonth(to) > sameDayIn(to, from) ? 1 : 0);
}

/** Months from `from` to `to` that are over: the most that, added to `from`, do not go beyond `to`. 0 when `to` is not later. */
export function monthsDoneBetween(from: PlainDate, to: PlainDate): number {
  if (to <= from) return 0;
  return monthsApart(from, to) - (dayOfMonth(to) < sameDayIn(to, from) ? 1 : 0);
}

/** Completed years of age on a day; someone born on 29 February ages on 1 March in common years. */
export function ageOn(born: PlainDate, on: PlainDate): number {
  const before =
    monthOf(on) < monthOf(born) || (monthOf(on) === monthOf(born) && dayOfMonth(on) < dayOfMonth(born));
  return yearOf(on) - yearOf(born) - (before ? 1 : 0);
}

/** Months between the months that two days are in. */
function monthsApart(from: PlainDate, to: PlainDate): number {
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
}

/** The day of the month of `like` in the month of `date`, or its last one where it is shorter. */
function sameDayIn(date: PlainDate, like: PlainDate): number {
  return Math.min(dayOfMonth(like), daysOfMonth(yearOf(date), monthOf(date)));
}
