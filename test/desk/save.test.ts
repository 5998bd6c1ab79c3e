import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { saveFile } from '../../src/commands/save-file.ts';
import { BIN, permesso, STUDENT, tempFolder } from '../helpers/run.ts';

const RENEWAL = [
  'check',
  ...['--procedure', 'renewal', '--reason', 'study', '--from', 'study', '--expiry', '2026-09-30'],
  ...['--born', '2003-05-04', '--citizenship', 'IN'],
];
const newPath = (name = 'case.yaml') => join(tempFolder(), name);

describe('check --save', () => {
  it('writes a file for its owner alone, which gives the same answer again', async () => {
    const path = newPath();
    const first = await permesso([...STUDENT, '--save', path, '--label', 'Second desk']);
    expect(first).toMatchObject({ code: 0 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['case.yaml']);
    const held = parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    expect(held).toMatchObject({
      procedure: 'first-issue',
      label: 'Second desk',
      seen: { on: '2026-11-22' },
    });
    expect(held).not.toHaveProperty('on');
    const again = await permesso(['check', '--case', path, '--on', '2026-11-22']);
    expect(again).toMatchObject({ code: 0, stdout: first.stdout });
  });

  it('stores nothing unless asked', async () => {
    const cwd = tempFolder();
    expect((await permesso(STUDENT, { cwd })).code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('leaves another file alone, and --force replaces it', async () => {
    const path = newPath();
    writeFileSync(path, 'mine\n');
    const refused = await permesso([...STUDENT, '--save', path]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(path, 'utf8')).toBe('mine\n');
    expect((await permesso([...STUDENT, '--save', path, '--force'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('procedure: first-issue');
  });

  it('keeps comments, order and notes of the file that it brings up to date', async () => {
    const path = newPath();
    const written = [
      '# the family of via Roma',
      'reason: study # said twice',
      '',
      'citizenship: IN',
      'procedure: renewal',
      'expiry: 2026-09-30   # from the card',
      'born: 2003-05-04',
      'notes: |',
      '  brings the papers',
      '  one by one',
      '',
    ];
    writeFileSync(path, written.join('\n'));
    const args = ['check', '--case', path, '--save', path, '--on', '2026-05-20', '--expiry', '2026-10-31'];
    expect((await permesso(args)).code).toBe(0);
    const after = readFileSync(path, 'utf8').split('\n');
    const kept = written.filter((line) => !line.startsWith('expiry') && line !== '');
    expect(after.filter((line) => kept.includes(line))).toEqual(kept);
    expect(after.find((line) => line.startsWith('expiry'))).toMatch(/^expiry: 2026-10-31 +# from the card$/);
  });

  it('keeps a JSON file JSON', async () => {
    const path = newPath('case.json');
    expect((await permesso([...STUDENT, '--save', path])).code).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      reason: 'study',
      seen: { on: '2026-11-22' },
    });
    expect((await permesso(['tick', path, 'passport-copy'])).code).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ ticked: ['applicant/passport-copy'] });
  });

  it.each([
    [[...STUDENT, '--save', '-'], ''],
    [
      ['tick', '-', 'passport-copy'],
      'procedure: renewal\nreason: study\nexpiry: 2026-09-30\nborn: 2003-05-04\ncitizenship: IN\n',
    ],
  ])('a stream cannot be saved to (%j)', async (args, input) => {
    const cwd = tempFolder();
    const { code, stderr } = await permesso(args, { cwd, input });
    expect({ code, files: readdirSync(cwd) }).toEqual({ code: 2, files: [] });
    expect(stderr).toContain('“-”');
  });

  it('writes through a link and leaves the link', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'real'));
    symlinkSync('real/case.yaml', join(folder, 'link.yaml'));
    expect((await permesso([...STUDENT, '--save', join(folder, 'link.yaml')])).code).toBe(0);
    expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(folder, 'real/case.yaml'))).toBe(true);
  });

  it.each([
    ['a folder', () => tempFolder()],
    ['a folder that does not exist', () => join(tempFolder(), 'no', 'case.yaml')],
  ])('says clearly that %s cannot be written', async (_, path) => {
    const { code, stderr, stdout } = await permesso([...STUDENT, '--save', path()]);
    expect(code).toBe(2);
    expect(stderr).toContain('--save');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).not.toBe('');
  });

  it.skipIf(process.getuid?.() === 0)('loses nothing in a folder that is read-only', async () => {
    const path = newPath();
    writeFileSync(path, 'reason: study\n');
    chmodSync(join(path, '..'), 0o500);
    const { code, stderr } = await permesso([...STUDENT, '--save', path, '--force']);
    expect({ code, old: readFileSync(path, 'utf8') }).toEqual({ code: 2, old: 'reason: study\n' });
    expect(stderr).toContain('EACCES');
  });
});

describe('two who write one file', () => {
  it('the second is told, and the work of the first stays', async () => {
    const path = newPath();
    writeFileSync(path, 'a\n');
    await saveFile(path, 'first\n', { flag: '--save', expected: 'a\n' });
    const late = saveFile(path, 'second\n', { flag: '--save', expected: 'a\n' });
    await expect(late).rejects.toMatchObject({ problems: [{ code: 'changed-since-read' }] });
    expect(readFileSync(path, 'utf8')).toBe('first\n');
  });

  it('of many at once one wins and every other is told', async () => {
    const path = newPath();
    writeFileSync(path, 'a\n');
    const texts = Array.from({ length: 12 }, (_, index) => `${index}\n`);
    const done = await Promise.allSettled(
      texts.map((text) => saveFile(path, text, { flag: 'FILE', expected: 'a\n' })),
    );
    const winners = texts.filter((_, index) => done[index]?.status === 'fulfilled');
    expect(winners).toEqual([readFileSync(path, 'utf8')]);
    expect(readdirSync(join(path, '..'))).toEqual(['case.yaml']);
  });

  it('of many new files under one name one is written', async () => {
    const path = newPath();
    const texts = Array.from({ length: 12 }, (_, index) => `${index}\n`);
    const done = await Promise.allSettled(texts.map((text) => saveFile(path, text, { flag: '--save' })));
    expect(texts.filter((_, index) => done[index]?.status === 'fulfilled')).toEqual([
      readFileSync(path, 'utf8'),
    ]);
  });
});

describe('kill -9 while a case is saved', () => {
  it('leaves the old file or the new one', { timeout: 240_000 }, async () => {
    const path = newPath();
    const args = [...RENEWAL, '--on', '2026-05-20', '--save', path];
    expect((await permesso(args)).code).toBe(0);
    const old = readFileSync(path, 'utf8');
    expect((await permesso(['tick', path, 'passport-copy'])).code).toBe(0);
    const now = readFileSync(path, 'utf8');
    const neighbours = () => new Set(readdirSync(join(path, '..')));
    for (let round = 0; round < 12; round++) {
      writeFileSync(path, old);
      const before = neighbours();
      const child = spawn(process.execPath, [BIN, 'tick', path, 'passport-copy'], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      // killed as soon as a neighbour of the file appears: in the middle of the save
      await new Promise<void>((resolve) => {
        const look = setInterval(() => {
          const saving = [...neighbours()].some((name) => !before.has(name));
          if (!saving && child.exitCode === null) return;
          clearInterval(look);
          resolve();
        }, 1);
      });
      child.kill('SIGKILL');
      await ended;
      expect([old, now]).toContain(readFileSync(path, 'utf8'));
    }
    writeFileSync(path, old);
    expect((await permesso(['tick', path, 'passport-copy'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(now);
  });
});

describe('check --print-template', () => {
  it.each(['en', 'it'])('in %s is a case once it is filled in', async (language) => {
    const { stdout, code } = await permesso(['check', '--print-template', '--lang', language]);
    expect(code).toBe(0);
    const empty = newPath();
    writeFileSync(empty, stdout);
    const missing = await permesso(['check', '--case', empty]);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('citizenship');
    const values = Object.entries({
      procedure: 'first-issue',
      reason: 'study',
      months: '12',
      entry: '2026-11-20',
      born: '2003-05-04',
      citizenship: 'IN',
    });
    const filled = values.reduce(
      (text, [key, value]) => text.replace(`\n${key}:\n`, `\n${key}: ${value}\n`),
      stdout,
    );
    writeFileSync(empty, filled);
    const answer = await permesso(['check', '--case', empty, '--on', '2026-11-22']);
    expect(answer.stdout).toBe((await permesso(STUDENT)).stdout);
    const family = filled
      .replace('#  - relation:   ', '  - relation: spouse')
      .replace('#    born:       ', '    born: 2001-02-03')
      .replace('#    income:     ', '    income: true');
    writeFileSync(empty, family);
    const two = await permesso(['check', '--case', empty, '--on', '2026-11-22', '--format', 'json']);
    expect(JSON.parse(two.stdout)).toMatchObject({
      case: { family: [{ relation: 'spouse', income: true }] },
    });
    const held = parse(stdout) as Record<string, unknown>;
    expect(Object.values(held).every((value) => value === null)).toBe(true);
  });
});
