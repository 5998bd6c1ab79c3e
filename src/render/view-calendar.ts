/** The dates of an answer: month grids, and each date with the days as they were counted. */
import type { Assessment, DeadlineLine } from '../assess/assessment.ts';
import type { RestReason } from '../calendar/calendar.ts';
import type { WalkedDay } from '../calendar/count.ts';
import type { Messages } from '../messages/messages.ts';
import { firstOfMonth, markOf, monthGrids } from './month-grid.ts';
import type { References } from './references.ts';
import { itemOf, type Item, type Section } from './view.ts';
import type { Words } from './words.ts';

/** Months drawn at most: dates that lie years ahead stay in the list and out of the grids. */
const MOST_MONTHS = 4;

/** The section of dates, soonest first and what is done last; with `walk` every term is counted day by day. */
export function calendarSection(
  answer: Assessment,
  words: Words,
  references: References,
  walk: boolean,
): Section {
  const shown = drawn(answer);
  const isDone = ({ met }: DeadlineLine) => met === true;
  const { deadlines } = answer;
  const order = [...deadlines.filter((line) => !isDone(line)), ...deadlines.filter(isDone)];
  const items = order.map((line) => {
    const index = shown.indexOf(line);
    const item = deadlineItem(line, words, references, walk);
    return index < 0 ? item : { ...item, mark: markOf(index) };
  });
  const marked = shown.map(({ date }, index) => ({ date, mark: markOf(index) }));
  return {
    id: 'calendar',
    heading: words.messages.view.calendar,
    groups: [{ marker: 'bullet', items }],
    ...(marked.length > 0 && {
      months: monthGrids(marked, answer.on, words.messages),
      legend: words.messages.view.legend,
    }),
  };
}

/** The dates that the grids show: from this month on, in the first few months that have any. */
function drawn(answer: Assessment): DeadlineLine[] {
  const ahead = answer.deadlines.filter(({ date }) => date >= firstOfMonth(answer.on));
  const months = [...new Set([answer.on, ...ahead.map(({ date }) => date)].map(firstOfMonth))].sort();
  const last = months.slice(0, MOST_MONTHS).at(-1) ?? answer.on;
  return ahead.filter(({ date }) => firstOfMonth(date) <= last);
}

function deadlineItem(line: DeadlineLine, words: Words, references: References, walk: boolean): Item {
  const { messages } = words;
  const made = itemOf(line, 'deadlines', words, references);
  const done = line.met === true ? ` — ${messages.agenda.states.done}` : '';
  return {
    ...made,
    text: `${messages.day(line.date)} (${messages.inDays(line.inDays)}): ${made.text}${done}`,
    details: [
      // what is done needs no advice on doing it
      ...(line.met === true ? [] : [...otherDays(line, messages), ...made.details]),
      countLine(line, words),
      ...(walk ? walkLines(line, words) : []),
    ],
  };
}

/** The later reading of a date, and the working day before it, where they are other days. */
export function otherDays({ latest, workingDay }: DeadlineLine, messages: Messages): string[] {
  return [
    ...(latest ? [messages.atLatest(latest)] : []),
    ...(workingDay ? [messages.workingDay(workingDay)] : []),
  ];
}

/** How a date came about, in one line: the term, its first day, and the days left out. */
export function countLine({ count }: DeadlineLine, words: Words): string {
  const skipped = (count.days ?? []).flatMap(({ date, skipped: reason }) => {
    if (reason === undefined || reason === 'start') return [];
    const day = words.messages.shortDay(date);
    return 'holiday' in reason ? [`${day} (${why(reason, words)})`] : [day];
  });
  return words.messages.counted(count, skipped);
}

/** The walk of a working-day term, one line for each day; where the two readings part, both. */
export function walkLines({ count }: DeadlineLine, words: Words): string[] {
  const { messages } = words;
  const safe = new Map((count.days ?? []).map((day) => [day.date, day]));
  const generous = new Map((count.latestDays ?? []).map((day) => [day.date, day]));
  const dates = [...new Set([...safe.keys(), ...generous.keys()])].sort();
  const lines = dates.map((date) => {
    const [one, other] = [safe.get(date), generous.get(date)].map((day) => day && dayWords(day, words));
    const later = other === undefined || other === one ? [] : [messages.readGenerously(other)];
    return `${messages.shortDay(date)}: ${[...(one === undefined ? [] : [one]), ...later].join('; ')}`;
  });
  return lines.length === 0 ? [] : [messages.view.walk, ...lines];
}

function dayWords(day: WalkedDay, words: Words): string {
  if (day.number !== undefined) return words.messages.dayNumber(day.number);
  return words.messages.dayNotCounted(why(day.skipped ?? 'start', words));
}

function why(reason: RestReason | 'start', words: Words): string {
  if (reason === 'start') return words.messages.view.startDay;
  if ('holiday' in reason) return words.say('holidays', reason.holiday).text;
  return words.messages.weekday(reason.weekday);
}
