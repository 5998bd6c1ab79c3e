import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { permesso } from './helpers/run.ts';

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
});
