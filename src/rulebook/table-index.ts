/**
 * Which rows of a table apply, for many cases. Every column of the table (a fact that its conditions test) is cut
 * into pieces that no condition tells apart; for each piece there is one bit for every alternative of every
 * row that admits it. A case is then one look-up and one `and` for each column. Nothing is worked out before a case
 * needs it, so that the first case costs what reading the conditions costs.
 */
import { cutsOf, holds, type CompiledBox, type CompiledTest } from './condition.ts';

interface Column {
  readonly fact: number;
  /** Each alternative's test of this fact, with the number of the alternative. */
  readonly tests: readonly { readonly box: number; readonly test: CompiledTest }[];
  /** First values of the pieces, ascending; what is smaller than all of them is the first piece. */
  readonly cuts: Float64Array;
  readonly masks: (Int32Array | undefined)[];
  /** The value looked up last, with its mask: cases that follow one another have much in common. */
  last: { value: number; mask: Int32Array } | undefined;
}

/** Bits in one word of a mask. */
const WORD = 32;

/** The rows of one table, ready for cases. */
export class TableIndex<Row extends { readonly boxes: readonly CompiledBox[] }> {
  /** The row that each alternative belongs to. */
  private readonly rowOf: readonly Row[];
  private readonly columns: readonly Column[];
  /** The alternatives that a case has left, and the numbers of the words with any. */
  private readonly left: Int32Array;
  private readonly words: Int32Array;

  constructor(rows: readonly Row[]) {
    this.rowOf = rows.flatMap((row) => row.boxes.map(() => row));
    this.columns = columnsOf(rows);
    this.left = new Int32Array(Math.ceil(this.rowOf.length / WORD));
    this.words = new Int32Array(this.left.length);
  }

  /** The rows that apply to a vector of known facts, in the order of the table. */
  hits(facts: readonly number[]): Row[] {
    const { left, columns, rowOf, words } = this;
    let count = left.length;
    left.fill(-1);
    for (let index = 0; index < count; index++) words[index] = index;
    for (const column of columns) {
      const mask = this.maskOf(column, facts[column.fact] ?? Number.NaN);
      // words in which nothing is left are passed over from here on
      let kept = 0;
      for (let index = 0; index < count; index++) {
        const word = words[index] ?? 0;
        const bits = (left[word] ?? 0) & (mask[word] ?? 0);
        if (bits === 0) continue;
        left[word] = bits;
        words[kept++] = word;
      }
      count = kept;
      if (count === 0) return [];
    }
    const hits: Row[] = [];
    let last: Row | undefined;
    for (let index = 0; index < count; index++) {
      const word = words[index] ?? 0;
      let bits = left[word] ?? 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        bits ^= lowest;
        const row = rowOf[word * WORD + (WORD - 1) - Math.clz32(lowest)];
        // bits behind the last alternative belong to no row
        if (!row || row === last) continue;
        last = row;
        hits.push(row);
      }
    }
    return hits;
  }

  /** The alternatives that admit a value. */
  private maskOf(column: Column, value: number): Int32Array {
    if (column.last?.value === value) return column.last.mask;
    const { cuts, masks } = column;
    const piece = pieceOf(cuts, value);
    const mask = (masks[piece] ??= this.makeMask(column, value));
    column.last = { value, mask };
    return mask;
  }

  private makeMask({ tests }: Column, value: number): Int32Array {
    const mask = new Int32Array(this.left.length).fill(-1);
    for (const { box, test } of tests) {
      if (!holds(test, value)) mask[box >>> 5] = (mask[box >>> 5] ?? 0) & ~(1 << (box & 31));
    }
    return mask;
  }
}

function columnsOf(rows: readonly { readonly boxes: readonly CompiledBox[] }[]): Column[] {
  const columns = new Map<number, { box: number; test: CompiledTest }[]>();
  let box = 0;
  for (const { boxes } of rows) {
    for (const tests of boxes) {
      for (const test of tests) {
        const column = columns.get(test.fact);
        if (column) column.push({ box, test });
        else columns.set(test.fact, [{ box, test }]);
      }
      box++;
    }
  }
  // what most alternatives test leaves fewest of them for the others to look at
  const ordered = [...columns].sort(([, a], [, b]) => b.length - a.length);
  return ordered.map(([fact, tests]) => {
    const cuts = Float64Array.from(new Set(tests.flatMap(({ test }) => cutsOf(test)))).sort();
    return { fact, tests, cuts, masks: [], last: undefined };
  });
}

/**
 * The number of the piece that a value is in; `cuts` are the first values of the pieces but for the first, ascending. A
 * fact that is not known (not a number) has a piece of its own.
 */
export function pieceOf(cuts: Float64Array, value: number): number {
  if (Number.isNaN(value)) return cuts.length + 1;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
