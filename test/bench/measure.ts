/** What the rows of the bench share: medians of runs in turn, and one line of the table. */

/** One line: what is measured, against what, and the ratio that is wanted. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly bare: number;
  readonly unit: 'ms' | 'MB' | 'µs';
  /** The ratio is to be no more than this, or no less than that. */
  readonly limit?: number;
  readonly least?: number;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Runs all in turn, `rounds` times after one to warm up, so that a busy moment hits all alike. Gives the medians. */
export async function inTurn<Name extends string>(
  rounds: number,
  runs: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const time = await runs[name]();
      if (round > 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}
