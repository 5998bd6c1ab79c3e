import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE, OPEN, applies, type CompiledBox } from '../../src/rulebook/condition.ts';
import { TableIndex } from '../../src/rulebook/table-index.ts';

/** Few facts and few numbers, so that bounds meet. */
const FACTS = 4;
const bound = fc.integer({ min: -3, max: 6 });
const interval = fc.oneof(
  fc.tuple(bound, bound).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  bound.map((low) => ({ low, high: Infinity })),
  bound.map((high) => ({ low: NONE + 1, high })),
  fc.constant({ low: NONE, high: NONE }),
);
const test = fc.record({
  fact: fc.integer({ min: 0, max: FACTS - 1 }),
  not: fc.boolean(),
  intervals: fc.array(interval, { minLength: 1, maxLength: 3 }),
});
const box: fc.Arbitrary<CompiledBox> = fc.array(test, { maxLength: 4 });
const table = fc.array(fc.array(box, { maxLength: 3 }), { maxLength: 40 });
const facts = fc.array(fc.oneof(bound, fc.constant(NONE), fc.constant(OPEN)), {
  minLength: FACTS,
  maxLength: FACTS,
});

describe('the index of a table', () => {
  it('finds the rows that their conditions find, in their order, for one case after another', () => {
    fc.assert(
      fc.property(table, fc.array(facts, { minLength: 1, maxLength: 20 }), (boxes, cases) => {
        const rows = boxes.map((alternatives, id) => ({ id, boxes: alternatives }));
        const index = new TableIndex(rows);
        for (const one of cases) {
          const plain = rows.filter((row) => applies(row.boxes, one)).map(({ id }) => id);
          expect(index.hits(one).map(({ id }) => id)).toEqual(plain);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds rows however many alternatives there are before them', () => {
    const is = (fact: number, low: number, high = low) => ({ fact, not: false, intervals: [{ low, high }] });
    // three alternatives each: the number by its rest of 7, of 5, or the one number alone
    const rows = Array.from({ length: 100 }, (_, id) => ({
      id,
      boxes: [[is(0, id % 7), is(1, 0)], [is(0, id % 5), is(1, 1)], [is(2, id)]],
    }));
    const index = new TableIndex(rows);
    const found = (...values: number[]) => index.hits(values).map(({ id }) => id);
    const all = rows.map(({ id }) => id);
    for (const rest of [0, 4, 6]) {
      expect(found(rest, 0, NONE)).toEqual(all.filter((id) => id % 7 === rest));
      expect(found(rest, 1, NONE)).toEqual(all.filter((id) => id % 5 === rest));
    }
    expect(found(3, 0, 99)).toEqual([...all.filter((id) => id % 7 === 3), 99]);
    expect(found(3, 2, 31)).toEqual([31]);
    expect(found(9, 9, 9)).toEqual([9]);
    expect(found(9, 9, 100)).toEqual([]);
    // a row with two alternatives that both hold is one hit
    expect(found(3, 0, 3)).toEqual(all.filter((id) => id % 7 === 3));
  });

  it('of an empty table finds nothing', () => {
    expect(new TableIndex([]).hits([1, 2])).toEqual([]);
  });
});
