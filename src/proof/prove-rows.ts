/**
 * The proof about the rules of all tables: each applies to somebody, and each alternative does. A case is looked for
 * among those at hand first, then in the space of all cases; where the search comes to its end without one, there
 * is none.
 */
import { caseReader, type CaseReader } from '../assess/answered.ts';
import type { RawFields } from '../case/read-case.ts';
import type { Written } from '../rulebook/merge.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { peopleIn } from './pool.ts';
import { casesIn } from './real-case.ts';
import { questionsAbout, readRows, unsettled, type RowQuestion } from './rows.ts';
import { makeSolver, type Solver, type Wanted } from './solve.ts';
import { spaceOf, type Subject } from './space.ts';

/** A question that no case answers with yes: none exists (`refuted`), or the search was given up (`undecided`). */
export interface Failing {
  readonly rule: string;
  readonly place: RowQuestion['about']['row']['place'];
  /** `rule` and `box`: nobody is in that case; `condition`: what it asks for tells nobody from anybody. */
  readonly fault: RowQuestion['fault'];
  readonly condition?: string;
  readonly verdict: 'refuted' | 'undecided';
}

/** What was proved of the rules. */
export interface RowsProof {
  /** Questions asked, and how many of them a case settled. */
  readonly questions: number;
  readonly settled: number;
  readonly failing: readonly Failing[];
}

/** Cases that are tried in one domain before the next. */
const MOST_CASES = 200;

/** Asks of every rule whether somebody is in its case, and of every condition whether it tells cases apart. */
export function proveRows(
  rulebook: Rulebook,
  written: Written,
  cases: readonly RawFields[],
  reader: CaseReader = caseReader(rulebook),
): RowsProof {
  const space = spaceOf(rulebook);
  const pool = cases.flatMap((raw) => peopleIn(reader(raw)));
  const questions = readRows(rulebook).flatMap((about) => questionsAbout(space, written, about));
  const open = unsettled(questions, pool);
  const solver = makeSolver(space);
  const failing = open.flatMap((question): Failing[] => {
    const verdict = verdictOn(solver, question);
    if (verdict === 'proved') return [];
    const { about, fault, condition } = question;
    const { id, place } = about.row;
    return [{ rule: id, place, fault, ...(condition !== undefined && { condition }), verdict }];
  });
  return { questions: questions.length, settled: questions.length - failing.length, failing };
}

function verdictOn(
  solver: Solver,
  { about, wanted, shows }: RowQuestion,
): 'proved' | 'refuted' | 'undecided' {
  const answers = about.subjects.map((subject) => findCase(solver, wanted(subject), subject, shows));
  if (answers.some(({ found }) => found !== undefined)) return 'proved';
  return answers.every((answer) => answer.found === undefined && answer.sure) ? 'refuted' : 'undecided';
}

/**
 * A real case of somebody for whom a condition holds: read, answered, and looked at. Without one, `sure` says
 * whether that is because there is none.
 */
export function findCase(
  solver: Solver,
  wanted: Wanted,
  subject: Subject,
  shows: (facts: readonly number[]) => boolean,
): { readonly found: RawFields } | { readonly found?: undefined; readonly sure: boolean } {
  const reader = caseReader(solver.space.rulebook);
  return solver.search(wanted, (domain) => {
    let tried = 0;
    for (const raw of casesIn(solver.space, domain, subject)) {
      if (++tried > MOST_CASES) return undefined;
      if (peopleIn(reader(raw)).some((one) => one.subject === subject && shows(one.facts))) return raw;
    }
    return undefined;
  });
}
