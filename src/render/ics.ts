/** Deadlines → an iCalendar file: whole days, reminders before, and identifiers under which a phone updates them. */
import type { Assessment, DeadlineLine } from '../assess/assessment.ts';
import { addDays, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { Case } from '../case/case.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { harmless } from './harmless.ts';
import { hash, icsText, textValue } from './ics-lines.ts';
import { References } from './references.ts';
import { countLine, otherDays } from './view-calendar.ts';
import { dateName } from './view-depends.ts';
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

/** What several answers in one calendar need beside the answer. */
export interface EventOptions {
  /** Keeps apart people whose cases are alike; it is hashed, not shown. */
  readonly owner?: string;
  /** Whose date it is, before what is to be done. */
  readonly name?: string;
  readonly isShown?: (line: DeadlineLine) => boolean;
}

/** The lines of the events of one answer. */
export function icsEvents(
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
  options: EventOptions = {},
): string[] {
  const { owner = '', name, isShown = () => true } = options;
  const words = makeWords(answer, rulebook, messages);
  const seen = new Map<string, number>();
  return answer.deadlines.flatMap((line) => {
    const nth = (seen.get(line.id) ?? 0) + 1;
    seen.set(line.id, nth);
    if (!isShown(line)) return [];
    const id = nth === 1 ? line.id : `${line.id}-${nth}`;
    const uid = `${id}-${personHash(answer.case, owner)}@permesso.invalid`;
    return event(line, { uid, on: answer.on, name }, words);
  });
}

/**
 * What stays the same while dates move: the same person asking for the same thing. The program knows no
 * names, so birth, citizenship, procedure and reason stand for the person.
 */
function personHash({ born, citizenship, procedure, reason }: Case, owner: string): string {
  return hash([born, citizenship, procedure, reason, owner].join(' '));
}

interface EventFrame {
  readonly uid: string;
  readonly on: PlainDate;
  readonly name: string | undefined;
}

function event(line: DeadlineLine, { uid, on, name }: EventFrame, words: Words): string[] {
  const text = dateName(line, words);
  const done = line.met === true;
  const said = done ? `${text} (${words.messages.agenda.states.done})` : text;
  const summary = plain(name === undefined ? said : `${name}: ${said}`);
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
    // a day that may turn out to be none
    ...(line.only && !done ? ['STATUS:TENTATIVE'] : []),
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    // a day that has passed needs no reminder, and phones would ring at once
    ...(line.inDays < 0 || done ? [] : REMIND_BEFORE.flatMap((days) => alarm(days, summary))),
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
    ...(line.met === true ? [] : [...item.details, ...otherDays(line, messages)]),
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
