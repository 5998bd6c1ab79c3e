/** A batch of records → the text of their answers, one for each record, in order. Never throws for a record. */
import { readCase } from '../case/read-case.ts';
import type { Problem } from '../errors.ts';
import type { Messages } from '../messages/messages.ts';
import { problemText } from '../messages/problems.ts';
import type { Utf8 } from '../render/utf8.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import type { Plan } from './plan.ts';
import { readRecord, type Carried, type Fault } from './record.ts';
import { recordWriter, type RowWriter } from './write-record.ts';

/** A refused record. */
export interface Refusal {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

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
  const write = recordWriter(plan, rulebook, messages, writeRows);
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
        const reading = readCase(read.fields, domains, plan.on);
        if ('problems' in reading) return refused(line, reading.problems.map(read.locate), read.carried, to);
        write.answer(line, reading.ok, read.carried, to);
        return undefined;
      } catch (error) {
        // nothing of an answer that did not come about stays
        to.length = before;
        return refused(line, [unexpected(error)], read.carried, to);
      }
    },
  };
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
