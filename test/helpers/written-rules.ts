import { RulebookError, type RuleProblem } from '../../src/errors.ts';
import { mergeRules, type MergedBook } from '../../src/rulebook/merge.ts';
import { openRulebook, type Rulebook } from '../../src/rulebook/rulebook.ts';

/** What the files of a folder of rules must say at the least. */
export const HEADER = 'book: { version: "1", earliest: 2020-01-01, read: 2026-11-01, new-length: [renewal] }';

/** A folder of rules: names and texts. It has the header, unless a file of that name is given. */
export type WrittenRules = Readonly<Record<string, string>>;

/** The book that small files of rules make. */
export function merged(files: WrittenRules): MergedBook {
  const all = { 'book.yaml': HEADER, ...files };
  return mergeRules(Object.entries(all).map(([path, text]) => ({ path, text })));
}

/** What is wrong with small files of rules. Throws where they make a book. */
export function problemsOf(files: WrittenRules): readonly RuleProblem[] {
  try {
    merged(files);
  } catch (error) {
    if (error instanceof RulebookError) return error.problems;
    throw error;
  }
  throw new Error('nothing is wrong with the files');
}

/** The same as lines: file, line, column and message. */
export function toldOf(files: WrittenRules): string[] {
  return problemsOf(files).map(
    ({ file, line, column, message }) => `${[file, line, column].join(':')} ${message}`,
  );
}

/** The book that small files of rules make, ready for use. */
export function opened(files: WrittenRules): Rulebook {
  return openRulebook({ ...merged(files).book, digest: '' });
}
