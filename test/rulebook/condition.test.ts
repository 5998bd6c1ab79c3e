import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, TableGap } from '../../src/assess/tables.ts';
import type { Fact } from '../../src/rulebook/book.ts';
import { applies, compileBox, NONE, OPEN, openFacts, verdict } from '../../src/rulebook/condition.ts';
import { proveTable } from '../../src/rulebook/prove.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const FACTS: Record<string, Fact> = {
  colour: { kind: 'enum', values: ['red', 'green', 'blue'], optional: true, derive: { how: 'person' } },
  age: { kind: 'integer', range: [0, 150], optional: true, derive: { how: 'age' } },
  rich: { kind: 'boolean', optional: false, derive: { how: 'own-income' } },
};
const POSITIONS = new Map(Object.keys(FACTS).map((id, index) => [id, index]));
const box = (tests: Record<string, { not?: boolean; any: (string | number | boolean)[] }>) =>
  compileBox(
    Object.fromEntries(Object.entries(tests).map(([id, { not = false, any }]) => [id, { not, any }])),
    FACTS,
    POSITIONS,
  );

describe('a condition', () => {
  it.each([
    [{ colour: { any: ['red', 'blue'] } }, [2, 0, 0], true],
    [{ colour: { any: ['red', 'blue'] } }, [1, 0, 0], false],
    [{ colour: { not: true, any: ['red'] } }, [NONE, 0, 0], true],
    [{ colour: { any: ['none'] } }, [NONE, 0, 0], true],
    [{ age: { any: ['..13'] } }, [0, 13, 0], true],
    [{ age: { any: ['..13'] } }, [0, 14, 0], false],
    [{ age: { any: ['..13'] } }, [0, NONE, 0], false],
    [{ age: { any: ['14..17'] } }, [0, 17, 0], true],
    [{ age: { any: ['18..'] } }, [0, 18, 0], true],
    [{ age: { any: [5, '9'] } }, [0, 9, 0], true],
    [{ rich: { any: [true] } }, [0, 0, 1], true],
    [{ rich: { any: [true] }, age: { any: ['18..'] } }, [0, 17, 1], false],
  ])('%j of %j is %s', (tests, facts, expected) => {
    expect(applies([box(tests)], facts)).toBe(expected);
  });

  it('is open only while an answer can still decide it', () => {
    const boxes = [box({ colour: { any: ['red'] }, age: { any: ['18..'] } })];
    expect(verdict(boxes, [0, OPEN, 0])).toBe('open');
    expect(openFacts(boxes, [0, OPEN, 0])).toEqual([1]);
    expect(verdict(boxes, [1, OPEN, 0])).toBe('no');
    expect(openFacts(boxes, [1, OPEN, OPEN])).toEqual([]);
    expect(verdict(boxes, [0, 18, OPEN])).toBe('yes');
  });

  it('is settled once one alternative holds, whatever the others hang on', () => {
    const boxes = [box({ rich: { any: [true] } }), box({ age: { any: ['18..'] } })];
    expect(openFacts(boxes, [0, OPEN, 1])).toEqual([]);
    expect(openFacts(boxes, [0, OPEN, 0])).toEqual([1]);
    expect(openFacts(boxes, [0, OPEN, OPEN]).sort()).toEqual([1, 2]);
  });

  it('hangs on facts exactly while it is open', () => {
    const value = (values: number[]) => fc.constantFrom(OPEN, ...values);
    const facts = fc.tuple(value([0, 1, 2, NONE]), value([13, 14, 17, 18, NONE]), value([0, 1]));
    const test = (...any: (string | number | boolean)[]) =>
      fc.record({ not: fc.boolean(), any: fc.constant(any) });
    const tests = fc.record(
      { colour: test('red', 'blue'), age: test('14..17'), rich: test(true) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(tests, { minLength: 1, maxLength: 3 }), facts, (alternatives, vector) => {
        const boxes = alternatives.map(box);
        const open = openFacts(boxes, vector);
        expect(open.length > 0).toBe(verdict(boxes, vector) === 'open');
        for (const fact of open) expect(vector[fact]).toBeNaN();
      }),
    );
  });
});

describe('the proof of a table', () => {
  const rulebook = ownRulebook();
  const anyFacts = fc.tuple(
    ...rulebook.facts.map(({ fact }) => {
      const none = fact.optional ? [fc.constant(NONE)] : [];
      if (fact.kind === 'boolean') return fc.oneof(fc.integer({ min: 0, max: 1 }), ...none);
      if (fact.kind === 'date') return fc.oneof(fc.integer({ min: 13_400, max: 21_000 }), ...none);
      const [min, max] = fact.kind === 'enum' ? [0, (fact.values ?? []).length - 1] : (fact.range ?? [0, 0]);
      return fc.oneof(fc.integer({ min, max: Math.min(max, 2_000) }), ...none);
    }),
  );

  // what the proof claims, tried on random cases: it speaks of all of them
  it.each([...rulebook.decisions.keys()])('%s decides any facts exactly once', (table) => {
    expect(proveTable(rulebook, rulebook.decisions.get(table) ?? [])).toEqual([]);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(() => decide(rulebook, table, facts)).not.toThrow(TableGap);
      }),
      { numRuns: 500 },
    );
  });
});
