declare const plainDateBrand: unique symbol;

/** A calendar day written `YYYY-MM-DD`: no clock, no time zone. Always a day that exists. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const MS_PER_DAY = 86_400_000;
/** Days of 400 years, and from 1 March of the year 0 to 1970-01-01. */
const DAYS_PER_ERA = 146_097;
const DAYS_TO_EPOCH = 719_468;
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
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as PlainDate;
  // a day that the month lacks counts into the next one
  return fromMs(toMs(text)) === text ? text : undefined;
}

/** Days since 1970-01-01, negative before it. The form in which rules compare dates. */
export function toDayNumber(date: PlainDate): number {
  return Math.round(toMs(date) / MS_PER_DAY);
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(day: number): PlainDate {
  // years that begin in March have the day that only some of them have at their end; 400 of them are an era
  const days = day + DAYS_TO_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const inEra = days - era * DAYS_PER_ERA;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const dayOfMonth = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const civil = year + era * 400 + (month <= 2 ? 1 : 0);
  return `${digits(civil, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}` as PlainDate;
}

/** Adds (or with a negative number takes away) calendar days. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromMs(toMs(date) + days * MS_PER_DAY);
}

/** Calendar days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Day of the week, Sunday 0 to Saturday 6. */
export function dayOfWeek(date: PlainDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7;
}

/** The year of a day. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** Midnight of a day in milliseconds since 1970-01-01, as if it were in UTC. */
export function toMs(date: PlainDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** The inverse of {@link toMs}. */
export function fromMs(ms: number): PlainDate {
  return fromDayNumber(Math.round(ms / MS_PER_DAY));
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, '0');
}
