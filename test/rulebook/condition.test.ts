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
const OTHERS: Record<string, Fact> = {
  day: { kind: 'date', optional: true, derive: { how: 'law-date' } },
  visa: { kind: 'enum', values: ['work', 'none', '3'], optional: true, derive: { how: 'person' } },
  rich: { kind: 'boolean', optional: false, derive: { how: 'own-income' } },
  score: { kind: 'integer', optional: true, derive: { how: 'age' } },
  bare: { kind: 'enum', optional: false, derive: { how: 'person' } },
};
const positionsOf = (facts: object) => new Map(Object.keys(facts).map((id, index) => [id, index]));
const POSITIONS = positionsOf(FACTS);
const asTests = (tests: Record<string, { not?: boolean; any: (string | number | boolean)[] }>) =>
  Object.fromEntries(Object.entries(tests).map(([id, { not = false, any }]) => [id, { not, any }]));
const box = (tests: Record<string, { not?: boolean; any: (string | number | boolean)[] }>) =>
  compileBox(asTests(tests), FACTS, POSITIONS);

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

  it.each<[string, Record<string, { any: (string | number | boolean)[] }>, number[], boolean]>([
    ['nothing', {}, [0, 0, 0], true],
    ['the first day', { day: { any: ['2026-01-01..'] } }, [20_454], true],
    ['the day before', { day: { any: ['2026-01-01..'] } }, [20_453], false],
    ['a day alone', { day: { any: ['2026-01-01'] } }, [20_454], true],
    ['the day after one', { day: { any: ['2026-01-01'] } }, [20_455], false],
    ['any day', { day: { any: ['..'] } }, [-1e6], true],
    ['no day of any', { day: { any: ['..'] } }, [NONE], false],
    ['none of a choice that can be none', { visa: { any: ['none'] } }, [0, 1], true],
    ['an absent choice that can be none', { visa: { any: ['none'] } }, [0, NONE], false],
    ['an absent choice by its own word', { visa: { any: ['unset'] } }, [0, NONE], true],
    ['a number that a choice is called by', { visa: { any: [3] } }, [0, 2], true],
    ['no', { rich: { any: [false] } }, [0, 0, 0], true],
    ['no, of somebody who is', { rich: { any: [false] } }, [0, 0, 1], false],
    ['a number below nothing', { score: { any: ['-5..-3'] } }, [0, 0, 0, -4], true],
    ['a fact beyond the vector', { score: { any: ['none'] } }, [], true],
  ])('tells %s', (_, tests, facts, expected) => {
    const boxes = [compileBox(asTests(tests), OTHERS, positionsOf(OTHERS))];
    expect(applies(boxes, facts)).toBe(expected);
    expect(verdict(boxes, facts)).toBe(expected ? 'yes' : 'no');
  });

  it.each<[Record<string, { any: (string | number | boolean)[] }>, string]>([
    [{ size: { any: [1] } }, 'no fact is called size'],
    [{ score: { any: ['9..3'] } }, 'score: 9..3 is empty'],
    [{ score: { any: ['1..2..3'] } }, 'score: 1..2..3 is not a range'],
    [{ score: { any: [''] } }, 'score:  is not a range'],
    [{ score: { any: ['3.. '] } }, 'score:   is not a whole number'],
    [{ score: { any: ['3x'] } }, 'score: 3x is not a whole number'],
    [{ score: { any: ['x3'] } }, 'score: x3 is not a whole number'],
    [{ score: { any: ['few'] } }, 'score: few is not a whole number'],
    [{ score: { any: [1.5] } }, 'score: 1.5 is not a whole number'],
    [{ day: { any: ['2026-02-30..'] } }, 'day: 2026-02-30 is not a day'],
    [{ day: { any: [3] } }, 'day: 3 is not a day'],
    [{ rich: { any: ['yes'] } }, 'rich is true or false, not yes'],
    [{ rich: { any: ['none'] } }, 'rich is never absent'],
    [{ rich: { any: ['unset'] } }, 'rich is never absent'],
    [{ visa: { any: ['sesame'] } }, 'visa is never sesame'],
    [{ bare: { any: ['x'] } }, 'bare is never x'],
  ])('is refused: %j', (tests, message) => {
    expect(() => compileBox(asTests(tests), OTHERS, positionsOf(OTHERS))).toThrow(new Error(message));
  });

  it('needs a fact that has a place among the facts', () => {
    expect(() => compileBox(asTests({ day: { any: ['..'] } }), OTHERS, new Map())).toThrow(
      /^no fact is called day$/,
    );
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
