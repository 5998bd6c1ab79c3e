import { describe, expect, it } from 'vitest';
import type { RawFields } from '../../src/case/read-case.ts';
import type { CollectRow } from '../../src/rulebook/book.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { act, adds, answerOf, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();

/** The small law with these deadlines alone. */
function lawWith(...deadlines: CollectRow[]): Rulebook {
  return smallLaw({ collections: { ...law.book.collections, deadlines } });
}

const EIGHT_WORKING = { value: 'eight-days', count: 'working', direction: 'after' } as const;
const EIGHT = { value: 'eight-days', count: 'calendar', direction: 'after' } as const;
const MONTH = { value: 'month-to-stay', count: 'calendar', direction: 'after' } as const;
const THREE_MONTHS = { value: 'three-months-to-stay', count: 'calendar', direction: 'after' } as const;

const deadlinesOf = (by: Rulebook, fields: RawFields = {}) => answerOf(by, fields).deadlines;
/** The dates of the deadlines: id, safe day, later day, last working day. */
const dates = (by: Rulebook, fields: RawFields = {}) =>
  deadlinesOf(by, fields).map(({ id, date, latest, workingDay }) =>
    [id, date, latest, workingDay].filter((part) => part !== undefined).join(' '),
  );

describe('a deadline of working days', () => {
  const file = () => deadlinesOf(law, { entry: '2026-11-28', province: 'MI' })[0];

  it('ends on a safe day and on a later one', () => {
    const { count: _, ...line } = file() ?? { count: undefined };
    expect(line).toStrictEqual({
      ...{ id: 'file', rule: 'add-file', sources: ['add-file', '8 from 2006-12-11'].flatMap(act) },
      ...{ sure: 'confirmed', date: '2026-12-08', latest: '2026-12-10', inDays: 16, headline: true },
      values: { 'eight-days': 8, term: 8 },
    });
  });

  it('is counted day by day in both readings', () => {
    const { days = [], latestDays = [], ...count } = file()?.count ?? {};
    expect(count).toStrictEqual({
      ...{ from: '2026-11-28', length: 8, unit: 'days', kind: 'working', direction: 'after' },
    });
    const last = (list: typeof days) =>
      list.slice(-5).map(({ date, number, skipped }) => [date.slice(5), number ?? skipped]);
    // the patron of one province moves no national term
    expect(last(days)).toEqual([
      ['12-04', 5],
      ['12-05', 6],
      ['12-06', { weekday: 0 }],
      ['12-07', 7],
      ['12-08', 8],
    ]);
    expect(last(latestDays)).toEqual([
      ['12-06', { weekday: 0 }],
      ['12-07', { holiday: 'patron' }],
      ['12-08', 6],
      ['12-09', 7],
      ['12-10', 8],
    ]);
    expect(days).toHaveLength(11);
    expect(latestDays).toHaveLength(13);
  });

  it('has one day, and is walked once, where both readings end together', () => {
    const value = {
      ...law.book.values['eight-days'],
      series: [{ from: '2006-12-11', is: 3, sources: act('three'), sure: 'confirmed' }],
    };
    const short = smallLaw({ values: { ...law.book.values, 'eight-days': value as never } });
    const [line] = deadlinesOf(short, { entry: '2026-11-22' });
    expect(line).not.toHaveProperty('latest');
    expect([line?.date, Object.keys(line?.count ?? {}).at(-1)]).toEqual(['2026-11-25', 'days']);
  });

  it('is counted by the holidays of the province', () => {
    const file = lawWith(adds('file', {}, { from: 'entry', term: EIGHT_WORKING }));
    const entry = '2026-11-28';
    const found = ['MI', 'RM', undefined, 'MI'].map((province) => dates(file, { entry, province }));
    expect(found).toEqual([
      ['file 2026-12-08 2026-12-10'],
      ['file 2026-12-08 2026-12-09'],
      ['file 2026-12-08 2026-12-09'],
      ['file 2026-12-08 2026-12-10'],
    ]);
  });
});

describe('a deadline of days or months', () => {
  it('has one date, and no walk', () => {
    const [line] = deadlinesOf(lawWith(adds('file', {}, { from: 'entry', term: EIGHT })));
    expect(line).toStrictEqual({
      ...{ id: 'file', rule: 'add-file', sources: ['add-file', '8 from 2006-12-11'].flatMap(act) },
      ...{ sure: 'confirmed', date: '2026-11-28', inDays: 6 },
      count: { from: '2026-11-20', length: 8, unit: 'days', kind: 'calendar', direction: 'after' },
      values: { 'eight-days': 8, term: 8 },
    });
  });

  it('has a later date where a longer reading gives one, of its own kind and unit', () => {
    const with2 = (latest: CollectRow['latest'], term: CollectRow['term'] = EIGHT) =>
      dates(lawWith(adds('stay', {}, { from: 'entry', term, latest } as CollectRow)));
    expect(with2(MONTH)).toEqual(['stay 2026-11-28 2026-12-20']);
    expect(with2(EIGHT_WORKING)).toEqual(['stay 2026-11-28 2026-12-02']);
    expect(with2(THREE_MONTHS, MONTH)).toEqual(['stay 2026-12-20 2027-02-20']);
    // a reading that ends earlier gives no more time
    expect(with2(EIGHT, MONTH)).toEqual(['stay 2026-12-20']);
    const [line] = deadlinesOf(
      lawWith(adds('stay', {}, { from: 'entry', term: EIGHT, latest: EIGHT_WORKING })),
    );
    expect(line?.count.days).toBeUndefined();
    expect(deadlinesOf(law).at(-1)?.count).toStrictEqual({
      ...{ from: '2026-11-20', length: 1, unit: 'months', kind: 'calendar', direction: 'after' },
    });
    expect(line?.count.latestDays?.at(-1)).toEqual({ date: '2026-12-02', number: 8 });
  });

  it('that runs backwards tells the last working day by which it is kept', () => {
    // sixty days before are a Sunday, a Monday and a Saturday
    const renewal = (expiry: string) => deadlinesOf(law, { procedure: 'renewal', expiry, entry: undefined });
    expect(renewal('2027-04-01')).toStrictEqual([
      {
        ...{ id: 'renew', rule: 'add-renew', sure: 'single', disputes: ['sixty'] },
        sources: ['add-renew', '60 from 2006-12-11', '12 from 2006-12-11'].flatMap(act),
        ...{ date: '2027-01-31', workingDay: '2027-01-29', inDays: 70, role: 'opens' },
        count: { from: '2027-04-01', length: 60, unit: 'days', kind: 'calendar', direction: 'before' },
        values: { year: 12, 'sixty-days': 60, term: 60 },
      },
    ]);
    expect(renewal('2027-04-02').map(({ date, workingDay }) => [date, workingDay])).toEqual([
      ['2027-02-01', undefined],
    ]);
    expect(renewal('2027-03-31').map(({ date, workingDay }) => [date, workingDay])).toEqual([
      ['2027-01-30', '2027-01-29'],
    ]);
    // where nothing runs backwards nobody has to be early
    expect(dates(lawWith(adds('stay', {}, { from: 'entry', term: EIGHT })), { entry: '2026-11-21' })).toEqual(
      ['stay 2026-11-29'],
    );
  });

  it('that has passed is so many days ago', () => {
    const [line] = deadlinesOf(lawWith(adds('file', {}, { from: 'entry', term: EIGHT })), {
      entry: '2026-11-01',
    });
    expect(line).toMatchObject({ date: '2026-11-09', inDays: -13 });
  });
});

describe('the deadlines of an answer', () => {
  it('come soonest first, and by their name on one day', () => {
    const term = (id: string, from: string) => adds(id, {}, { from, term: EIGHT });
    const expected = ['b 2026-11-28', 'c 2026-11-28', 'd 2026-11-28', 'a 2026-11-30'];
    const rows = [term('a', 'filing'), term('c', 'entry'), term('d', 'entry'), term('b', 'entry')];
    expect(dates(lawWith(...rows))).toEqual(expected);
    expect(dates(lawWith(...rows.toReversed()))).toEqual(expected);
  });

  it('are those whose day the case holds: of the law, or of a field', () => {
    const rows = ['filing', 'expiry', 'entry', 'citizenship-group'].map((from) =>
      adds(`by-${from}`, {}, { from, term: EIGHT }),
    );
    expect(dates(lawWith(...rows))).toEqual(['by-entry 2026-11-28', 'by-filing 2026-11-30']);
    expect(dates(lawWith(...rows), { filed: '2026-11-21' })).toEqual([
      'by-entry 2026-11-28',
      'by-filing 2026-11-29',
    ]);
    const incomplete = [
      adds('no-term', {}, { from: 'entry' }),
      adds('no-day', {}, { term: EIGHT }),
      adds('no-line', {}, { add: [], from: 'entry', term: EIGHT }),
    ];
    expect(dates(lawWith(...incomplete))).toEqual([]);
  });

  it('are met once one of the days that end them is known', () => {
    const met = (fields: RawFields) => deadlinesOf(law, fields).map(({ id, met: done }) => [id, done]);
    const stay = ['stay', undefined];
    expect(met({})).toEqual([['file', undefined], stay]);
    expect(met({ filed: '2026-11-21' })).toEqual([['file', true], stay]);
    expect(met({ filed: '2026-11-21', cardReady: '2026-11-22' })).toEqual([['file', true], stay]);
    // who means to hand in has not done so
    expect(met({ filed: '2026-11-23' })).toEqual([['file', undefined], stay]);
  });

  it('say for the tables after them how they stand on the day of handing in', () => {
    const { facts } = law.book;
    const state = {
      ...facts['first-application-state'],
      derive: { how: 'deadline', deadline: 'file' } as const,
    };
    const rows = ['open', 'between', 'passed'].map((is) => adds(is, { 'file-state': is }));
    const book = smallLaw({
      facts: { ...facts, 'file-state': state as never },
      collections: {
        ...law.book.collections,
        warnings: [...rows, adds('unknown', { 'file-state': 'none' })],
      },
    });
    const said = (fields: RawFields) => answerOf(book, fields).warnings.map(({ id }) => id);
    // from the twentieth of November to the thirtieth, or to the second of December without Saturdays
    const on = '2026-12-31';
    expect(said({ on, filed: '2026-11-20' })).toEqual(['open']);
    expect(said({ on, filed: '2026-11-30' })).toEqual(['open']);
    expect(said({ on, filed: '2026-12-01' })).toEqual(['between']);
    expect(said({ on, filed: '2026-12-02' })).toEqual(['between']);
    expect(said({ on, filed: '2026-12-03' })).toEqual(['passed']);
    expect(said({ on })).toEqual(['passed']);
    expect(said({ procedure: 'renewal', expiry: '2027-03-01' })).toEqual(['unknown']);
  });
});
