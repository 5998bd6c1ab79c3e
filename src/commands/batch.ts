/** `permesso batch`: many cases in, one answer or error for each out, in order, streamed. */
import { readHeader } from '../batch/columns.ts';
import type { Plan } from '../batch/plan.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { InputError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { batchOptions, type BatchFlags, type BatchOptions } from './batch-flags.ts';
import { openInput, type BatchInput } from './batch-input.ts';
import { journalOf, readJournal, type Settings } from './batch-journal.ts';
import { openFile, partOf, standardOutput } from './batch-output.ts';
import { answerAll, type Run } from './batch-run.ts';
import { warnOfOldRules } from './old-rules.ts';
import { languageFlag, onFlag, rulebookFlag } from './options.ts';

/**
 * Answers every line; exit code 3 when some were refused. Throws {@link InputError} when the input cannot be
 * used as a whole or the output cannot be written.
 */
export async function batch(io: Io, file: string | undefined, flags: BatchFlags): Promise<number> {
  const language = languageFlag(flags, io);
  const messages = await messagesOf(language);
  const rulebook = await rulebookFlag(flags);
  const options = batchOptions(flags, rulebook);
  if (flags.printTemplate === true) {
    return (await import('./batch-template.ts')).printTemplate(io, flags, options, rulebook, messages);
  }
  const quiet = flags.quiet === true;
  if ((file === undefined || file === '-') && io.stdin.isTTY && !quiet) {
    io.stderr.write(`${messages.error.batchNeedsInput}\n`);
  }
  const input = await openInput(io, {
    file,
    kind: options.input,
    encoding: options.encoding,
    delimiter: options.delimiter,
  });
  try {
    if (input.guessed && !quiet) io.stderr.write(`${messages.batch.guessedEncoding(input.encoding)}\n`);
    const to = flags.out === '-' ? undefined : flags.out;
    const resume = flags.resume === true;
    const on = onFlag(flags) ?? (await earlierDay(to, resume)) ?? io.today();
    await warnOfOldRules(io, on, rulebook.book, messages, flags);
    const plan = planOf(options, input, on, flags.strict === true, rulebook);
    const run: Run = {
      io,
      messages,
      quiet,
      input,
      plan,
      rulebook,
      otherRules: flags.rules !== undefined,
      language,
      jobs: options.jobs,
      file: to,
      bom: flags.bom === true,
    };
    const opened =
      to === undefined
        ? { output: standardOutput(io), from: undefined }
        : await openFile(io, { out: to, force: flags.force === true, resume }, settingsOf(run));
    if ('finished' in opened) return opened.finished.refused > 0 ? EXIT.someRefused : EXIT.done;
    const refused = await answerAll(run, opened);
    return refused > 0 ? EXIT.someRefused : EXIT.done;
  } finally {
    input.close();
  }
}

/** A run that goes on answers as of the day on which it began. */
async function earlierDay(out: string | undefined, resume: boolean): Promise<PlainDate | undefined> {
  if (out === undefined || !resume) return undefined;
  return (await readJournal(journalOf(partOf(out))))?.settings.on as PlainDate | undefined;
}

function planOf(
  options: BatchOptions,
  input: BatchInput,
  on: PlainDate,
  strict: boolean,
  rulebook: Rulebook,
): Plan {
  const { carry, format, columns, outDelimiter } = options;
  const output =
    format === 'csv'
      ? ({ kind: 'csv', columns: columns ?? [], delimiter: outDelimiter } as const)
      : ({ kind: 'jsonl', columns } as const);
  if (!input.header) return { on, input: { kind: 'jsonl' }, carry, output, strict };
  const { text, delimiter } = input.header;
  const named = (columns ?? []).flatMap((column) => (column.from === 'carried' ? [column.key] : []));
  const header = readHeader(text, delimiter, carry, named, caseDomains(rulebook.book));
  if ('problems' in header) throw new InputError(header.problems);
  return { on, input: { kind: 'csv', delimiter, columns: header.columns }, carry, output, strict };
}

/** Everything besides the input that decides the bytes of the result. */
function settingsOf({ plan, rulebook, language, input, bom }: Run): Settings {
  const { on, output, carry, strict: _, ...rest } = plan;
  return {
    journal: 1,
    rules: rulebook.book.digest,
    on,
    lang: language,
    input: rest.input,
    encoding: input.encoding,
    output,
    carry,
    bom,
  };
}
