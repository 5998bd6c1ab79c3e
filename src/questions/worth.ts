/**
 * Whether a question is worth asking: two answers to it that lead to two results. Each answer worth trying is
 * put into the case as it stands and assessed.
 */
import { assess } from '../assess/assess.ts';
import { TableGap } from '../assess/tables.ts';
import { UNKNOWN, type CaseDomains } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { QuestionId } from './answers.ts';
import { valuesToTry } from './values-to-try.ts';

/** What the probes of one step share. */
export interface Probe {
  readonly rulebook: Rulebook;
  readonly domains: CaseDomains;
  /** The case so far: everything required is there, what is open is absent. */
  readonly raw: RawFields;
  readonly on: PlainDate;
}

/** Assessments after which a question that hangs together with others is asked without further proof. */
const MAX_TRIES = 1500;
const UNKNOWN_WEIGHT = 10;

/** The first question that changes the result by itself; else the first that does together with the others. */
export function worthAsking(probe: Probe, candidates: readonly QuestionId[]): QuestionId | undefined {
  const alone = candidates.find((id) => changes(probe, [probe.raw], id));
  if (alone !== undefined || candidates.length < 2) return alone;
  return candidates.find((id) => {
    const others = candidates.filter((other) => other !== id);
    return changes(probe, combinations(probe, others), id);
  });
}

/** Whether answers to the question tell results apart in one of the cases; yes when the tries run out. */
function changes(probe: Probe, cases: Iterable<RawFields>, id: QuestionId): boolean {
  let tries = 0;
  // every answer that is not known stands for several assessments
  const weight = Object.values(probe.raw).includes(UNKNOWN) ? UNKNOWN_WEIGHT : 1;
  for (const raw of cases) {
    let first: string | undefined;
    for (const value of valuesToTry(probe, id)) {
      tries += weight;
      if (tries > MAX_TRIES) return true;
      const result = resultOf(probe, withAnswer(raw, id, value));
      if (result === undefined) continue;
      first ??= result;
      if (result !== first) return true;
    }
  }
  return false;
}

/** The case with every combination of answers to the questions. */
function* combinations(probe: Probe, ids: readonly QuestionId[]): Generator<RawFields> {
  const [id, ...rest] = ids;
  if (id === undefined) {
    yield probe.raw;
    return;
  }
  for (const raw of combinations(probe, rest)) {
    for (const value of valuesToTry(probe, id)) yield withAnswer(raw, id, value);
  }
}

function withAnswer(raw: RawFields, id: QuestionId, value: unknown): RawFields {
  const [name = id, index, part] = id.split('.');
  if (index === undefined || part === undefined) return { ...raw, [name]: value };
  const family = (raw.family ?? []) as readonly RawFields[];
  return {
    ...raw,
    family: family.map((relative, at) => (at === Number(index) ? { ...relative, [part]: value } : relative)),
  };
}

/** The result as text, without the case itself; `undefined` when the answer is not allowed in this case. */
function resultOf({ rulebook, domains, on }: Probe, raw: RawFields): string | undefined {
  const read = readCase(raw, domains, on);
  if ('problems' in read) return undefined;
  try {
    return JSON.stringify({ ...assess(read.ok, rulebook), case: undefined });
  } catch (error) {
    // a hole in the tables is another result; whoever runs into it is told
    if (error instanceof TableGap) return error.message;
    throw error;
  }
}
