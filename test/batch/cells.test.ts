import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/batch/cells.ts';
import { recordEnd } from '../../src/batch/record-end.ts';

const anyCell = fc
  .array(fc.constantFrom('a', 'è', '"', ';', ',', '\t', '\n', '\r\n', ' ', '=1', '東'), { maxLength: 6 })
  .map((parts) => parts.join(''));
const anyRows = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 });

function rowsOf(text: string, delimiter: string): string[][] {
  const bytes = new TextEncoder().encode(text);
  const rows: string[][] = [];
  for (let at = 0; at < bytes.length;) {
    const end = recordEnd(bytes, at, delimiter.charCodeAt(0), true)?.end ?? bytes.length;
    const record = new TextDecoder().decode(bytes.subarray(at, end)).replace(/\r?\n$/, '');
    const read = cellsOf(record, delimiter);
    if ('fault' in read) throw new Error(read.fault);
    rows.push(read.cells);
    at = end;
  }
  return rows;
}

describe('the cells of a record', () => {
  it.each([';', ',', '\t'])('are those that csv-parse reads (%j)', (delimiter) => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('windows' as const, 'unix' as const), (rows, end) => {
        const text = stringify(rows, { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ });
        const parsed: string[][] = parse(text, {
          delimiter,
          relax_column_count: true,
          record_delimiter: ['\r\n', '\n'],
        });
        expect(rowsOf(text, delimiter)).toEqual(parsed);
        expect(parsed).toEqual(rows);
      }),
    );
  });

  it.each([
    ['text behind a quote', 'a;"b"c;d', { fault: 'text-behind-quote', cell: 2 }],
    ['a quote inside a bare cell', 'a;5" pipe;d', { cells: ['a', '5" pipe', 'd'] }],
    ['an empty cell at the end', 'a;"b";', { cells: ['a', 'b', ''] }],
    ['quotes within quotes', '"say ""hi""";x', { cells: ['say "hi"', 'x'] }],
  ])('with %s', (_, record, expected) => {
    expect(cellsOf(record, ';')).toEqual(expected);
  });
});
