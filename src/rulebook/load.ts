/** From a folder of rules, or from the compiled file, to a rule book ready for use. */
import { createHash } from 'node:crypto';
import type { Book } from './book.ts';
import { mergeRules, type MergedBook } from './merge.ts';
import { readRulesFolder } from './read-folder.ts';
import { openRulebook, type Rulebook } from './rulebook.ts';

/** A book read from its folder, with the worked examples, their edges and the coverage. */
export interface LoadedBook extends Pick<MergedBook, 'examples' | 'edges' | 'coverage' | 'written'> {
  readonly rulebook: Rulebook;
}

/** Reads and indexes the YAML of a rules folder. Throws `RulebookError` with everything that is wrong. */
export function loadFolder(folder: string): LoadedBook {
  const { book, ...beside } = mergeRules(readRulesFolder(folder));
  return { rulebook: openRulebook({ ...book, digest: digestOf(book) }), ...beside };
}

/** The fingerprint of a book's meaning: the same law gives the same digest, whatever the layout. */
function digestOf(book: Omit<Book, 'digest'>): string {
  return `sha256:${createHash('sha256').update(canonical(book)).digest('hex')}`;
}

/** JSON with sorted keys and without the places in the files, which say nothing of the law. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([key, entry]) => key !== 'place' && entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}
