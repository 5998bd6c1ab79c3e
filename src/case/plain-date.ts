import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { differenceInYears } from 'date-fns/differenceInYears';

declare const plainDateBrand: unique symbol;

/** A calendar day written `YYYY-MM-DD`: no clock, no time zone. Always a day that exists. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const MS_PER_DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Parses a strict ISO day; `undefined` for anything else, 30 February included. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return plainDate(year, month, day);
}

/** Builds a day from its parts; `undefined` when the calendar has no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  const date = new UTCDateMini(ms);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return fromMs(ms);
}

/** Days since 1970-01-01, negative before it. The form in which rules compare dates. */
export function toDayNumber(date: PlainDate): number {
  return Math.round(toMs(date) / MS_PER_DAY);
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(day: number): PlainDate {
  return fromMs(day * MS_PER_DAY);
}

/** Adds (or with a negative number takes away) calendar days. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromMs(toMs(date) + days * MS_PER_DAY);
}

/** Adds calendar months; the end of a shorter month stands in for a day that it lacks. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromMs(addMonthsToDate(new UTCDateMini(toMs(date)), months).getTime());
}

/** Calendar days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
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

/** Day of the week, Sunday 0 to Saturday 6. */
export function dayOfWeek(date: PlainDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7;
}

/** The year of a day. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

function toMs(date: PlainDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

function fromMs(ms: number): PlainDate {
  return new UTCDateMini(ms).toISOString().slice(0, 10) as PlainDate;
}
