import { en } from '../../src/messages/en.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { makeCatalogue, type Catalogue } from '../../src/questions/catalogue.ts';
import { loadCompiled } from '../../src/rulebook/compiled.ts';
import type { QuestionId } from '../../src/questions/answers.ts';

const DIST = new URL('../../dist/', import.meta.url);

/** The questions of the program as it was built, in English unless said otherwise. */
export function builtCatalogue(messages: Messages = en): Catalogue {
  return makeCatalogue(loadCompiled(DIST).book, messages);
}

/** The text of a question. */
export function questionText(catalogue: Catalogue, id: QuestionId): string {
  return catalogue.question({ id, optional: false }).text;
}
