/** Which days are working days, in the two readings that the law allows. */
import { addDays, dayOfWeek, plainDate, yearOf, type PlainDate } from '../case/plain-date.ts';
import { easterSunday } from './easter.ts';

/** A holiday as the rule book declares it. */
export interface HolidayRule {
  /** `MM-DD`, `easter+N`, or a full day for a holiday of one year. */
  readonly day: string;
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  readonly provinces?: readonly string[];
}

export interface CalendarRules {
  readonly holidays: Readonly<Record<string, HolidayRule>>;
  /** Days of the week that are never working days, Sunday 0. */
  readonly rest: readonly number[];
  /** Days of the week of which the law does not say whether they count. */
  readonly disputed: readonly number[];
}

/**
 * `safe` counts every day that might be a working day, so a term ends as early as it can;
 * `generous` leaves out the disputed weekday and the holidays of one province.
 */
export type Reading = 'safe' | 'generous';

/** Why a day is not counted: a holiday's id, or the weekday. */
export type RestReason = { readonly holiday: string } | { readonly weekday: number };

export interface Calendar {
  /** The reason why a day is no working day in a reading, or `undefined` for a working day. */
  restReason(date: PlainDate, reading: Reading): RestReason | undefined;
}

/**
 * A calendar for one province (or none). Holidays that only some provinces keep count as holidays in the
 * generous reading alone, because nothing says that they move a national term.
 */
export function makeCalendar(rules: CalendarRules, province?: string): Calendar {
  const holidaysOf = (year: number) => keptHolidays(rules, year, province);
  return {
    restReason(date, reading) {
      const weekday = dayOfWeek(date);
      if (rules.rest.includes(weekday)) return { weekday };
      const holiday = holidaysOf(yearOf(date)).get(date);
      if (holiday && (reading === 'generous' || !holiday.local)) return { holiday: holiday.id };
      if (reading === 'generous' && rules.disputed.includes(weekday)) return { weekday };
      return undefined;
    },
  };
}

type Holidays = ReadonlyMap<PlainDate, { readonly id: string; readonly local: boolean }>;

/** Years of provinces that are kept of one set of rules; cases need few, and who needs all begins anew. */
const MOST_YEARS = 1_000;
const kept = new WeakMap<CalendarRules['holidays'], Map<string, Holidays>>();

/** {@link holidaysOfYear}, worked out once for all cases that are read under the same rules. */
function keptHolidays(rules: CalendarRules, year: number, province: string | undefined): Holidays {
  let years = kept.get(rules.holidays);
  if (!years || years.size >= MOST_YEARS) kept.set(rules.holidays, (years = new Map<string, Holidays>()));
  const key = `${year}${province ?? ''}`;
  let days = years.get(key);
  if (!days) years.set(key, (days = holidaysOfYear(rules, year, province)));
  return days;
}

/** Holidays of one year in force for a province, by day; the national one wins where two fall together. */
export function holidaysOfYear(
  rules: CalendarRules,
  year: number,
  province?: string,
): ReadonlyMap<PlainDate, { id: string; local: boolean }> {
  const days = new Map<PlainDate, { id: string; local: boolean }>();
  for (const [id, rule] of Object.entries(rules.holidays)) {
    const local = rule.provinces !== undefined;
    if (local && (province === undefined || !rule.provinces.includes(province))) continue;
    const date = dayInYear(rule.day, year);
    if (date === undefined || (rule.from && date < rule.from) || (rule.until && date > rule.until)) continue;
    if (!days.has(date) || !local) days.set(date, { id, local });
  }
  return days;
}

function dayInYear(day: string, year: number): PlainDate | undefined {
  if (day.startsWith('easter+')) {
    const { month, day: dayOfMonth } = easterSunday(year);
    const sunday = plainDate(year, month, dayOfMonth);
    return sunday && addDays(sunday, Number(day.slice('easter+'.length)));
  }
  const [first, second, third] = day.split('-').map(Number);
  if (third !== undefined) return first === year ? plainDate(first, second ?? 0, third) : undefined;
  return plainDate(year, first ?? 0, second ?? 0);
}
