/** The cells of a row → the raw fields of a case, in the forms that spreadsheets write. */
import { FIELD_KINDS } from '../case/case.ts';
import type { RawFields } from '../case/read-case.ts';
import { readTypedDate } from '../questions/typed-date.ts';
import type { Column } from './columns.ts';

/** Truth as English and Italian spreadsheets and people write it. */
const TRUE = new Set(['true', 'vero', 'yes', 'sì', 'si', '1']);
const FALSE = new Set(['false', 'falso', 'no', '0']);

/**
 * The fields of a row. An empty cell is a field that was not given; what cannot be converted stays text, and
 * reading the case says what is wrong with it. Cells beyond the header are the caller's to refuse.
 */
export function fieldsOfRow(cells: readonly string[], columns: readonly Column[]): RawFields {
  const fields: Record<string, unknown> = {};
  const people: (Record<string, unknown> | undefined)[] = [];
  let family: unknown;
  columns.forEach((column, index) => {
    const cell = (cells[index] ?? '').trim();
    if (cell === '' || 'carried' in column) return;
    if ('field' in column) fields[column.field] = typed(FIELD_KINDS[column.field], cell);
    else if (column.family === 'all') family = familyCell(cell);
    else {
      const kind = { relation: 'choice', born: 'date', income: 'boolean' } as const;
      (people[column.person] ??= {})[column.family] = typed(kind[column.family], cell);
    }
  });
  // people are numbered as they stand; a person left out leaves no gap
  const listed = people.filter((person) => person !== undefined);
  if (family !== undefined)
    fields.family = Array.isArray(family) ? [...(family as unknown[]), ...listed] : family;
  else if (listed.length > 0) fields.family = listed;
  return fields;
}

function typed(kind: string, cell: string): unknown {
  if (kind === 'integer') return /^\d+$/.test(cell) ? Number(cell) : cell;
  if (kind === 'boolean') {
    const word = cell.toLowerCase();
    return TRUE.has(word) ? true : FALSE.has(word) ? false : cell;
  }
  if (kind === 'date') {
    const read = readTypedDate(cell);
    return 'date' in read ? read.date : cell;
  }
  return cell;
}

/** A list as JSON, or people as `--family` takes them, separated by spaces. */
function familyCell(cell: string): unknown {
  if (cell.startsWith('[')) {
    try {
      return JSON.parse(cell);
    } catch {
      return cell;
    }
  }
  return cell.split(/\s+/).map((person) => {
    const [relation = '', born = '', income, ...rest] = person.split(':');
    if (rest.length > 0 || (income !== undefined && income !== 'income')) return person;
    return { relation, born: typed('date', born), income: income === 'income' };
  });
}
