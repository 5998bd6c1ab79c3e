/** Which days are working days, in the two readings that the law allows. */
import {
  addDays,
  fromDayNumber,
  plainDate,
  toDayNumber,
  weekdayOf,
  yearOf,
  type PlainDate,
} from '../case/plain-date.ts';
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
  /** Whether the day with this number (`toDayNumber`) is a working day in a reading: has no {@link restReason}. */
  isWorkingDay(number: number, reading: Reading): boolean;
}

/**
 * A calendar for one province (or none). Holidays that only some provinces keep count as holidays in the
 * generous reading alone, because nothing says that they move a national term. Keep it for many days: it has the
 * holidays of the year that it was last asked about.
 */
export function makeCalendar(rules: CalendarRules, province?: string): Calendar {
  let kept: KeptYear | undefined;
  const yearWith = (number: number) => {
    if (!kept || number < kept.first || number > kept.last) {
      kept = keptYear(rules, yearOf(fromDayNumber(number)), province);
    }
    return kept;
  };
  const resting = (number: number, reading: Reading): RestReason | undefined => {
    const weekday = weekdayOf(number);
    if (rules.rest.includes(weekday)) return { weekday };
    const holiday = yearWith(number).holidays.get(number);
    if (holiday && (reading === 'generous' || !holiday.local)) return { holiday: holiday.id };
    return reading === 'generous' && rules.disputed.includes(weekday) ? { weekday } : undefined;
  };
  return {
    restReason: (date, reading) => resting(toDayNumber(date), reading),
    isWorkingDay: (number, reading) => resting(number, reading) === undefined,
  };
}

/** The holidays of one year by the number of the day, and its first and last day. */
interface KeptYear {
  readonly first: number;
  readonly last: number;
  readonly holidays: ReadonlyMap<number, { readonly id: string; readonly local: boolean }>;
}

function keptYear(rules: CalendarRules, year: number, province: string | undefined): KeptYear {
  const days = [...holidaysOfYear(rules, year, province)].map(
    ([date, holiday]) => [toDayNumber(date), holiday] as const,
  );
  return {
    first: toDayNumber(`${year}-01-01` as PlainDate),
    last: toDayNumber(`${year}-12-31` as PlainDate),
    holidays: new Map(days),
  };
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
