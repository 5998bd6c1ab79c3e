import { describe, expect, it } from 'vitest';
import { loadCompiled } from '../../src/rulebook/compiled.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const DIST = new URL('../../dist/', import.meta.url);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the compiled book', () => {
  const [own, compiled] = [ownRulebook(), loadCompiled(DIST)];

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
