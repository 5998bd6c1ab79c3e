/** A batch as cut from the input → the bytes of its answers. */
import type { Problem } from '../errors.ts';
import type { Answerer, Refusal } from './answer.ts';
import { MAX_RECORD_BYTES, type Batch } from './frame.ts';
import type { Plan } from './plan.ts';
import { recordEnd } from './record-end.ts';
import { Utf8 } from '../render/utf8.ts';

export interface BatchResult {
  /** The answers as UTF-8, each with its line end. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Records answered or refused; empty lines are no records. */
  readonly records: number;
  readonly refused: number;
  readonly first: Refusal | undefined;
  /** Length of the answers before the first refused record, in bytes. */
  readonly whole: number;
  /** The first refused record was the end of the run. */
  readonly stopped: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Answers every record of a batch in order. */
export function answerBatch(answerer: Answerer, plan: Plan, batch: Batch): BatchResult {
  const to = new Utf8();
  const run = { records: 0, refused: 0, whole: 0, first: undefined as Refusal | undefined, stopped: false };
  const take = (refusal: Refusal | undefined, before: number): void => {
    run.records++;
    if (!refusal) return;
    if (run.refused++ === 0) [run.first, run.whole] = [refusal, before];
    run.stopped = plan.strict;
  };
  if (batch.kind === 'broken') take(answerer.broken(brokenProblem(batch), batch.line, to), 0);
  else {
    for (const { record, line } of recordsOf(batch.bytes, batch.line, plan)) {
      const before = to.length;
      if (typeof record !== 'string') take(answerer.broken(record, line, to), before);
      else if (!isBlank(record, plan)) take(answerer.record(record, line, to), before);
      if (run.stopped) break;
    }
  }
  const bytes = to.take();
  return { ...run, bytes, whole: run.first ? run.whole : bytes.length };
}

function brokenProblem({ code }: Extract<Batch, { kind: 'broken' }>): Problem {
  return {
    code: code === 'too-large' ? 'record-too-large' : code,
    path: '',
    detail: String(MAX_RECORD_BYTES),
  };
}

/** The records of a batch as text without line ends, with their lines; a problem where one is not UTF-8. */
function* recordsOf(
  bytes: Uint8Array,
  firstLine: number,
  { input }: Plan,
): Generator<{ readonly record: string | Problem; readonly line: number }> {
  const delimiter = input.kind === 'csv' ? input.delimiter.charCodeAt(0) : undefined;
  const all = decoded(bytes);
  // text as long as its bytes is ASCII: places in the one are places in the other
  const ascii = all?.length === bytes.length ? all : undefined;
  let line = firstLine;
  let at = 0;
  while (at < bytes.length) {
    const found = recordEnd(bytes, at, delimiter, true);
    if (!found) return;
    let end = found.end;
    if (bytes[end - 1] === 0x0a) end--;
    if (end > at && bytes[end - 1] === 0x0d) end--;
    const record =
      ascii?.slice(at, end) ?? decoded(bytes.subarray(at, end)) ?? notUtf8(bytes.subarray(at, end));
    yield { record, line };
    at = found.end;
    line += found.lines;
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function notUtf8(bytes: Uint8Array): Problem {
  return { code: 'record-not-utf8', path: '', column: lenient.decode(bytes).indexOf('\ufffd') + 1 };
}

/** Nothing but white space, or the empty cells that a spreadsheet leaves of a deleted row. */
function isBlank(record: string, { input }: Plan): boolean {
  const first = record.charCodeAt(0);
  if (first > 0x20 && (input.kind === 'jsonl' || first !== input.delimiter.charCodeAt(0))) return false;
  const bare = input.kind === 'csv' ? record.replaceAll(input.delimiter, '') : record;
  return bare.trim() === '';
}
