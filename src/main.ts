/** Process → Io → command → exit code. Every error becomes a message here, and only here. */
import { CommanderError } from 'commander';
import { buildCli } from './cli.ts';
import { InputError, Interrupted, RulebookError } from './errors.ts';
import { EXIT } from './exit-codes.ts';
import { processIo, type Io } from './io.ts';
import { isLanguage, languageOf, messagesOf } from './messages/language.ts';
import type { Messages } from './messages/messages.ts';
import { inputErrorText, ruleProblemText } from './messages/problems.ts';
import { tell } from './tell.ts';
import { VERSION } from './version.ts';

/** Runs the program and sets the exit code. */
export async function main(process: NodeJS.Process): Promise<void> {
  const args = process.argv.slice(2);
  const io = processIo(process, {
    noColour: args.includes('--no-color'),
    plain: args.includes('--plain'),
  });
  const messages = await messagesOf(languageFromArgs(args) ?? languageOf(io.env));
  let streamFailure: number | undefined;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // a reader that has left (| head -1) is a normal end; a full disk is not
    streamFailure = error.code === 'EPIPE' ? EXIT.done : EXIT.unusable;
    process.exitCode = streamFailure;
    if (streamFailure !== EXIT.done) {
      const problem = { code: 'not-writable', path: '', detail: error.code ?? error.message } as const;
      io.stderr.write(inputErrorText(new InputError([problem]), messages));
    }
    process.stdout.destroy();
  });
  process.on('SIGINT', () => {
    if (io.interrupt()) return;
    io.stderr.write(`\n${io.interruption.message ?? messages.error.interrupted}\n`);
    process.exit(EXIT.interrupted);
  });
  const exitCode = await run(args, io, messages);
  process.exitCode = streamFailure ?? exitCode;
  await leave(process);
}

/**
 * Ends at once where everything is written: taking apart what an answer was made of takes a fifth of its time. With a
 * reader that is slower, or a stream that failed, the process ends by itself when they are done.
 */
async function leave(process: NodeJS.Process): Promise<void> {
  // a stream that failed says so before this
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
  const { stdout, stderr } = process;
  if (stdout.writableLength + stderr.writableLength === 0 && !stdout.errored && !stderr.errored)
    process.exit();
}

/** Runs one command line and gives its exit code; messages for people go to the error stream. */
export async function run(args: readonly string[], io: Io, messages: Messages): Promise<number> {
  const result = { exitCode: EXIT.done as number };
  try {
    await buildCli(io, messages, result).parseAsync(args, { from: 'user' });
    return result.exitCode;
  } catch (error) {
    return await explain(error, io, messages);
  }
}

async function explain(error: unknown, io: Io, messages: Messages): Promise<number> {
  const debug = io.env.PERMESSO_DEBUG === '1' && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
  if (error instanceof InputError) {
    await tell(io, inputErrorText(error, messages));
    io.stderr.write(debug);
    return error.exitCode;
  }
  if (error instanceof RulebookError) {
    const problems = error.problems.map((problem) => ruleProblemText(problem)).join('\n');
    io.stderr.write(`${messages.error.rulebook(error.problems.length)}\n${problems}\n${debug}`);
    return error.exitCode;
  }
  if (error instanceof Interrupted) {
    const ctrlC = error.exitCode === EXIT.interrupted;
    const left = error.kept ? messages.caseFile.stopped : messages.error.interrupted;
    io.stderr.write(`\n${ctrlC ? left : messages.error.endOfInput}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  const versions = `permesso ${VERSION}, Node ${io.node}`;
  await tell(io, `${messages.error.internal(message, versions)}\n`);
  io.stderr.write(debug);
  return EXIT.failed;
}

/** `--lang` as far as it names a language: needed before anything is parsed, for help and errors. */
function languageFromArgs(args: readonly string[]) {
  const index = args.indexOf('--lang');
  const value =
    index === -1 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[index + 1];
  return value !== undefined && isLanguage(value) ? value : undefined;
}
