/** A case as a vector of numbers, one for each fact of the rule book. */
import type { FieldName } from '../case/case.ts';
import { ageOn, monthsBegunBetween, monthsDoneBetween } from '../case/months.ts';
import { daysBetween, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { Derivation, Fact } from '../rulebook/book.ts';
import { NONE, OPEN } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { onceFor } from '../once-for.ts';

/** An answer that nobody has given yet, as against `undefined`: known to be absent. */
export const UNANSWERED = Symbol('unanswered');

export type FieldValue = string | number | boolean | undefined | typeof UNANSWERED;

/** Whom a vector is about. */
export interface Person {
  /** `applicant`, or `family-1`, `family-2` in the order given. */
  readonly id: string;
  readonly relation?: string;
  readonly born: PlainDate | typeof UNANSWERED;
  readonly income: boolean | typeof UNANSWERED;
}

export const APPLICANT = 'applicant';

/** The fields of a case, answered or not; those of days hold a {@link PlainDate}. */
export type Fields = (name: FieldName) => FieldValue;

/** The day whose law applies: that of handing in, where this is not later than the day of the answer. */
export function lawDate(fields: Fields): PlainDate | typeof UNANSWERED {
  const on = fields('on');
  const filed = filedBy(fields);
  if (on === UNANSWERED || filed === UNANSWERED) return UNANSWERED;
  const day = filed ?? on;
  return day === undefined ? UNANSWERED : (day as PlainDate);
}

/** The day of handing in as of the day of the answer: who means to hand in on a later day has not handed in. */
function filedBy(fields: Fields): FieldValue {
  const filed = fields('filed');
  if (typeof filed !== 'string') return filed;
  const on = fields('on');
  return typeof on === 'string' && filed > on ? undefined : filed;
}

type FieldReader = (fields: Fields) => FieldValue;

/** What reads a field as of the day of the answer. */
function fieldReader(name: FieldName): FieldReader {
  return name === 'filed' ? filedBy : (fields) => fields(name);
}

/**
 * The vector of a person of a case. Facts that tables set are {@link OPEN} until `assess` writes them. `ofCase`: what
 * {@link factsOfCase} says, where somebody else of the case has asked already.
 */
export function factVector(
  rulebook: Rulebook,
  fields: Fields,
  person: Person,
  ofCase: readonly number[] = factsOfCase(rulebook, fields),
): number[] {
  const facts = ofCase.slice();
  for (const { position, read } of readersOf(rulebook).ofPeople) facts[position] = read(person, fields);
  return facts;
}

/** The facts that everybody in a case shares, in their places; those of each person are {@link OPEN}. */
export function factsOfCase(rulebook: Rulebook, fields: Fields): number[] {
  return readersOf(rulebook).ofCases.map((read) => read(fields));
}

type CaseReader = (fields: Fields) => number;
type PersonReader = (person: Person, fields: Fields) => number;

interface Readers {
  /** One for each fact. */
  readonly ofCases: readonly CaseReader[];
  readonly ofPeople: readonly { readonly position: number; readonly read: PersonReader }[];
}

/** What reads each fact of a book, made once: a batch asks for every fact of every case. */
const readersOf = onceFor((rulebook: Rulebook): Readers => {
  const ofPeople = rulebook.facts.flatMap(({ fact }, position) => {
    const read = personReader(fact);
    return read ? [{ position, read }] : [];
  });
  return { ofCases: rulebook.facts.map(({ fact }) => caseReader(rulebook, fact)), ofPeople };
});

function caseReader(rulebook: Rulebook, fact: Fact): CaseReader {
  const { derive } = fact;
  const encoded = encoder(fact);
  switch (derive.how) {
    case 'field': {
      const read = fieldReader(derive.field as FieldName);
      return (fields) => encoded(read(fields));
    }
    case 'law-date':
      return (fields) => encoded(lawDate(fields));
    case 'days':
      return spanReader(rulebook, derive, daysBetween);
    case 'months-begun':
      return spanReader(rulebook, derive, monthsBegunBetween);
    case 'months-done':
      return spanReader(rulebook, derive, monthsDoneBetween);
    case 'group':
      return groupReader(fact, derive);
    default:
      return () => OPEN;
  }
}

/** What reads a fact of a person; `undefined` for facts that are not about one. */
function personReader(fact: Fact): PersonReader | undefined {
  const encoded = encoder(fact);
  switch (fact.derive.how) {
    case 'person':
      return ({ id }) => encoded(id === APPLICANT ? APPLICANT : 'relative');
    case 'relation':
      return ({ relation }) => encoded(relation);
    case 'age':
      return (person, fields) => age(person, lawDate(fields));
    case 'own-income':
      return ({ income }) => encoded(income);
    default:
      return undefined;
  }
}

/** A value as the number that conditions test. */
export function encode(fact: Fact, value: FieldValue): number {
  return encoder(fact)(value);
}

type Encoder = (value: FieldValue) => number;

/** {@link encode} of one fact. */
const encoder = onceFor((fact: Fact): Encoder => {
  const members = new Map(fact.values?.map((member, index) => [member, index]));
  const ofText =
    fact.kind === 'date'
      ? (text: string) => toDayNumber(text as PlainDate)
      : (text: string) => members.get(text) ?? NONE;
  return (value) => {
    if (typeof value === 'string') return ofText(value);
    if (value === undefined) return NONE;
    if (value === UNANSWERED) return OPEN;
    return Number(value);
  };
});

type DateReader = (fields: Fields) => PlainDate | undefined | typeof UNANSWERED;

/** A date fact by its id, as a day: a field, or the day whose law applies. */
export function dateFact(rulebook: Rulebook, id: string, fields: Fields): ReturnType<DateReader> {
  return dateReader(rulebook, id)(fields);
}

function dateReader(rulebook: Rulebook, id: string): DateReader {
  return dateReadersOf(rulebook).get(id) ?? noDay;
}

/** What reads each fact of a book as a day, by its id; those that hold none are not among them. */
const dateReadersOf = onceFor(
  ({ book }: Rulebook) =>
    new Map(
      Object.entries(book.facts).flatMap(([id, { derive }]): [string, DateReader][] => {
        if (derive.how === 'law-date') return [[id, lawDate]];
        // a field of a day holds one, if anything
        return derive.how === 'field' ? [[id, fieldReader(derive.field as FieldName) as DateReader]] : [];
      }),
    ),
);

const noDay: DateReader = () => undefined;

function spanReader(
  rulebook: Rulebook,
  { from, to }: Extract<Derivation, { from: string; to: string }>,
  span: (from: PlainDate, to: PlainDate) => number,
): CaseReader {
  const [first, last] = [dateReader(rulebook, from), dateReader(rulebook, to)];
  return (fields) => {
    const begin = first(fields);
    const end = last(fields);
    if (begin === UNANSWERED || end === UNANSWERED) return OPEN;
    return begin === undefined || end === undefined ? NONE : span(begin, end);
  };
}

function groupReader(
  fact: Fact,
  { of, groups, else: others }: Extract<Derivation, { how: 'group' }>,
): CaseReader {
  // the first group that names a member has it
  const groupOf = new Map(
    Object.entries(groups)
      .reverse()
      .flatMap(([group, ids]) => ids.map((id): [string, string] => [id, group])),
  );
  const encoded = encoder(fact);
  return (fields) => {
    const member = fields(of as FieldName);
    return encoded(typeof member === 'string' ? (groupOf.get(member) ?? others) : member);
  };
}

function age(person: Person, on: PlainDate | typeof UNANSWERED): number {
  if (person.born === UNANSWERED || on === UNANSWERED) return OPEN;
  return Math.max(0, ageOn(person.born, on));
}
