import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { buildCli } from '../../src/cli.ts';
import { processIo } from '../../src/io.ts';
import { en } from '../../src/messages/en.ts';
import { permesso, STUDENT } from '../helpers/run.ts';
import { asks, runLine, shellFolder } from '../helpers/shell-lines.ts';

const io = processIo(process, { noColour: true, plain: true });
const tree = buildCli(io, en, { exitCode: 0 });
const all = [tree, ...tree.commands, ...tree.commands.flatMap((command) => command.commands)];
const pathOf = (command: (typeof all)[number]): string[] =>
  command.parent ? [...pathOf(command.parent), command.name()] : [];
const paths = all.filter((command) => command.name() !== 'complete').map(pathOf);

describe('help', () => {
  it.each([
    ['-h'],
    ['--help'],
    ['help'],
    ['help', 'check'],
    ['check', '--help'],
    ['check', '--reason', 'nonsense', '-h'],
    ['check', '--reason', 'nonsense', '--help'],
  ])('is the result of %j %j %j %j', async (...args) => {
    const run = await permesso(args.filter((arg) => typeof arg === 'string'));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('Usage: permesso');
    expect(run.stdout.length).toBeGreaterThan(200);
  });

  it.each(['40', '80', '120'])('fits %s columns', async (COLUMNS) => {
    for (const path of paths) {
      for (const language of ['en', 'it']) {
        const { stdout } = await permesso([...path, '--help', '--lang', language], { env: { COLUMNS } });
        const wide = stdout.split('\n').filter((line) => stringWidth(line) > Number(COLUMNS));
        expect(wide, `${path.join(' ')} ${language}`).toEqual([]);
      }
    }
  });

  it('begins with examples that run as they are printed', async () => {
    const { stdout } = await permesso(['--help'], { env: { COLUMNS: '80' } });
    const [examples = ''] = stdout.split('\nUsage:');
    expect(examples).toMatch(/^Examples:\n/);
    const lines = examples
      .replaceAll(/ \\\n +/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('permesso'));
    expect(lines.length).toBeGreaterThan(4);
    const folder = shellFolder();
    for (const line of [...lines, ...Object.keys(en.manual.examples)]) {
      const input = 'arrived\nstudy\n20/11/2026\n4/5/2003\nIndia\n12\n\n\n\n\n1\n';
      const { code, stderr } = runLine(folder, line, asks(line) ? input : '');
      expect({ line, code }, stderr).toEqual({ line, code: 0 });
    }
  });
});

describe('flags', () => {
  it('have long names, and mean the same in every command', () => {
    // what a file is printed as, and what a label is for, differ
    const own = ['--format', '--out', '--label', '--resume', '--print-template'];
    const said = new Map<string, string>();
    for (const option of all.flatMap(({ options }) => options)) {
      expect(option.long, option.flags).toMatch(/^--[a-z]/);
      const long = option.long ?? '';
      if (own.includes(long)) continue;
      expect(said.get(long) ?? option.description, long).toBe(option.description);
      said.set(long, option.description);
    }
  });

  it.each([
    [['chek'], 'check'],
    [['ch'], undefined],
    [['check', '--citizenshp', 'IN'], '--citizenship'],
    [['rules', 'lst'], 'list'],
    [[...STUDENT, '--reason', 'wrok'], 'employment'],
  ])('%j is not run; what was meant is said', async (args, meant) => {
    const run = await permesso(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    if (meant === undefined) expect(run.stderr).not.toMatch(/did you mean/i);
    else expect(run.stderr).toMatch(new RegExp(`did you mean .?${meant}`, 'i'));
  });
});

describe('text', () => {
  it('says the same without colour, and draws no boxes', async () => {
    const coloured = await permesso(STUDENT, { env: { FORCE_COLOR: '1' } });
    const plain = await permesso(STUDENT, { env: { NO_COLOR: '1' } });
    expect(coloured.stdout).not.toBe(plain.stdout);
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
    expect(plain.stdout).not.toMatch(/[\u2500-\u257f]/);
  });

  it('judges the two streams each for itself', () => {
    const stream = (isTTY: boolean, columns?: number) => ({ isTTY, columns, write: () => true });
    const one = processIo(
      { ...{ env: { TERM: 'xterm' }, stdin: {} }, stdout: stream(false), stderr: stream(true, 60) } as never,
      { noColour: false, plain: false },
    );
    expect([one.stdout.colour, one.stdout.width]).toEqual([0, 80]);
    expect([one.stderr.colour, one.stderr.width]).toEqual([1, 60]);
  });

  it('is put together from fixed patterns: nothing hangs on the data of one version of Node', () => {
    const root = fileURLToPath(new URL('../../src', import.meta.url));
    const users = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => /\bIntl\.|toLocale|localeCompare/.test(readFileSync(join(root, name), 'utf8')));
    // what day it is in Rome
    expect(users).toEqual(['io.ts']);
  });
});
