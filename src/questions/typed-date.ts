/** Dates as people type them. Day before month, as on every Italian paper; four-digit years only. */
import { plainDate, type PlainDate } from '../case/plain-date.ts';

export type TypedDate =
  { readonly date: PlainDate } | { readonly problem: 'notADate' | 'usDate' | 'noSuchDay' };

const BETWEEN = String.raw` ?[-./ \u2010-\u2015\u2212] ?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const MONTH = String.raw`(?<month>\d{1,2})`;
const YEAR = String.raw`(?<year>\d{4})`;
const DAY_FIRST = new RegExp(`^${DAY}${BETWEEN}${MONTH}${BETWEEN}${YEAR}\\.?$`);
const YEAR_FIRST = new RegExp(`^${YEAR}${BETWEEN}${MONTH}${BETWEEN}${DAY}\\.?$`);

/** Reads `27/3/2027`, `27.3.2027`, `27-03-2027`, `27 3 2027` and `2027-03-27`. */
export function readTypedDate(typed: string): TypedDate {
  const text = tidy(typed);
  const dayFirst = DAY_FIRST.exec(text)?.groups;
  const parts = dayFirst ?? YEAR_FIRST.exec(text)?.groups;
  if (!parts) return { problem: 'notADate' };
  const [day, month, year] = [Number(parts.day), Number(parts.month), Number(parts.year)];
  const date = plainDate(year, month, day);
  if (date !== undefined) return { date };
  return { problem: dayFirst && plainDate(year, day, month) ? 'usDate' : 'noSuchDay' };
}

/** Typed text without what nobody sees: odd spaces, marks of direction, full-width digits. */
export function tidy(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}
