import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidaysOfYear, makeCalendar } from '../../src/calendar/calendar.ts';
import {
  countCalendar,
  nthWorkingDay,
  walkWorkingDays,
  workingDayOnOrBefore,
} from '../../src/calendar/count.ts';
import { addDays, fromDayNumber, toDayNumber, type PlainDate } from '../../src/case/plain-date.ts';
import { easterSunday } from '../../src/calendar/easter.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const { book } = ownRulebook();
const rules = { holidays: book.holidays, ...book.week };
const day = (text: string) => text as PlainDate;

describe('national holidays', () => {
  // a second opinion: the list of an independent library, year by year
  const theirs = new Holidays('IT');
  const years = Array.from({ length: 60 }, (_, index) => 2001 + index);

  it.each(years)('%i has the holidays that date-holidays has', (year) => {
    const expected = theirs
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    expect([...holidaysOfYear(rules, year).keys()].sort()).toEqual([...new Set(expected)].sort());
  });

  it.each([
    ['1976-03-19', 'saint-joseph-before-1977'],
    ['1976-06-02', 'republic-day-before-1977'],
    ['1986-01-06', 'epiphany'],
    ['2011-03-17', 'unity-150'],
    ['2026-10-04', 'san-francesco'],
  ])('%s is %s', (date, id) => {
    expect(holidaysOfYear(rules, Number(date.slice(0, 4))).get(day(date))?.id).toBe(id);
  });

  it.each(['1979-01-06', '1977-06-02', '2000-06-02', '2012-03-17', '2025-10-04', '1977-03-19'])(
    '%s is no holiday',
    (date) => {
      expect(holidaysOfYear(rules, Number(date.slice(0, 4))).has(day(date))).toBe(false);
    },
  );

  it.each([
    ['2027-05-17', 'BZ', 'generous', true],
    ['2027-05-17', 'BZ', 'safe', false],
    ['2027-05-17', 'TN', 'generous', false],
    ['2026-06-29', 'RM', 'generous', true],
    ['2026-06-29', 'RM', 'safe', false],
  ] as const)('%s in %s, read %s: rest %s', (date, province, reading, rest) => {
    expect(makeCalendar(rules, province).restReason(day(date), reading) !== undefined).toBe(rest);
  });
});

describe('holidays of a small calendar', () => {
  const feast = {
    holidays: {
      patron: { day: '06-24', provinces: ['FI'] },
      peace: { day: '06-24', from: day('2010-06-24'), until: day('2012-06-24') },
      'other-patron': { day: '06-24', provinces: ['FI'] },
      monday: { day: 'easter+1' },
      once: { day: '2011-03-17' },
    },
    rest: [0],
    disputed: [6],
  };
  const onDay = (year: number, province?: string) =>
    holidaysOfYear(feast, year, province).get(day(`${year}-06-24`));

  it('are in force from their first day to their last, both included', () => {
    expect([2009, 2010, 2011, 2012, 2013].map((year) => onDay(year)?.id)).toEqual([
      ...[undefined, 'peace', 'peace', 'peace', undefined],
    ]);
  });

  it('are national where a province keeps another on that day, and the first of two that it keeps', () => {
    expect([onDay(2011, 'FI'), onDay(2009, 'FI'), onDay(2009, 'MI')]).toEqual([
      { id: 'peace', local: false },
      { id: 'patron', local: true },
      undefined,
    ]);
  });

  it('fall on their day of the year, so many days after Easter, or once', () => {
    expect([...holidaysOfYear(feast, 2011).keys()]).toEqual(['2011-06-24', '2011-04-25', '2011-03-17']);
    expect([...holidaysOfYear(feast, 2013).keys()]).toEqual(['2013-04-01']);
  });

  it.each([
    ['2011-06-25', 'safe', undefined],
    ['2011-06-25', 'generous', { weekday: 6 }],
    ['2011-06-26', 'safe', { weekday: 0 }],
    ['2011-06-26', 'generous', { weekday: 0 }],
    ['2011-06-24', 'safe', { holiday: 'peace' }],
    ['2009-06-24', 'safe', undefined],
    ['2009-06-24', 'generous', { holiday: 'patron' }],
    ['2009-06-23', 'generous', undefined],
  ] as const)('make %s in the %s reading: %o', (date, reading, reason) => {
    const calendar = makeCalendar(feast, 'FI');
    // asked again, and after a day of another year
    for (const before of [date, '2011-01-01', '2012-12-31', date] as const) {
      calendar.restReason(day(before), reading);
      expect(calendar.restReason(day(date), reading)).toEqual(reason);
      expect(calendar.isWorkingDay(toDayNumber(day(date)), reading)).toBe(reason === undefined);
    }
  });
});

describe('Easter', () => {
  it.each(
    [
      ...['1583-04-10', '1600-04-02', '1700-04-11', '1777-03-30', '1800-04-13', '1818-03-22', '1886-04-25'],
      ...['1900-04-15', '1943-04-25', '1954-04-18', '1981-04-19', '2000-04-23', '2024-03-31', '2038-04-25'],
      ...['2049-04-18', '2076-04-19', '2100-03-28', '2200-04-06', '2285-03-22', '2400-04-16'],
    ].map((date) => [date]),
  )('is on %s', (date) => {
    const [year, month, dayOfMonth] = date.split('-').map(Number);
    expect(easterSunday(year ?? 0)).toEqual({ month, day: dayOfMonth });
  });
});

describe('a term of the calendar', () => {
  it.each([
    [8, 'days', 'after', '2026-12-08'],
    [60, 'days', 'before', '2026-10-01'],
    [3, 'months', 'after', '2027-02-28'],
    [1, 'months', 'before', '2026-10-30'],
  ] as const)('of %i %s %s the last of November ends on %s', (length, unit, direction, end) => {
    expect(countCalendar(day('2026-11-30'), length, unit, direction)).toBe(end);
  });
});

describe('eight working days after entry', () => {
  it.each([
    ['2026-11-20', '2026-11-30', '2026-12-02'],
    ['2026-11-22', '2026-12-01', '2026-12-02'],
    ['2026-12-03', '2026-12-14', '2026-12-16'],
    ['2026-12-18', '2026-12-30', '2026-12-31'],
    ['2026-12-23', '2027-01-05', '2027-01-07'],
    ['2027-03-25', '2027-04-05', '2027-04-07'],
    ['2026-09-28', '2026-10-07', '2026-10-08'],
    ['2027-09-27', '2027-10-07', '2027-10-08'],
    ['2026-04-24', '2026-05-06', '2026-05-07'],
  ])('%s ends on %s, or on %s without Saturdays', (entry, safe, generous) => {
    const calendar = makeCalendar(rules);
    expect(nthWorkingDay(calendar, day(entry), 8, 'safe')).toBe(safe);
    expect(nthWorkingDay(calendar, day(entry), 8, 'generous')).toBe(generous);
  });

  it('walks every day between, and says why a day was not counted', () => {
    const days = walkWorkingDays(makeCalendar(rules), day('2026-12-03'), 8, 'safe');
    expect(days.map(({ date, number, skipped }) => [date.slice(8), number ?? skipped])).toEqual([
      ['03', 'start'],
      ['04', 1],
      ['05', 2],
      ['06', { weekday: 0 }],
      ['07', 3],
      ['08', { holiday: 'immaculate-conception' }],
      ['09', 4],
      ['10', 5],
      ['11', 6],
      ['12', 7],
      ['13', { weekday: 0 }],
      ['14', 8],
    ]);
  });
});

describe('counting, whatever the day', () => {
  const anyDay = fc.integer({ min: 13_000, max: 40_000 }).map(fromDayNumber);
  const province = fc.constantFrom(undefined, 'BZ', 'RM', 'MI');

  it('ends on a working day, number the length, with no day left out of the walk', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), province, (from, length, where) => {
        const calendar = makeCalendar(rules, where);
        for (const reading of ['safe', 'generous'] as const) {
          const date = nthWorkingDay(calendar, from, length, reading);
          const days = walkWorkingDays(calendar, from, length, reading);
          expect(days.at(-1)).toEqual({ date, number: length });
          expect(calendar.restReason(date, reading)).toBeUndefined();
          expect(days.filter(({ number }) => number !== undefined)).toHaveLength(length);
          expect(days.map((walked) => toDayNumber(walked.date))).toEqual(
            days.map((_, index) => toDayNumber(from) + index),
          );
        }
      }),
    );
  });

  it('is never later in the safe reading, and never earlier for a later entry', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), province, (from, length, where) => {
        const calendar = makeCalendar(rules, where);
        const safe = nthWorkingDay(calendar, from, length, 'safe');
        expect(safe <= nthWorkingDay(calendar, from, length, 'generous')).toBe(true);
        expect(safe <= nthWorkingDay(calendar, addDays(from, 1), length, 'safe')).toBe(true);
      }),
    );
  });

  it('never moves a backward term later', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const calendar = makeCalendar(rules);
        const working = workingDayOnOrBefore(calendar, date);
        expect(working <= date).toBe(true);
        expect(calendar.restReason(working, 'generous')).toBeUndefined();
      }),
    );
  });
});
