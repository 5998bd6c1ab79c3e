/** `permesso batch`: JSON Lines in, one assessment or error for each line out, in order, streamed. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { assess } from '../assess/assess.ts';
import type { CaseDomains } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import { InputError, type Problem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { problemText } from '../messages/problems.ts';
import { jsonOf } from '../render/json.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { openOutput } from './line-output.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';

interface Batch {
  readonly rulebook: Rulebook;
  readonly domains: CaseDomains;
  readonly messages: Messages;
  readonly on: PlainDate;
}

/** Answers every line; exit code 3 when some were refused. Throws when the input cannot be opened. */
export async function batch(io: Io, file: string | undefined, flags: CommonFlags): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  formatFlag(flags, ['jsonl']);
  const rulebook = await rulebookFlag(flags);
  const on = onFlag(flags) ?? io.today();
  const work: Batch = { rulebook, domains: caseDomains(rulebook.book), messages, on };
  const input = await openInput(io, file, messages, flags.quiet === true);
  const output = await openOutput(io, flags);
  let refused = 0;
  let number = 0;
  try {
    // readline splits at every kind of line end and keeps a last line without one
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      if (line.trim() === '') continue;
      const result = answerLine(line, number, work);
      if ('error' in result) refused++;
      if (!(await output.line(JSON.stringify(result)))) break;
    }
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  return refused > 0 ? EXIT.someRefused : EXIT.done;
}

/** One line → one assessment, or the reason why there is none. Never throws. */
export function answerLine(line: string, number: number, work: Batch): Record<string, unknown> {
  const refuse = (code: string, path: string, message: string) => ({
    line: number,
    error: { code, path, message },
  });
  let fields: unknown;
  try {
    fields = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch (error) {
    return refuse('not-json', '', (error as Error).message);
  }
  if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
    const problem: Problem = { code: 'not-a-mapping', path: '' };
    return refuse(problem.code, '', problemText(problem, work.messages));
  }
  const read = readCase(fields as RawFields, work.domains, work.on);
  if ('problems' in read) {
    const [first] = read.problems;
    const message = read.problems.map((problem) => problemText(problem, work.messages)).join('; ');
    return refuse(first?.code ?? 'unusable', first?.path ?? '', message);
  }
  try {
    return jsonOf(assess(read.ok, work.rulebook), work.rulebook, work.messages, { form: false });
  } catch (error) {
    return refuse('rulebook', '', (error as Error).message);
  }
}

async function openInput(io: Io, file: string | undefined, messages: Messages, quiet: boolean) {
  if (file === undefined || file === '-') {
    if (io.stdin.isTTY && !quiet) io.stderr.write(`${messages.error.batchNeedsInput}\n`);
    return io.stdin;
  }
  try {
    const stats = await stat(file);
    if (stats.isDirectory()) throw new InputError([{ code: 'not-a-file', path: 'FILE' }], file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const detail = (error as NodeJS.ErrnoException).code;
    throw new InputError([{ code: 'not-readable', path: 'FILE', ...(detail && { detail }) }], file);
  }
  return createReadStream(file);
}
