/**
 * What the tables of decisions say, in stages: what one decides is a fact for the next. Rows and dated values only,
 * nothing that is counted from a day of one case, so that all cases of one cell (`cells.ts`) share it: a batch reads
 * the tables once for each cell that it meets.
 */
import { toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { DatedEntry, DecisionRow } from '../rulebook/book.ts';
import { Cells } from '../rulebook/cells.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { onceFor } from '../once-for.ts';
import { decidedTerms, type DecidedTerm } from './deadlines.ts';
import { encode, type Fields, type FieldValue } from './facts.ts';
import { duesOf, exemptionRows, NO_DUES, type Dues } from './fees.ts';
import { datedValue } from './lines.ts';
import { Shelf } from './shelf.ts';
import { decide } from './tables.ts';

/** How long the permit is, and by which row and values. */
export interface DecidedLength {
  readonly row: Compiled<DecisionRow>;
  readonly ceiling: DatedEntry | undefined;
  readonly extend: DatedEntry | undefined;
  readonly maxMonths: number | null;
}

/** What is decided about a case as a whole, before anything is counted. */
export interface CaseStage {
  readonly conversion: Compiled<DecisionRow>;
  readonly outcome: Compiled<DecisionRow>;
  /** The row of the route, and its id; where there is no permit to ask for, the outcome may give one. */
  readonly route: Compiled<DecisionRow> | undefined;
  readonly routeId: string | undefined;
  /** Absent where there is no permit to ask for. */
  readonly length: DecidedLength | undefined;
  /** The terms that run, as the facts of the applicant have it. */
  readonly terms: readonly DecidedTerm[];
  readonly applicant: PersonStage;
  /** Relatives by their cells. */
  readonly relatives: Shelf<PersonStage>;
  /** What is set as facts of everybody. */
  readonly sets: readonly Setting[];
}

/** What is decided about one person of a case. */
export interface PersonStage {
  /** Their place in the kits, as it is set. */
  readonly kit: Setting;
  /** What they owe, by how the deadlines stand. */
  readonly dues: Shelf<Dues>;
}

/** The number that is set at a position of a vector of facts. */
interface Setting {
  readonly position: number;
  readonly number: number;
}

/** Cases after which a book is asked so often that finding their cells pays. */
const FEW_CASES = 9;

/** Tables of lines that decisions are made of. */
const COLLECTIONS = ['deadlines', 'exemptions', 'fees'];

/** The stages of one book, and what is known of them from earlier cases. */
class Stages {
  readonly #rulebook: Rulebook;
  readonly #known = new Shelf<CaseStage>();
  #cells: Cells | undefined;
  #cases = 0;

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook;
  }

  /**
   * The stage of a case, from the facts of the applicant, to which what is decided is added. `asked`: the length in
   * months that is asked for, where it counts. Throws `TableGap` when a table does not decide the case.
   */
  ofCase(facts: number[], fields: Fields, asked: number | undefined): CaseStage {
    if (this.#cases++ === FEW_CASES) this.#cells = this.#newCells();
    const stage = this.#known.take(this.#cellOf(facts, fields, asked), () =>
      this.#decideCase(facts, fields, asked),
    );
    for (const one of stage.sets) set(facts, one);
    set(facts, stage.applicant.kit);
    return stage;
  }

  /** The stage of a relative, to whose facts what is decided is added. */
  ofRelative({ sets, relatives, length }: CaseStage, facts: number[], fields: Fields): PersonStage {
    const cell = this.#cellOf(facts, fields, undefined);
    for (const one of sets) set(facts, one);
    const own = relatives.take(cell, () => this.#decidePerson(facts, length !== undefined));
    set(facts, own.kit);
    return own;
  }

  /** What a person owes, to whose facts is added whether they are exempt. `states`: how deadlines stand, which is set already. */
  duesOf(
    { length }: CaseStage,
    { dues }: PersonStage,
    facts: number[],
    fields: Fields,
    states: string,
  ): Dues {
    const owed = dues.take(this.#cells && states, () => {
      if (!length) return NO_DUES;
      const exemptions = exemptionRows(this.#rulebook, facts);
      set(facts, this.#setting('exempt', exemptions.length > 0));
      return duesOf(this.#rulebook, facts, fields, exemptions);
    });
    set(facts, this.#setting('exempt', owed.exemptions.length > 0));
    return owed;
  }

  #decideCase(facts: number[], fields: Fields, asked: number | undefined): CaseStage {
    const { book } = this.#rulebook;
    const sets: Setting[] = [];
    const setForAll = (fact: string, value: FieldValue) => {
      const setting = this.#setting(fact, value);
      sets.push(setting);
      set(facts, setting);
    };
    const conversion = decide(this.#rulebook, 'conversion', facts);
    setForAll('conversion', conversion.give);
    const outcome = decide(this.#rulebook, 'outcome', facts);
    setForAll('outcome', outcome.give);
    const permitted = book.outcomes[outcome.give]?.permit === true;
    const route = permitted ? decide(this.#rulebook, 'route', facts) : undefined;
    const routeId = route?.give ?? book.outcomes[outcome.give]?.route;
    setForAll('route', routeId);
    const length = permitted ? lengthOf(this.#rulebook, facts, fields, asked) : undefined;
    setForAll('length', length?.maxMonths ?? undefined);
    const applicant = this.#decidePerson(facts, permitted);
    set(facts, applicant.kit);
    const terms = decidedTerms(this.#rulebook, facts, fields);
    return { conversion, outcome, route, routeId, length, terms, applicant, relatives: new Shelf(), sets };
  }

  #decidePerson(facts: readonly number[], permitted: boolean): PersonStage {
    const give = permitted ? decide(this.#rulebook, 'kit', facts).give : undefined;
    return { kit: this.#setting('kit', give), dues: new Shelf() };
  }

  #setting(id: string, value: FieldValue): Setting {
    const position = this.#rulebook.positions.get(id) ?? -1;
    const fact = this.#rulebook.facts[position]?.fact;
    return { position, number: fact ? encode(fact, value) : Number.NaN };
  }

  #cellOf(facts: readonly number[], fields: Fields, asked: number | undefined): string | undefined {
    return this.#cells?.cellOf(facts, toDayNumber(fields('on') as PlainDate), asked ?? 0);
  }

  #newCells(): Cells {
    const { decisions, collections } = this.#rulebook;
    const tables = [...decisions.values(), ...COLLECTIONS.map((table) => collections.get(table) ?? [])];
    return new Cells(this.#rulebook, tables.flat());
  }
}

/** The stages of a book. */
export const stagesOf = onceFor((rulebook: Rulebook) => new Stages(rulebook));

/** A book without the fact has no place for it. */
function set(facts: number[], { position, number }: Setting): void {
  if (position >= 0) facts[position] = number;
}

function lengthOf(
  rulebook: Rulebook,
  facts: readonly number[],
  fields: Fields,
  asked: number | undefined,
): DecidedLength {
  const row = decide(rulebook, 'length', facts);
  const ceiling = typeof row.ceiling === 'string' ? datedValue(rulebook, row.ceiling, fields) : undefined;
  const extend = row.extendBy === undefined ? undefined : datedValue(rulebook, row.extendBy, fields);
  return { row, ceiling, extend, maxMonths: longest(row, asked, ceiling?.is, extend?.is ?? 0) };
}

/** The longest permit in months: the ceiling, the length asked for, or that with what the law adds to it. */
function longest(
  row: DecisionRow,
  asked: number | undefined,
  ceiling: number | undefined,
  extra: number,
): number | null {
  if (asked === undefined || row.asked === 'ignore') return ceiling ?? null;
  return Math.min(asked + (row.asked === 'extend' ? extra : 0), ceiling ?? Infinity);
}
