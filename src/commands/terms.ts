/** `permesso terms [WORD]`: the glossary, whole or the entries that have a word. */
import { plainWords, suggest } from '../case/reasons.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Language } from '../messages/language.ts';
import { wrap } from '../questions/wrap.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import type { Book } from '../rulebook/book.ts';
import { termForms } from '../rulebook/glossary.ts';
import { wordingOf } from '../rulebook/wording.ts';
import { formatFlag, languageFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';

/** An entry as it is printed: the term, its other forms, and what it means in the language asked for. */
interface Explained {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly text: string;
  readonly detail?: string;
}

/** Prints the terms in alphabetical order. Throws {@link InputError} when no entry has the word. */
export async function terms(io: Io, word: string, flags: CommonFlags): Promise<number> {
  const language = languageFlag(flags, io);
  const format = formatFlag(flags, ['text', 'json']);
  const { book } = await rulebookFlag(flags);
  const found = matching(explained(book, language), word);
  if (found.length === 0) {
    const suggestion = suggest(plainWords(word), [...termForms(book).keys()]);
    throw new InputError([
      { code: 'unknown-value', path: 'WORD', value: word, ...(suggestion !== undefined && { suggestion }) },
    ]);
  }
  const text =
    format === 'json'
      ? JSON.stringify(found, null, 2)
      : found.map((entry) => block(entry, io.stdout.width)).join('\n\n');
  await deliver(io, `${text}\n`, flags);
  return 0;
}

/** Entries called by the word come alone; otherwise those that mention it anywhere. */
function matching(entries: readonly Explained[], word: string): Explained[] {
  const wanted = plainWords(word);
  if (wanted === '') return [...entries];
  const names = ({ term, also }: Explained) => [term, ...also].map(plainWords);
  const called = entries.filter((entry) => names(entry).includes(wanted));
  if (called.length > 0) return called;
  return entries.filter((entry) =>
    [...names(entry), plainWords(entry.text), plainWords(entry.detail ?? '')].some((text) =>
      ` ${text}`.includes(` ${wanted}`),
    ),
  );
}

function explained(book: Book, language: Language): Explained[] {
  return Object.entries(book.terms)
    .map(([id, { it, also }]) => {
      const { text, detail } = wordingOf(book, language, 'terms', id) ?? { text: id };
      return {
        id,
        term: it,
        also,
        text: withoutMarks(text),
        ...(detail !== undefined && { detail: withoutMarks(detail) }),
      };
    })
    .sort((a, b) => (plainWords(a.term) < plainWords(b.term) ? -1 : 1));
}

function block({ term, also, text, detail }: Explained, width: number): string {
  const heading = [term, ...also].join(', ');
  const lines = [text, ...(detail === undefined ? [] : [detail])];
  return [wrap(heading, width), ...lines.map((line) => wrap(line, width, '  '))].join('\n');
}
