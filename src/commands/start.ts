/** `permesso` alone: the wizard on a terminal, a short word on how to use it anywhere else. */
import { assess } from '../assess/assess.ts';
import type { Case } from '../case/case.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { newsOf, seenOf } from '../desk/news.ts';
import type { Origin } from './save-case.ts';
import { warnOfOldRules } from './old-rules.ts';
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
    deliver: async (theCase, fields) => {
      const answer = assess(theCase, rulebook);
      // an interview that goes on in a file has the ticks of that file
      const news = origin && newsOf(origin.file.desk, fields, answer, rulebook);
      const shown = { ...style, ...(news && { news }) };
      const text = await renderAnswer(answer, rulebook, messages, format, shown);
      await deliver(io, text, flags);
      await warnOfOldRules(io, answer.on, rulebook.book, messages, flags);
    },
  });
}

/** The case of `--like`. Throws `InputError` with everything that is wrong with it. */
async function caseBefore(io: Io, path: string, rulebook: Rulebook): Promise<Case> {
  const { caseOfFile, readCaseFile } = await import('./read-input.ts');
  return caseOfFile(await readCaseFile(io, path), path, rulebook, io.today(), undefined);
}

async function originOf(io: Io, path: string): Promise<Origin> {
  const { readCaseFile } = await import('./read-input.ts');
  return { path, file: await readCaseFile(io, path) };
}
