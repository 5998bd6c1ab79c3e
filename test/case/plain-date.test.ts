import { UTCDateMini } from '@date-fns/utc/date/mini';
import { differenceInYears } from 'date-fns/differenceInYears';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, ageOn, monthsBegunBetween, monthsDoneBetween } from '../../src/case/months.ts';
import {
  addDays,
  dayOfWeek,
  daysBetween,
  fromDayNumber,
  parsePlainDate,
  toDayNumber,
  type PlainDate,
} from '../../src/case/plain-date.ts';

const day = (text: string) => text as PlainDate;
const anyDay = fc.integer({ min: -25_000, max: 80_000 }).map(fromDayNumber);

describe('reading a day', () => {
  it.each(['2026-02-28', '2028-02-29', '1900-01-01', '2026-12-31'])('%s is a day', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026',
    '2026-11-22T00:00',
    '',
  ])('%j is none', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  });
});

describe('the number of a day', () => {
  it('names the same day as the clock of the machine, from the year 1000 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -354_285, max: 2_932_896 }), (number) => {
        const iso = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(fromDayNumber(number)).toBe(iso);
        expect(toDayNumber(day(iso))).toBe(number);
        expect(parsePlainDate(iso)).toBe(iso);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('arithmetic of days', () => {
  it.each([
    ['2026-12-31', -90, '2026-10-02'],
    ['2027-01-20', -90, '2026-10-22'],
    ['2027-02-20', -90, '2026-11-22'],
    ['2027-03-31', -90, '2026-12-31'],
    ['2026-12-31', -60, '2026-11-01'],
    ['2027-02-20', 60, '2027-04-21'],
    ['2027-03-31', 60, '2027-05-30'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-31', 12, '2027-08-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it.each([
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-01', '2026-01-02', 1],
    ['2026-01-01', '2026-02-01', 1],
    ['2026-01-01', '2026-02-02', 2],
    ['2026-02-02', '2026-02-01', 0],
  ])('from %s to %s %i months have begun', (from, to, months) => {
    expect(monthsBegunBetween(day(from), day(to))).toBe(months);
  });

  it.each([
    ['2012-11-22', '2026-11-21', 13],
    ['2012-11-22', '2026-11-22', 14],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
  ])('born %s, on %s: %i', (born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age);
  });

  it('counts months as adding them does, and years of age as date-fns does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3_000 }), (from, days) => {
        const to = addDays(from, days);
        const begun = monthsBegunBetween(from, to);
        expect(addMonths(from, begun) >= to).toBe(true);
        expect(begun === 0 || addMonths(from, begun - 1) < to).toBe(true);
        const done = monthsDoneBetween(from, to);
        expect(addMonths(from, done) <= to).toBe(true);
        expect(addMonths(from, done + 1) > to).toBe(true);
        expect(ageOn(from, to)).toBe(differenceInYears(new UTCDateMini(to), new UTCDateMini(from)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('goes to a number and back', () => {
    fc.assert(fc.property(anyDay, (date) => fromDayNumber(toDayNumber(date)) === date));
  });

  it('moves the weekday by one each day', () => {
    fc.assert(fc.property(anyDay, (date) => dayOfWeek(addDays(date, 1)) === (dayOfWeek(date) + 1) % 7));
    expect(dayOfWeek(day('2026-11-22'))).toBe(0);
  });
});
