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
afterEach(() => terminal.close());

/** What a person does at one question: sees it, and answers. */
type Step = () => Promise<void>;

const type =
  (id: QuestionId, text: string): Step =>
  async () => {
    await terminal.see(ask(id));
    await terminal.type(text);
  };

/** Types until the cursor stands at a line of the list, and takes it. */
async function pick(typed: string, line: string): Promise<void> {
  await terminal.see('❯');
  terminal.press(typed);
  await terminal.see(`❯ ${line}`);
  terminal.press(KEYS.enter);
}

const choose =
  (id: QuestionId, typed: string, value: string): Step =>
  async () => {
    await terminal.see(ask(id));
    await pick(typed, label(id, value));
  };

/** Leaves open whatever is asked until the review. */
async function openToReview(): Promise<void> {
  for (;;) {
    await terminal.see(words.menuKeys);
    const seen = terminal.since();
    if (seen.includes(words.reviewQuestion)) return;
    const open = seen.includes(words.skip) ? words.skip : words.nobody;
    await pick(open, open);
  }
}

async function showResult(): Promise<void> {
  await terminal.see(`❯ ${words.reviewShow}`);
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
    await terminal.see(ask('born'));
    terminal.press(KEYS.escape);
    await terminal.see('> 20/11/2026');
    terminal.press(KEYS.escape);
    await terminal.see(`❯ ${label('reason', 'study')}`);
    terminal.press(KEYS.escape);
    await terminal.see(`❯ ${label('event', 'arrived')}`);
    terminal.press(KEYS.escape);
    await terminal.see(words.atTheStart);
    await terminal.see(words.searchKeys);
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
    await pick('Alb', label('citizenship', 'AL'));
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
    await pick(words.reviewChange, words.reviewChange);
    await terminal.see(words.reviewWhich);
    const line = `${catalogue.label('citizenship')}: ${label('citizenship', 'IN')}`;
    await pick(catalogue.label('citizenship'), line);
    await terminal.see(ask('citizenship'));
    await terminal.see(`❯ ${label('citizenship', 'IN')}`);
    await pick('France', label('citizenship', 'FR'));
    await openToReview();
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
    await pick(words.reviewChange, words.reviewChange);
    await terminal.see(words.reviewWhich);
    await pick(
      catalogue.label('citizenship'),
      `${catalogue.label('citizenship')}: ${label('citizenship', 'IN')}`,
    );
    await terminal.see(ask('citizenship'));
    terminal.press(KEYS.escape);
    await terminal.see(words.reviewHeading);
    expect(terminal.since()).toContain(label('citizenship', 'IN'));
  });
});

describe('leaving the wizard', { timeout: 60_000 }, () => {
  const places = [...STUDENT.keys(), STUDENT.length];

  it.each(places)('Ctrl-C at question %d ends with 130 and a clean terminal', async (count) => {
    open();
    await answer(count < STUDENT.length ? STUDENT.slice(0, count) : [...STUDENT, openToReview]);
    await terminal.see(en.wizard.lineKeys.split(' · ').at(-1) ?? '');
    terminal.press(KEYS.ctrlC);
    expect((await terminal.exit()).exitCode).toBe(130);
    expect(terminal.text()).toContain(en.error.interrupted);
    expect(terminal.raw).not.toMatch(/\n\s+at /);
    expect(terminal.raw.endsWith('\n')).toBe(true);
    // the cursor is shown again after it was last hidden
    expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
  });

  it.each([0, 2, 5])('an input that ends at question %d is no success', async (count) => {
    open();
    await answer(STUDENT.slice(0, count));
    await terminal.see(en.wizard.lineKeys.split(' · ').at(-1) ?? '');
    terminal.press(KEYS.ctrlD);
    expect((await terminal.exit()).exitCode).toBe(2);
    expect(terminal.text()).toContain(en.error.endOfInput);
  });

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
    const texts: string[] = [];
    for (const [index, step] of STUDENT.entries()) {
      const id = (['event', 'reason', 'entry', 'born', 'citizenship', 'months'] as const)[index] ?? 'event';
      const { text, why } = catalogue.question({ id, optional: false });
      await terminal.see(flat(`${text} ${why ?? ''}`));
      await terminal.see(en.wizard.lineKeys.split(' · ').at(-1) ?? '');
      // on the screen itself, where a line too long would go on in the next
      texts.push(flat(terminal.text()));
      expect(texts.at(-1)).toContain(flat(`${text} ${why ?? ''}`));
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
