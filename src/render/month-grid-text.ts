/** Month grids in letters and digits: no lines, no colour, the marks beside the day. */
import type { Fold } from './fold.ts';
import type { DayCell, MonthGrid } from './month-grid.ts';

/** Beside the day that is today. */
export const TODAY_MARK = '*';
const GAP = 3;

/** The grids side by side as far as the width goes; nothing when not even one fits. */
export function drawMonths(grids: readonly MonthGrid[], width: number, fold: Fold): string[] {
  const drawn = grids.map((grid) => drawMonth(grid, fold));
  const widest = Math.max(0, ...drawn.flat().map((line) => fold.width(line)));
  if (widest > width) return [];
  const perRow = Math.max(1, Math.floor((width + GAP) / (widest + GAP)));
  const lines: string[] = [];
  for (let start = 0; start < drawn.length; start += perRow) {
    const row = drawn.slice(start, start + perRow);
    const height = Math.max(...row.map((grid) => grid.length));
    lines.push('');
    for (let line = 0; line < height; line++) {
      lines.push(
        row
          .map((grid) => pad(grid[line] ?? '', widest + GAP, fold))
          .join('')
          .trimEnd(),
      );
    }
  }
  return lines;
}

function drawMonth(grid: MonthGrid, fold: Fold): string[] {
  const marks = grid.weeks.flat().map((cell) => (cell ? marksOf(cell).length : 0));
  const names = grid.weekdays.map(({ short }) => fold.width(short));
  // two digits and a mark, or the name of the weekday; a space before each column but the first
  const cellWidth = Math.max(2 + Math.max(1, ...marks), ...names);
  const row = (cells: readonly string[]) =>
    cells
      .map((cell) => pad(cell, cellWidth, fold))
      .join(' ')
      .trimEnd();
  return [
    grid.heading,
    row(grid.weekdays.map(({ short }) => short)),
    ...grid.weeks.map((week) =>
      row(week.map((cell) => (cell ? String(cell.day).padStart(2) + marksOf(cell) : ''))),
    ),
  ];
}

function marksOf(cell: DayCell): string {
  return cell.marks.join('') + (cell.today ? TODAY_MARK : '');
}

function pad(text: string, width: number, fold: Fold): string {
  return text + ' '.repeat(Math.max(0, width - fold.width(text)));
}
