import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../src/messages/en.ts';
import { BIN, permesso, tempFolder } from './helpers/run.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
const [, CASE = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];

describe('the README', () => {
  it('shows what its command prints', async () => {
    const [, command = '', shown = ''] = /\n\$ permesso (.*)\n([\s\S]*?)\n```/.exec(readme) ?? [];
    const run = await permesso(command.split(' '));
    expect(run.code).toBe(0);
    expect(run.stdout.startsWith(shown)).toBe(true);
    expect(shown.length).toBeGreaterThan(300);
  });

  it('shows a case file that can be used', async () => {
    const run = await permesso(['check', '--case', '-', '--on', '2026-11-22'], { input: CASE });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('names only commands that exist', async () => {
    const named = [...readme.matchAll(/^\| `permesso ([a-z]+(?: [a-z]+)?)/gm)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) {
      const { code } = await permesso([...name.split(' '), '--help']);
      expect(code, name).toBe(0);
    }
  });

  it('shows lines for a shell that work one after the other', { timeout: 120_000 }, () => {
    const folder = tempFolder();
    const shim = join(folder, 'permesso');
    writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
    chmodSync(shim, 0o755);
    mkdirSync(join(folder, 'cases'));
    writeFileSync(join(folder, 'cases', 'amina.yaml'), `label: Ferrari\n${CASE}`);
    const record = { procedure: 'renewal', reason: 'study', expiry: '2027-02-20', born: '2003-05-04' };
    writeFileSync(join(folder, 'cases.jsonl'), `${JSON.stringify({ ...record, citizenship: 'IN' })}\n`);
    const lines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
      .flatMap(([, block = '']) => block.split('\n'))
      .filter((line) => line.startsWith('permesso '));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      // somebody fills the template in, and answers what the wizard asks, before the next line
      if (line.startsWith('permesso batch cases.csv')) {
        const csv =
          'id;surname;procedure;reason;expiry;born;citizenship\n7;Rossi;renewal;study;2027-02-20;2003-05-04;IN\n';
        writeFileSync(join(folder, 'cases.csv'), csv);
      }
      const asks = /^permesso --/.test(line);
      const command = line.replace(/^permesso/, `./permesso --on 2026-11-22${asks ? ' --plain' : ''}`);
      const input = asks ? '\n\n22/11/2026\n4/5/2004\nNepal\n\n\n\n\n1\n' : '';
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: folder,
        input,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
      });
      expect({ line, status, fault: /^- --|correct/m.test(stderr) }, stderr).toEqual({
        line,
        status: 0,
        fault: false,
      });
      if (asks) expect(stdout).toContain('--citizenship NP');
      if (/ tick .* hospitality/.test(line)) expect(stdout).toContain(en.caseFile.dates(1, 2));
      if (line.includes('check --case student.yaml'))
        expect(stdout.replaceAll('\r\n ', '')).toContain(`(${en.agenda.states.done})`);
      if (line.includes('unknown')) expect(stdout).toContain(en.view.depends.toUpperCase());
      if (line.includes('--label ferrari')) expect(stdout).toContain('Ferrari');
    }
  });
});
