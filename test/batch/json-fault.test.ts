import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/batch/json-fault.ts';

describe('where a text stops being JSON', () => {
  it.each([
    ['{"a":1', 6],
    ['{"a":1}}', 7],
    ['{"a" 1}', 5],
    ['{"a":x}', 5],
    ['\u0000', 0],
    ['{"a":1,}', 7],
    ["{'a':1}", 1],
    ['{"a":"x', 7],
    ['hello', 0],
    ['{"a":1} trailing', 8],
  ])('%j at %i', (text, position) => {
    expect(jsonFault(text)).toBe(position);
  });
});
