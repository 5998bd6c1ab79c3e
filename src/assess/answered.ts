/** Cases as raw fields, answered once for everything that looks at them. */
import type { Case } from '../case/case.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import type { Problem } from '../errors.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import type { Assessment } from './assessment.ts';
import { assessTraced } from './assess.ts';
import { withCounts } from './form.ts';
import { ValueHole } from './lines.ts';
import { TableGap } from './tables.ts';

/** A case with its answer and the facts of everyone in it, the counts of forms among them. */
export interface AnsweredCase {
  readonly theCase: Case;
  readonly answer: Assessment;
  readonly people: readonly { readonly id: string; readonly facts: readonly number[] }[];
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
      const { answer, people } = assessTraced(read.ok, rulebook);
      return {
        theCase: read.ok,
        answer,
        people: people.map(({ id, facts }) => ({ id, facts: withCounts(rulebook, answer, id, facts) })),
      };
    } catch (error) {
      if (error instanceof TableGap || error instanceof ValueHole) return { gap: error };
      throw error;
    }
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
