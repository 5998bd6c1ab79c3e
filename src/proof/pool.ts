/** Cases that are at hand: those of the worked examples, read once, with the facts of everyone in them. */
import { assessTraced } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import { APPLICANT } from '../assess/facts.ts';
import { withCounts } from '../assess/form.ts';
import { TableGap } from '../assess/tables.ts';
import type { Case } from '../case/case.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import type { Subject } from './space.ts';

/** The facts of one person of a case. */
export interface Person {
  readonly id: string;
  readonly subject: Subject;
  readonly facts: readonly number[];
}

/** A case that was answered. */
export interface Witness {
  readonly raw: RawFields;
  readonly theCase: Case;
  readonly answer: Assessment;
  readonly people: readonly Person[];
}

/** A case that the tables do not decide. */
export interface Undecided {
  readonly raw: RawFields;
  readonly gap: TableGap;
}

/** Answers a case; `undefined` where its fields are refused. */
export function witness(rulebook: Rulebook, raw: RawFields): Witness | Undecided | undefined {
  const read = readCase(raw, domainsOf(rulebook), rulebook.book.read);
  if ('problems' in read) return undefined;
  try {
    const { answer, people } = assessTraced(read.ok, rulebook);
    return {
      raw,
      theCase: read.ok,
      answer,
      people: people.map(({ id, facts }) => ({
        id,
        subject: id === APPLICANT ? 'applicant' : 'relative',
        facts: withCounts(rulebook, answer, id, facts),
      })),
    };
  } catch (error) {
    if (error instanceof TableGap) return { raw, gap: error };
    throw error;
  }
}

const domains = new WeakMap<Rulebook, ReturnType<typeof caseDomains>>();

function domainsOf(rulebook: Rulebook) {
  let known = domains.get(rulebook);
  if (!known) domains.set(rulebook, (known = caseDomains(rulebook.book)));
  return known;
}
