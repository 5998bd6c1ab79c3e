/** What decides: tables of decisions and boxes of forms. */
import type { DecisionRow } from './book.ts';
import { cellsOf } from './prove.ts';
import type { Compiled, Rulebook } from './rulebook.ts';

/** Rules of which exactly one must apply: those of a table of decisions, or of a box of a form. */
export interface Deciding {
  /** As it is called in a message. */
  readonly name: string;
  /** The table; absent for a box of a form. */
  readonly table?: string;
  readonly rows: readonly Compiled<DecisionRow>[];
}

/** All tables of decisions, and the boxes of forms. */
export function decidingOf(rulebook: Rulebook): Deciding[] {
  const tables = [...rulebook.decisions].map(([table, rows]) => ({ name: `table ${table}`, table, rows }));
  const boxes = [...rulebook.modules].flatMap(([id, module]) =>
    [...module].map(([box, rows]) => ({ name: `${id}, box ${box}`, rows })),
  );
  return [...tables, ...boxes];
}

/** How many cells the tables of decisions and the boxes of forms have. */
export function countCells(rulebook: Rulebook): number {
  return decidingOf(rulebook).reduce((sum, { rows }) => sum + cellsOf(rulebook, rows).count, 0);
}
