/** Money and days in fixed patterns, so that every Node version prints the same. */
import { dayOfWeek, type PlainDate } from '../case/plain-date.ts';

/** Names of a language, Sunday and January first. */
export interface CalendarNames {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
}

/** `Monday 30 November 2026`, or `Monday 30 November` without the year. */
export function dayInWords(names: CalendarNames, date: PlainDate, withYear: boolean): string {
  const weekday = names.weekdays[dayOfWeek(date)] ?? '';
  const month = names.months[Number(date.slice(5, 7)) - 1] ?? '';
  const day = Number(date.slice(8, 10));
  return `${weekday} ${day} ${month}${withYear ? ` ${date.slice(0, 4)}` : ''}`;
}

/** `November 2026`. */
export function monthInWords(names: CalendarNames, date: PlainDate): string {
  return `${names.months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** A whole number with its thousands apart: `19,848,335`. */
export function grouped(number: number, thousands: string): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, thousands);
}

/** Cents as units and two digits, with the separators given: `7,101.12`. */
export function amount(cents: number, decimal: string, thousands: string): string {
  const units = grouped(Math.floor(cents / 100), thousands);
  return `${units}${decimal}${String(cents % 100).padStart(2, '0')}`;
}
