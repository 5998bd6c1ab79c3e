/** The dates of an answer, with the days as they were counted. */
import type { Assessment, DeadlineLine } from '../assess/assessment.ts';
import type { RestReason } from '../calendar/calendar.ts';
import type { WalkedDay } from '../calendar/count.ts';
import type { References } from './references.ts';
import { itemOf, type Item, type Section } from './view.ts';
import type { Words } from './words.ts';

/** The section of dates, soonest first. */
export function calendarSection(answer: Assessment, words: Words, references: References): Section {
  const items = answer.deadlines.map((line) => deadlineItem(line, words, references));
  return { id: 'calendar', heading: words.messages.view.calendar, groups: [{ marker: 'bullet', items }] };
}

function deadlineItem(line: DeadlineLine, words: Words, references: References): Item {
  const { messages } = words;
  const made = itemOf(line, 'deadlines', words, references);
  const dates = [
    `${messages.day(line.date)} (${messages.inDays(line.inDays)})`,
    ...(line.latest ? [messages.atLatest(line.latest)] : []),
    ...(line.workingDay ? [messages.workingDay(line.workingDay)] : []),
  ];
  return {
    ...made,
    text: `${dates[0] ?? ''}: ${made.text}`,
    details: [...dates.slice(1), ...made.details, ...walk(line.count.days ?? [], words)],
  };
}

function walk(days: readonly WalkedDay[], words: Words): string[] {
  if (days.length === 0) return [];
  const { messages } = words;
  const counted = days
    .filter((day) => day.number !== undefined)
    .map((day) => `${day.number ?? ''} ${messages.shortDay(day.date)}`);
  const skipped = days.flatMap((day) =>
    day.skipped === undefined ? [] : [`${messages.shortDay(day.date)} (${why(day.skipped, words)})`],
  );
  return [messages.counted(counted.join(', ')), messages.notCounted(skipped.join(', '))];
}

function why(reason: RestReason | 'start', words: Words): string {
  if (reason === 'start') return words.messages.view.startDay;
  if ('holiday' in reason) return words.say('holidays', reason.holiday).text;
  return words.messages.weekday(reason.weekday);
}
