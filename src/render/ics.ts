/** Deadlines → an iCalendar file: whole days, reminders before, and identifiers under which a phone updates them. */
import type { Assessment, DeadlineLine } from '../assess/assessment.ts';
import { addDays, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { Case } from '../case/case.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { harmless } from './harmless.ts';
import { hash, icsText, textValue } from './ics-lines.ts';
import { References } from './references.ts';
import { countLine } from './view-calendar.ts';
import { itemOf } from './view.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { makeWords, type Words } from './words.ts';

/** Days before a date on which the calendar reminds. */
const REMIND_BEFORE = [14, 7, 1];

/** The calendar of one answer. */
export function renderIcs(
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
  digests: Readonly<Record<string, string>> = {},
): string {
  return icsCalendar(icsEvents(answer, rulebook, messages), messages, digests);
}

/** A calendar around the events of one answer or of many, with the digests of what it was made from. */
export function icsCalendar(
  events: readonly string[],
  messages: Messages,
  digests: Readonly<Record<string, string>> = {},
): string {
  return icsText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//permesso//permesso//${messages.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${plain(messages.view.calendarName)}`,
    ...Object.entries(digests).map(([of, digest]) => `X-PERMESSO-${of.toUpperCase()}:${plain(digest)}`),
    ...events,
    'END:VCALENDAR',
  ]);
}

/**
 * The lines of the events of one answer. `owner` keeps apart people whose cases are alike, where several
 * answers go into one calendar; it is hashed, not shown.
 */
export function icsEvents(answer: Assessment, rulebook: Rulebook, messages: Messages, owner = ''): string[] {
  const words = makeWords(answer, rulebook, messages);
  const seen = new Map<string, number>();
  return answer.deadlines.flatMap((line) => {
    const nth = (seen.get(line.id) ?? 0) + 1;
    seen.set(line.id, nth);
    const name = nth === 1 ? line.id : `${line.id}-${nth}`;
    return event(line, `${name}-${personHash(answer.case, owner)}@permesso.invalid`, answer.on, words);
  });
}

/**
 * What stays the same while dates move: the same person asking for the same thing. The program knows no
 * names, so birth, citizenship, procedure and reason stand for the person.
 */
function personHash({ born, citizenship, procedure, reason }: Case, owner: string): string {
  return hash([born, citizenship, procedure, reason, owner].join(' '));
}

function event(line: DeadlineLine, uid: string, on: PlainDate, words: Words): string[] {
  const summary = plain(words.say('deadlines', line.id, line.values).text);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(on)}T000000Z`,
    // a later answer replaces an earlier one: days since 1970 only grow
    `SEQUENCE:${Math.max(0, toDayNumber(on))}`,
    `DTSTART;VALUE=DATE:${compact(line.date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(line.date, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${textValue(description(line, words).map(oneLine).join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    // a day that has passed needs no reminder, and phones would ring at once
    ...(line.inDays < 0 ? [] : REMIND_BEFORE.flatMap((days) => alarm(days, summary))),
    'END:VEVENT',
  ];
}

function alarm(days: number, summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${summary}`, `TRIGGER:-P${days}D`, 'END:VALARM'];
}

/** What to do, the other dates, the counting, how sure, and the sources. */
function description(line: DeadlineLine, words: Words): string[] {
  const { messages, book } = words;
  const item = itemOf(line, 'deadlines', words, new References());
  const sources = line.sources.map(({ id, at }) => {
    const source = book.sources[id];
    const place = at === undefined ? '' : `, ${at}`;
    return `- ${source?.title ?? id}${place}${source?.url === undefined ? '' : ` ${source.url}`}`;
  });
  return [
    ...item.details,
    ...(line.latest ? [messages.atLatest(line.latest)] : []),
    ...(line.workingDay ? [messages.workingDay(line.workingDay)] : []),
    countLine(line, words),
    ...(line.sure === 'confirmed' ? [] : [messages.sure[line.sure]]),
    `${messages.view.sources}:`,
    ...sources,
    messages.view.disclaimer,
  ];
}

function plain(text: string): string {
  return textValue(oneLine(text));
}

function oneLine(text: string): string {
  return withoutMarks(harmless(text));
}

function compact(date: PlainDate): string {
  return date.replaceAll('-', '');
}
