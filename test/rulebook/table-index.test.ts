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

  it('of an empty table finds nothing', () => {
    expect(new TableIndex([]).hits([1, 2])).toEqual([]);
  });
});
