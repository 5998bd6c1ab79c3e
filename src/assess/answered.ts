/** Cases as raw fields, answered once for everything that looks at them. */
import type { Case } from '../case/case.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import type { Problem } from '../errors.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { assessTraced, type TracedAssessment } from './assess.ts';
import { withCounts } from './form.ts';
import { ValueHole } from './lines.ts';
import { TableGap } from './tables.ts';

/** A case with its answer and the facts of everyone in it, the counts of forms among them. */
export interface AnsweredCase extends TracedAssessment {
  readonly theCase: Case;
}

/** An answer, what is wrong with the fields, or what of the book has no answer. */
export type Answered =
  AnsweredCase | { readonly problems: readonly Problem[] } | { readonly gap: TableGap | ValueHole };

/** Answers raw fields, as of the day on which the law was last read where they name none. */
export type CaseReader = (raw: RawFields) => Answered;

/** A reader for a book. */
export function caseReader(rulebook: Rulebook): CaseReader {
  const domains = caseDomains(rulebook.book);
  return (raw) => {
    const read = readCase(raw, domains, rulebook.book.read);
    if ('problems' in read) return { problems: read.problems };
    try {
      return { theCase: read.ok, ...assessCounted(read.ok, rulebook) };
    } catch (error) {
      if (error instanceof TableGap || error instanceof ValueHole) return { gap: error };
      throw error;
    }
  };
}

/** Like {@link assessTraced}, with the facts that only forms ask for, too. */
export function assessCounted(theCase: Case, rulebook: Rulebook): TracedAssessment {
  const { answer, people } = assessTraced(theCase, rulebook);
  return {
    answer,
    people: people.map(({ id, facts }) => ({ id, facts: withCounts(rulebook, answer, id, facts) })),
  };
}

/** A reader that answers each case once. */
export function keptReader(rulebook: Rulebook): CaseReader {
  const read = caseReader(rulebook);
  const kept = new Map<string, Answered>();
  return (raw) => {
    const key = JSON.stringify(raw);
    let answered = kept.get(key);
    if (!answered) kept.set(key, (answered = read(raw)));
    return answered;
  };
}
