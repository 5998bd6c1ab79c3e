import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../src/messages/en.ts';
import { permesso } from './helpers/run.ts';
import { asks, runLine, shellFolder } from './helpers/shell-lines.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

describe('the README', () => {
  it('shows what its command prints', async () => {
    const [, command = '', shown = ''] = /\n\$ permesso (.*)\n([\s\S]*?)\n```/.exec(readme) ?? [];
    const run = await permesso(command.split(' '));
    expect(run.code).toBe(0);
    expect(run.stdout.startsWith(shown)).toBe(true);
    expect(shown.length).toBeGreaterThan(300);
  });

  it('shows a case file that can be used', async () => {
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    const run = await permesso(['check', '--case', '-', '--on', '2026-11-22'], { input: yaml });
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
    const folder = shellFolder();
    const lines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
      .flatMap(([, block = '']) => block.split('\n'))
      .filter((line) => line.startsWith('permesso '));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      const input = asks(line) ? '\n\n22/11/2026\n4/5/2004\nNepal\n\n\n\n\n1\n' : '';
      const { code, stdout, stderr } = runLine(folder, line, input);
      expect({ line, code }, stderr).toEqual({ line, code: 0 });
      if (asks(line)) expect(stdout).toContain('--citizenship NP');
      if (/ tick .* hospitality/.test(line)) expect(stdout).toContain(en.caseFile.dates(1, 2));
      if (line.includes('check --case student.yaml'))
        expect(stdout.replaceAll('\r\n ', '')).toContain(`(${en.agenda.states.done})`);
      if (line.includes('unknown')) expect(stdout).toContain(en.view.depends.toUpperCase());
      if (line.includes('--label ferrari')) expect(stdout).toContain('Ferrari');
    }
  });
});
