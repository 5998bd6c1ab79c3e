/** Everything in a book that rests on sources. */
import type { Backed, Book, CollectRow, DecisionRow, Place } from './book.ts';
import { formRows } from './form.ts';

/** Every rule of tables and forms. */
export function rowsOf(book: Book): (DecisionRow | CollectRow)[] {
  return [
    ...Object.values(book.decisions).flat(),
    ...Object.values(book.collections).flat(),
    ...formRows(book),
  ];
}

/** A statement that carries sources: a rule by its id, an entry as `value from day`. */
export interface Statement {
  readonly where: Place | { readonly file: string };
  readonly name: string;
  readonly backed: Backed;
}

/** All statements of a book. */
export function* statementsOf(book: Book): Generator<Statement> {
  for (const row of rowsOf(book)) yield { where: row.place, name: row.id, backed: row };
  for (const [id, value] of Object.entries(book.values)) {
    for (const entry of value.series) {
      yield { where: { file: `value ${id}` }, name: `${id} from ${entry.from}`, backed: entry };
    }
  }
  for (const [id, holiday] of Object.entries(book.holidays)) {
    yield { where: { file: `holiday ${id}` }, name: id, backed: holiday };
  }
  for (const [id, payment] of Object.entries(book.payments)) {
    yield { where: { file: `payment ${id}` }, name: id, backed: payment };
  }
  for (const [id, table] of Object.entries(book.codeTables)) {
    yield { where: { file: `code table ${id}` }, name: id, backed: table };
  }
  for (const country of book.countryCodes) {
    yield { where: { file: 'country codes' }, name: country.code, backed: country };
  }
}
