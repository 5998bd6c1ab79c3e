import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framer, MAX_RECORD_BYTES, type Batch } from '../../src/batch/frame.ts';

interface Cut {
  /** Text of records, or what is wrong with a line; batches that follow each other are one. */
  readonly parts: string[];
  readonly batches: Batch[];
}

function cut(text: string, pieces: readonly number[], delimiter?: string, batchBytes = 64): Cut {
  const bytes = new TextEncoder().encode(text);
  const framer = new Framer({ delimiter, line: 1, offset: 0, batchBytes });
  const batches: Batch[] = [];
  let at = 0;
  for (const length of [...pieces, bytes.length]) {
    batches.push(...framer.push(bytes.subarray(at, at + length)));
    at = Math.min(bytes.length, at + length);
  }
  batches.push(...framer.end());
  const parts: string[] = [];
  let joins = false;
  for (const batch of batches) {
    const text =
      batch.kind === 'records' ? new TextDecoder().decode(batch.bytes) : `${batch.code} ${batch.line}`;
    if (joins && batch.kind === 'records') parts.push((parts.pop() ?? '') + text);
    else parts.push(text);
    joins = batch.kind === 'records';
  }
  return { parts, batches };
}

const long = 'x'.repeat(MAX_RECORD_BYTES + 1);

describe('cutting records', () => {
  const anyText = fc
    .array(fc.constantFrom('a', ';', '"', '\n', '\r\n', '\r', '""', 'è', '";"', '\n"'), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it.each([undefined, ';'])('does not depend on how the bytes arrive (delimiter %s)', (delimiter) => {
    fc.assert(
      fc.property(anyText, fc.array(fc.integer({ min: 1, max: 7 })), (text, pieces) => {
        const whole = cut(text, [], delimiter);
        const pieced = cut(text, pieces, delimiter, 5);
        expect(pieced.parts).toEqual(whole.parts);
        // nothing is lost: what is not broken is there, and every batch begins at the line where the last ended
        for (const { batches } of [whole, pieced]) {
          batches.forEach((batch, index) => {
            expect(batch.line).toBe(index === 0 ? 1 : batches[index - 1]?.nextLine);
          });
          expect(batches.at(-1)?.end ?? 0).toBe(new TextEncoder().encode(text).length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('passes over a line that is too long and goes on behind it', () => {
    for (const pieces of [[], [1000], [MAX_RECORD_BYTES, 1, 1]]) {
      expect(cut(`a\n${long}\nb\n`, pieces).parts).toEqual(['a\n', 'too-large 2', 'b\n']);
      expect(cut(`a\n${long}\nb`, pieces, ';').parts).toEqual(['a\n', 'too-large 2', 'b']);
    }
  });

  it('gives up on a quote that is never closed, and on its line only', () => {
    expect(cut('a;"b\nc;d\ne;f\n', [], ';').parts).toEqual(['quote-not-closed 1', 'c;d\ne;f\n']);
    const many = `a;"b\n${'c;d\n'.repeat(MAX_RECORD_BYTES / 2)}`;
    for (const pieces of [[], [70_000, 70_000]]) {
      const [first, rest, ...more] = cut(many, pieces, ';').parts;
      expect([first, rest?.length, more]).toEqual(['quote-not-closed 1', many.length - 5, []]);
    }
  });
});
