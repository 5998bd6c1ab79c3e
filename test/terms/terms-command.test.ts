import { describe, expect, it } from 'vitest';
import { permesso } from '../helpers/run.ts';

interface Entry {
  readonly term: string;
  readonly text: string;
}

describe('permesso terms', () => {
  it('prints one term with its explanation, in the language asked for', async () => {
    const english = await permesso(['terms', 'marca da bollo']);
    expect(english.code).toBe(0);
    expect(english.stdout).toMatch(/^marca da bollo, marche da bollo, bollo\n {2}Revenue stamp/);
    expect(english.stdout.trim().split('\n\n')).toHaveLength(1);
    const italian = await permesso(['terms', 'marca da bollo', '--lang', 'it']);
    expect(italian.stdout).toContain('tabaccaio');
    expect(italian.stdout).not.toContain('Revenue');
  });

  it('finds a term without accents, in capitals, and under its other names', async () => {
    for (const word of ['IDONEITA ALLOGGIATIVA', 'SUI', 'patronati', 'Mod. 209']) {
      const run = await permesso(['terms', word]);
      expect(run.code, word).toBe(0);
      expect(run.stdout, word).not.toBe('');
    }
  });

  it('finds terms by a word of their explanation', async () => {
    const run = await permesso(['terms', 'fingerprints', '--format', 'json']);
    const entries = JSON.parse(run.stdout) as Entry[];
    expect(entries.map(({ term }) => term)).toContain('fotosegnalamento');
  });

  it('prints the whole glossary in alphabetical order, no line wider than the terminal', async () => {
    const all = JSON.parse((await permesso(['terms', '--format', 'json'])).stdout) as Entry[];
    expect(all.length).toBeGreaterThan(180);
    const plain = (term: string) =>
      term
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]/giu, ' ')
        .toLowerCase();
    const names = all.map(({ term }) => plain(term));
    expect(names).toEqual([...names].sort());
    expect(all.filter(({ text }) => /[_{}]/.test(text))).toEqual([]);
    const narrow = await permesso(['terms'], { env: { COLUMNS: '40' } });
    expect(narrow.stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
  });

  it('says that it does not know a word, and which one is near', async () => {
    const run = await permesso(['terms', 'bolettino']);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('bollettino');
  });
});
