/** Asking with menus on a terminal (Inquirer): arrow keys, typing to search, Esc to go back. */
import { Chalk } from 'chalk';
import { Interrupted } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import { LONG_LIST, type Asker, type Earlier, type Reply } from './asker.ts';
import type { Question } from './catalogue.ts';
import { findChoices, type Choice } from './choices.ts';
import { asTyped, choiceOf, listed, readTyped, valueOf } from './parse.ts';
import { tidy } from './typed-date.ts';
import { wrap } from './wrap.ts';

/** Asks with menus on the error stream. Loads Inquirer, which takes a while, only now. */
export async function menuAsker(io: Io, messages: Messages): Promise<Asker> {
  const { default: inquirer } = await import('inquirer');
  const { wizard } = messages;
  const chalk = new Chalk({ level: io.stderr.colour });
  const { width } = io.stderr;
  const say = (text: string) => void io.stderr.write(`${wrap(text, width)}\n`);
  const theme = makeTheme(chalk, width);

  /** Runs one prompt; its lines are cleared when it ends, so that every question stands alone. */
  async function run(config: Record<string, unknown>): Promise<string | 'back' | undefined> {
    const stop = new AbortController();
    const onKey = (_text: string, key: { name?: string; ctrl?: boolean } | undefined) => {
      if (key?.name === 'escape') stop.abort(BACK);
      if (key?.ctrl === true && key.name === 'd') stop.abort(END);
    };
    const onEnd = () => stop.abort(END);
    if (io.stdin.readableEnded || io.stdin.destroyed) throw new Interrupted('end-of-input');
    io.stdin.on('keypress', onKey).once('end', onEnd);
    const prompt = inquirer.createPromptModule({
      input: io.stdin,
      output: io.stderr.stream,
      signal: stop.signal,
      clearPromptOnDone: true,
    });
    try {
      const { value } = await prompt<{ value: string }>([{ name: 'value', message: '', theme, ...config }]);
      return value;
    } catch (error) {
      if (stop.signal.reason === BACK) return BACK;
      if (stop.signal.reason === END) throw new Interrupted('end-of-input');
      // Inquirer's errors have no code; this name is its word for Ctrl-C
      if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted('ctrl-c');
      throw error;
    } finally {
      io.stdin.off('keypress', onKey).off('end', onEnd);
    }
  }

  return {
    say,
    echo: (question, answer) => {
      io.stderr.write(`${wrap(question.text, width)}\n${chalk.cyan(wrap(answer, width, '  '))}\n`);
    },
    close: () => undefined,
    async ask(question, earlier): Promise<Reply> {
      const head = [chalk.bold(wrap(question.text, width)), ...(question.why === undefined ? [] : [chalk.dim(wrap(question.why, width))])];
      const typed = question.kind === 'date' || question.kind === 'integer';
      const config = typed
        ? lineConfig(question, earlier, head, messages, (text) => chalk.dim(wrap(text, width)))
        : listConfig(question, earlier, head, messages, io, (text) => chalk.dim(wrap(text, width)));
      const answer = await run(config);
      if (answer === BACK) return BACK;
      if (!typed) return { value: valueOf(question, { value: answer ?? '' }) };
      const read = readTyped(question, answer ?? '', messages);
      return { value: 'value' in read ? read.value : undefined };
    },
  };
}

const BACK = 'back';
const END = 'end';
/** Where typing begins: on a line of its own, so that there is room in a narrow terminal. */
const PROMPT = '>';
/** Lines of a list that are seen at once. */
const MOST_LINES = 11;
const LEAST_LINES = 3;

/** No colour but that of the error stream, no icons, nothing of Inquirer's own English. */
function makeTheme(chalk: InstanceType<typeof Chalk>, width: number) {
  const same = (text: string) => text;
  return {
    prefix: '',
    style: {
      message: same,
      answer: same,
      defaultAnswer: same,
      searchTerm: same,
      description: same,
      disabled: same,
      help: same,
      highlight: (text: string) => chalk.cyan(text),
      error: (text: string) => chalk.red(wrap(text, width)),
    },
  };
}

/** One line to type. What was typed stays when it is refused, to be corrected. */
function lineConfig(
  question: Question,
  earlier: Earlier | undefined,
  head: readonly string[],
  messages: Messages,
  dim: (text: string) => string,
): Record<string, unknown> {
  const { wizard } = messages;
  const [least, most] = question.range ?? [1, 1];
  const format = question.kind === 'date' ? wizard.dateFormat : wizard.numberFormat(least, most);
  const skip = question.skip === undefined ? [] : [dim(wizard.emptySkips(question.skip))];
  return {
    type: 'input',
    message: [...head, dim(format), ...skip, dim(wizard.lineKeys), PROMPT].join('\n'),
    default: asTyped(earlier?.value),
    prefill: 'editable',
    validate: (text: string) => {
      const read = readTyped(question, text, messages);
      return 'problem' in read ? read.problem : true;
    },
  };
}

/** A list to choose from; a long one is searched by typing. */
function listConfig(
  question: Question,
  earlier: Earlier | undefined,
  head: readonly string[],
  messages: Messages,
  io: Io,
  dim: (text: string) => string,
): Record<string, unknown> {
  const { wizard } = messages;
  const choices = listed(question, messages);
  const long = choices.length > LONG_LIST;
  const help = dim(long ? wizard.searchKeys : wizard.menuKeys);
  const message = [...head, ...(long ? [dim(wizard.searchHint), PROMPT] : [])].join('\n');
  const rows = io.stderr.stream.rows ?? Infinity;
  const others = `${message}\n\n${help}\n`.split('\n').length;
  const shared = {
    message,
    pageSize: Math.max(LEAST_LINES, Math.min(MOST_LINES, rows - others)),
    ...(earlier && { default: choiceOf(earlier.value) }),
  };
  const item = ({ value, label }: Choice) => ({ value, name: wrap(label, io.stderr.width - 2).replaceAll('\n', '\n  '), short: label });
  const theme = makeTheme(new Chalk({ level: io.stderr.colour }), io.stderr.width);
  if (!long) {
    return { ...shared, type: 'select', loop: false, choices: choices.map(item), theme: styled(theme, { keysHelpTip: () => help }) };
  }
  let searched = '';
  const error = () => theme.style.error(wizard.notFound(searched));
  return {
    ...shared,
    type: 'search',
    source: (text: string | undefined) => {
      searched = tidy(text ?? '');
      return findChoices(choices, searched).map(item);
    },
    theme: styled(theme, { keysHelpTip: () => help, error }),
  };
}

function styled<T extends { style: object }>(theme: T, style: object) {
  return { ...theme, style: { ...theme.style, ...style } };
}
