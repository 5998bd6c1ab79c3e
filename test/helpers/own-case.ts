import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import type { Case } from '../../src/case/case.ts';
import { readCase, type RawFields } from '../../src/case/read-case.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { TODAY } from './interview.ts';
import { ownRulebook } from './rulebook.ts';

/** An open-ended job, three months before the permit ends. */
export const WORKER = {
  procedure: 'renewal',
  reason: 'employment',
  contract: 'open-ended',
  expiry: '2027-02-20',
  born: '1988-01-02',
  citizenship: 'MA',
};

/** A case of the own book. Throws when it cannot be read: a test's case must be one. */
export function ownCase(fields: RawFields, today = TODAY): Case {
  const read = readCase(fields, caseDomains(ownRulebook().book), today);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.ok;
}

/** The answer to a case of the own book, by a copy of it if one is given. */
export function ownAnswer(fields: RawFields, rulebook = ownRulebook()): Assessment {
  return assess(ownCase(fields), rulebook);
}
