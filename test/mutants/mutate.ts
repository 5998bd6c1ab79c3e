/** Small, wrong changes of a rule book, each of which somebody could make by mistake. */
import { addDays } from '../../src/case/plain-date.ts';
import type { Book, Box, CollectRow, DecisionRow, Fact, Test } from '../../src/rulebook/book.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { movedBounds } from './bounds.ts';

type Row = DecisionRow | CollectRow;

export type MutantKind =
  'row-dropped' | 'bound-moved' | 'member-removed' | 'member-added' | 'amount' | 'from-day' | 'rows-swapped';

/** A book with one mistake in it. */
export interface Mutant {
  readonly id: string;
  readonly kind: MutantKind;
  /** What was changed, for the reader of the report. */
  readonly what: string;
  /** The table whose rows are no longer those of the book, as they are now; none for a dated value. */
  readonly table?: string;
  /** The rows that were changed (or dropped, or swapped), by id; or the dated value. */
  readonly rows: readonly string[];
  readonly value?: string;
  /** The test that was changed: the alternative of the row, and the fact. */
  readonly spot?: { readonly box: number; readonly fact: string };
  /** What the rows give has changed too, not only when they apply. */
  readonly content: boolean;
  readonly book: Book;
}

/** All mutants of a book, in a fixed order. For a set of members one is added and one removed, chosen by the row's name. */
export function* mutantsOf(book: Book): Generator<Mutant> {
  const facts = new Map(openRulebook(book).facts.map(({ id, fact }) => [id, fact]));
  for (const [table, rows] of tablesOf(book)) {
    for (const [at, row] of rows.entries()) {
      yield dropped(book, table, rows, row);
      for (const one of conditionMutants(row, facts)) {
        const changed = rows.with(at, { ...row, when: one.when });
        yield {
          id: `${row.id} ${one.kind} ${one.what}`,
          kind: one.kind,
          what: one.what,
          table,
          rows: [row.id],
          spot: one.spot,
          content: false,
          book: withTable(book, table, changed),
        };
      }
      const next = rows[at + 1];
      if (next && conclusion(row) !== conclusion(next)) yield swapped(book, table, rows, row, next);
    }
  }
  yield* valueMutants(book);
}

function tablesOf(book: Book): [string, readonly Row[]][] {
  return [...Object.entries(book.decisions), ...Object.entries(book.collections)];
}

function withTable(book: Book, table: string, rows: readonly Row[]): Book {
  if (table in book.decisions) {
    return { ...book, decisions: { ...book.decisions, [table]: rows as readonly DecisionRow[] } };
  }
  return { ...book, collections: { ...book.collections, [table]: rows as readonly CollectRow[] } };
}

function dropped(book: Book, table: string, rows: readonly Row[], row: Row): Mutant {
  const { id } = row;
  return {
    id: `${id} row-dropped`,
    kind: 'row-dropped',
    what: 'the row is gone',
    table,
    rows: [id],
    content: true,
    book: withTable(
      book,
      table,
      rows.filter((other) => other !== row),
    ),
  };
}

/** What a row says, apart from when and on whose authority. */
function conclusion(row: Row): string {
  return JSON.stringify({ ...row, ...FRAME });
}

const FRAME = {
  id: undefined,
  when: undefined,
  overrides: undefined,
  sources: undefined,
  sure: undefined,
  disputes: undefined,
  alternatives: undefined,
  practice: undefined,
  place: undefined,
};

/** Two neighbours, each saying what the other should. */
function swapped(book: Book, table: string, rows: readonly Row[], row: Row, next: Row): Mutant {
  const exchange = (kept: Row, other: Row): Row => ({
    ...other,
    id: kept.id,
    when: kept.when,
    place: kept.place,
    ...('overrides' in kept && { overrides: kept.overrides }),
  });
  const changed = rows.map((one) =>
    one === row ? exchange(row, next) : one === next ? exchange(next, row) : one,
  );
  return {
    id: `${row.id} rows-swapped ${next.id}`,
    kind: 'rows-swapped',
    what: `says what ${next.id} says, and the other way round`,
    table,
    rows: [row.id, next.id],
    content: true,
    book: withTable(book, table, changed),
  };
}

interface ConditionMutant {
  readonly kind: MutantKind;
  readonly what: string;
  readonly when: readonly Box[];
  readonly spot: { readonly box: number; readonly fact: string };
}

function* conditionMutants(row: Row, facts: ReadonlyMap<string, Fact>): Generator<ConditionMutant> {
  for (const [index, box] of row.when.entries()) {
    for (const [id, test] of Object.entries(box)) {
      const fact = facts.get(id);
      if (!fact) continue;
      const name = row.when.length === 1 ? id : `${id} of alternative ${index + 1}`;
      for (const { kind, what, any } of testMutants(fact, test, row.id)) {
        const when = row.when.with(index, { ...box, [id]: { ...test, any } });
        yield { kind, what: `${name}: ${what}`, when, spot: { box: index, fact: id } };
      }
    }
  }
}

function* testMutants(
  fact: Fact,
  test: Test,
  rowId: string,
): Generator<{ kind: MutantKind; what: string; any: Test['any'] }> {
  if (fact.kind === 'integer' || fact.kind === 'date') {
    for (const [at, item] of test.any.entries()) {
      for (const moved of movedBounds(fact, String(item))) {
        yield { kind: 'bound-moved', what: `${item} becomes ${moved}`, any: test.any.with(at, moved) };
      }
    }
    return;
  }
  const pick = <T>(from: readonly T[]) => from[spread(rowId) % from.length];
  if (test.any.length > 1) {
    const gone = pick(test.any);
    yield {
      kind: 'member-removed',
      what: `${String(gone)} is gone`,
      any: test.any.filter((item) => item !== gone),
    };
  }
  const others = (fact.kind === 'boolean' ? [true, false] : (fact.values ?? [])).filter(
    (value) => !test.any.includes(value),
  );
  const more = pick(others);
  if (more !== undefined)
    yield { kind: 'member-added', what: `${String(more)} is new`, any: [...test.any, more] };
}

/** A number that differs from name to name, so that not always the first member is chosen. */
function spread(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum;
}

function* valueMutants(book: Book): Generator<Mutant> {
  for (const [id, value] of Object.entries(book.values)) {
    for (const [at, entry] of value.series.entries()) {
      const changed = [
        { kind: 'amount' as const, what: `${entry.is} becomes ${entry.is + 1}`, is: entry.is + 1 },
      ];
      const later = addDays(entry.from, 1);
      const mutants = [
        ...changed.map(({ kind, what, is }) => ({ kind, what, entry: { ...entry, is } })),
        // the first day of the first entry is that of the act or of the book: no case is older
        ...(at === 0
          ? []
          : [
              {
                kind: 'from-day' as const,
                what: `${entry.from} becomes ${later}`,
                entry: { ...entry, from: later },
              },
            ]),
      ];
      for (const mutant of mutants) {
        const series = value.series.with(at, mutant.entry);
        yield {
          id: `value ${id} from ${entry.from} ${mutant.kind}`,
          kind: mutant.kind,
          what: mutant.what,
          rows: [],
          value: id,
          content: true,
          book: { ...book, values: { ...book.values, [id]: { ...value, series } } },
        };
      }
    }
  }
}
