/** The rule book as it was compiled when the program was built. */
import { readFileSync } from 'node:fs';
import { RulebookError } from '../errors.ts';
import type { Book } from './book.ts';
import { openRulebook, type Rulebook } from './rulebook.ts';

/** Name of the compiled book, beside the program's own files. */
export const COMPILED_BOOK = 'rulebook.json';

/** Reads the compiled book and makes it ready to answer. Throws `RulebookError` when the program was not built. */
export function loadCompiled(): Rulebook {
  return openRulebook(readCompiled());
}

/** Reads the compiled book as it is, for who only looks something up in it. Throws as {@link loadCompiled}. */
export function readCompiled(): Book {
  const file = new URL(COMPILED_BOOK, import.meta.url);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new RulebookError([{ file: COMPILED_BOOK, message: 'is missing: run “npm run build”' }]);
  }
  return JSON.parse(text) as Book;
}
