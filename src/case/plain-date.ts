declare const plainDateBrand: unique symbol;

/** A calendar day written `YYYY-MM-DD`: no clock, no time zone. Always a day that exists. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const MS_PER_DAY = 86_400_000;
/** Days of 400 years, and from 1 March of the year 0 to 1970-01-01. */
const DAYS_PER_ERA = 146_097;
const DAYS_TO_EPOCH = 719_468;
const LONGEST_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ZERO = 48;
const HYPHEN = 45;
/** `YYYY-MM-DD` has this many characters, with hyphens at these places. */
const LENGTH = 10;
const [FIRST_HYPHEN, SECOND_HYPHEN] = [4, 7];

/** Parses a strict ISO day; `undefined` for anything else, 30 February included. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (text.length !== LENGTH) return undefined;
  for (let at = 0; at < LENGTH; at++) {
    const code = text.charCodeAt(at);
    const fits =
      at === FIRST_HYPHEN || at === SECOND_HYPHEN ? code === HYPHEN : code >= ZERO && code <= ZERO + 9;
    if (!fits) return undefined;
  }
  const day = text as PlainDate;
  return isDay(yearOf(day), monthOf(day), dayOfMonth(day)) ? day : undefined;
}

/** Builds a day from its parts; `undefined` when the calendar has no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  return isDay(year, month, day) ? written(year, month, day) : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysOfMonth(year, month);
}

/** How many days a month of a year has; months from 1 to 12. */
export function daysOfMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (LONGEST_MONTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Days since 1970-01-01, negative before it. The form in which rules compare dates. */
export function toDayNumber(date: PlainDate): number {
  // years that begin in March have the day that only some of them have at their end; 400 of them are an era
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const inEra = year - era * 400;
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const inYear = Math.floor((153 * fromMarch + 2) / 5) + dayOfMonth(date) - 1;
  const days = inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear;
  return era * DAYS_PER_ERA + days - DAYS_TO_EPOCH;
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(day: number): PlainDate {
  const days = day + DAYS_TO_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const inEra = days - era * DAYS_PER_ERA;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return written(
    year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  );
}

/** Adds (or with a negative number takes away) calendar days. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Calendar days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Day of the week, Sunday 0 to Saturday 6. */
export function dayOfWeek(date: PlainDate): number {
  return weekdayOf(toDayNumber(date));
}

/** Day of the week of the day with this number (see {@link toDayNumber}), Sunday 0 to Saturday 6. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** The year of a day. */
export function yearOf(date: PlainDate): number {
  return digitAt(date, 0) * 1000 + digitAt(date, 1) * 100 + twoDigits(date, 2);
}

/** The month of a day, from 1 to 12. */
export function monthOf(date: PlainDate): number {
  return twoDigits(date, FIRST_HYPHEN + 1);
}

/** The day of the month, from 1. */
export function dayOfMonth(date: PlainDate): number {
  return twoDigits(date, SECOND_HYPHEN + 1);
}

/** Midnight of a day in milliseconds since 1970-01-01, as if it were in UTC. */
export function toMs(date: PlainDate): number {
  return toDayNumber(date) * MS_PER_DAY;
}

/** The inverse of {@link toMs}. */
export function fromMs(ms: number): PlainDate {
  return fromDayNumber(Math.round(ms / MS_PER_DAY));
}

function digitAt(date: PlainDate, at: number): number {
  return date.charCodeAt(at) - ZERO;
}

function twoDigits(date: PlainDate, at: number): number {
  return digitAt(date, at) * 10 + digitAt(date, at + 1);
}

function written(year: number, month: number, day: number): PlainDate {
  const two = (number: number) => (number < 10 ? `0${number}` : String(number));
  return `${year < 1000 ? String(year).padStart(FIRST_HYPHEN, '0') : year}-${two(month)}-${two(day)}` as PlainDate;
}
