/** Terms with their dates and the days as counted. */
import { makeCalendar, type Calendar } from '../calendar/calendar.ts';
import { countCalendar, nthWorkingDay, walkWorkingDays, workingDayOnOrBefore } from '../calendar/count.ts';
import { daysBetween, type PlainDate } from '../case/plain-date.ts';
import type { CollectRow, DatedEntry, Term } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { onceFor } from '../once-for.ts';
import type { DeadlineLine, TermCount } from './assessment.ts';
import { dateFact, UNANSWERED, type Fields } from './facts.ts';
import { datedValue, lineOf, mentionedValues } from './lines.ts';
import { collect } from './tables.ts';

/** A deadline as the tables and dated values have it, before it is counted. */
export interface DecidedTerm {
  readonly id: string;
  readonly row: CollectRow;
  readonly term: Term;
  readonly value: DatedEntry;
  /** The term in the reading that gives most time, and its value. */
  readonly longer: Term;
  readonly longerValue: DatedEntry;
}

/** A deadline with its dates. */
export interface CountedDeadline extends DecidedTerm {
  readonly from: PlainDate;
  /** The end in the reading in which it comes first. */
  readonly safe: PlainDate;
  /** The end in the reading that gives most time; never before `safe`. */
  readonly generous: PlainDate;
}

/** The terms that run for a person with these facts. A row whose date the case does not hold gives none. */
export function decidedTerms(rulebook: Rulebook, facts: readonly number[], fields: Fields): DecidedTerm[] {
  return collect(rulebook, 'deadlines', facts).flatMap((row): DecidedTerm[] => {
    const [id] = row.add;
    const { term } = row;
    if (id === undefined || term === undefined || !beginning(rulebook, row, fields)) return [];
    const value = datedValue(rulebook, term.value, fields);
    const longer = row.latest ?? term;
    const longerValue = longer === term ? value : datedValue(rulebook, longer.value, fields);
    return [{ id, row, term, value, longer, longerValue }];
  });
}

/** The day that a deadline is counted from, if the case holds it. */
function beginning(rulebook: Rulebook, { from }: CollectRow, fields: Fields): PlainDate | undefined {
  const day = from === undefined ? undefined : dateFact(rulebook, from, fields);
  return day === UNANSWERED ? undefined : day;
}

/** The terms with their dates, soonest first. `province` is where days are counted, if known. */
export function countDeadlines(
  rulebook: Rulebook,
  terms: readonly DecidedTerm[],
  fields: Fields,
  province: string | undefined,
): CountedDeadline[] {
  const calendar = calendarOf(rulebook, province);
  const counted: CountedDeadline[] = [];
  for (const term of terms) {
    const from = beginning(rulebook, term.row, fields);
    if (from !== undefined) counted.push(countDeadline(rulebook, calendar, term, from));
  }
  return counted.sort((a, b) => {
    if (a.safe === b.safe) return a.id < b.id ? -1 : 1;
    return a.safe < b.safe ? -1 : 1;
  });
}

const calendarsOf = onceFor((_: Rulebook) => new Map<string | undefined, Calendar>());

/** The calendar of a province, made once for all cases of a book. */
function calendarOf(rulebook: Rulebook, province: string | undefined): Calendar {
  const all = calendarsOf(rulebook);
  let calendar = all.get(province);
  if (!calendar) {
    const { week, holidays } = rulebook.book;
    all.set(province, (calendar = makeCalendar({ holidays, ...week }, province)));
  }
  return calendar;
}

function countDeadline(
  rulebook: Rulebook,
  calendar: Calendar,
  { id, row, term, value, longer, longerValue }: DecidedTerm,
  from: PlainDate,
): CountedDeadline {
  const safe = ending(rulebook, calendar, from, value, term, 'safe');
  const sameInBoth = longer === term && term.count !== 'working';
  const later = sameInBoth ? safe : ending(rulebook, calendar, from, longerValue, longer, 'generous');
  // a longer reading that ends earlier gives no more time
  const generous = later > safe ? later : safe;
  return { id, row, term, value, longer, longerValue, from, safe, generous };
}

function ending(
  rulebook: Rulebook,
  calendar: Calendar,
  from: PlainDate,
  { is: length }: DatedEntry,
  term: Term,
  reading: 'safe' | 'generous',
): PlainDate {
  if (term.count === 'working') return nthWorkingDay(calendar, from, length, reading);
  return countCalendar(from, length, unitOf(rulebook, term), term.direction);
}

function unitOf(rulebook: Rulebook, term: Term): 'days' | 'months' {
  return rulebook.book.values[term.value]?.unit === 'months' ? 'months' : 'days';
}

/** The last working day by which a term that runs backwards can be kept, where it is not the date itself. */
function workingDayBefore(calendar: Calendar, { term, safe }: CountedDeadline): PlainDate | undefined {
  const day = term.direction === 'before' ? workingDayOnOrBefore(calendar, safe) : safe;
  return day === safe ? undefined : day;
}

/** What a deadline says without its rule and sources. */
export type DeadlineDates = Pick<
  DeadlineLine,
  'id' | 'date' | 'latest' | 'workingDay' | 'inDays' | 'headline'
>;

/** The dates of deadlines, as an answer of the day `on` has them. */
export function deadlineDates(
  rulebook: Rulebook,
  deadlines: readonly CountedDeadline[],
  on: PlainDate,
  province: string | undefined,
): DeadlineDates[] {
  const calendar = calendarOf(rulebook, province);
  return deadlines.map((counted) => ({ id: counted.id, ...datesOf(calendar, counted, on) }));
}

function datesOf(calendar: Calendar, counted: CountedDeadline, on: PlainDate) {
  const { safe, generous, row } = counted;
  const workingDay = workingDayBefore(calendar, counted);
  return {
    date: safe,
    ...(generous !== safe && { latest: generous }),
    ...(workingDay !== undefined && { workingDay }),
    inDays: daysBetween(on, safe),
    ...(row.headline === true && { headline: true as const }),
  };
}

/** The lines of deadlines, as an answer of the day `on` has them. */
export function deadlineLines(
  rulebook: Rulebook,
  deadlines: readonly CountedDeadline[],
  fields: Fields,
  on: PlainDate,
  province: string | undefined,
): DeadlineLine[] {
  const calendar = calendarOf(rulebook, province);
  return deadlines.map((counted) => {
    const { id, row, term, value } = counted;
    const { entries, values } = mentionedValues(rulebook, row, fields);
    return {
      ...lineOf(row, id, undefined, [value, ...entries]),
      ...datesOf(calendar, counted, on),
      ...(row.role !== undefined && { role: row.role }),
      ...(isMet(rulebook, row, fields) && { met: true as const }),
      count: countOf(rulebook, calendar, counted),
      values: { ...values, [term.value]: value.is, term: value.is },
    };
  });
}

function countOf(rulebook: Rulebook, calendar: Calendar, counted: CountedDeadline): TermCount {
  const { from, term, longer, value, longerValue, safe, generous } = counted;
  const count = {
    from,
    length: value.is,
    unit: unitOf(rulebook, term),
    kind: term.count,
    direction: term.direction,
  };
  const days = term.count === 'working' && walkWorkingDays(calendar, from, value.is, 'safe');
  const latestDays =
    generous !== safe &&
    longer.count === 'working' &&
    walkWorkingDays(calendar, from, longerValue.is, 'generous');
  return { ...count, ...(days && { days }), ...(latestDays && { latestDays }) };
}

/** Whether the answers say that it is done: one of the days that end it is known. */
function isMet(rulebook: Rulebook, { metBy = [] }: CollectRow, fields: Fields): boolean {
  return metBy.some((id) => typeof dateFact(rulebook, id, fields) === 'string');
}
