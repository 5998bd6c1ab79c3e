/** A case as a vector of numbers, one for each fact of the rule book. */
import type { FieldName } from '../case/case.ts';
import { ageOn, monthsBegunBetween, monthsDoneBetween } from '../case/months.ts';
import { daysBetween, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { Derivation, Fact } from '../rulebook/book.ts';
import { NONE, OPEN } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

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
  const filed = heldField('filed', fields);
  if (on === UNANSWERED || filed === UNANSWERED) return UNANSWERED;
  const day = filed ?? on;
  return day === undefined ? UNANSWERED : (day as PlainDate);
}

/** What a field says as of the day of the answer: who means to hand in on a later day has not handed in. */
function heldField(name: FieldName, fields: Fields): FieldValue {
  const value = fields(name);
  if (name !== 'filed' || typeof value !== 'string') return value;
  const on = fields('on');
  return typeof on === 'string' && value > on ? undefined : value;
}

/**
 * The vector of a person of a case. Facts that tables set are {@link OPEN} until `assess` writes them.
 */
export function factVector(rulebook: Rulebook, fields: Fields, person: Person): number[] {
  return readersOf(rulebook).map((read) => read(fields, person));
}

type FactReader = (fields: Fields, person: Person) => number;

const readers = new WeakMap<Rulebook, readonly FactReader[]>();

/** What reads each fact of a book, made once: a batch asks for every fact of every case. */
function readersOf(rulebook: Rulebook): readonly FactReader[] {
  let all = readers.get(rulebook);
  if (!all) readers.set(rulebook, (all = rulebook.facts.map(({ fact }) => factReader(rulebook, fact))));
  return all;
}

function factReader(rulebook: Rulebook, fact: Fact): FactReader {
  const { derive } = fact;
  switch (derive.how) {
    case 'field': {
      const field = derive.field as FieldName;
      return (fields) => encode(fact, heldField(field, fields));
    }
    case 'law-date':
      return (fields) => encode(fact, lawDate(fields));
    case 'days':
      return spanReader(rulebook, derive, daysBetween);
    case 'months-begun':
      return spanReader(rulebook, derive, monthsBegunBetween);
    case 'months-done':
      return spanReader(rulebook, derive, monthsDoneBetween);
    case 'group':
      return groupReader(fact, derive);
    case 'person':
      return (_, { id }) => encode(fact, id === APPLICANT ? APPLICANT : 'relative');
    case 'relation':
      return (_, { relation }) => encode(fact, relation);
    case 'age':
      return (fields, person) => age(person, lawDate(fields));
    case 'own-income':
      return (_, { income }) => encode(fact, income);
    case 'table':
    case 'exempt':
    case 'length':
    case 'deadline':
    case 'counted':
      return () => OPEN;
  }
}

/** A value as the number that conditions test. */
export function encode(fact: Fact, value: FieldValue): number {
  if (value === UNANSWERED) return OPEN;
  if (value === undefined) return NONE;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (fact.kind === 'date') return toDayNumber(value as PlainDate);
  return memberNumbers(fact).get(value) ?? NONE;
}

const members = new WeakMap<Fact, ReadonlyMap<string, number>>();

/** The place of each member of an enum among them. */
function memberNumbers(fact: Fact): ReadonlyMap<string, number> {
  let numbers = members.get(fact);
  if (!numbers) members.set(fact, (numbers = new Map(fact.values?.map((member, index) => [member, index]))));
  return numbers;
}

/** A date fact by its id, as a day: a field, or the day whose law applies. */
export function dateFact(
  rulebook: Rulebook,
  id: string,
  fields: Fields,
): PlainDate | undefined | typeof UNANSWERED {
  const derive = rulebook.book.facts[id]?.derive;
  if (derive?.how === 'law-date') return lawDate(fields);
  if (derive?.how !== 'field') return undefined;
  return heldField(derive.field as FieldName, fields) as PlainDate | undefined | typeof UNANSWERED;
}

function spanReader(
  rulebook: Rulebook,
  { from, to }: Extract<Derivation, { from: string; to: string }>,
  span: (from: PlainDate, to: PlainDate) => number,
): FactReader {
  return (fields) => {
    const begin = dateFact(rulebook, from, fields);
    const end = dateFact(rulebook, to, fields);
    if (begin === UNANSWERED || end === UNANSWERED) return OPEN;
    return begin === undefined || end === undefined ? NONE : span(begin, end);
  };
}

function groupReader(
  fact: Fact,
  { of, groups, else: others }: Extract<Derivation, { how: 'group' }>,
): FactReader {
  // the first group that names a member has it
  const groupOf = new Map(
    Object.entries(groups)
      .reverse()
      .flatMap(([group, ids]) => ids.map((id): [string, string] => [id, group])),
  );
  return (fields) => {
    const member = fields(of as FieldName);
    return encode(fact, typeof member === 'string' ? (groupOf.get(member) ?? others) : member);
  };
}

function age(person: Person, on: PlainDate | typeof UNANSWERED): number {
  if (person.born === UNANSWERED || on === UNANSWERED) return OPEN;
  return Math.max(0, ageOn(person.born, on));
}
