/** From a folder of rules, or from the compiled file, to a rule book ready for use. */
import { digestOf } from './digest.ts';
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
