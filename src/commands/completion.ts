/** `permesso completion SHELL` prints a script; the script asks `permesso complete -- WORD…` at every Tab. */
import type { Command } from 'commander';
import { suggest } from '../case/reasons.ts';
import { complete, type Candidate } from '../completion/candidates.ts';
import { shapeOf } from '../completion/shape.ts';
import { INSTALL, scriptFor, SHELLS } from '../completion/shells.ts';
import { valuesOf, type BookValues } from '../completion/values.ts';
import { InputError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { formatFlag, languageFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';
import { bookValues } from '../completion/book-values.ts';
import { loadCompiled } from '../rulebook/compiled.ts';

/** Prints the script for a shell; nothing is installed. Throws {@link InputError} for a shell not known. */
export async function completion(io: Io, shell: string, flags: CommonFlags): Promise<number> {
  formatFlag(flags, ['text']);
  const known = SHELLS.find((one) => one === shell);
  if (!known) {
    const suggestion = suggest(shell, SHELLS);
    throw new InputError([
      {
        code: 'unknown-value',
        path: 'SHELL',
        value: shell,
        allowed: SHELLS,
        ...(suggestion && { suggestion }),
      },
    ]);
  }
  const { always, once } = INSTALL[known];
  const { completion: words } = await messagesOf(languageFlag(flags, io));
  await deliver(
    io,
    scriptFor(known, [words.what, words.once, `  ${once}`, words.always, `  ${always}`]),
    flags,
  );
  return EXIT.done;
}

/**
 * Answers a script: a candidate and its meaning on each line, last what the shell itself may complete. The rule
 * book is read only for values that stand in it.
 */
export async function completeWords(
  io: Io,
  program: Command,
  words: readonly string[],
  messages: Messages,
): Promise<number> {
  const tree = shapeOf(program);
  const needs = { book: false };
  let book: BookValues | undefined;
  const find = () =>
    complete(tree, words, (place) =>
      valuesOf(place, () => {
        needs.book ||= book === undefined;
        return book ?? NO_BOOK;
      }),
    );
  let found = find();
  if (needs.book) {
    book = bookValues(loadCompiled().book, messages);
    found = find();
  }
  const lines = [...found.candidates.map(line), `:${found.fallback}`];
  await deliver(io, lines.map((text) => `${text}\n`).join(''), {});
  return EXIT.done;
}

const NO_BOOK: BookValues = { field: () => [], relations: () => [], tables: () => [], rows: () => [] };

function line({ value, description }: Candidate): string {
  return `${value}\t${description.replace(/\p{Cc}+/gu, ' ')}`;
}
