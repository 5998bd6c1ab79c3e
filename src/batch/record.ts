/** One record → the raw fields of a case, what is carried through beside them, and where each field stands. */
import { FIELD_KINDS } from '../case/case.ts';
import type { RawFields } from '../case/read-case.ts';
import type { Problem } from '../errors.ts';
import { cellsOf } from './cells.ts';
import type { Carry, Column } from './columns.ts';
import { jsonEntries } from './json-entries.ts';
import { jsonFault } from './json-fault.ts';
import type { Plan } from './plan.ts';
import { fieldsOfRow } from './row.ts';

/** What goes through to the answer, each value as JSON text exactly as it came. */
export type Carried = readonly { readonly key: string; readonly json: string }[];

/** Why a record is refused, as the contract has it, with the column where one is known. */
export interface Fault {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly column?: number;
}

export type RecordReading =
  | {
      readonly fields: RawFields;
      readonly carried: Carried;
      /** Adds to a problem the column where its field stands. */
      readonly locate: (problem: Problem) => Problem;
    }
  | { readonly problems: readonly Problem[]; readonly carried: Carried };

/** Reads a record without its line end. Columns count characters in JSON and cells in CSV, from 1. */
export function readRecord(text: string, plan: Plan): RecordReading {
  const { input, carry } = plan;
  return input.kind === 'jsonl' ? readJson(text, carry) : readCells(text, input.delimiter, input.columns);
}

function readJson(text: string, carry: Carry): RecordReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: [{ code: 'not-json', path: '', column: jsonFault(text) + 1 }], carried: [] };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { problems: [{ code: 'not-a-mapping', path: '', column: 1 }], carried: [] };
  }
  const locate = (problem: Problem): Problem => {
    const field = problem.path.split('.', 1)[0];
    const entry = jsonEntries(text).findLast(({ key }) => key === field);
    return entry && problem.code !== 'missing' ? { ...problem, column: entry.at + 1 } : problem;
  };
  if (carry.length === 0) return { fields: value as RawFields, carried: [], locate };
  const through = (key: string) =>
    carry === 'all'
      ? !Object.hasOwn(FIELD_KINDS, key)
      : carry.includes(key) && !Object.hasOwn(FIELD_KINDS, key);
  const carried = jsonEntries(text).flatMap(({ key, text: json }) => (through(key) ? [{ key, json }] : []));
  const fields = Object.fromEntries(Object.entries(value).filter(([key]) => !through(key)));
  return { fields, carried, locate };
}

function readCells(text: string, delimiter: string, columns: readonly Column[]): RecordReading {
  const read = cellsOf(text, delimiter);
  if ('fault' in read) return { problems: [{ code: read.fault, path: '', column: read.cell }], carried: [] };
  const { cells } = read;
  const carried = columns.flatMap((column, index) =>
    'carried' in column ? [{ key: column.carried, json: JSON.stringify(cells[index] ?? '') }] : [],
  );
  const beyond = cells.findIndex((cell, index) => index >= columns.length && cell.trim() !== '');
  if (beyond !== -1) {
    const detail = String(columns.length);
    return { problems: [{ code: 'too-many-cells', path: '', column: beyond + 1, detail }], carried };
  }
  const locate = (problem: Problem): Problem => {
    const at = columns.findIndex((column) => holds(column, problem.path));
    return at === -1 ? problem : { ...problem, column: at + 1 };
  };
  return { fields: fieldsOfRow(cells, columns), carried, locate };
}

/** Whether a column holds what a problem is about: `born`, or `family.0.born`. */
function holds(column: Column, path: string): boolean {
  const [field, person, part] = path.split('.');
  if ('carried' in column) return false;
  if ('field' in column) return column.field === field;
  if (field !== 'family') return false;
  return (
    column.family === 'all' || (String(column.person) === person && column.family === (part ?? 'relation'))
  );
}
