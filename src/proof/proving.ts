/** What the proofs about a book share: the space of cases, the search in it, and the people of cases at hand. */
import { caseReader, type Answered, type CaseReader } from '../assess/answered.ts';
import { APPLICANT } from '../assess/facts.ts';
import type { RawFields } from '../case/read-case.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { casesIn } from './real-case.ts';
import { makeSolver, type Solver, type Wanted } from './solve.ts';
import { spaceOf, type Space, type Subject } from './space.ts';

/** The facts of one person of a case. */
export interface Person {
  readonly raw: RawFields;
  readonly facts: readonly number[];
}

/** A book under proof. */
export interface Proving {
  readonly rulebook: Rulebook;
  readonly space: Space;
  readonly solver: Solver;
  readonly reader: CaseReader;
  /** The people of the cases at hand; of those who are alike, one. */
  readonly people: Readonly<Record<Subject, readonly Person[]>>;
  /** The cases at hand for which the book has no answer. */
  readonly gaps: readonly RawFields[];
}

/** Somebody who is looked for. */
export interface Sought {
  readonly subjects: readonly Subject[];
  readonly wanted: (subject: Subject) => Wanted;
  readonly shows: (facts: readonly number[]) => boolean;
}

/** A case that shows what was looked for; without one, whether there surely is none. */
export type Sighting = { readonly found: RawFields } | { readonly found?: undefined; readonly sure: boolean };

/** Cases that are tried in one domain before the next. */
const MOST_CASES = 200;

/** A book with the cases that are at hand. */
export function provingOf(
  rulebook: Rulebook,
  cases: readonly RawFields[],
  reader: CaseReader = caseReader(rulebook),
  space: Space = spaceOf(rulebook),
): Proving {
  const alike = { applicant: new Map<string, Person>(), relative: new Map<string, Person>() };
  const gaps: RawFields[] = [];
  for (const raw of cases) {
    const answered = reader(raw);
    if ('gap' in answered) gaps.push(raw);
    for (const { subject, facts } of peopleIn(answered)) {
      const key = facts.join();
      if (!alike[subject].has(key)) alike[subject].set(key, { raw, facts });
    }
  }
  const people = { applicant: [...alike.applicant.values()], relative: [...alike.relative.values()] };
  return { rulebook, space, solver: makeSolver(space), reader, people, gaps };
}

function peopleIn(answered: Answered): { subject: Subject; facts: readonly number[] }[] {
  if (!('people' in answered)) return [];
  return answered.people.map(({ id, facts }) => ({
    subject: id === APPLICANT ? 'applicant' : 'relative',
    facts,
  }));
}

/** Somebody of the cases at hand. */
export function atHand({ people }: Proving, { subjects, shows }: Sought): Person | undefined {
  for (const subject of subjects) {
    const found = people[subject].find(({ facts }) => shows(facts));
    if (found) return found;
  }
  return undefined;
}

/** Somebody of the cases at hand, or of all cases; of these one that has no answer may show it too. */
export function seek(proving: Proving, sought: Sought, orShows?: (answered: Answered) => boolean): Sighting {
  const near = atHand(proving, sought);
  return near ? { found: near.raw } : searched(proving, sought, orShows);
}

/** Somebody of all cases; a case that has no answer may show it too. */
export function searched(
  proving: Proving,
  { subjects, wanted, shows }: Sought,
  orShows: (answered: Answered) => boolean = () => false,
): Sighting {
  let sure = true;
  for (const subject of subjects) {
    const answer = searchedCase(
      proving,
      wanted(subject),
      subject,
      (answered) =>
        orShows(answered) || peopleIn(answered).some((one) => one.subject === subject && shows(one.facts)),
    );
    if (answer.found !== undefined) return answer;
    sure &&= answer.sure;
  }
  return { sure };
}

/** A case of which somebody is wanted so: read, answered, and looked at. */
export function searchedCase(
  { solver, space, reader }: Proving,
  wanted: Wanted,
  subject: Subject,
  shows: (answered: Answered) => boolean,
): Sighting {
  return solver.search(wanted, (domain) => {
    let tried = 0;
    for (const raw of casesIn(space, domain, subject)) {
      if (++tried > MOST_CASES) return undefined;
      if (shows(reader(raw))) return raw;
    }
    return undefined;
  });
}

/** The case with everything taken away that it can do without; its day stays, for it selects the law. */
export function smallest(raw: RawFields, shows: (raw: RawFields) => boolean): RawFields {
  let left = raw;
  const tryOut = (smaller: RawFields) => {
    if (shows(smaller)) left = smaller;
  };
  for (const name of Object.keys(raw).reverse()) {
    if (name === 'on') continue;
    if (name === 'family' && Array.isArray(left.family)) {
      for (const relative of left.family as readonly unknown[]) {
        tryOut({ ...left, family: (left.family as readonly unknown[]).filter((one) => one !== relative) });
      }
    }
    tryOut(Object.fromEntries(Object.entries(left).filter(([key]) => key !== name)));
  }
  return left;
}

/** The smallest case at hand of somebody whom a test of facts shows. */
export function smallestShowing({ reader }: Proving, raw: RawFields, { subjects, shows }: Sought): RawFields {
  return smallest(raw, (smaller) =>
    peopleIn(reader(smaller)).some(({ subject, facts }) => subjects.includes(subject) && shows(facts)),
  );
}
