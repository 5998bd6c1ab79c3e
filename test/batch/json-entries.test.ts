import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonEntries } from '../../src/batch/json-entries.ts';

describe('the entries of a JSON text', () => {
  it('are those that JSON.parse reads, each where it stands', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 1, '\t'),
        (value, space) => {
          const text = ` ${JSON.stringify(value, null, space)} `;
          const entries = jsonEntries(text);
          for (const { text: part, at } of entries) expect(text.startsWith(part, at)).toBe(true);
          const read = Object.fromEntries(
            entries.map(({ key, text: part }) => [key, JSON.parse(part) as unknown]),
          );
          expect(read).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('keep the digits of a number that is too long for the machine', () => {
    expect(jsonEntries('{"id":12345678901234567890}')).toEqual([
      { key: 'id', text: '12345678901234567890', at: 6 },
    ]);
  });
});
