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
  return entry === undefined ? undefined : sentenceOf(entry);
}

/** An entry as a sentence; `undefined` for a group of entries. */
function sentenceOf(entry: Wording): Sentence | undefined {
  if (typeof entry === 'string') return { text: entry };
  const { text, detail } = entry;
  if (typeof text !== 'string') return undefined;
  return typeof detail === 'string' ? { text, detail } : { text };
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

/** Key of a sentence, as {@link neededWording} has it. */
export type WordingKey = [kind: string, id: string, ...parts: string[]];

/** Every sentence that a language has. */
export function presentWording(
  { texts }: Pick<Book, 'texts'>,
  language: string,
): { readonly key: WordingKey; readonly sentence: Sentence }[] {
  const below = (key: WordingKey, entry: Wording): ReturnType<typeof presentWording> => {
    const sentence = sentenceOf(entry);
    if (sentence) return [{ key, sentence }];
    return Object.entries(entry).flatMap(([part, inner]) => below([...key, part], inner));
  };
  return Object.entries(texts[language] ?? {}).flatMap(([kind, entries]) =>
    Object.entries(entries).flatMap(([id, entry]) => below([kind, id], entry)),
  );
}
