import { fileURLToPath } from 'node:url';
import { loadFolder, type LoadedBook } from '../../src/rulebook/load.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';

/** The folder of the rules that ship with the program. */
export const RULES_FOLDER = fileURLToPath(new URL('../../rules', import.meta.url));

let loaded: LoadedBook | undefined;

/** The program's own rule book, read once for each test file. */
export function ownBook(): LoadedBook {
  loaded ??= loadFolder(RULES_FOLDER);
  return loaded;
}

export function ownRulebook(): Rulebook {
  return ownBook().rulebook;
}
