/** Checks of wording: complete in every language, no value put in that a line does not carry, terms explained. */
import type { Book } from './book.ts';
import type { Report } from './check.ts';
import { doubleForms, unexplainedTerms } from './glossary.ts';
import type { Rulebook } from './rulebook.ts';
import { neededWording, placeholders, presentWording } from './wording.ts';

/** Every language has the wording that the book needs, and nothing else. */
export function wordingIsWhole({ book }: Rulebook, report: Report): void {
  const needed = neededWording(book);
  const wanted = new Set(needed.map((key) => key.join('.')));
  const mentioned = mentionedValues(book);
  for (const language of Object.keys(book.texts)) {
    const file = { file: `text/${language}` };
    const present = presentWording(book, language);
    const has = new Set(present.map(({ key }) => key.join('.')));
    for (const key of wanted) if (!has.has(key)) report(file, `the wording ${key} is missing`);
    for (const key of has) if (!wanted.has(key)) report(file, `nothing uses the wording ${key}`);
    for (const { key, sentence } of present) {
      const [kind, id] = key;
      const known = mentioned.get(`${kind}.${id}`);
      for (const name of placeholders(sentence)) {
        if (!known?.every((values) => values.includes(name))) {
          report(file, `${kind}.${id} mentions {${name}}, which not every rule that adds it gives with it`);
        }
      }
    }
  }
}

/** The glossary has every term that some wording marks, and each form once. */
export function termsAreExplained({ book }: Rulebook, report: Report): void {
  const file = { file: 'terms.yaml' };
  for (const { language, key, term } of unexplainedTerms(book)) {
    report(file, `the glossary does not have “${term}”, which text/${language} marks in ${key}`);
  }
  for (const form of doubleForms(book)) report(file, `two terms are called “${form}”`);
}

/** Dated values that each line of a table carries, rule by rule. */
function mentionedValues(book: Book): Map<string, string[][]> {
  const mentioned = new Map<string, string[][]>();
  for (const [table, rows] of Object.entries(book.collections)) {
    for (const row of rows) {
      const values = [...(row.with ?? []), ...(row.term ? [row.term.value, 'term'] : [])];
      for (const id of row.add) {
        const key = `${table}.${id}`;
        mentioned.set(key, [...(mentioned.get(key) ?? []), values]);
      }
    }
  }
  return mentioned;
}
