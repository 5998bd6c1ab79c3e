import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/rulebook/book.ts';
import { NONE } from '../../src/rulebook/condition.ts';
import { compiledInWords, factInWords, testInWords } from '../../src/rulebook/in-words.ts';

const fact = (kind: Fact['kind'], values?: string[]) =>
  ({ kind, values, derive: { how: 'field', field: 'reason' } }) as unknown as Fact;
const REASON = fact('enum', ['study', 'employment']);

describe('a fact in words', () => {
  it.each<[Fact | undefined, number, string]>([
    [REASON, 1, 'employment'],
    [REASON, 7, '7'],
    [REASON, NONE, 'none'],
    [undefined, 1, 'none'],
    [fact('boolean'), 1, 'true'],
    [fact('boolean'), 0, 'false'],
    [fact('date'), 20_779, '2026-11-22'],
    [fact('integer'), 14, '14'],
    [fact('integer'), Number.NaN, 'none'],
  ])('%j %d is %s', (of, value, words) => {
    expect(factInWords(of, value)).toBe(words);
  });
});

describe('a test in words', () => {
  it.each<[Fact, boolean, [number, number][], string]>([
    [REASON, false, [[0, 0]], 'study'],
    [
      REASON,
      true,
      [
        [0, 0],
        [1, 1],
      ],
      'not study, employment',
    ],
    [fact('integer'), false, [[14, 17]], '14..17'],
    [fact('integer'), false, [[18, Infinity]], '18..'],
    [fact('integer'), false, [[NONE + 1, 13]], '..13'],
    [fact('date'), false, [[20_779, Infinity]], '2026-11-22..'],
    [fact('integer'), false, [[NONE, NONE]], 'none'],
  ])('%#', (of, not, spans, words) => {
    const intervals = spans.map(([low, high]) => ({ low, high }));
    expect(compiledInWords(of, { fact: 0, not, intervals })).toBe(words);
  });

  it('is as it was written', () => {
    expect(testInWords({ not: true, any: ['study', 'student'] })).toBe('not study, student');
    expect(testInWords({ not: false, any: ['14..17'] })).toBe('14..17');
  });
});
