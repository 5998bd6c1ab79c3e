import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFolder } from '../../src/rulebook/load.ts';
import { readRulesFolder } from '../../src/rulebook/read-folder.ts';
import { HEADER } from '../helpers/written-rules.ts';

const folder = join(tmpdir(), `rules-${process.pid}`);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a folder of rules', () => {
  const written = (files: Readonly<Record<string, string>>) => {
    rmSync(folder, { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };

  it('is read file by file, in the order of their paths, and of YAML alone', () => {
    const files = {
      'b.yaml': 'B: città',
      'z/b.yaml': 'ZB',
      'README.md': 'no',
      'a.yaml.bak': 'no',
      'z/a/c.yaml': 'ZAC',
      'c.yaml/d.yaml': 'CD',
      'a.yaml': 'A',
    };
    expect(readRulesFolder(written(files))).toEqual([
      { path: 'a.yaml', text: 'A' },
      { path: 'b.yaml', text: 'B: città' },
      { path: 'c.yaml/d.yaml', text: 'CD' },
      { path: 'z/a/c.yaml', text: 'ZAC' },
      { path: 'z/b.yaml', text: 'ZB' },
    ]);
  });

  it('becomes a book with a digest, whatever the layout of its files', () => {
    const digest = (files: Readonly<Record<string, string>>) =>
      loadFolder(written(files)).rulebook.book.digest;
    const one = digest({ 'a.yaml': HEADER, 'b.yaml': 'piles: [kit]' });
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digest({ 'z.yaml': `# the same\n${HEADER}\npiles:\n  - kit\n` })).toBe(one);
    expect(digest({ 'a.yaml': HEADER, 'b.yaml': 'piles: [counter]' })).not.toBe(one);
  });
});
