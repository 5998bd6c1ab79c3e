import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { en } from '../../src/messages/en.ts';
import type { Messages } from '../../src/messages/messages.ts';
import type { Book } from '../../src/rulebook/book.ts';
import { makeCatalogue, type Catalogue } from '../../src/questions/catalogue.ts';
import { COMPILED_BOOK } from '../../src/rulebook/compiled.ts';
import type { QuestionId } from '../../src/questions/answers.ts';

const BOOK = fileURLToPath(new URL(`../../dist/${COMPILED_BOOK}`, import.meta.url));

/** The questions of the program as it was built, in English unless said otherwise. */
export function builtCatalogue(messages: Messages = en): Catalogue {
  return makeCatalogue(JSON.parse(readFileSync(BOOK, 'utf8')) as Book, messages);
}

/** The text of a question. */
export function questionText(catalogue: Catalogue, id: QuestionId): string {
  return catalogue.question({ id, optional: false }).text;
}
