/** Values that the rule book holds, with what they mean in the reader's language. */
import type { Messages } from '../messages/messages.ts';
import { makeCatalogue } from '../questions/catalogue.ts';
import type { QuestionId } from '../questions/answers.ts';
import type { Book } from '../rulebook/book.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { wordingOf } from '../rulebook/wording.ts';
import type { Candidate } from './candidates.ts';
import type { BookValues } from './values.ts';

/** Tables that are sections of the book for other uses as well. */
const SHARED_TABLES = ['provinces', 'reasons', 'countries'];

/** The values of a book. Reads nothing until a value is asked for. */
export function bookValues(book: Book, messages: Messages): BookValues {
  const catalogue = makeCatalogue(book, messages);
  const choices = (id: QuestionId, after = '') =>
    catalogue
      .question({ id, optional: false })
      .choices.map(({ value, label }): Candidate => ({ value: `${value}${after}`, description: label }));
  const text = (kind: string, id: string, ...parts: string[]) =>
    withoutMarks(wordingOf(book, messages.language, kind, id, ...parts)?.text ?? id);
  const tables = [...SHARED_TABLES, ...Object.keys(book.codeTables)];
  return {
    field: (name) => (name === 'event' ? events(book, text) : choices(name)),
    relations: () => choices('family.0.relation', ':'),
    tables: () => tables.map((id) => ({ value: id, description: text('code-tables', id) })),
    rows: (table) =>
      (book.codeTables[table]?.entries ?? []).flatMap(({ id, code }) =>
        code === null ? [] : [{ value: code, description: text('codes', table, id) }],
      ),
  };
}

function events(book: Book, text: (kind: string, id: string) => string): Candidate[] {
  const ids = [...new Set(book.events.map(({ event }) => event))];
  return ids.map((value) => ({ value, description: text('events', value) }));
}
