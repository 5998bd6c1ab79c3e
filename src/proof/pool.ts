/** Cases that are at hand, with the facts of everyone in them. */
import type { Answered } from '../assess/answered.ts';
import { APPLICANT } from '../assess/facts.ts';
import type { Subject } from './space.ts';

/** The facts of one person of a case. */
export interface Person {
  readonly subject: Subject;
  readonly facts: readonly number[];
}

/** The people of a case; nobody where it is refused, or a table does not decide it. */
export function peopleIn(answered: Answered): Person[] {
  if (!('people' in answered)) return [];
  return answered.people.map(({ id, facts }) => ({
    subject: id === APPLICANT ? 'applicant' : 'relative',
    facts,
  }));
}
