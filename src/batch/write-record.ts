/** A case, or why a record is refused → the text of its answer in the form that the plan asks for. */
import { assess, assessPart } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import { figuresOf } from '../assess/figures.ts';
import type { Case } from '../case/case.ts';
import type { Messages } from '../messages/messages.ts';
import { answerWriter } from '../render/json-text.ts';
import { jsonOf } from '../render/json.ts';
import type { Utf8 } from '../render/utf8.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { needOf, readerAt, type OutputColumn } from './fields.ts';
import type { Plan } from './plan.ts';
import type { Carried, Fault } from './record.ts';

/** One cell of a CSV. */
export type Cell = string | number | boolean | null;

/** Rows → CSV lines. */
export type RowWriter = (rows: readonly (readonly Cell[])[]) => string;

export interface RecordWriter {
  /** Answers the case of the record that begins on `line`. Throws what assessing throws. */
  answer(line: number, theCase: Case, carried: Carried, to: Utf8): void;
  refusal(line: number, fault: Fault, carried: Carried, to: Utf8): void;
}

/** The writer for a plan. `writeRows` is needed for CSV only. */
export function recordWriter(
  { output }: Plan,
  rulebook: Rulebook,
  messages: Messages,
  writeRows: RowWriter | undefined,
): RecordWriter {
  if (output.kind === 'csv') {
    if (!writeRows) throw new Error('CSV needs a writer of rows');
    return rowWriter(output.columns, rulebook, messages, writeRows);
  }
  if (output.columns) return { refusal, answer: objectWriter(output.columns, rulebook, messages) };
  const whole = answerWriter(rulebook, messages);
  return {
    refusal,
    answer: (_, theCase, carried, to) => {
      whole(assess(theCase, rulebook), to, carried.length === 0 ? '' : `"carried":${carriedJson(carried)},`);
      to.text('\n');
    },
  };
}

function refusal(line: number, fault: Fault, carried: Carried, to: Utf8): void {
  const through = carried.length > 0 ? `,"carried":${carriedJson(carried)}` : '';
  to.text(`{"line":${line}${through},"error":${JSON.stringify(fault)}}\n`);
}

function rowWriter(
  columns: readonly OutputColumn[],
  rulebook: Rulebook,
  messages: Messages,
  writeRows: RowWriter,
): RecordWriter {
  const valuesOf = columnValues(columns, rulebook, messages);
  const row = (
    line: number,
    carried: Carried,
    valueOf: (column: OutputColumn, index: number) => unknown,
  ): string => {
    const cells = columns.map((column, index) => {
      if (column.from === 'line') return line;
      return cellOf(column.from === 'carried' ? carriedValue(carried, column.key) : valueOf(column, index));
    });
    return writeRows([cells]);
  };
  return {
    answer: (line, theCase, carried, to) => {
      const values = valuesOf(theCase);
      to.text(row(line, carried, (_, index) => values[index]));
    },
    refusal: (line, fault, carried, to) => {
      to.text(row(line, carried, (column) => (column.from === 'error' ? fault[column.key] : undefined)));
    },
  };
}

function objectWriter(
  columns: readonly OutputColumn[],
  rulebook: Rulebook,
  messages: Messages,
): RecordWriter['answer'] {
  const valuesOf = columnValues(columns, rulebook, messages);
  const parts = columns.map((column, index) => {
    const key = `${index === 0 ? '{' : ','}${JSON.stringify(column.name)}:`;
    return { key, text: columnText(column, index) };
  });
  return (line, theCase, carried, to) => {
    const values = valuesOf(theCase);
    let text = '';
    for (const part of parts) text += part.key + part.text(values, line, carried);
    to.text(`${text}}\n`);
  };
}

/** What writes a column as JSON, from the values of all columns. */
function columnText(
  column: OutputColumn,
  index: number,
): (values: readonly unknown[], line: number, carried: Carried) => string {
  if (column.from === 'line') return (_, line) => String(line);
  if (column.from === 'carried')
    return (_values, _line, carried) => carried.find(({ key }) => key === column.key)?.json ?? 'null';
  return (values) => jsonText(values[index]);
}

/** Printable ASCII without quotes and backslashes stands in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

function jsonText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && PLAIN.test(value)) return `"${value}"`;
  return JSON.stringify(value ?? null);
}

/** What reads the columns that come from the answer, in their places; no more of a case is answered than they need. */
function columnValues(
  columns: readonly OutputColumn[],
  rulebook: Rulebook,
  messages: Messages,
): (theCase: Case) => readonly unknown[] {
  const readers = columns.map((column) => (column.from === 'answer' ? readerAt(column.path) : undefined));
  const need = needOf(columns);
  const json = (answer: Assessment) => jsonOf(answer, rulebook, messages, { form: false });
  const worded = columns.map((column) => column.from === 'answer' && column.worded);
  const anyWorded = worded.includes(true);
  return (theCase) => {
    if (theCase.unknown !== undefined) {
      const tried = json(assess(theCase, rulebook));
      return readers.map((read) => read?.(tried));
    }
    if (need === 'figures') {
      const figures = figuresOf(theCase, rulebook);
      return readers.map((read) => read?.(figures));
    }
    const answer = assessPart(theCase, rulebook, need);
    const withWords = anyWorded ? json(answer) : answer;
    return readers.map((read, index) => read?.(worded[index] ? withWords : answer));
  };
}

function carriedJson(carried: Carried): string {
  return `{${carried.map(({ key, json }) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
}

function carriedValue(carried: Carried, key: string): unknown {
  const found = carried.find((one) => one.key === key);
  // in a cell a text stands without its quotes, and anything else as it was written: long numbers keep their digits
  return found && (found.json.startsWith('"') ? (JSON.parse(found.json) as unknown) : found.json);
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const simple = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return simple ? value.join(' ') : JSON.stringify(value);
}
