/** Months and years between days, as date-fns counts them. */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { differenceInYears } from 'date-fns/differenceInYears';
import { fromMs, toMs, type PlainDate } from './plain-date.ts';

/** Adds calendar months; the end of a shorter month stands in for a day that it lacks. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromMs(addMonthsToDate(new UTCDateMini(toMs(date)), months).getTime());
}

/** Months from `from` to `to`, a begun month counted as whole; 0 when `to` is not later. */
export function monthsBegunBetween(from: PlainDate, to: PlainDate): number {
  if (to <= from) return 0;
  const whole = differenceInMonths(new UTCDateMini(toMs(to)), new UTCDateMini(toMs(from)));
  return addMonths(from, whole) < to ? whole + 1 : whole;
}

/** Completed years of age on a day; someone born on 29 February ages on 1 March in common years. */
export function ageOn(born: PlainDate, on: PlainDate): number {
  return differenceInYears(new UTCDateMini(toMs(on)), new UTCDateMini(toMs(born)));
}
