/** `permesso codes [TABLE] [WORD]`: the code tables of the form, whole or the rows that have a word. */
import { plainWords, suggest } from '../case/reasons.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Language } from '../messages/language.ts';
import { messagesOf } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import type { Book, SourceRef, Sure } from '../rulebook/book.ts';
import { wordingOf } from '../rulebook/wording.ts';
import { formatFlag, languageFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';

/** A row as it is printed, and the words under which it is found. */
interface CodeRow {
  readonly code: string | null;
  readonly name: string;
  readonly words: readonly string[];
  readonly sure?: Sure;
  readonly sources?: readonly SourceRef[];
}

const NO_CODE = '--';

/** Tables made of sections that the book holds for other uses as well. */
const TABLES: Readonly<Record<string, (book: Book, language: Language) => CodeRow[]>> = {
  provinces: ({ provinces, formerProvinces }) =>
    Object.entries(provinces).map(([code, name]) => {
      const former = Object.entries(formerProvinces).flatMap(([old, now]) => (now === code ? [old] : []));
      return { code, name, words: [name, ...former] };
    }),
  reasons: (book, language) =>
    Object.entries(book.reasons).map(([id, { code, names, words }]) => {
      const name = textOf(book, language, 'reasons', id);
      return { code, name, words: [id, name, ...names, ...words] };
    }),
  countries: (book, language) =>
    book.countryCodes.map(({ code, iso, name, sure, sources }) => {
      const here = iso === null ? name : textOf(book, language, 'countries', iso);
      const shown = plainWords(here) === plainWords(name) ? name : `${name} (${here})`;
      return { code, name: shown, words: [name, here, ...(iso === null ? [] : [iso])], sure, sources };
    }),
};

/**
 * Prints the list of tables, a table, or its rows that match. Throws {@link InputError} for a table that does
 * not exist and for a word that no row has.
 */
export async function codes(io: Io, table: string, word: string, flags: CommonFlags): Promise<number> {
  const language = languageFlag(flags, io);
  const format = formatFlag(flags, ['text', 'json']);
  const { book } = await rulebookFlag(flags);
  const messages = await messagesOf(language);
  const names = [...Object.keys(TABLES), ...Object.keys(book.codeTables)];
  if (table === '') {
    const list = names.map((id) => ({ id, text: textOf(book, language, 'code-tables', id) }));
    const lines = list.map(({ id, text }) => `${id}\t${text}`).join('\n');
    await deliver(io, `${format === 'json' ? JSON.stringify(list, null, 2) : lines}\n`, flags);
    return 0;
  }
  if (!names.includes(table)) {
    throw unknown('TABLE', table, names, names);
  }
  const rows = rowsOf(book, table, language);
  const found = matching(rows, word);
  if (found.length === 0) {
    throw unknown(
      'WORD',
      word,
      rows.flatMap(({ words }) => words.map(plainWords)),
    );
  }
  const text =
    format === 'json'
      ? JSON.stringify(
          found.map(({ words: _words, ...row }) => ({ table, ...row })),
          null,
          2,
        )
      : found.map((row) => lineOf(row, messages)).join('\n');
  await deliver(io, `${text}\n`, flags);
  return 0;
}

function unknown(
  path: string,
  value: string,
  near: readonly string[],
  allowed?: readonly string[],
): InputError {
  const suggestion = suggest(value, near);
  return new InputError([
    { code: 'unknown-value', path, value, ...(allowed && { allowed }), ...(suggestion && { suggestion }) },
  ]);
}

function rowsOf(book: Book, table: string, language: Language): CodeRow[] {
  const make = TABLES[table];
  if (make) return make(book, language);
  const found = book.codeTables[table];
  return (found?.entries ?? []).map(({ id, code }) => {
    const name = withoutMarks(wordingOf(book, language, 'codes', table, id)?.text ?? id);
    return { code, name, words: [id, name], ...(found && { sure: found.sure, sources: found.sources }) };
  });
}

/** The row of that very code, else the rows with a word that begins so. */
function matching(rows: readonly CodeRow[], word: string): CodeRow[] {
  const wanted = plainWords(word);
  if (wanted === '') return [...rows];
  const called = rows.filter(({ code, words }) =>
    [code ?? '', ...words].some((name) => name !== '' && plainWords(name) === wanted),
  );
  if (called.length > 0) return called;
  return rows.filter(({ words }) => words.some((text) => ` ${plainWords(text)}`.includes(` ${wanted}`)));
}

function lineOf({ code, name, sure }: CodeRow, messages: Messages): string {
  const doubt = sure === undefined || sure === 'confirmed' ? '' : `  (${messages.sure[sure]})`;
  return `${code ?? NO_CODE}  ${name}${doubt}`;
}

function textOf(book: Book, language: Language, kind: string, id: string): string {
  return withoutMarks(wordingOf(book, language, kind, id)?.text ?? id);
}
