/** All proofs about a book. */
import type { CaseReader } from '../assess/answered.ts';
import { toDayNumber } from '../case/plain-date.ts';
import type { RawFields } from '../case/read-case.ts';
import { countCells } from '../rulebook/check-tables.ts';
import type { Written } from '../rulebook/merge.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Finding } from './finding.ts';
import { PER_RELATIVE, proveInterview } from './prove-interview.ts';
import { proveQuestions } from './prove-questions.ts';
import { proveReached } from './prove-reached.ts';
import { proveRows } from './prove-rows.ts';
import { proveTables } from './prove-tables.ts';
import { proveValues } from './prove-values.ts';
import { provingOf, type Proving } from './proving.ts';

/** What was proved of a book, and what does not hold. */
export interface Proof {
  /** Combinations of facts that the tables of decisions and the boxes of forms decide exactly once. */
  readonly cells: number;
  /** Periods within which no rule tells one day of the law from another. */
  readonly dates: number;
  /** Questions about rules and their conditions. */
  readonly questions: number;
  readonly findings: readonly Finding[];
  /** More questions than an interview of somebody without relatives has, and questions about each relative. */
  readonly interview: { readonly most: number; readonly perRelative: number };
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
  const interview = proveInterview(rulebook);
  return {
    cells: countCells(rulebook),
    dates: periodsOf(proving),
    questions: rows.questions,
    findings: [
      ...findings,
      ...proveReached(proving, findings),
      ...proveQuestions(proving, cases),
      ...interview.findings,
    ],
    interview: { most: interview.most, perRelative: PER_RELATIVE },
  };
}

/** The pieces of the day whose law applies, from the book's first day on. */
function periodsOf({ space, rulebook }: Proving): number {
  const earliest = toDayNumber(rulebook.book.earliest);
  const law = space.variables.find(({ fact }) => fact.derive.how === 'law-date');
  return law?.atoms.filter(({ high }) => high >= earliest).length ?? 0;
}
