/** Writing CSV. */
import type { RowWriter } from '../batch/write-record.ts';

/** Rows as spreadsheets read them: CRLF, quotes where needed, and no cell that is taken for a formula. */
export async function rowWriter(delimiter: string): Promise<RowWriter> {
  const { stringify } = await import('csv-stringify/sync');
  return (rows) =>
    stringify(
      rows.map((row) => [...row]),
      {
        delimiter,
        record_delimiter: 'windows',
        // a line feed alone is no end of these records, but it is one to whoever reads them
        quoted_match: /[\r\n]/,
        escape_formulas: true,
        cast: { boolean: String },
      },
    );
}
