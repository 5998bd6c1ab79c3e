import { describe, expect, it } from 'vitest';
import { Shelf } from '../../src/assess/shelf.ts';

/** A shelf, and how often something was made for a key of it. */
function watched() {
  const shelf = new Shelf<{ readonly of: string | undefined }>();
  const made: (string | undefined)[] = [];
  const take = (key: string | undefined) =>
    shelf.take(key, () => {
      made.push(key);
      return { of: key };
    });
  return { made, take };
}

describe('a shelf', () => {
  it('has what is under a key made once', () => {
    const { made, take } = watched();
    const first = take('a');
    expect([take('b').of, take('a'), take('')]).toEqual(['b', first, { of: '' }]);
    expect(take('a')).toBe(first);
    expect(take('')).toBe(take(''));
    expect(made).toEqual(['a', 'b', '']);
  });

  it('keeps nothing without a key', () => {
    const { made, take } = watched();
    expect(take(undefined)).not.toBe(take(undefined));
    expect(made).toEqual([undefined, undefined]);
  });

  it('holds some thousands of things, and begins anew rather than grow without end', () => {
    const { made, take } = watched();
    const keys = Array.from({ length: 4_096 }, (_, index) => String(index));
    for (const key of [...keys, ...keys]) take(key);
    expect(made).toHaveLength(4_096);
    take('one more');
    take('0');
    expect(made.slice(4_096)).toEqual(['one more', '0']);
    take('one more');
    expect(made).toHaveLength(4_098);
  });
});
