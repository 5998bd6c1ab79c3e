/** Terms with their dates and the days as counted. */
import { makeCalendar, type Calendar } from '../calendar/calendar.ts';
import { countCalendar, countWorkingDays, workingDayOnOrBefore } from '../calendar/count.ts';
import type { Case } from '../case/case.ts';
import { daysBetween, type PlainDate } from '../case/plain-date.ts';
import type { CollectRow, Term } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { DeadlineLine, TermCount } from './assessment.ts';
import { dateFact, UNANSWERED, type Fields } from './facts.ts';
import { datedValue, lineOf, mentionedValues } from './lines.ts';
import { collect } from './tables.ts';

/** The deadlines of a case, soonest first. A row whose date the case does not hold gives none. */
export function deadlinesOf(
  rulebook: Rulebook,
  facts: readonly number[],
  fields: Fields,
  theCase: Case,
): DeadlineLine[] {
  const { week, holidays } = rulebook.book;
  const calendar = makeCalendar({ holidays, ...week }, theCase.province);
  return collect(rulebook, 'deadlines', facts)
    .flatMap((row) => deadline(rulebook, calendar, row, fields, theCase.on) ?? [])
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

function deadline(
  rulebook: Rulebook,
  calendar: Calendar,
  row: CollectRow,
  fields: Fields,
  on: PlainDate,
): DeadlineLine | undefined {
  const [id] = row.add;
  const from = row.from === undefined ? undefined : dateFact(rulebook, row.from, fields);
  if (id === undefined || row.term === undefined || from === undefined || from === UNANSWERED)
    return undefined;
  const value = datedValue(rulebook, row.term.value, fields);
  const unit = unitOf(rulebook, row.term);
  const { entries, values } = mentionedValues(rulebook, row, fields);
  const safe = ending(calendar, from, value.is, unit, row.term, 'safe');
  const generousTerm = row.latest ?? row.term;
  const generousValue = datedValue(rulebook, generousTerm.value, fields);
  const generous = ending(
    calendar,
    from,
    generousValue.is,
    unitOf(rulebook, generousTerm),
    generousTerm,
    'generous',
  );
  const later = generous.date > safe.date;
  const workingDay = row.term.direction === 'before' ? workingDayOnOrBefore(calendar, safe.date) : safe.date;
  const count: TermCount = {
    from,
    length: value.is,
    unit,
    kind: row.term.count,
    direction: row.term.direction,
    ...(safe.days && { days: safe.days }),
    ...(later && generous.days && { latestDays: generous.days }),
  };
  return {
    ...lineOf(row, id, undefined, [value, ...entries]),
    date: safe.date,
    ...(later && { latest: generous.date }),
    ...(workingDay !== safe.date && { workingDay }),
    inDays: daysBetween(on, safe.date),
    ...(row.headline === true && { headline: true as const }),
    ...(row.role !== undefined && { role: row.role }),
    ...(isMet(rulebook, row, fields) && { met: true as const }),
    count,
    values: { ...values, [row.term.value]: value.is, term: value.is },
  };
}

/** Whether the answers say that it is done: one of the days that end it is known. */
function isMet(rulebook: Rulebook, { metBy = [] }: CollectRow, fields: Fields): boolean {
  return metBy.some((id) => typeof dateFact(rulebook, id, fields) === 'string');
}

function ending(
  calendar: Calendar,
  from: PlainDate,
  length: number,
  unit: 'days' | 'months',
  term: Term,
  reading: 'safe' | 'generous',
) {
  if (term.count === 'working') return countWorkingDays(calendar, from, length, reading);
  return { date: countCalendar(from, length, unit, term.direction), days: undefined };
}

function unitOf(rulebook: Rulebook, term: Term): 'days' | 'months' {
  return rulebook.book.values[term.value]?.unit === 'months' ? 'months' : 'days';
}
