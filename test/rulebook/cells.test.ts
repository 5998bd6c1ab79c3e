import { describe, expect, it } from 'vitest';
import { addDays, toDayNumber, type PlainDate } from '../../src/case/plain-date.ts';
import { Cells } from '../../src/rulebook/cells.ts';
import { NONE, OPEN } from '../../src/rulebook/condition.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const rulebook = ownRulebook();
const { book, positions } = rulebook;
const DAY = toDayNumber('2026-11-22' as PlainDate);
const nothing = rulebook.facts.map(() => OPEN);

function withFact(id: string, value: number): number[] {
  return nothing.map((open, position) => (position === positions.get(id) ? value : open));
}

describe('cells', () => {
  it('tell apart days of the answer between which a dated value changes', () => {
    const cells = new Cells(rulebook, []);
    const cellOn = (day: PlainDate) => cells.cellOf(nothing, toDayNumber(day), 0);
    const changes = Object.values(book.values).flatMap(({ series }) => series.map(({ from }) => from));
    for (const day of changes) expect(cellOn(day), day).not.toBe(cellOn(addDays(day, -1)));
    const last = changes.reduce((a, b) => (a > b ? a : b));
    const quiet = addDays(last, 1);
    expect(cellOn(quiet)).toBe(cellOn(addDays(quiet, 1)));
  });

  it('tell apart values on two sides of what a condition asks, and no others', () => {
    const age = positions.get('age') ?? -1;
    const test = { fact: age, not: false, intervals: [{ low: 14, high: 17 }] };
    const cells = new Cells(rulebook, [{ boxes: [[test]] }]);
    const cellAt = (years: number) => cells.cellOf(withFact('age', years), DAY, 0);
    const changes = Array.from({ length: 100 }, (_, years) => years).filter(
      (years) => cellAt(years) !== cellAt(years + 1),
    );
    expect(changes).toEqual([13, 17]);
    expect(cells.cellOf(nothing, DAY, 0)).not.toBe(cellAt(99));
  });

  it('tell apart whether there is a day to count from', () => {
    const cellWith = (cells: Cells, day: number) => cells.cellOf(withFact('moved', day), DAY, 0);
    const counting = new Cells(rulebook, [{ boxes: [], from: 'moved' }]);
    expect(cellWith(counting, NONE)).not.toBe(cellWith(counting, DAY));
    expect(cellWith(counting, DAY - 1)).toBe(cellWith(counting, DAY));
  });

  it('tell apart the number beside', () => {
    const cells = new Cells(rulebook, []);
    expect(cells.cellOf(nothing, DAY, 12)).not.toBe(cells.cellOf(nothing, DAY, 13));
  });
});
