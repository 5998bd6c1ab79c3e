/** Tables of decisions and boxes of forms: the cells that are left without an answer, or have several. */
import type { DecisionRow, Place } from './book.ts';
import { cellsOf, proveTable, type CounterExample } from './prove.ts';
import type { Compiled, Rulebook } from './rulebook.ts';

/** Rules of which exactly one must apply: those of a table of decisions, or of a box of a form. */
export interface Deciding {
  /** As it is called in a message. */
  readonly name: string;
  /** The table; absent for a box of a form. */
  readonly table?: string;
  readonly rows: readonly Compiled<DecisionRow>[];
}

/** A cell in which none of the rules applies, or several do. */
export interface UndecidedCell extends CounterExample {
  readonly deciding: Deciding;
  readonly place: Place | { readonly file: string };
  readonly message: string;
}

/** All tables of decisions, and the boxes of forms. */
export function decidingOf(rulebook: Rulebook): Deciding[] {
  const tables = [...rulebook.decisions].map(([table, rows]) => ({ name: `table ${table}`, table, rows }));
  const boxes = [...rulebook.modules].flatMap(([id, module]) =>
    [...module].map(([box, rows]) => ({ name: `${id}, box ${box}`, rows })),
  );
  return [...tables, ...boxes];
}

/** The cells that are not decided exactly once, a handful of each table. None is a proof. */
export function undecidedCells(rulebook: Rulebook): UndecidedCell[] {
  return decidingOf(rulebook).flatMap((deciding) =>
    proveTable(rulebook, deciding.rows).map((found): UndecidedCell => {
      const { rules, facts } = found;
      const { name, rows } = deciding;
      const place = rows.find(({ id }) => id === rules[0])?.place ?? rows[0]?.place ?? { file: name };
      const example = Object.entries(facts).map(([fact, value]) => `${fact}: ${value}`);
      const what = rules.length === 0 ? 'no rule applies' : `these rules apply together: ${rules.join(', ')}`;
      return { ...found, deciding, place, message: `${name}: ${what}, for { ${example.join(', ')} }` };
    }),
  );
}

/** How many cells the tables of decisions and the boxes of forms have. */
export function countCells(rulebook: Rulebook): number {
  return decidingOf(rulebook).reduce((sum, { rows }) => sum + cellsOf(rulebook, rows).count, 0);
}
