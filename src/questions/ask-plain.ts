/**
 * Asking in numbered lines, for screen readers, simple terminals and answers from a file: no menu, no cursor
 * movement, not one escape byte.
 */
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import type { AnswerValue } from './answers.ts';
import { LONG_LIST, type Asker, type Earlier, type Reply } from './asker.ts';
import type { Question } from './catalogue.ts';
import type { Choice } from './choices.ts';
import { asTyped, choiceOf, listed, readTyped } from './parse.ts';
import { tidy } from './typed-date.ts';
import { wrap, wrapAfter } from './wrap.ts';

const BACK = '<';
const REPEAT = '?';
const LEAVE_OPEN = '-';
const PROMPT = '> ';

/** Asks in lines on the error stream and reads lines of standard input. */
export function plainAsker(io: Io, messages: Messages): Asker {
  const { wizard } = messages;
  const lines = createInterface({ input: io.stdin, terminal: false, crlfDelay: Infinity });
  const typed = lines[Symbol.asyncIterator]();
  // the line that is being waited for, also when Ctrl-C ended the question before it came
  let awaited: Promise<IteratorResult<string>> | undefined;
  const say = (text: string) => void io.stderr.write(`${wrap(text, io.stderr.width)}\n`);
  const list = (choices: readonly Choice[]) => {
    choices.forEach(({ label }, index) => {
      io.stderr.write(`${wrapAfter(`${index + 1}. `, label, io.stderr.width)}\n`);
    });
  };
  const readLine = async (): Promise<string> => {
    io.stderr.write(PROMPT);
    const next = await untilInterrupted(io, (awaited ??= typed.next()));
    awaited = undefined;
    if (next.done === true) throw new Interrupted('end-of-input');
    return tidy(next.value);
  };
  const put = (question: Question, earlier: Earlier | undefined, shown: readonly Choice[]) => {
    io.stderr.write('\n');
    say(question.text);
    if (question.why !== undefined) say(wizard.because(question.why));
    list(shown);
    for (const hint of hints(question, earlier, shown, messages)) say(hint);
  };

  return {
    say,
    echo: (_question, answer) => {
      say(`= ${answer}`);
    },
    close: () => {
      lines.close();
    },
    line: (text, hint, patience) => {
      io.stderr.write('\n');
      say(text);
      say(hint);
      // a line is only seen when it is whole, so whoever writes one gets more time than with menus
      return patience === undefined ? readLine() : within(3 * patience, readLine());
    },
    async ask(question, earlier) {
      const choices = listed(question, messages);
      let shown = choices.length <= LONG_LIST || !searched(question) ? choices : [];
      put(question, earlier, shown);
      for (;;) {
        const reply = await readReply();
        if (reply !== undefined) return reply;
      }

      async function readReply(): Promise<Reply | undefined> {
        const line = await readLine();
        if (line === BACK) return 'back';
        if (line === REPEAT) {
          put(question, earlier, shown);
          return;
        }
        if (line === '' && earlier) return { value: earlier.value };
        const read = readTyped(question, line === LEAVE_OPEN ? '' : line, messages, shown);
        if ('value' in read) return { value: read.value };
        if ('problem' in read) {
          say(read.problem);
          return;
        }
        shown = read.several.slice(0, LONG_LIST);
        say(wizard.severalFound(line));
        list(shown);
        if (read.several.length > shown.length) say(wizard.moreFound(read.several.length - shown.length));
        return undefined;
      }
    },
  };
}

/** Whether a list is so long that it is searched: what happened is read as a whole, countries are not. */
function searched(question: Question): boolean {
  return question.kind === 'choice' && question.whole !== true;
}

function hints(
  question: Question,
  earlier: Earlier | undefined,
  shown: readonly Choice[],
  messages: Messages,
): string[] {
  const { wizard } = messages;
  const { kind, range, skip } = question;
  const how = {
    date: () => wizard.dateFormat,
    integer: () => wizard.numberFormat(...(range ?? [1, 1])),
    boolean: () => wizard.choose(shown.length),
    choice: () => (shown.length > 0 ? wizard.choose(shown.length) : wizard.searchHint),
  }[kind]();
  const open = skip ?? question.unknown;
  const unlisted = open !== undefined && !shown.some(({ label }) => label === open) ? [open] : [];
  return [
    how,
    ...(earlier ? [wizard.earlier(inWords(earlier.value, question, messages))] : []),
    ...(kind === 'integer' && question.unknown !== undefined ? [wizard.orWrite(question.unknown)] : []),
    ...unlisted.map((word) => (earlier ? wizard.dashSkips(word) : wizard.emptySkips(word))),
  ];
}

function inWords(value: AnswerValue, question: Question, messages: Messages): string {
  const choice = listed(question, messages).find((one) => one.value === choiceOf(value));
  return choice?.label ?? (value === undefined ? (question.skip ?? '') : asTyped(value));
}

/** Ends a wait for which nobody may be there any more. */
async function within(milliseconds: number, line: Promise<string>): Promise<string> {
  const timer = new AbortController();
  const over = pause(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Interrupted('ctrl-c');
  });
  try {
    return await Promise.race([line, over]);
  } finally {
    over.catch(() => undefined);
    timer.abort();
  }
}

/** Waits for a line; Ctrl-C at a terminal ends the wait as it ends a menu. */
async function untilInterrupted<T>(io: Io, line: Promise<T>): Promise<T> {
  if (!io.stdin.isTTY || !io.onInterrupt) return line;
  let release: () => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    release =
      io.onInterrupt?.(() => {
        reject(new Interrupted('ctrl-c'));
      }) ?? release;
  });
  try {
    return await Promise.race([line, interrupted]);
  } finally {
    release();
  }
}
