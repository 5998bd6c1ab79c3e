/** The cells of several tables together: cases that no condition in them and no dated value tells apart. */
import { toDayNumber } from '../case/plain-date.ts';
import { cutsOf, NONE, type CompiledBox } from './condition.ts';
import type { Rulebook } from './rulebook.ts';
import { pieceOf } from './table-index.ts';

interface Row {
  readonly boxes: readonly CompiledBox[];
  /** The fact with the day that the row counts from. */
  readonly from?: string;
}

interface Axis {
  readonly fact: number;
  readonly cuts: Float64Array;
}

/** Finds the cell of a vector of facts. */
export class Cells {
  readonly #axes: readonly Axis[];
  /** Days on which some dated value changes. */
  readonly #days: Float64Array;
  readonly #pieces: number[] = [];

  /** The cells of tables with these rows. Days on which a dated value changes cut the fact that it is looked up on. */
  constructor({ book, positions }: Rulebook, rows: readonly Row[]) {
    const cuts = new Map<number, Set<number>>();
    const cut = (fact: number, at: readonly number[]) => {
      const all = cuts.get(fact) ?? new Set();
      cuts.set(fact, all);
      for (const one of at) all.add(one);
    };
    for (const { boxes, from } of rows) {
      for (const test of boxes.flat()) cut(test.fact, cutsOf(test));
      // whether there is a day to count from
      const begins = from === undefined ? undefined : positions.get(from);
      if (begins !== undefined) cut(begins, [NONE + 1]);
    }
    const days = new Set<number>();
    for (const { series, lookedUpOn } of Object.values(book.values)) {
      const changes = series.map(({ from }) => toDayNumber(from));
      const fact = positions.get(lookedUpOn);
      if (fact !== undefined) cut(fact, changes);
      for (const day of changes) days.add(day);
    }
    this.#axes = [...cuts].map(([fact, at]) => ({ fact, cuts: Float64Array.from(at).sort() }));
    this.#days = Float64Array.from(days).sort();
  }

  /**
   * The cell of a vector as a text, another for every cell. `day`: that of the answer, as a number; dated values are
   * looked up on it where their own day is not known. `beside`: a whole number from 0 that counts as it is.
   */
  cellOf(facts: readonly number[], day: number, beside: number): string {
    const pieces = this.#pieces;
    let length = 0;
    for (const { fact, cuts } of this.#axes) pieces[length++] = pieceOf(cuts, facts[fact] ?? Number.NaN);
    pieces[length++] = pieceOf(this.#days, day);
    pieces[length] = beside;
    return String.fromCharCode(...pieces);
  }
}
