/** Which wording the book needs, and what a language has of it. */
import type { Book, Wording } from './book.ts';
import { formWording } from './form-wording.ts';

/** A sentence and what stands below it. */
export interface Sentence {
  readonly text: string;
  readonly detail?: string;
}

/**
 * The wording of `kind.id` (and `part`, for disputes and questions) in a language.
 * `undefined` when it is missing, which the check of the book reports.
 */
export function wordingOf(
  book: Pick<Book, 'texts'>,
  language: string,
  kind: string,
  id: string,
  ...parts: readonly string[]
): Sentence | undefined {
  let entry: Wording | undefined = book.texts[language]?.[kind]?.[id];
  for (const part of parts) {
    if (entry === undefined || typeof entry === 'string') return undefined;
    entry = (entry as Readonly<Record<string, Wording>>)[part];
  }
  if (typeof entry === 'string') return { text: entry };
  if (entry === undefined || typeof entry.text !== 'string') return undefined;
  const detail = entry.detail;
  return { text: entry.text, ...(typeof detail === 'string' && { detail }) };
}

/** Every key of wording that a book of this content must have in each language: kind, id and part. */
export function neededWording(book: Book): string[][] {
  const rows = Object.values(book.collections).flat();
  const decisions = Object.values(book.decisions).flat();
  const added = (table: string, kind: string) =>
    (book.collections[table] ?? []).flatMap((row) => row.add.map((id) => [kind, id]));
  const aboutOthers = [...new Set(book.events.flatMap(({ about }) => about ?? []))];
  const zeroBands = Object.entries(book.values)
    .filter(([id, value]) => isBand(book, id) && value.series.some((entry) => entry.is === 0))
    .map(([id]) => ['exemptions', id]);
  const needed = [
    ...Object.keys(book.reasons).map((id) => ['reasons', id]),
    ...Object.keys(book.routes).map((id) => ['routes', id]),
    ...Object.values(book.routes).flatMap(({ offices }) => offices.map((id) => ['offices', id])),
    ...book.piles.map((id) => ['piles', id]),
    ...Object.keys(book.payments).map((id) => ['payments', id]),
    ...Object.keys(book.holidays).map((id) => ['holidays', id]),
    ...book.countries.map((id) => ['countries', id]),
    ...formWording(book),
    ...Object.keys(book.terms).map((id) => ['terms', id]),
    ...['fees', 'forms', 'documents', 'deadlines', 'steps', 'rights', 'warnings', 'exemptions'].flatMap(
      (table) => added(table, table),
    ),
    ['fees', 'contribution'],
    ...zeroBands,
    ...decisions.flatMap((row) => (row.advice === undefined ? [] : [['warnings', row.advice]])),
    ...[...rows, ...decisions].flatMap((row) =>
      (row.alternatives ?? []).map((other) => ['alternatives', other.when]),
    ),
    ...Object.entries(book.disputes).flatMap(([id, entry]) => [
      ['disputes', id, 'question'],
      ['disputes', id, 'shown'],
      ...entry.positions.map((position) => ['disputes', id, position.id]),
    ]),
    ...book.events.map((row) => ['events', row.event]),
    ...Object.entries(book.fields).flatMap(([id, field]) => [
      ...(field.ask === undefined
        ? []
        : [
            ['fields', id, 'question'],
            ['fields', id, 'why'],
            ['fields', id, field.unknown === true ? 'find-out' : 'must-know'],
            ...aboutOthers.map((whom) => ['fields', id, `about-${whom}`]),
          ]),
      ['fields', id, 'label'],
      ...(field.values ?? []).map((value) => ['fields', id, value]),
    ]),
  ];
  return [...new Map(needed.map((key) => [key.join('.'), key])).values()];
}

function isBand(book: Book, id: string): boolean {
  return (book.decisions.contribution ?? []).some((row) => row.give === id);
}

/** Names of dated values that a text puts in: `{stamp-duty}`. */
export function placeholders(sentence: Sentence): string[] {
  const text = `${sentence.text} ${sentence.detail ?? ''}`;
  return [...text.matchAll(/\{([a-z0-9-]+)\}/g)].flatMap((match) => match[1] ?? []);
}

/** Every key that a language has, in the form of {@link neededWording}. */
export function presentWording(book: Book, language: string): string[][] {
  const keys: string[][] = [];
  const walk = (entry: Wording, path: string[]): void => {
    if (typeof entry === 'string' || typeof entry.text === 'string') {
      keys.push(path);
      return;
    }
    for (const [part, inner] of Object.entries(entry)) walk(inner, [...path, part]);
  };
  for (const [kind, entries] of Object.entries(book.texts[language] ?? {})) {
    for (const [id, entry] of Object.entries(entries)) walk(entry, [kind, id]);
  }
  return keys;
}
