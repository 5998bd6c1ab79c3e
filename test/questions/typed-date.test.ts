import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from '../../src/case/plain-date.ts';
import { readTypedDate, tidy } from '../../src/questions/typed-date.ts';

describe('readTypedDate', () => {
  it.each([
    '27/3/2027',
    '27/03/2027',
    '27.3.2027',
    '27.3.2027.',
    '27-03-2027',
    '27–03–2027',
    '27 3 2027',
    '2027-03-27',
    '2027/3/27',
    '  27 / 3 / 2027 ',
    '27/3/2027 ',
    '27 3 2027',
    '\u200e27/3/2027',
    '\ufeff27/3/2027',
    '２７/３/２０２７',
    '27/3/2027\t',
  ])('reads %j', (typed) => {
    expect(readTypedDate(typed)).toEqual({ date: '2027-03-27' });
  });

  it.each([
    ['3/27/2027', 'usDate'],
    ['12-31-2026', 'usDate'],
    ['27/3/27', 'notADate'],
    ['27/3/027', 'notADate'],
    ['1/2/3', 'notADate'],
    ['30/2/2027', 'noSuchDay'],
    ['2027-02-30', 'noSuchDay'],
    ['2027-27-03', 'noSuchDay'],
    ['32/13/2027', 'noSuchDay'],
    ['0/0/2027', 'noSuchDay'],
    ['27 March 2027', 'notADate'],
    ['tomorrow', 'notADate'],
    ['', 'notADate'],
    ['27/3/2027 or so', 'notADate'],
    ['2027', 'notADate'],
  ])('refuses %j as %s', (typed, problem) => {
    expect(readTypedDate(typed)).toEqual({ problem });
  });

  it('takes the day before the month wherever both could be meant', () => {
    expect(readTypedDate('3/4/2027')).toEqual({ date: '2027-04-03' });
  });

  it('reads every day in every form', () => {
    const days = fc.integer({ min: -30_000, max: 30_000 }).map(fromDayNumber);
    const form = fc.constantFrom('/', '.', '-', ' ', ' / ', '–');
    const space = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\t ');
    fc.assert(
      fc.property(days, form, space, fc.boolean(), (date, between, around, yearFirst) => {
        const [year = '', month = '', day = ''] = date.split('-');
        const parts = yearFirst ? [year, month, day] : [String(Number(day)), String(Number(month)), year];
        expect(readTypedDate(around + parts.join(between) + around)).toEqual({ date });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(Object.keys(readTypedDate(typed))).toHaveLength(1);
        expect(tidy(tidy(typed))).toBe(tidy(typed));
      }),
    );
  });
});
