/** A batch of records → the text of their answers, one for each record, in order. Never throws for a record. */
import { assessPart, LEAF_LISTS, type LeafList } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import type { Case, CaseDomains } from '../case/case.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import type { Problem } from '../errors.ts';
import type { Messages } from '../messages/messages.ts';
import { problemText } from '../messages/problems.ts';
import { jsonOf } from '../render/json.ts';
import { answerWriter } from '../render/json-text.ts';
import type { Utf8 } from '../render/utf8.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { listsNeeded, valueAt, type OutputColumn } from './fields.ts';
import type { Plan } from './plan.ts';
import { readRecord, type Carried, type Fault } from './record.ts';

/** A refused record. */
export interface Refusal {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** One cell of a CSV. */
export type Cell = string | number | boolean | null;

/** Rows → CSV lines. */
export type RowWriter = (rows: readonly (readonly Cell[])[]) => string;

/** Problems of one record that are told; a record of nothing but errors would fill the disk with them. */
const MOST_PROBLEMS = 20;

export interface Answerer {
  /** Writes the answer to a record, or why it is refused, which it gives; `line` is where the record begins. */
  record(text: string, line: number, to: Utf8): Refusal | undefined;
  /** Writes the refusal of what could not be cut into a record. */
  broken(problem: Problem, line: number, to: Utf8): Refusal;
}

/** Prepares the answering of records under a plan. `writeRows` is needed for CSV only. */
export function makeAnswerer(
  plan: Plan,
  rulebook: Rulebook,
  messages: Messages,
  writeRows: RowWriter | undefined,
): Answerer {
  const domains = caseDomains(rulebook.book);
  const { columns } = plan.output;
  const lists = columns ? listsNeeded(columns) : new Set(LEAF_LISTS);
  const write = writerOf(plan, rulebook, messages, writeRows);
  const refused = (line: number, problems: readonly Problem[], carried: Carried, to: Utf8): Refusal => {
    const fault = faultOf(line, problems, messages);
    const { code, message } = fault;
    write.refusal(line, fault, carried, to);
    return { line, code, message };
  };
  return {
    broken: (problem, line, to) => refused(line, [problem], [], to),
    record(text, line, to) {
      const read = readRecord(text, plan);
      const before = to.length;
      if ('problems' in read) return refused(line, read.problems, read.carried, to);
      try {
        const answer = assessed(read.fields, domains, rulebook, plan, lists);
        if ('problems' in answer) return refused(line, answer.problems.map(read.locate), read.carried, to);
        write.answer(line, answer.ok, read.carried, to);
        return undefined;
      } catch (error) {
        // nothing of an answer that did not come about stays
        to.length = before;
        return refused(line, [unexpected(error)], read.carried, to);
      }
    },
  };
}

function assessed(
  fields: RawFields,
  domains: CaseDomains,
  rulebook: Rulebook,
  { on }: Plan,
  lists: ReadonlySet<LeafList>,
): { readonly ok: Assessment } | { readonly problems: readonly Problem[] } {
  const read: { readonly ok: Case } | { readonly problems: readonly Problem[] } = readCase(
    fields,
    domains,
    on,
  );
  return 'problems' in read ? read : { ok: assessPart(read.ok, rulebook, lists) };
}

/** A record that no rule was written for, or one so deeply nested that reading it runs out of stack. */
function unexpected(error: unknown): Problem {
  if (error instanceof RangeError) return { code: 'too-deep', path: '' };
  return { code: 'no-answer', path: '', detail: error instanceof Error ? error.message : String(error) };
}

function faultOf(line: number, problems: readonly Problem[], messages: Messages): Fault {
  const [first] = problems;
  const told = problems.slice(0, MOST_PROBLEMS).map((problem) => problemText({ ...problem, line }, messages));
  const more = problems.length - told.length;
  const column = first?.column;
  return {
    code: first?.code ?? 'no-answer',
    path: first?.path ?? '',
    message: [...told, ...(more > 0 ? [messages.error.more(more)] : [])].join('; '),
    ...(column !== undefined && { column }),
  };
}

interface RecordWriter {
  answer(line: number, answer: Assessment, carried: Carried, to: Utf8): void;
  refusal(line: number, fault: Fault, carried: Carried, to: Utf8): void;
}

function writerOf(
  { output }: Plan,
  rulebook: Rulebook,
  messages: Messages,
  writeRows: RowWriter | undefined,
): RecordWriter {
  const json = (answer: Assessment) => jsonOf(answer, rulebook, messages, { form: false });
  if (output.kind === 'csv') {
    if (!writeRows) throw new Error('CSV needs a writer of rows');
    const { columns } = output;
    const row = (cell: (column: OutputColumn) => unknown) =>
      writeRows([columns.map((column) => cellOf(cell(column)))]);
    return {
      answer: (line, answer, carried, to) => {
        to.text(row(valuesOf(line, answer, carried, json)));
      },
      refusal: (line, fault, carried, to) => {
        const text = row((column) => {
          if (column.from === 'line') return line;
          if (column.from === 'error') return fault[column.key];
          return column.from === 'carried' ? carriedValue(carried, column.key) : undefined;
        });
        to.text(text);
      },
    };
  }
  const refusal = (line: number, fault: Fault, carried: Carried, to: Utf8) => {
    const through = carried.length > 0 ? `,"carried":${carriedJson(carried)}` : '';
    to.text(`{"line":${line}${through},"error":${JSON.stringify(fault)}}\n`);
  };
  const { columns } = output;
  if (!columns) {
    const whole = answerWriter(rulebook, messages);
    return {
      refusal,
      answer: (_, answer, carried, to) => {
        whole(answer, to, carried.length === 0 ? '' : `"carried":${carriedJson(carried)},`);
        to.text('\n');
      },
    };
  }
  const keys = columns.map(({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return {
    refusal,
    answer(line, answer, carried, to) {
      const value = valuesOf(line, answer, carried, json);
      let text = '';
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index];
        if (!column) continue;
        text += keys[index] ?? '';
        text +=
          column.from === 'carried'
            ? (carried.find(({ key }) => key === column.key)?.json ?? 'null')
            : JSON.stringify(value(column) ?? null);
      }
      to.text(`${text}}\n`);
    },
  };
}

/** The values of an answer's columns; the wording is looked up only where a column holds some. */
function valuesOf(
  line: number,
  answer: Assessment,
  carried: Carried,
  json: (answer: Assessment) => Record<string, unknown>,
): (column: OutputColumn) => unknown {
  let worded: Record<string, unknown> | undefined;
  return (column) => {
    if (column.from === 'line') return line;
    if (column.from === 'carried') return carriedValue(carried, column.key);
    if (column.from === 'error') return undefined;
    if (!column.worded) return valueAt(answer, column.path);
    worded ??= json(answer);
    return valueAt(worded, column.path);
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
