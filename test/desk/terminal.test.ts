import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../src/messages/en.ts';
import type { QuestionId } from '../../src/questions/answers.ts';
import { builtCatalogue, questionText } from '../helpers/built.ts';
import { KEYS, Terminal, type TerminalOptions } from '../helpers/pty.ts';
import { permesso, tempFolder } from '../helpers/run.ts';

const words = en.caseFile;
const catalogue = builtCatalogue();
const ask = (id: QuestionId) => questionText(catalogue, id);
const ARGS = ['--on', '2026-11-22'];

let terminal: Terminal;
const open = (args: readonly string[], options: TerminalOptions = {}) => {
  terminal = new Terminal(args, options);
};
afterEach(() => {
  terminal.close();
});

async function search(id: QuestionId, typed: string, value: string): Promise<void> {
  await terminal.see(ask(id), en.wizard.searchKeys);
  terminal.press(typed);
  await terminal.see(`> ${typed} ❯`, catalogue.answer(id, value), en.wizard.searchKeys);
  terminal.press(KEYS.enter);
}

async function firstAnswers(): Promise<void> {
  await search('event', 'arrived', 'arrived');
  await search('reason', 'motivi di studio', 'study');
  await terminal.see(ask('entry'));
  await terminal.type('20/11/2026');
  await terminal.see(ask('born'), '>');
}

describe('an interview that is left', { timeout: 90_000 }, () => {
  it('keeps its answers where the person says, and goes on from there', async () => {
    const path = join(tempFolder(), 'half.yaml');
    open(ARGS);
    await firstAnswers();
    terminal.press(KEYS.ctrlC);
    await terminal.see(words.offer.interrupted, words.offer.hint, '>');
    await terminal.type(path);
    await terminal.see('permesso --resume');
    expect((await terminal.exit()).exitCode).toBe(130);
    expect(terminal.raw).not.toContain(en.error.interrupted);
    expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(parse(readFileSync(path, 'utf8'))).toEqual({
      procedure: 'first-issue',
      reason: 'study',
      entry: '2026-11-20',
      interview: { event: 'arrived', open: [] },
    });
    terminal.close();
    open([...ARGS, '--resume', path]);
    await terminal.see(words.resumed(3), ask('born'));
    await terminal.type('4/5/2003');
    await terminal.see(ask('citizenship'));
  });

  it('with an empty line keeps nothing and ends with 130', async () => {
    const cwd = tempFolder();
    open(ARGS);
    await firstAnswers();
    terminal.press(KEYS.ctrlC);
    await terminal.see(words.offer.hint, '>');
    terminal.press(KEYS.enter);
    await terminal.see(en.error.interrupted);
    expect((await terminal.exit()).exitCode).toBe(130);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('asks for another name when a file is in the way', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'taken'), 'mine');
    open(ARGS);
    await firstAnswers();
    terminal.press(KEYS.ctrlC);
    await terminal.see(words.offer.hint, '>');
    await terminal.type(join(folder, 'taken'));
    await terminal.see(words.offer.notSaved('').trim(), words.offer.hint, '>');
    await terminal.type(join(folder, 'free'));
    expect((await terminal.exit()).exitCode).toBe(130);
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'free'))).toBe(true);
  });

  it.each([
    ['--plain', { TERM: 'xterm-256color' }],
    ['--quiet', { TERM: 'dumb' }],
  ])('in plain lines (%s, %j) likewise, without an escape byte', async (flag, env) => {
    const path = join(tempFolder(), 'half.yaml');
    open([...ARGS, flag], { env });
    await terminal.see(ask('event'));
    terminal.press('arrived\n');
    await terminal.see(ask('reason'));
    terminal.press('24\n');
    await terminal.see(ask('entry'), '>');
    terminal.press(KEYS.ctrlC);
    await terminal.see(words.offer.interrupted, words.offer.hint, '>');
    terminal.press(`${path}\n`);
    expect((await terminal.exit()).exitCode).toBe(130);
    expect(terminal.raw).not.toContain('\u001b');
    expect(parse(readFileSync(path, 'utf8'))).toMatchObject({ reason: 'study' });
    const rest = '20/11/2026\n4/5/2003\nIN\n12\n\n\n\n\n4\n';
    const done = await permesso(['--plain', ...ARGS, '--resume', path], { input: `${rest}${path}\n` });
    expect(done.code, done.stderr).toBe(0);
    expect(parse(readFileSync(path, 'utf8'))).not.toHaveProperty('interview');
    expect(done.stderr).toContain('permesso check --case');
  });
});

describe('ticking on a list', { timeout: 90_000 }, () => {
  const caseFile = () => {
    const path = join(tempFolder(), 'case.yaml');
    writeFileSync(
      path,
      'procedure: renewal\nreason: study\nfrom: study\nexpiry: 2026-09-30\nborn: 2003-05-04\ncitizenship: IN\n',
    );
    return path;
  };

  it('marks what is ticked', async () => {
    const path = caseFile();
    open(['tick', path, '--on', '2026-05-20'], { rows: 40 });
    await terminal.see(words.tick.question, '❯ [ ]', words.tick.keys);
    terminal.press(' ');
    await terminal.see('❯ [x]');
    terminal.press(KEYS.enter);
    expect((await terminal.exit()).exitCode).toBe(0);
    const { ticked } = parse(readFileSync(path, 'utf8')) as { ticked: string[] };
    expect(ticked).toHaveLength(1);
    terminal.close();
    open(['tick', path, '--on', '2026-05-20'], { rows: 40 });
    await terminal.see('❯ [x]', words.tick.keys);
    terminal.press(' ');
    await terminal.see('❯ [ ]');
    terminal.press(KEYS.enter);
    expect((await terminal.exit()).exitCode).toBe(0);
    expect(parse(readFileSync(path, 'utf8'))).not.toHaveProperty('ticked');
  });

  it.each([
    [KEYS.ctrlC, 130],
    [KEYS.ctrlD, 2],
  ])('left with %j ends with %d and leaves the file as it was', async (key, exitCode) => {
    const path = caseFile();
    const before = readFileSync(path, 'utf8');
    open(['tick', path], { rows: 40 });
    await terminal.see(words.tick.question, words.tick.keys);
    terminal.press(key);
    expect((await terminal.exit()).exitCode).toBe(exitCode);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
