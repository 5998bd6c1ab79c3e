/** A case as a vector of numbers, one for each fact of the rule book. */
import type { FieldName } from '../case/case.ts';
import { addMonths, ageOn, monthsBegunBetween } from '../case/months.ts';
import { daysBetween, parsePlainDate, toDayNumber, type PlainDate } from '../case/plain-date.ts';
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

/** The fields of a case, answered or not. */
export type Fields = (name: FieldName) => FieldValue;

/** The day whose law applies: that of handing in, where this is not later than the day of the answer. */
export function lawDate(fields: Fields): PlainDate | typeof UNANSWERED {
  const on = fields('on');
  const filed = fields('filed');
  if (on === UNANSWERED || filed === UNANSWERED) return UNANSWERED;
  const earlier = filed !== undefined && String(filed) <= String(on) ? filed : on;
  return parsePlainDate(String(earlier)) ?? UNANSWERED;
}

/**
 * The vector of a person of a case. Facts that tables set are {@link OPEN} until `assess` writes them.
 */
export function factVector(rulebook: Rulebook, fields: Fields, person: Person): number[] {
  return rulebook.facts.map(({ fact }) => factNumber(rulebook, fact, fields, person));
}

function factNumber(rulebook: Rulebook, fact: Fact, fields: Fields, person: Person): number {
  const derive = fact.derive;
  switch (derive.how) {
    case 'field':
      return encode(fact, fields(derive.field as FieldName));
    case 'law-date':
      return encode(fact, lawDate(fields));
    case 'days':
    case 'months-begun':
    case 'months-done':
      return between(derive, rulebook, fields);
    case 'group':
      return encode(fact, groupOf(derive, fields(derive.of as FieldName)));
    case 'person':
      return encode(fact, person.id === APPLICANT ? APPLICANT : 'relative');
    case 'relation':
      return encode(fact, person.relation);
    case 'age':
      return age(person, lawDate(fields));
    case 'own-income':
      return encode(fact, person.income);
    case 'table':
    case 'exempt':
    case 'length':
    case 'deadline':
    case 'counted':
      return OPEN;
  }
}

/** A value as the number that conditions test. */
export function encode(fact: Fact, value: FieldValue): number {
  if (value === UNANSWERED) return OPEN;
  if (value === undefined) return NONE;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (fact.kind === 'date') {
    const date = parsePlainDate(value);
    return date === undefined ? NONE : toDayNumber(date);
  }
  const index = fact.values?.indexOf(value) ?? -1;
  return index === -1 ? NONE : index;
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
  const value = fields(derive.field as FieldName);
  return value === UNANSWERED ? UNANSWERED : parsePlainDate(String(value));
}

function between(
  derive: Extract<Derivation, { from: string; to: string }>,
  rulebook: Rulebook,
  fields: Fields,
): number {
  const from = dateFact(rulebook, derive.from, fields);
  const to = dateFact(rulebook, derive.to, fields);
  if (from === UNANSWERED || to === UNANSWERED) return OPEN;
  if (from === undefined || to === undefined) return NONE;
  if (derive.how === 'days') return daysBetween(from, to);
  const begun = monthsBegunBetween(from, to);
  if (derive.how === 'months-begun' || addMonths(from, begun) === to) return begun;
  return Math.max(0, begun - 1);
}

function groupOf(derive: Extract<Derivation, { how: 'group' }>, member: FieldValue): FieldValue {
  if (typeof member !== 'string') return member;
  const found = Object.entries(derive.groups).find(([, members]) => members.includes(member));
  return found ? found[0] : derive.else;
}

function age(person: Person, on: PlainDate | typeof UNANSWERED): number {
  if (person.born === UNANSWERED || on === UNANSWERED) return OPEN;
  return Math.max(0, ageOn(person.born, on));
}
