/** Asking with menus on a terminal (Inquirer): arrow keys, typing to search, Esc to go back. */
import { createInterface } from 'node:readline';
import { Chalk } from 'chalk';
import { Interrupted } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import type { Asker, Reply } from './asker.ts';
import { menuOf, type MenuConfig } from './menu.ts';
import { readTyped, valueOf } from './parse.ts';
import { wrap } from './wrap.ts';

/** Why a prompt was ended from outside. */
const ESCAPE = Symbol('escape');
const END = Symbol('end of input');
const NOBODY = Symbol('nothing typed');

/** Inquirer's errors carry no code; this name is its word for Ctrl-C. */
const FORCED = 'ExitPromptError';

/** Milliseconds to wait for the rest of an arrow key after its first byte, which is that of Esc alone. */
const ESCAPE_PATIENCE = 50;

/**
 * Has keys of the input decoded with a short wait after Esc. Node decodes the keys of a stream in the manner of
 * the first reader of lines on it, and Inquirer's own would wait half a second.
 */
function hurryEscape({ stdin }: Io): void {
  createInterface({ input: stdin, terminal: true, escapeCodeTimeout: ESCAPE_PATIENCE }).close();
}

const same = (text: string) => text;

/** Asks with menus on the error stream. Inquirer takes a while to load, so it is loaded only here. */
export async function menuAsker(io: Io, messages: Messages): Promise<Asker> {
  const { default: inquirer } = await import('inquirer');
  const chalk = new Chalk({ level: io.stderr.colour });
  const { width } = io.stderr;
  hurryEscape(io);

  /** Runs one prompt; its lines are cleared when it ends, so that every question stands alone. */
  async function run(config: MenuConfig, patience?: number): Promise<{ value: string } | 'back'> {
    const stop = new AbortController();
    const timer =
      patience === undefined
        ? undefined
        : setTimeout(() => {
            stop.abort(NOBODY);
          }, patience);
    const onKey = (_text: string, key: { name?: string; ctrl?: boolean } | undefined) => {
      clearTimeout(timer);
      if (key?.name === 'escape') stop.abort(ESCAPE);
      if (key?.ctrl === true && key.name === 'd') stop.abort(END);
    };
    const onEnd = () => {
      stop.abort(END);
    };
    // on an input that has ended no prompt would ever settle, and the process would end as if all were well
    if (io.stdin.readableEnded || io.stdin.destroyed) throw new Interrupted('end-of-input');
    io.stdin.on('keypress', onKey).once('end', onEnd);
    const context = {
      input: io.stdin,
      output: io.stderr.stream,
      signal: stop.signal,
      clearPromptOnDone: true,
    };
    try {
      return await inquirer.createPromptModule(context)<{ value: string }>([{ name: 'value', ...config }]);
    } catch (error) {
      if (stop.signal.reason === ESCAPE) return 'back';
      if (stop.signal.reason === END) throw new Interrupted('end-of-input');
      if (stop.signal.reason === NOBODY) throw new Interrupted('ctrl-c');
      if (error instanceof Error && error.name === FORCED) throw new Interrupted('ctrl-c');
      throw error;
    } finally {
      clearTimeout(timer);
      io.stdin.off('keypress', onKey).off('end', onEnd);
    }
  }

  return {
    say: (text) => void io.stderr.write(`${wrap(text, width)}\n`),
    echo: ({ text }, answer) => {
      io.stderr.write(`${wrap(text, width)}\n${chalk.cyan(wrap(answer, width, '  '))}\n`);
    },
    close: () => undefined,
    async line(text, hint, patience): Promise<string> {
      const message = ['', chalk.bold(wrap(text, width)), chalk.dim(wrap(hint, width)), '>'].join('\n');
      const plainStyle = { answer: same, defaultAnswer: same, message: same };
      const reply = await run({ type: 'input', message, theme: { prefix: '', style: plainStyle } }, patience);
      return reply === 'back' ? '' : reply.value.trim();
    },
    async ask(question, earlier): Promise<Reply> {
      const { rows } = io.stderr.stream;
      const config = menuOf(question, earlier, messages, { width, rows, chalk });
      const reply = await run(config);
      if (reply === 'back') return reply;
      if (config.type !== 'input') return { value: valueOf(question, reply) };
      const read = readTyped(question, reply.value, messages);
      return { value: 'value' in read ? read.value : undefined };
    },
  };
}
