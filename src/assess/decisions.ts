/**
 * What the tables decide of a case, in stages: what one decides is a fact for the next. Rows, dates and amounts; the
 * lines of an answer are written from them (`assess.ts`), or only the figures are read (`figures.ts`).
 */
import type { Case, FieldName } from '../case/case.ts';
import type { DatedEntry, DecisionRow } from '../rulebook/book.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { countDeadlines, type CountedDeadline } from './deadlines.ts';
import { APPLICANT, encode, factVector, lawDate, type Fields, type Person } from './facts.ts';
import { duesOf, exemptionRows, noDues, type PersonDues } from './fees.ts';
import { datedValue } from './lines.ts';
import { decide } from './tables.ts';

/** A person of the case with the facts that hold of them, those that tables set included. */
export interface Applicant {
  readonly person: Person;
  readonly facts: number[];
}

/** How long the permit is, and by which row and values. */
export interface DecidedLength {
  readonly row: Compiled<DecisionRow>;
  readonly ceiling: DatedEntry | undefined;
  readonly extend: DatedEntry | undefined;
  readonly maxMonths: number | null;
}

export interface Decisions {
  readonly fields: Fields;
  /** The applicant, then the family in the order given. */
  readonly people: readonly [Applicant, ...Applicant[]];
  readonly conversion: Compiled<DecisionRow>;
  readonly outcome: Compiled<DecisionRow>;
  /** The row of the route, and its id; where there is no permit to ask for, the outcome may give one. */
  readonly route: Compiled<DecisionRow> | undefined;
  readonly routeId: string | undefined;
  /** Absent where there is no permit to ask for. */
  readonly length: DecidedLength | undefined;
  /** Soonest first. */
  readonly deadlines: readonly CountedDeadline[];
  /** What each person owes, in the order of `people`. */
  readonly dues: readonly PersonDues[];
}

/** Reads the tables of decisions. Throws `TableGap` when one of them does not decide the case. */
export function decideCase(theCase: Case, rulebook: Rulebook): Decisions {
  const { book } = rulebook;
  const fields: Fields = (name: FieldName) => theCase[name] as ReturnType<Fields>;
  const [first, ...others] = peopleOf(theCase, theCase.income);
  const withFacts = (person: Person): Applicant => ({ person, facts: factVector(rulebook, fields, person) });
  const applicant = withFacts(first);
  const people: Decisions['people'] = [applicant, ...others.map(withFacts)];
  const set = (
    fact: string,
    value: string | number | boolean | undefined,
    of: readonly Applicant[] = people,
  ) => {
    const position = rulebook.positions.get(fact);
    const declared = position === undefined ? undefined : rulebook.facts[position]?.fact;
    if (position === undefined || !declared) return;
    const number = encode(declared, value);
    for (const { facts } of of) facts[position] = number;
  };

  const conversion = decide(rulebook, 'conversion', applicant.facts);
  set('conversion', conversion.give);
  const outcome = decide(rulebook, 'outcome', applicant.facts);
  set('outcome', outcome.give);
  const permitted = book.outcomes[outcome.give]?.permit === true;
  const route = permitted ? decide(rulebook, 'route', applicant.facts) : undefined;
  const routeId = route?.give ?? book.outcomes[outcome.give]?.route;
  set('route', routeId);
  const length = permitted ? lengthOf(theCase, rulebook, applicant.facts, fields) : undefined;
  set('length', length?.maxMonths ?? undefined);
  if (permitted) {
    for (const one of people) set('kit', decide(rulebook, 'kit', one.facts).give, [one]);
  } else set('kit', undefined);

  const deadlines = countDeadlines(rulebook, applicant.facts, fields, theCase.province);
  for (const { id, deadline } of deadlineFacts(rulebook)) set(id, deadlineState(deadline, deadlines, fields));
  const dues = people.map((one): PersonDues => {
    if (!permitted) return noDues(one.person.id);
    const exemptions = exemptionRows(rulebook, one.facts);
    set('exempt', exemptions.length > 0, [one]);
    return duesOf(rulebook, one.facts, fields, one.person.id, exemptions);
  });
  if (!permitted) set('exempt', false);
  return { fields, people, conversion, outcome, route, routeId, length, deadlines, dues };
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

function lengthOf(
  theCase: Case,
  rulebook: Rulebook,
  facts: readonly number[],
  fields: Fields,
): DecidedLength {
  const row = decide(rulebook, 'length', facts);
  const ceiling = typeof row.ceiling === 'string' ? datedValue(rulebook, row.ceiling, fields) : undefined;
  const extend = row.extendBy === undefined ? undefined : datedValue(rulebook, row.extendBy, fields);
  // where the permit gets no length anew, one that is asked for means nothing
  const anew = rulebook.book.newLength.includes(theCase.procedure);
  const maxMonths = longest(row, anew ? theCase.months : undefined, ceiling?.is, extend?.is ?? 0);
  return { row, ceiling, extend, maxMonths };
}

/** The longest permit in months: the ceiling, the length asked for, or that with what the law adds to it. */
function longest(
  row: DecisionRow,
  asked: number | undefined,
  ceiling: number | undefined,
  extra: number,
): number | null {
  if (asked === undefined || row.asked === 'ignore') return ceiling ?? null;
  return Math.min(asked + (row.asked === 'extend' ? extra : 0), ceiling ?? Infinity);
}

const statesOfDeadlines = new WeakMap<
  Rulebook,
  readonly { readonly id: string; readonly deadline: string }[]
>();

/** The facts that say how a deadline stands. */
function deadlineFacts(rulebook: Rulebook) {
  let found = statesOfDeadlines.get(rulebook);
  if (!found) {
    found = rulebook.facts.flatMap(({ id, fact: { derive } }) =>
      derive.how === 'deadline' ? [{ id, deadline: derive.deadline }] : [],
    );
    statesOfDeadlines.set(rulebook, found);
  }
  return found;
}

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
