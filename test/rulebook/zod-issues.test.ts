import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formatIssues } from '../../src/rulebook/zod-issues.ts';

const SHAPE = z.strictObject({
  term: z.union([z.number(), z.strictObject({ value: z.string(), count: z.enum(['working', 'calendar']) })]),
  rows: z.array(z.strictObject({ id: z.string() })).optional(),
  named: z.record(z.string().regex(/^[a-z]+$/, 'small letters'), z.number()).optional(),
  either: z
    .union([z.strictObject({ a: z.number(), b: z.number() }), z.strictObject({ a: z.string() })])
    .optional(),
});

describe('what is wrong with the shape of a file', () => {
  it.each<[string, unknown, [string, RegExp][]]>([
    ['nothing', { term: 3 }, []],
    ['a key that nobody knows', { term: 3, colour: 'red' }, [['colour', /^unknown key "colour"$/]]],
    [
      'each of two unknown keys',
      { term: 3, a: 1, b: 2 },
      [
        ['a', /^unknown key "a"$/],
        ['b', /^unknown key "b"$/],
      ],
    ],
    [
      'an unknown key below',
      { term: 3, rows: [{ id: 'x' }, { id: 'y', z: 1 }] },
      [['rows.1.z', /^unknown key "z"$/]],
    ],
    ['the shape that came closest', { term: { value: 'days', count: 'moon' } }, [['term.count', /working/]]],
    ['one of two shapes when neither came close', { term: true }, [['term', /expected number/]]],
    [
      'each key that is none',
      { term: 3, named: { a: 1, B: 2, 'c d': 3 } },
      [
        ['named.B', /^the key "B": small letters$/],
        ['named.c d', /^the key "c d": small letters$/],
      ],
    ],
    [
      'the shape with fewer faults of two as close',
      { term: 3, either: { a: true } },
      [['either.a', /expected string/]],
    ],
    ['something of another kind', { term: 3, rows: 'none' }, [['rows', /expected array/]]],
  ])('%s', (_, value, expected) => {
    const result = SHAPE.safeParse(value);
    const found = result.success ? [] : formatIssues(result.error);
    expect(found.map(({ path }) => path.join('.'))).toEqual(expected.map(([path]) => path));
    found.forEach(({ message }, index) => {
      expect(message).toMatch(expected[index]?.[1] ?? /never/);
    });
  });
});
