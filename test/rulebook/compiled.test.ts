import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledFiles, loadCompiled } from '../../src/rulebook/compiled.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const folder = join(tmpdir(), `compiled-${process.pid}`);
mkdirSync(folder, { recursive: true });
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the compiled book', () => {
  const own = ownRulebook();
  const files = [...compiledFiles(own)];
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const compiled = loadCompiled(pathToFileURL(`${folder}/`));

  it('is ASCII in two files, the same for the same book', () => {
    expect(files.map(([name]) => name).sort()).toEqual([
      'rulebook-en.json',
      'rulebook-it.json',
      'rulebook-rows.jsonl',
      'rulebook.json',
    ]);
    for (const [, content] of files) expect(/^[\t\n\x20-\x7e]*$/.test(content)).toBe(true);
    expect([...compiledFiles(own)]).toEqual(files);
  });

  it('is refused where a file is missing', () => {
    expect(() => loadCompiled(pathToFileURL(`${folder}/nowhere/`))).toThrow(/./);
  });

  it('says what the folder of rules says, wording included', () => {
    expect(plain(compiled.book)).toEqual(plain(own.book));
    expect(plain(compiled.facts)).toEqual(plain(own.facts));
  });

  it('has the same conditions in the same order', () => {
    for (const kind of ['decisions', 'collections'] as const) {
      expect([...compiled[kind].keys()]).toEqual([...own[kind].keys()]);
      for (const [table, rows] of own[kind]) {
        const boxes = rows.map((row) => [row.id, row.boxes]);
        expect(compiled[kind].get(table)?.map((row) => [row.id, row.boxes])).toEqual(boxes);
      }
    }
    for (const [form, boxes] of own.modules) {
      for (const [box, rows] of boxes) {
        const kept = compiled.modules.get(form)?.get(box);
        expect(kept?.map((row) => [row.id, row.boxes])).toEqual(rows.map((row) => [row.id, row.boxes]));
      }
    }
    expect(compiled.disputes.map(({ boxes }) => boxes)).toEqual(own.disputes.map(({ boxes }) => boxes));
    expect(compiled.impossible.map(({ boxes }) => boxes)).toEqual(own.impossible.map(({ boxes }) => boxes));
  });

  it('has a property only where its row has', () => {
    const [row] = compiled.collections.get('documents') ?? [];
    const [same] = own.collections.get('documents') ?? [];
    if (!row || !same) throw new Error('no documents');
    for (const key of ['term', 'pile', 'count', 'add', 'order']) expect(key in row).toBe(key in same);
    // once one of them was read, all are its own
    expect(row.id).toBe(same.id);
    expect({ ...row }).toEqual(same);
  });
});
