import fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { addDays, toDayNumber, type PlainDate } from '../../src/case/plain-date.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { renderIcs } from '../../src/render/ics.ts';
import { fold, icsText, textValue } from '../../src/render/ics-lines.ts';
import { withoutMarks } from '../../src/rulebook/term-marks.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { CASES } from '../system/cases.ts';

const rulebook = ownRulebook();
const STUDENT = {
  ...{ procedure: 'first-issue', reason: 'study', months: 12, entry: '2026-11-20', on: '2026-11-22' },
  ...{ born: '2003-05-04', citizenship: 'IN' },
};

interface Event {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly alarms: readonly string[];
}

/** The events as ical.js reads them. */
function events(ics: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
      description: event.description,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    };
  });
}

const icsOf = (fields: Record<string, unknown>, book = rulebook, messages = en) =>
  renderIcs(ownAnswer(fields, book), book, messages);

function expectWellFormed(ics: string): void {
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
}

describe.each([en, italian])('a calendar file in $language', (messages) => {
  it.each(CASES)('%s: two parsers read the same', (_, fields) => {
    const ics = icsOf(fields, rulebook, messages);
    expectWellFormed(ics);
    const answer = ownAnswer(fields);
    const read = events(ics);
    expect(read.map(({ start }) => start)).toEqual(answer.deadlines.map(({ date }) => date));
    expect(read.map(({ end }) => end)).toEqual(answer.deadlines.map(({ date }) => addDays(date, 1)));
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length);
    const second = convertIcsCalendar(undefined, ics).events ?? [];
    expect(second.map(({ uid }) => uid)).toEqual(read.map(({ uid }) => uid));
    expect(second.map(({ summary }) => summary)).toEqual(read.map(({ summary }) => summary));
    expect(second.map(({ start }) => start.date.toISOString().slice(0, 10))).toEqual(
      read.map(({ start }) => start),
    );
    answer.deadlines.forEach(({ inDays, met }, index) => {
      expect(read[index]?.alarms).toEqual(inDays < 0 || met ? [] : ['-P14D', '-P7D', '-P1D']);
    });
  });
});

describe('a calendar file', () => {
  it('says what to do, how it was counted, and on which authority', () => {
    const first = events(icsOf(STUDENT)).find(({ summary }) => summary === 'Hand in the first application');
    expect(first?.start).toBe('2026-11-30');
    expect(first?.description).toMatch(/Counted: 8 working days after Friday 20 November 2026/);
    expect(first?.description).toMatch(/read more generously: Wednesday 2 December 2026/);
    expect(first?.description).toMatch(/Sources:\n- /);
    expect(icsOf(STUDENT)).toContain('DTSTAMP:20261122T000000Z\r\n');
  });

  it('updates an event when its date moves, and keeps people and procedures apart', () => {
    const uid = (fields: Record<string, unknown>) =>
      events(icsOf({ ...STUDENT, ...fields })).find(({ summary }) => summary.includes('first application'));
    const before = uid({});
    const after = uid({ entry: '2026-11-25', on: '2026-11-26', months: 10, province: 'MI' });
    expect(after?.start).not.toBe(before?.start);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    expect(before?.sequence).toBe(toDayNumber('2026-11-22' as PlainDate));
    for (const other of [{ born: '2003-05-05' }, { citizenship: 'NP' }, { reason: 'research' }]) {
      expect(uid(other)?.uid).not.toBe(before?.uid);
    }
    expect(icsOf(STUDENT)).toBe(icsOf(STUDENT));
  });

  it('holds nothing of the person that is not in a deadline', () => {
    const ics = icsOf(STUDENT).replaceAll('\r\n ', '');
    for (const fact of ['2003', '20030504', 'India', '"IN"']) expect(ics).not.toContain(fact);
  });

  it.each([
    'commas, semicolons; backslashes \\ and \\n that is none: "quoted"',
    'تقديم طلب تصريح الإقامة، الأول؛ خلال ثمانية أيام عمل من الدخول إلى إيطاليا',
    '在入境意大利后的八个工作日内提交第一次申请，并保留收据和预约日期，以便日后查询',
    'family 👨‍👩‍👧‍👦 and flags 🇮🇹🇺🇦 🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾🧾',
  ])('round-trips: %s', (text) => {
    const { book } = rulebook;
    const deadlines = Object.fromEntries(
      Object.keys(book.texts.en?.deadlines ?? {}).map((id) => [id, { text, detail: `${text} ${text}` }]),
    );
    const strange = openRulebook({ ...book, texts: { ...book.texts, en: { ...book.texts.en, deadlines } } });
    const ics = icsOf(STUDENT, strange);
    expectWellFormed(ics);
    const [event] = events(ics);
    expect(event?.summary).toBe(withoutMarks(text));
    expect(event?.description.split('\n')[0]).toBe(`${text} ${text}`);
    const [second] = convertIcsCalendar(undefined, ics).events ?? [];
    expect(second?.summary).toBe(text);
  });

  it('without dates still is one', () => {
    const eight = CASES.find(([name]) => name === 'an employee of eight');
    const ics = icsOf(eight?.[1] ?? {});
    expectWellFormed(ics);
    expect(events(ics)).toEqual([]);
  });
});

describe('folding', () => {
  it('keeps lines under 75 octets and characters whole, and is undone by unfolding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `X:${text.replace(/[\r\n]/g, '')}`;
        const folded = fold(line);
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
        expect(Buffer.from(folded, 'utf8').toString('utf8')).toBe(folded);
      }),
    );
  });

  it('escapes so that a parser gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        // controls other than line breaks are taken out before, and CR is a line break
        const clean = text.replace(/\p{Cc}/gu, '\n');
        const ics = icsText(['BEGIN:VEVENT', `SUMMARY:${textValue(clean)}`, 'END:VEVENT']);
        const event = new ICAL.Component(ICAL.parse(ics) as unknown[]);
        expect(event.getFirstPropertyValue('summary')).toBe(clean);
      }),
    );
  });
});
