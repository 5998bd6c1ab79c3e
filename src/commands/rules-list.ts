/** `permesso rules list` and `rules show`: reading the book. */
import { suggest } from '../case/reasons.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Book } from '../rulebook/book.ts';
import { formRows } from '../rulebook/form.ts';
import { formatFlag, languageFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';
import { wordingOf } from '../rulebook/wording.ts';

/** What can be listed, and the entries of each kind by id. */
const LISTS: Readonly<Record<string, (book: Book) => Readonly<Record<string, unknown>>>> = {
  rules: (book) =>
    Object.fromEntries(
      [...Object.values(book.decisions), ...Object.values(book.collections), formRows(book)]
        .flat()
        .map((row) => [row.id, row]),
    ),
  values: (book) => book.values,
  sources: (book) => book.sources,
  disputes: (book) => book.disputes,
  reasons: (book) => book.reasons,
  tables: (book) => book.tables,
};

/** Prints the ids of one kind of entry with a line each, or the entries as JSON. */
export async function rulesList(io: Io, what: string, flags: CommonFlags): Promise<number> {
  const language = languageFlag(flags, io);
  const format = formatFlag(flags, ['text', 'json']);
  const list = LISTS[what];
  if (!list) {
    throw new InputError([{ code: 'unknown-value', path: 'WHAT', value: what, allowed: Object.keys(LISTS) }]);
  }
  const { book } = await rulebookFlag(flags);
  const entries = list(book);
  const text =
    format === 'json'
      ? JSON.stringify(entries, null, 2)
      : Object.entries(entries)
          .map(([id, entry]) => `${id}\t${lineFor(book, language, what, id, entry)}`)
          .join('\n');
  await deliver(io, `${text}\n`, flags);
  return 0;
}

/** Prints one entry of the book, whole, as JSON. */
export async function rulesShow(io: Io, id: string, flags: CommonFlags): Promise<number> {
  formatFlag(flags, ['text', 'json']);
  const { book } = await rulebookFlag(flags);
  const all = Object.assign({}, ...Object.values(LISTS).map((list) => list(book))) as Record<string, unknown>;
  if (!Object.hasOwn(all, id)) {
    const suggestion = suggest(id, Object.keys(all));
    throw new InputError([
      { code: 'unknown-value', path: 'ID', value: id, ...(suggestion && { suggestion }) },
    ]);
  }
  await deliver(io, `${JSON.stringify({ id, ...(all[id] as object) }, null, 2)}\n`, flags);
  return 0;
}

function lineFor(book: Book, language: string, what: string, id: string, entry: unknown): string {
  if (what === 'disputes') return wordingOf(book, language, 'disputes', id, 'question')?.text ?? '';
  if (what === 'reasons') return wordingOf(book, language, 'reasons', id)?.text ?? '';
  const { title, sure, policy, unit } = entry as Partial<Record<string, string>>;
  return title ?? sure ?? policy ?? unit ?? '';
}
