/** Completion as fish sees it, and the manual as mandoc reads it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, permesso, tempFolder } from '../helpers/run.ts';

/** A folder with the program as `permesso`, a case file and a folder of rules. */
function place(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'permesso'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(folder, 'permesso'), 0o755);
  writeFileSync(join(folder, 'mine.yaml'), '');
  mkdirSync(join(folder, 'my-rules'));
  return folder;
}

describe('completion in fish', () => {
  it.each([
    ['permesso check --procedure ren', 'renewal'],
    ['permesso check --case mi', 'mine.yaml'],
    ['permesso check --case=mi', '--case=mine.yaml'],
    ['permesso check --rules my', 'my-rules/'],
  ])('%s', async (typed, wanted) => {
    const { stdout: script } = await permesso(['completion', 'fish']);
    const folder = place();
    const path = [folder, process.env.PATH].join(delimiter);
    const found = execFileSync('fish', ['--no-config', '-c', `${script}\ncomplete -C '${typed}'`], {
      cwd: folder,
      env: { ...process.env, PATH: path, HOME: folder },
      encoding: 'utf8',
    });
    expect(found.split('\n').map((line) => line.split('\t')[0])).toContain(wanted);
  });
});

describe('the manual', () => {
  it.each(['en', 'it'])('is clean in %s', async (language) => {
    const { stdout } = await permesso(['man', '--lang', language]);
    const lint = spawnSync('mandoc', ['-T', 'lint'], { input: stdout, encoding: 'utf8' });
    expect(lint.stdout + lint.stderr).toBe('');
    expect(lint.status).toBe(0);
  });

  it('names no command that there is not', async () => {
    const { stdout } = await permesso(['man']);
    const shown = [...stdout.matchAll(/^\.Dl permesso (\w+)/gm)].map(([, command = '']) => command);
    const { stdout: help } = await permesso(['--help']);
    for (const command of shown) expect(help).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });
});
