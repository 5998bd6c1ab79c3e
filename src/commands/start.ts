/** `permesso` alone: the wizard on a terminal, a short word on how to use it anywhere else. */
import { assess } from '../assess/assess.ts';
import type { Case } from '../case/case.ts';
import { readCase } from '../case/read-case.ts';
import { InputError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { seenOf } from '../desk/news.ts';
import type { Origin } from './save-case.ts';
import { deliver } from './output.ts';
import { FORMATS, renderAnswer, styleOf } from './render-answer.ts';

/** Asks the questions and prints the answer. Without a terminal: usage on the error stream, exit code 2. */
export async function start(
  io: Io,
  flags: CommonFlags & { readonly resume?: string },
  messages: Messages,
): Promise<number> {
  const language = languageFlag(flags, io);
  const format = formatFlag(flags, FORMATS);
  const on = onFlag(flags);
  if (!io.stdin.isTTY && !io.plain) {
    io.stderr.write(messages.usage);
    return EXIT.unusable;
  }
  const rulebook = await rulebookFlag(flags);
  const origin = flags.resume === undefined ? undefined : await originOf(io, flags.resume);
  const { wizard } = await import('./wizard.ts');
  const like = typeof flags.like === 'string' ? await caseBefore(io, flags.like, rulebook) : undefined;
  const style = styleOf(io, flags);
  return wizard(io, {
    language,
    ...(on && { on }),
    ...(like && { like }),
    rulebook,
    messages,
    flags: [
      ...(flags.lang === undefined ? [] : ['--lang', flags.lang]),
      ...(flags.rules === undefined ? [] : ['--rules', flags.rules]),
    ],
    ...(origin && { resume: origin }),
    seen: (theCase, fields) => seenOf(fields, assess(theCase, rulebook)),
    repeatOn: format === 'text' && flags.out === undefined ? 'stdout' : 'stderr',
    deliver: async (theCase) => {
      const text = await renderAnswer(assess(theCase, rulebook), rulebook, messages, format, style);
      await deliver(io, text, flags);
    },
  });
}

/** The case of `--like`. Throws {@link InputError} with everything that is wrong with it. */
async function caseBefore(io: Io, path: string, rulebook: Rulebook): Promise<Case> {
  const { readCaseFile } = await import('./read-input.ts');
  const file = await readCaseFile(io, path);
  const read = readCase(file.fields, caseDomains(rulebook.book), io.today());
  if ('problems' in read)
    throw new InputError(
      read.problems.map((problem) => file.locate(problem)),
      path,
    );
  return read.ok;
}

async function originOf(io: Io, path: string): Promise<Origin> {
  const { readCaseFile } = await import('./read-input.ts');
  return { path, file: await readCaseFile(io, path) };
}
