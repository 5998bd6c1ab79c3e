import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import type { QuestionId } from '../../src/questions/answers.ts';
import { builtCatalogue, questionText } from '../helpers/built.ts';
import { flat, KEYS, Terminal, type TerminalOptions } from '../helpers/pty.ts';
import { BIN, permesso, tempFolder } from '../helpers/run.ts';

const words = en.wizard;
const catalogue = builtCatalogue();
const ask = (id: QuestionId) => questionText(catalogue, id);
const label = (id: QuestionId, value: string) => catalogue.answer(id, value);
const ARGS = ['--on', '2026-11-22'];

let terminal: Terminal;
const open = (options: TerminalOptions = {}, args: readonly string[] = ARGS) => {
  terminal = new Terminal(args, options);
};
afterEach(() => {
  terminal.close();
});

/** What a person does at one question: sees it, and answers. */
type Step = () => Promise<void>;

const type =
  (id: QuestionId, text: string): Step =>
  async () => {
    await terminal.see(ask(id));
    await terminal.type(text);
  };

/** Types the number of a line of a short list, and takes it. One key, so that one picture follows. */
async function pick(line: string): Promise<void> {
  await terminal.see('❯', `. ${line}`, words.menuKeys);
  const before = terminal.since().split(`. ${line}`)[0] ?? '';
  const number = before.slice(-1);
  terminal.press(number);
  // the help line ends the picture: nothing of it is left to come after the next key
  await terminal.see(`❯ ${number}. ${line}`, words.menuKeys);
  terminal.press(KEYS.enter);
}

/** Searches a long list, and takes what is found first. */
async function search(typed: string, line: string): Promise<void> {
  await terminal.see(words.searchKeys);
  terminal.press(typed);
  await terminal.see(`> ${typed} ❯ ${line}`, words.searchKeys);
  terminal.press(KEYS.enter);
}

const choose =
  (id: QuestionId, typed: string, value: string): Step =>
  async () => {
    await terminal.see(ask(id));
    await search(typed, id === 'event' ? numbered(value) : label(id, value));
  };

/** What can have happened, as the list shows it: with its number. */
function numbered(event: string): string {
  const { choices } = catalogue.question({ id: 'event', optional: false });
  return `${choices.findIndex(({ value }) => value === event) + 1}. ${label('event', event)}`;
}

/** Leaves open whatever is asked until the review. */
async function openToReview(): Promise<void> {
  for (;;) {
    await terminal.see(words.menuKeys);
    const seen = terminal.since();
    if (seen.includes(words.reviewQuestion)) return;
    const list = seen.split('❯').at(-1) ?? '';
    const open = list.includes(words.skip) ? words.skip : words.nobody;
    await pick(open);
  }
}

async function showResult(): Promise<void> {
  await terminal.see(`❯ 1. ${words.reviewShow}`, words.menuKeys);
  terminal.press(KEYS.enter);
}

const STUDENT: readonly Step[] = [
  choose('event', 'arrived', 'arrived'),
  choose('reason', 'motivi di studio', 'study'),
  type('entry', '20/11/2026'),
  type('born', '4.5.2003'),
  choose('citizenship', 'India', 'IN'),
  type('months', '12'),
];

const ASKED = ['event', 'reason', 'entry', 'born', 'citizenship', 'months'] as const;

async function answer(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await step();
}

describe('the wizard with menus', { timeout: 60_000 }, () => {
  it('asks on the error stream, and its last line repeats the result', async () => {
    const out = join(tempFolder(), 'out.txt');
    open({ redirect: `> '${out}'` });
    await answer([...STUDENT, openToReview, showResult]);
    expect((await terminal.exit()).exitCode).toBe(0);
    const [result, line = ''] = readFileSync(out, 'utf8').split(`\n${words.repeat}\n`);
    expect(result).not.toContain('\u001b');
    const command = line.trim().replace(/^permesso /, `'${process.execPath}' '${BIN}' `);
    const again = await promisify(execFile)('/bin/sh', ['-c', command]);
    expect(again.stdout).toBe(result);
  });

  it('goes back with the earlier answer chosen, or typed already', async () => {
    open();
    await answer(STUDENT.slice(0, 3));
    await terminal.see(ask('born'), '>');
    terminal.press(KEYS.escape);
    await terminal.see('> 20/11/2026');
    terminal.press(KEYS.escape);
    await terminal.see(`❯ ${label('reason', 'study')}`, words.searchKeys);
    terminal.press(KEYS.escape);
    await terminal.see(`❯ ${numbered('arrived')}`, words.searchKeys);
    terminal.press(KEYS.escape);
    // the mark before the list says that the list takes keys again
    await terminal.see(words.atTheStart, `> ❯ ${numbered('arrived')}`, words.searchKeys);
    terminal.press(KEYS.enter);
    await terminal.see(`❯ ${label('reason', 'study')}`);
  });

  it('keeps what was typed wrongly, and says what is wrong', async () => {
    open();
    await answer(STUDENT.slice(0, 2));
    await terminal.see(ask('entry'));
    await terminal.type('3/27/2027');
    await terminal.see(words.usDate('3/27/2027'));
    await terminal.see('> 3/27/2027');
    terminal.press('\u007f'.repeat('3/27/2027'.length));
    await terminal.see(ask('entry'));
    await terminal.type('27/3/2027');
    await terminal.see(ask('born'));
  });

  it('finds a country by the beginning of its name', async () => {
    open();
    await answer(STUDENT.slice(0, 4));
    await terminal.see(ask('citizenship'));
    await search('Alb', label('citizenship', 'AL'));
    await terminal.see(ask('months'));
  });

  it('says when nothing fits what is searched', async () => {
    open();
    await answer(STUDENT.slice(0, 4));
    await terminal.see(ask('citizenship'));
    terminal.press('Atlantis');
    await terminal.see(words.notFound('Atlantis'));
  });

  it('refuses a permit with which nothing can be asked for, and asks again', async () => {
    open();
    await choose('event', 'lost my job', 'lost-job')();
    await choose('from', 'family-minor', 'family-minor')();
    await terminal.see(words.leadsNowhere(label('from', 'family-minor'), []).slice(0, 30));
    await choose('from', 'lavoro subordinato', 'employment')();
    await terminal.see(ask('expiry'));
  });

  it('changes one answer at the review and drops what no longer applies', async () => {
    open({ rows: 40 });
    await answer([...STUDENT, openToReview]);
    await pick(words.reviewChange);
    await terminal.see(words.reviewWhich);
    const line = `${catalogue.label('citizenship')}: ${label('citizenship', 'IN')}`;
    await pick(line);
    await terminal.see(ask('citizenship'));
    await terminal.see(`❯ ${label('citizenship', 'IN')}`);
    await search('France', label('citizenship', 'FR'));
    await terminal.see(words.reviewHeading, words.reviewQuestion);
    const list = terminal.since().split(words.reviewHeading).at(-1) ?? '';
    expect(list).toContain(`${catalogue.label('citizenship')}: ${label('citizenship', 'FR')}`);
    expect(list).not.toContain(catalogue.label('months'));
    await showResult();
    expect((await terminal.exit()).exitCode).toBe(0);
    expect(terminal.raw).toContain('--citizenship FR');
  });

  it('returns to the review when a change is given up', async () => {
    open({ rows: 40 });
    await answer([...STUDENT, openToReview]);
    await pick(words.reviewChange);
    await terminal.see(words.reviewWhich);
    await pick(`${catalogue.label('citizenship')}: ${label('citizenship', 'IN')}`);
    await terminal.see(ask('citizenship'), words.searchKeys);
    terminal.press(KEYS.escape);
    await terminal.see(words.reviewHeading, label('citizenship', 'IN'), words.reviewQuestion);
  });
});

describe('leaving the wizard', { timeout: 60_000 }, () => {
  it.each(ASKED)('Ctrl-C at question %# (%s) ends with 130 and a clean terminal', async (id) => {
    open();
    await answer(STUDENT.slice(0, ASKED.indexOf(id)));
    await leaveWith(KEYS.ctrlC, ask(id), en.error.interrupted, 130, id !== 'event');
  });

  it('Ctrl-C at the review ends with 130 and a clean terminal', async () => {
    open();
    await answer([...STUDENT, openToReview]);
    await leaveWith(KEYS.ctrlC, words.reviewQuestion, en.error.interrupted, 130, true);
  });

  it.each(['event', 'entry', 'months'] as const)('an input that ends at %s is no success', async (id) => {
    open();
    await answer(STUDENT.slice(0, ASKED.indexOf(id)));
    await leaveWith(KEYS.ctrlD, ask(id), en.error.endOfInput, 2);
  });

  async function leaveWith(
    key: string,
    seen: string,
    message: string,
    code: number,
    offered = false,
  ): Promise<void> {
    await terminal.see(seen);
    terminal.press(key);
    if (offered) {
      // what was answered so far can be kept; Ctrl-C once more says no
      await terminal.see(en.caseFile.offer.interrupted, en.caseFile.offer.hint, '>');
      terminal.press(key);
    }
    await terminal.see(message);
    expect((await terminal.exit()).exitCode).toBe(code);
    expect(terminal.raw).not.toMatch(/\n\s+at /);
    expect(terminal.raw.endsWith('\n')).toBe(true);
    // the cursor is shown again after it was last hidden
    expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
  }

  it('without a terminal and without flags it says how to use it', async () => {
    open();
    const { code, stdout, stderr } = await permesso([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('permesso check');
  });
});

describe('terminals', { timeout: 60_000 }, () => {
  it('cuts no word at forty columns', async () => {
    open({ columns: 40 });
    for (const [index, step] of STUDENT.entries()) {
      const { text, why } = catalogue.question({ id: ASKED[index] ?? 'event', optional: false });
      await terminal.see(flat(`${text} ${why ?? ''}`));
      // on the screen itself, where a line too long would go on in the next
      expect(flat(terminal.text())).toContain(flat(`${text} ${why ?? ''}`));
      await step();
    }
    await openToReview();
    expect(flat(terminal.text())).toContain(flat(words.reviewHeading));
    await showResult();
    expect((await terminal.exit()).exitCode).toBe(0);
    const lines = terminal.lines();
    const command = lines.slice(lines.findIndex((line) => line.startsWith('permesso check')));
    expect(command.slice(0, -1).every((line) => line.endsWith('\\'))).toBe(true);
  });

  it.each([
    [{ TERM: 'dumb' }, ARGS],
    [{}, [...ARGS, '--plain']],
  ])('writes not one escape byte with %j %j, and a number chooses', async (env, args) => {
    open({ env }, args);
    await terminal.see(ask('event'));
    terminal.press('1\n');
    await terminal.see(ask('reason'));
    terminal.press('24\n');
    await terminal.see(ask('entry'));
    terminal.press('20/11/2026\n');
    await terminal.see(ask('born'));
    terminal.press(KEYS.ctrlC);
    await terminal.see(en.caseFile.offer.interrupted);
    terminal.press(KEYS.ctrlC);
    expect((await terminal.exit()).exitCode).toBe(130);
    expect(terminal.raw).not.toContain('\u001b');
    expect(terminal.raw.endsWith('\n')).toBe(true);
  });

  it('an input that ends in plain lines is no success', async () => {
    open({}, [...ARGS, '--plain']);
    await terminal.see(ask('event'));
    terminal.press(KEYS.ctrlD);
    expect((await terminal.exit()).exitCode).toBe(2);
  });

  // eslint-disable-next-line no-control-regex -- escape sequences are what this is about
  const COLOUR = /\u001b\[[0-9;]*m/;
  it.each([
    [{ NO_COLOR: '1' }, ARGS, false],
    [{}, [...ARGS, '--no-color'], false],
    [{ FORCE_COLOR: '0' }, ARGS, false],
    [{}, ARGS, true],
    [{ CI: 'true' }, ARGS, true],
  ])('colour with %j %j: %s', async (env, args, expected) => {
    open({ env }, args);
    await answer(STUDENT.slice(0, 2));
    await terminal.see(ask('entry'));
    expect(COLOUR.test(terminal.raw)).toBe(expected);
  });
});
