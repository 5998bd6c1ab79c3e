/** The wording that forms and code tables need. */
import type { Book } from './book.ts';
import { FORM_NOTES, formRows, writesOf } from './form.ts';

/** Wording that forms and code tables need, as kind and id. */
export function formWording(book: Book): string[][] {
  const boxes = Object.values(book.modules).flatMap(({ sections }) => sections.flatMap((one) => one.boxes));
  const rows = formRows(book);
  const writes = rows.flatMap(writesOf);
  return [
    ...boxes.map(({ is }) => ['form', is]),
    ...writes.flatMap((write) => {
      if (write.how === 'instruction') return [['form-how', write.key]];
      if (write.how === 'value') return [['form-how', write.or]];
      return write.how === 'blank' ? [['form-blank', write.why]] : [];
    }),
    ...rows.flatMap(({ alternatives }) => (alternatives ?? []).map((other) => ['alternatives', other.when])),
    ...(book.collections[FORM_NOTES] ?? []).flatMap(({ add }) => add.map((id) => [FORM_NOTES, id])),
    ...['provinces', 'countries', 'reasons', ...Object.keys(book.codeTables)].map((id) => [
      'code-tables',
      id,
    ]),
    ...Object.entries(book.codeTables).flatMap(([table, { entries }]) =>
      entries.map(({ id }) => ['codes', table, id]),
    ),
  ];
}
