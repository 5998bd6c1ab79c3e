/** The papers and dates of a case as a list to tick: a menu on a terminal, numbered lines where there are no menus. */
import { createInterface } from 'node:readline';
import { Chalk } from 'chalk';
import type { Entry } from '../desk/ticking.ts';
import { tickText } from '../desk/ticks.ts';
import { InputError, Interrupted } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import { wrap, wrapAfter } from '../questions/wrap.ts';

/** Lines of a list that are seen at once, and those that the question and the keys take. */
const LEAST_LINES = 3;
const LINES_AROUND = 6;

/**
 * Whether each paper is in hand and each date done, as the person says. Throws {@link Interrupted} when they leave, and
 * {@link InputError} where nobody can be asked.
 */
export async function chooseTicks(
  io: Io,
  messages: Messages,
  entries: readonly Entry[],
  labels: readonly string[],
): Promise<boolean[]> {
  const { tick } = messages.caseFile;
  if (entries.length === 0) throw new InputError([{ code: 'usage', path: '', detail: tick.noPapers }]);
  if (io.plain) return byLines(io, messages, entries, labels);
  if (io.stdin.isTTY && io.stderr.isTTY) return byMenu(io, messages, entries, labels);
  const names = entries.map((entry) => tickText(entry.tick));
  throw new InputError([
    { code: 'usage', path: 'DOCUMENT', detail: `${tick.needsPapers} ${names.join(', ')}` },
  ]);
}

async function byMenu(
  io: Io,
  { caseFile }: Messages,
  entries: readonly Entry[],
  labels: readonly string[],
): Promise<boolean[]> {
  const { default: inquirer } = await import('inquirer');
  const chalk = new Chalk({ level: io.stderr.colour });
  const { width, stream } = io.stderr;
  const indent = '      ';
  const stop = new AbortController();
  const onKey = (_text: string, key: { name?: string; ctrl?: boolean } | undefined) => {
    if (key?.ctrl === true && key.name === 'd') stop.abort();
  };
  if (io.stdin.readableEnded || io.stdin.destroyed) throw new Interrupted('end-of-input');
  io.stdin.on('keypress', onKey);
  try {
    const prompt = inquirer.createPromptModule({
      input: io.stdin,
      output: stream,
      clearPromptOnDone: true,
      signal: stop.signal,
    });
    const { value } = await prompt<{ value: number[] }>([
      {
        type: 'checkbox',
        name: 'value',
        message: chalk.bold(wrap(caseFile.tick.question, width)),
        loop: false,
        pageSize: Math.max(LEAST_LINES, stream.rows - LINES_AROUND),
        choices: entries.map(({ ticked }, index) => ({
          value: index,
          name: wrap(labels[index] ?? '', width, indent).trimStart(),
          checked: ticked,
        })),
        theme: {
          prefix: '',
          icon: { checked: ' [x]', unchecked: ' [ ]', cursor: '❯' },
          style: {
            keysHelpTip: () => chalk.dim(wrap(caseFile.tick.keys, width)),
            highlight: (text: string) => chalk.cyan(text),
            renderSelectedChoices: () => '',
          },
        },
      },
    ]);
    return entries.map((_, index) => value.includes(index));
  } catch (error) {
    if (stop.signal.aborted) throw new Interrupted('end-of-input');
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted('ctrl-c');
    throw error;
  } finally {
    io.stdin.off('keypress', onKey);
  }
}

/** Numbered lines, each with its state in words; numbers turn it round until an empty line. */
async function byLines(
  io: Io,
  { caseFile, agenda }: Messages,
  entries: readonly Entry[],
  labels: readonly string[],
): Promise<boolean[]> {
  const { tick, inHand, missing, toDo } = caseFile;
  const { width } = io.stderr;
  const state = entries.map((entry) => entry.ticked);
  const stateWord = (index: number) => {
    const isPaper = 'paper' in (entries[index] ?? {});
    if (state[index] === true) return isPaper ? inHand : agenda.states.done;
    return isPaper ? missing : toDo;
  };
  const say = (text: string) => void io.stderr.write(`${wrap(text, width)}\n`);
  const show = (index: number) =>
    void io.stderr.write(
      `${wrapAfter(`${index + 1}. `, `${labels[index] ?? ''} — ${stateWord(index)}`, width)}\n`,
    );
  const lines = createInterface({ input: io.stdin, terminal: false, crlfDelay: Infinity });
  try {
    say(tick.question);
    entries.forEach((_, index) => {
      show(index);
    });
    say(tick.plainHow);
    io.stderr.write('> ');
    for await (const line of lines) {
      const typed = line.split(/[\s,;]+/).filter((word) => word !== '');
      if (typed.length === 0) return state;
      const numbers = typed.map(Number);
      const wrong = typed.find(
        (_, index) => !Number.isInteger(numbers[index]) || state[(numbers[index] ?? 0) - 1] === undefined,
      );
      if (wrong !== undefined) say(tick.notANumber(wrong, entries.length));
      else
        for (const number of new Set(numbers)) {
          state[number - 1] = state[number - 1] !== true;
          show(number - 1);
        }
      io.stderr.write('> ');
    }
    throw new Interrupted('end-of-input');
  } finally {
    lines.close();
  }
}
