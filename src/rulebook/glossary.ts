/** The glossary: Italian words of the counter, and how marked wording and typed words find them. */
import { plainWords } from '../case/reasons.ts';
import type { Book } from './book.ts';
import { markedTerms } from './term-marks.ts';
import { presentWording } from './wording.ts';

/** A term that the wording of a language marks and the glossary does not have. */
export interface UnexplainedTerm {
  readonly language: string;
  /** Key of the wording, as `kind.id`. */
  readonly key: string;
  readonly term: string;
}

/** Every form of every term, in plain letters, with the id of its entry. */
export function termForms(book: Pick<Book, 'terms'>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(book.terms).flatMap(([id, { it, also }]) =>
      [it, ...also].map((form) => [plainWords(form), id] as const),
    ),
  );
}

/** Terms that some wording marks but the glossary does not explain, each once per language. */
export function unexplainedTerms(book: Book): UnexplainedTerm[] {
  const forms = termForms(book);
  const found = new Map<string, UnexplainedTerm>();
  for (const language of Object.keys(book.texts)) {
    for (const { key, sentence } of presentWording(book, language)) {
      const text = `${sentence.text} ${sentence.detail ?? ''}`;
      for (const term of markedTerms(text).flatMap((marked) => unknownParts(marked, forms))) {
        const once = `${language} ${plainWords(term)}`;
        if (!found.has(once)) found.set(once, { language, key: key.join('.'), term });
      }
    }
  }
  return [...found.values()];
}

/** Forms that two entries of the glossary claim. */
export function doubleForms(book: Pick<Book, 'terms'>): string[] {
  const seen = new Set<string>();
  return Object.values(book.terms)
    .flatMap(({ it, also }) => [it, ...also].map(plainWords))
    .filter((form) => seen.has(form) || !seen.add(form));
}

/** What the glossary does not know of a marked text: nothing when it knows the whole, or every part of a list. */
function unknownParts(marked: string, forms: ReadonlyMap<string, string>): string[] {
  if (forms.has(plainWords(marked))) return [];
  return marked.split(', ').filter((part) => !forms.has(plainWords(part)));
}
