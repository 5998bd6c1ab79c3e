/** A question as the configuration of an Inquirer prompt: everything folded to the width, no English but ours. */
import type { ChalkInstance } from 'chalk';
import type { Messages } from '../messages/messages.ts';
import { LONG_LIST, type Earlier } from './asker.ts';
import type { Question } from './catalogue.ts';
import { findChoices, type Choice } from './choices.ts';
import { asTyped, choiceOf, listed, readTyped } from './parse.ts';
import { tidy } from './typed-date.ts';
import { wrap } from './wrap.ts';

/** The terminal that a menu is made for. */
export interface Screen {
  readonly width: number;
  readonly rows: number;
  readonly chalk: ChalkInstance;
}

export interface MenuConfig {
  readonly type: 'input' | 'select' | 'search';
  readonly message: string;
  readonly [setting: string]: unknown;
}

/** Where typing begins: on a line of its own, so that there is room in a narrow terminal. */
const PROMPT = '>';
/** The same while a list is being searched, when Inquirer takes no Enter. */
const BUSY = '~';
/** Lines of a list that are seen at once. */
const MOST_LINES = 11;
const LEAST_LINES = 3;

/** The prompt for a question: a line to type, a list, or for a long list one that is searched by typing. */
export function menuOf(
  question: Question,
  earlier: Earlier | undefined,
  messages: Messages,
  screen: Screen,
): MenuConfig {
  const { chalk, width } = screen;
  // the first line stays empty: it keeps questions apart, and Inquirer puts a space before it
  const head = [
    '',
    chalk.bold(wrap(question.text, width)),
    ...(question.why === undefined ? [] : [chalk.dim(wrap(question.why, width))]),
  ];
  if (question.kind === 'date' || question.kind === 'integer')
    return line(question, earlier, head, messages, screen);
  return list(question, earlier, head, messages, screen);
}

/** One line to type. What was typed stays when it is refused, to be corrected. */
function line(
  question: Question,
  earlier: Earlier | undefined,
  head: readonly string[],
  messages: Messages,
  screen: Screen,
): MenuConfig {
  const { wizard } = messages;
  const [least, most] = question.range ?? [1, 1];
  const format = question.kind === 'date' ? wizard.dateFormat : wizard.numberFormat(least, most);
  const hints = [
    format,
    ...(question.skip === undefined ? [] : [wizard.emptySkips(question.skip)]),
    ...(question.unknown === undefined ? [] : [wizard.orWrite(question.unknown)]),
    wizard.lineKeys,
  ];
  return {
    type: 'input',
    message: [...head, ...hints.map((hint) => dim(hint, screen)), PROMPT].join('\n'),
    default: asTyped(earlier?.value),
    prefill: 'editable',
    validate: (text: string) => {
      const read = readTyped(question, text, messages);
      return 'problem' in read ? read.problem : true;
    },
    theme: theme(screen),
  };
}

function list(
  question: Question,
  earlier: Earlier | undefined,
  head: readonly string[],
  messages: Messages,
  screen: Screen,
): MenuConfig {
  const { wizard } = messages;
  const choices = listed(question, messages);
  const long = choices.length > LONG_LIST || question.search === true;
  const help = dim(long ? wizard.searchKeys : wizard.menuKeys, screen);
  // where numbers are codes, they cannot be places too
  const numbered = question.whole === true;
  const hint = numbered ? wizard.searchOrNumber : wizard.searchHint;
  const message = [...head, ...(long ? [dim(hint, screen), PROMPT] : [])].join('\n');
  const linesAround = `${message}\n\n${help}\n`.split('\n').length;
  const shared = {
    message,
    pageSize: Math.max(LEAST_LINES, Math.min(MOST_LINES, screen.rows - linesAround)),
    ...(earlier && { default: choiceOf(earlier.value) }),
  };
  if (!long) {
    const items = choices.map(({ value, label }, index) => {
      // Inquirer puts the number before the name
      const number = `${index + 1}. `;
      return { value, name: afterCursor(number + label, screen).slice(number.length) };
    });
    return {
      ...shared,
      type: 'select',
      loop: false,
      choices: items,
      theme: { ...theme(screen, help), indexMode: 'number' },
    };
  }
  const item = (choice: Choice) => {
    const number = numbered ? `${choices.indexOf(choice) + 1}. ` : '';
    return { value: choice.value, name: afterCursor(number + choice.label, screen) };
  };
  let searched = '';
  return {
    ...shared,
    type: 'search',
    source: (text: string | undefined) => {
      searched = tidy(text ?? '');
      const place = numbered && /^\d+$/.test(searched) ? choices[Number(searched) - 1] : undefined;
      const found = findChoices(choices, searched);
      return (place ? [place, ...found.filter((choice) => choice !== place)] : found).map(item);
    },
    theme: theme(screen, help, () => wizard.notFound(searched)),
  };
}

/** A label that may take several lines, all of them beside the cursor. */
function afterCursor(label: string, { width }: Screen): string {
  const cursor = '  ';
  return wrap(label, width, cursor).slice(cursor.length);
}

function dim(text: string, { chalk, width }: Screen): string {
  return chalk.dim(wrap(text, width));
}

/** No colour but that of the screen, no icons, nothing of Inquirer's own wording. */
function theme({ chalk, width }: Screen, help = '', error = (text: string) => text) {
  const same = (text: string) => text;
  return {
    prefix: '',
    style: {
      message: (text: string, status: string) =>
        status === 'loading' && text.endsWith(PROMPT) ? text.slice(0, -PROMPT.length) + BUSY : text,
      answer: same,
      defaultAnswer: same,
      searchTerm: same,
      description: same,
      disabled: same,
      keysHelpTip: () => help,
      highlight: (text: string) => chalk.cyan(text),
      error: (text: string) => chalk.red(wrap(error(text), width)),
    },
  };
}
