import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber, type PlainDate } from '../../src/case/plain-date.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { markOf, monthGrids } from '../../src/render/month-grid.ts';
import { foldFor } from '../../src/render/fold.ts';
import { drawMonths } from '../../src/render/month-grid-text.ts';

const fold = await foldFor('');
const day = (text: string) => text as PlainDate;
const anyDay = fc
  .integer({ min: toDayNumber(day('2006-12-11')), max: toDayNumber(day('2040-12-31')) })
  .map(fromDayNumber);

describe('a month grid', () => {
  it('is a calendar that begins on Monday', () => {
    const marked = [
      { date: day('2026-11-30'), mark: 'A' },
      { date: day('2026-11-30'), mark: 'B' },
    ];
    const grids = monthGrids(marked, day('2026-11-22'), en);
    expect(drawMonths(grids, 80, fold)).toEqual([
      '',
      'November 2026',
      'Mo   Tu   We   Th   Fr   Sa   Su',
      '                               1',
      ' 2    3    4    5    6    7    8',
      ' 9   10   11   12   13   14   15',
      '16   17   18   19   20   21   22*',
      '23   24   25   26   27   28   29',
      '30AB',
    ]);
  });

  it('speaks Italian', () => {
    expect(drawMonths(monthGrids([], day('2026-02-01'), italian), 80, fold).slice(1, 3)).toEqual([
      'febbraio 2026',
      'lu  ma  me  gi  ve  sa  do',
    ]);
  });

  it('has every day of the month once, under its weekday', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const [grid] = monthGrids([], date, en);
        const cells = grid?.weeks.flatMap((week) => week.map((cell, column) => ({ cell, column }))) ?? [];
        const days = cells.flatMap(({ cell, column }) => (cell ? [{ day: cell.day, column }] : []));
        const [year, month] = date.split('-').map(Number) as [number, number];
        const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(days.map(({ day: number }) => number)).toEqual(
          Array.from({ length }, (_, index) => index + 1),
        );
        for (const { day: number, column } of days) {
          expect((new Date(Date.UTC(year, month - 1, number)).getUTCDay() + 6) % 7).toBe(column);
        }
        expect(cells.filter(({ cell }) => cell?.today)).toHaveLength(1);
      }),
    );
  });

  it('stands beside others as far as the width goes, and not at all where it does not fit', () => {
    const marked = ['2026-12-02', '2027-01-07', '2027-02-08'].map((date) => ({ date: day(date), mark: 'A' }));
    const grids = monthGrids(marked, day('2026-11-22'), en);
    for (const width of [24, 30, 40, 80, 120]) {
      for (const line of drawMonths(grids, width, fold)) expect(line.length).toBeLessThanOrEqual(width);
    }
    const headings = (width: number) =>
      drawMonths(grids, width, fold).filter((line) => /\d{4}/.test(line)).length;
    expect([24, 40, 80, 120].map(headings)).toEqual([0, 4, 2, 1]);
  });

  it('counts letters like a spreadsheet', () => {
    expect([0, 25, 26, 51, 52].map(markOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});
