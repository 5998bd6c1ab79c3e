import { describe, expect, it } from 'vitest';
import { canonical, digestOf } from '../../src/rulebook/digest.ts';

describe('the digest', () => {
  it.each<[string, unknown, string]>([
    ['sorts keys', { b: 1, a: [2, { d: 3, c: 4 }] }, '{"a":[2,{"c":4,"d":3}],"b":1}'],
    ['leaves out places and what is undefined', { a: undefined, place: { file: 'x' }, b: 1 }, '{"b":1}'],
    ['keeps null, text and truth apart', [null, 'null', true, 'true', ''], '[null,"null",true,"true",""]'],
    ['has nothing of nothing', {}, '{}'],
  ])('%s', (_, value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it('is a SHA-256, the same for the same meaning only', () => {
    // printf '{}' | sha256sum
    expect(digestOf({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }));
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  });
});
