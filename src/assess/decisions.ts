/**
 * What is decided of a case: the rows and dated values of its stages (`stages.ts`), and what is counted from its days. The
 * lines of an answer are written from it (`assess.ts`), or only the figures are read (`figures.ts`).
 */
import type { Case, FieldName } from '../case/case.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { onceFor } from '../once-for.ts';
import { countDeadlines, type CountedDeadline } from './deadlines.ts';
import { APPLICANT, encode, factsOfCase, factVector, lawDate, type Fields, type Person } from './facts.ts';
import type { PersonDues } from './fees.ts';
import { stagesOf, type CaseStage } from './stages.ts';

/** A person of the case with the facts that hold of them, those that tables set included. */
export interface Applicant {
  readonly person: Person;
  readonly facts: number[];
}

export interface Decisions {
  readonly fields: Fields;
  /** The applicant, then the family in the order given. */
  readonly people: readonly [Applicant, ...Applicant[]];
  readonly stage: CaseStage;
  /** Soonest first. */
  readonly deadlines: readonly CountedDeadline[];
  /** What each person owes, in the order of `people`. */
  readonly dues: readonly PersonDues[];
}

/** Reads the tables of decisions. Throws `TableGap` when one of them does not decide the case. */
export function decideCase(theCase: Case, rulebook: Rulebook): Decisions {
  const fields: Fields = (name: FieldName) => theCase[name] as ReturnType<Fields>;
  const [first, ...others] = peopleOf(theCase, theCase.income);
  const ofCase = factsOfCase(rulebook, fields);
  const withFacts = (person: Person): Applicant => ({
    person,
    facts: factVector(rulebook, fields, person, ofCase),
  });
  const applicant = withFacts(first);
  const relatives = others.map(withFacts);
  const people: Decisions['people'] = [applicant, ...relatives];
  // where the permit gets no length anew, one that is asked for means nothing
  const asked = rulebook.book.newLength.includes(theCase.procedure) ? theCase.months : undefined;

  const stages = stagesOf(rulebook);
  const stage = stages.ofCase(applicant.facts, fields, asked);
  const own = [stage.applicant, ...relatives.map(({ facts }) => stages.ofRelative(stage, facts, fields))];
  const deadlines = countDeadlines(rulebook, stage.terms, fields, theCase.province);
  let states = '';
  for (const { position, fact, deadline } of deadlineFacts(rulebook)) {
    const state = encode(fact, deadlineState(deadline, deadlines, fields));
    for (const { facts } of people) facts[position] = state;
    states += `${state} `;
  }
  const dues = own.map((one, index): PersonDues => {
    const { person, facts } = people[index] ?? applicant;
    return { person: person.id, ...stages.duesOf(stage, one, facts, fields, states) };
  });
  return { fields, people, stage, deadlines, dues };
}

/** The applicant, with this answer about their income, then the family in the order given. */
export function peopleOf(theCase: Case, income: Person['income']): [Person, ...Person[]] {
  const relatives = theCase.family.map((relative, index) => ({
    id: `family-${index + 1}`,
    relation: relative.relation,
    born: relative.born,
    income: relative.income,
  }));
  return [{ id: APPLICANT, born: theCase.born, income }, ...relatives];
}

/** The facts that say how a deadline stands. */
const deadlineFacts = onceFor(({ facts }: Rulebook) =>
  facts.flatMap(({ fact }, position) =>
    fact.derive.how === 'deadline' ? [{ position, fact, deadline: fact.derive.deadline }] : [],
  ),
);

function deadlineState(
  id: string,
  deadlines: readonly CountedDeadline[],
  fields: Fields,
): string | undefined {
  const counted = deadlines.find((deadline) => deadline.id === id);
  const filing = lawDate(fields);
  if (!counted || typeof filing !== 'string') return undefined;
  if (filing <= counted.safe) return 'open';
  return filing <= counted.generous ? 'between' : 'passed';
}
