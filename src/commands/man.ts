/** `permesso man`: the manual page, made from the command tree and, for the fields of a case, the rule book. */
import type { Command } from 'commander';
import { FIELD_NAMES, kebab } from '../case/case.ts';
import { bookValues } from '../completion/book-values.ts';
import { shapeOf } from '../completion/shape.ts';
import { valuesOf } from '../completion/values.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { manualPage } from '../man/page.ts';
import { messagesOf } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { makeCatalogue } from '../questions/catalogue.ts';
import type { Book } from '../rulebook/book.ts';
import { formatFlag, languageFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';

/** Longer lists of values than this are for `permesso codes` and completion, not for a page. */
const MOST_VALUES = 80;

/** Prints the page. */
export async function man(io: Io, program: Command, flags: CommonFlags): Promise<number> {
  formatFlag(flags, ['text']);
  const messages = await messagesOf(languageFlag(flags, io));
  const { book } = await rulebookFlag(flags);
  await deliver(io, pageOf(program, book, messages), flags);
  return EXIT.done;
}

/** The page of a command tree and a rule book, in one language. */
export function pageOf(program: Command, book: Book, messages: Messages): string {
  const tree = shapeOf(program);
  const catalogue = makeCatalogue(book, messages);
  const values = bookValues(book, messages);
  return manualPage(tree, {
    words: messages.manual,
    read: book.read,
    meaning: (option, command) => {
      const field = FIELD_NAMES.find((name) => `--${kebab(name)}` === option.long);
      const text =
        option.description === '' && field !== undefined ? catalogue.label(field) : option.description;
      const { candidates } = valuesOf({ program: tree, command, option, before: [] }, () => values);
      const members = candidates.map(({ value }) => value);
      // every command has formats of its own, which its help names
      const told = option.long === '--format' || members.length > MOST_VALUES;
      return { text, values: told ? [] : members };
    },
  });
}
