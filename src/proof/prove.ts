/** All proofs about a book. */
import type { CaseReader } from '../assess/answered.ts';
import type { RawFields } from '../case/read-case.ts';
import { countCells } from '../rulebook/check-tables.ts';
import type { Written } from '../rulebook/merge.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Finding } from './finding.ts';
import { proveReached } from './prove-reached.ts';
import { proveRows } from './prove-rows.ts';
import { proveTables } from './prove-tables.ts';
import { proveValues } from './prove-values.ts';
import { provingOf } from './proving.ts';

/** What was proved of a book, and what does not hold. */
export interface Proof {
  /** Combinations of facts that the tables of decisions and the boxes of forms decide exactly once. */
  readonly cells: number;
  /** Questions about rules and their conditions. */
  readonly questions: number;
  readonly findings: readonly Finding[];
}

/** Proves a book, with cases at hand that may settle a question before it is searched for. */
export function proveBook(
  rulebook: Rulebook,
  written: Written,
  cases: readonly RawFields[],
  reader?: CaseReader,
): Proof {
  const proving = provingOf(rulebook, cases, reader);
  const rows = proveRows(proving, written);
  const findings = [...proveTables(proving), ...rows.findings, ...proveValues(proving)];
  return {
    cells: countCells(rulebook),
    questions: rows.questions,
    findings: [...findings, ...proveReached(proving, findings)],
  };
}
