/**
 * One CSV record → its cells. Written here because a broken record must be refused in its place with its
 * column while the rest of the file is answered; `test/batch/cells.test.ts` holds that well-formed records
 * read as csv-parse reads them.
 */

export type Cells =
  { readonly cells: string[] } | { readonly fault: 'text-behind-quote'; readonly cell: number };

/** The cells of one record without its line end. A fault names the cell, counted from 1. */
export function cellsOf(record: string, delimiter: string): Cells {
  if (!record.includes('"')) return { cells: record.split(delimiter) };
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let text: string;
    if (record.charAt(at) === '"') {
      const end = closingQuote(record, at + 1);
      text = record.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      if (at < record.length && !record.startsWith(delimiter, at))
        return { fault: 'text-behind-quote', cell: cells.length + 1 };
    } else {
      const next = record.indexOf(delimiter, at);
      const end = next === -1 ? record.length : next;
      text = record.slice(at, end);
      at = end;
    }
    cells.push(text);
    if (at >= record.length) return { cells };
    at += delimiter.length;
  }
}

function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from);
  while (at !== -1 && record.charAt(at + 1) === '"') at = record.indexOf('"', at + 2);
  return at === -1 ? record.length : at;
}
