/** Months as weeks of days with marks, for whoever draws them. Weeks begin on Monday, as on calendars in Italy. */
import { addDays, dayOfWeek, type PlainDate } from '../case/plain-date.ts';
import type { Messages } from '../messages/messages.ts';

export interface DayCell {
  readonly day: number;
  /** The letters of the dates that fall on this day. */
  readonly marks: readonly string[];
  readonly today: boolean;
}

export interface MonthGrid {
  readonly heading: string;
  /** Seven short names and seven long ones, in the order of the columns. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** Rows of seven; `undefined` where the day belongs to another month. */
  readonly weeks: readonly (readonly (DayCell | undefined)[])[];
}

export interface MarkedDay {
  readonly date: PlainDate;
  readonly mark: string;
}

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letter of the n-th date, from 0: A to Z, then AA. */
export function markOf(index: number): string {
  const letter = ALPHABET.charAt(index % ALPHABET.length);
  return index < ALPHABET.length ? letter : markOf(Math.floor(index / ALPHABET.length) - 1) + letter;
}

/** The months that hold a marked day or today, in order; no month twice, none without either. */
export function monthGrids(marked: readonly MarkedDay[], today: PlainDate, messages: Messages): MonthGrid[] {
  const months = new Set([today, ...marked.map(({ date }) => date)].map(firstOfMonth));
  return [...months].sort().map((first) => ({
    heading: messages.month(first),
    weekdays: MONDAY_FIRST.map((day) => ({ short: messages.shortWeekday(day), long: messages.weekday(day) })),
    weeks: weeksOf(first).map((week) =>
      week.map((date) =>
        firstOfMonth(date) === first
          ? {
              day: Number(date.slice(-2)),
              marks: marked.filter((one) => one.date === date).map(({ mark }) => mark),
              today: date === today,
            }
          : undefined,
      ),
    ),
  }));
}

/** The first day of the month of a day. */
export function firstOfMonth(date: PlainDate): PlainDate {
  return addDays(date, 1 - Number(date.slice(-2)));
}

/** Whole weeks, Monday to Sunday, that cover the month beginning on `first`. */
function weeksOf(first: PlainDate): PlainDate[][] {
  const weeks: PlainDate[][] = [];
  let monday = addDays(first, -MONDAY_FIRST.indexOf(dayOfWeek(first)));
  do {
    const start = monday;
    weeks.push(MONDAY_FIRST.map((_, index) => addDays(start, index)));
    monday = addDays(monday, MONDAY_FIRST.length);
  } while (firstOfMonth(monday) === first);
  return weeks;
}
