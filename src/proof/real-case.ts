/** From a domain to a case file: field values, dates above all, that make the facts what they should be. */
import { kebab, FIELD_KINDS, FIELD_NAMES, type FieldName } from '../case/case.ts';
import { ageOn, monthsBegunBetween, monthsDoneBetween } from '../case/months.ts';
import { addDays, daysBetween, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { RawFields } from '../case/read-case.ts';
import { NONE } from '../rulebook/condition.ts';
import { atomsIn, dayWithin, type Atom, type Mask } from './atoms.ts';
import { dateFieldsOf, daysAfterLaw, intersect, lawDays, merged, type DateField } from './dates.ts';
import type { Space, Variable } from './space.ts';

/** An age at which nothing is particular, taken where the rules leave the choice. */
const PLAIN_AGE = 30;
/** An age at which a child's request travels in the envelope of a parent. */
const YOUNG = 5;
/** How many more relatives are tried than a count asks for. */
const MOST_RELATIVES = 3;
/** Days around a bound that are tried where a calendar decides. */
const NEAR = 30;
const MAX_LAW_DAYS = 12;

/** The cases that a domain suggests, plainest first; each may still fail, for a calendar is not a domain. */
export function* casesIn(
  space: Space,
  domain: Mask,
  subject: 'applicant' | 'relative',
): Generator<RawFields> {
  const fields = dateFieldsOf(space);
  const read = toDayNumber(space.rulebook.book.read);
  const plain = plainFields(space, domain);
  for (const day of nearest(lawDays(space, fields, domain), read).slice(0, MAX_LAW_DAYS)) {
    for (const dates of datesFor(fields.dates, domain, day, stateDates(space, domain))) {
      const on = dayWithin(day);
      const raw: Record<string, unknown> = { ...plain, ...dates };
      raw.born = bornFor(space, domain, on, 'applicant');
      const own = subject === 'relative' ? [relative(space, domain, on)] : [];
      for (const more of countedRelatives(space, domain, on)) {
        const family = [...own, ...more];
        yield inOrder({ ...raw, ...(family.length > 0 && { family }), on });
      }
    }
  }
}

/** Members of choices, absent wherever they can be. */
function plainFields(space: Space, domain: Mask): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const variable of space.variables) {
    const { derive, kind } = variable.fact;
    if (derive.how !== 'field' || kind === 'date') continue;
    const atoms = atomsIn(variable.atoms, domain, variable.offset);
    if (atoms.some(({ low }) => low === NONE)) continue;
    const [first] = atoms;
    if (!first) continue;
    if (kind === 'boolean') {
      if (first.low === 1) raw[derive.field] = true;
    } else raw[derive.field] = kind === 'integer' ? first.low : memberOf(variable, first.low);
  }
  // a country nobody singles out, where none is asked for
  raw.citizenship ??= space.rulebook.book.countries[0];
  return raw;
}

function memberOf({ fact }: Variable, value: number): string | undefined {
  return fact.values?.[value];
}

/** Days in the intervals, the nearest to a day first, then the bounds. */
function nearest(intervals: readonly Atom[], to: number): number[] {
  const finite = intervals.filter(({ low, high }) => low <= high);
  const close = finite.map(({ low, high }) => Math.min(Math.max(to, low), high));
  close.sort((a, b) => Math.abs(a - to) - Math.abs(b - to));
  const bounds = finite.flatMap(({ low, high }) => [low, high, low + 1, high - 1]).filter(Number.isFinite);
  const inside = bounds.filter((day) => finite.some(({ low, high }) => day >= low && day <= high));
  return [...new Set([...close, ...inside])];
}

/** Dates that a calendar reads, so that several days must be tried. */
function stateDates(space: Space, domain: Mask): ReadonlySet<string> {
  const { rulebook, variables, everything } = space;
  const asked = variables.flatMap(({ fact: { derive }, offset, words }) => {
    if (derive.how !== 'deadline') return [];
    for (let word = offset; word < offset + words; word++) {
      if (domain[word] !== everything[word]) return [derive.deadline];
    }
    return [];
  });
  const rows = (rulebook.collections.get('deadlines') ?? []).filter(({ add }) =>
    asked.includes(add[0] ?? ''),
  );
  return new Set(rows.flatMap(({ from }) => from ?? []));
}

/** Every date of a case for a day of the law: absent where it can be, else the plainest day that fits. */
function* datesFor(
  fields: readonly DateField[],
  domain: Mask,
  law: number,
  several: ReadonlySet<string>,
): Generator<Record<string, PlainDate>> {
  let choices: { id: string; days: readonly (number | undefined)[] }[] = [];
  for (const field of fields) {
    const { variable } = field;
    const own = atomsIn(variable.atoms, domain, variable.offset);
    if (own.some(({ low }) => low === NONE)) continue;
    const filed =
      variable.id === 'filed' ? [{ low: law, high: Infinity }] : [{ low: -Infinity, high: Infinity }];
    const window = field.spans.reduce(
      (left, span) => intersect(left, shifted(daysAfterLaw(span, domain), law)),
      intersect(merged(own), filed),
    );
    const around = several.has(variable.id)
      ? Array.from({ length: 2 * NEAR }, (_, index) => law - NEAR + index)
      : [];
    const inWindow = around.filter((day) => window.some(({ low, high }) => day >= low && day <= high));
    const days = [...nearest(window, law), ...inWindow].filter((day) => fitsExactly(field, domain, law, day));
    choices.push({ id: String(variable.fact.derive.how === 'field' && variable.fact.derive.field), days });
  }
  // where no calendar reads a date, its plainest day is enough
  choices = choices.map(({ id, days }) => ({ id, days: several.has(kebab(id)) ? days : days.slice(0, 1) }));
  yield* product(choices);
}

function* product(
  choices: readonly { id: string; days: readonly (number | undefined)[] }[],
): Generator<Record<string, PlainDate>> {
  const [first, ...rest] = choices;
  if (!first) {
    yield {};
    return;
  }
  for (const day of first.days) {
    for (const others of product(rest)) {
      yield day === undefined ? others : { [first.id]: dayWithin(day), ...others };
    }
  }
}

function shifted(intervals: readonly Atom[], by: number): Atom[] {
  return intervals.map(({ low, high }) => ({ low: low + by, high: high + by }));
}

/** Whether the spans to a day are what the domain wants, months counted on the calendar. */
function fitsExactly({ spans }: DateField, domain: Mask, law: number, day: number): boolean {
  return spans.every(({ variable, forward }) => {
    const [from, to] = forward ? [dayWithin(law), dayWithin(day)] : [dayWithin(day), dayWithin(law)];
    const count = spanBetween(variable, from, to);
    return atomsIn(variable.atoms, domain, variable.offset).some(
      ({ low, high }) => count >= low && count <= high,
    );
  });
}

function spanBetween({ fact }: Variable, from: PlainDate, to: PlainDate): number {
  if (fact.derive.how === 'days') return daysBetween(from, to);
  return fact.derive.how === 'months-begun' ? monthsBegunBetween(from, to) : monthsDoneBetween(from, to);
}

/** A birth date that makes the age on the day. */
function bornFor(space: Space, domain: Mask, on: PlainDate, subject: 'applicant' | 'relative'): PlainDate {
  const age = space.variables.find(
    ({ fact, ...one }) => fact.derive.how === 'age' && one.subject === subject,
  );
  const ages = age ? atomsIn(age.atoms, domain, age.offset) : [];
  const [years = PLAIN_AGE] = nearest(ages, PLAIN_AGE);
  for (let days = 0; ; days++) {
    const born = addDays(dayWithin(toDayNumber(on) - Math.floor(years * 365.2425)), -days);
    if (ageOn(born, on) >= years || days > 3) return born;
  }
}

function relative(space: Space, domain: Mask, on: PlainDate): Record<string, unknown> {
  const of = (how: string) =>
    space.variables.find(({ fact, subject }) => fact.derive.how === how && subject === 'relative');
  const first = (variable: Variable | undefined) =>
    variable && atomsIn(variable.atoms, domain, variable.offset)[0]?.low;
  const relation = of('relation');
  const income = first(of('own-income')) === 1;
  return {
    relation: relation && memberOf(relation, first(relation) ?? 0),
    born: bornFor(space, domain, on, 'relative'),
    ...(income && { income }),
  };
}

/** Families that make the counts of a domain: nobody where it asks for none. */
function countedRelatives(space: Space, domain: Mask, on: PlainDate): Record<string, unknown>[][] {
  const counted = space.variables.flatMap((variable) => {
    const { derive } = variable.fact;
    if (derive.how !== 'counted' || derive.count === 'forms' || variable.subject !== 'applicant') return [];
    const pieces = atomsIn(variable.atoms, domain, variable.offset);
    return pieces.some(({ low }) => low <= 0) ? [] : [{ relation: derive.relation, pieces }];
  });
  if (counted.length === 0) return [[]];
  const born = addDays(on, -Math.ceil(YOUNG * 365.25));
  // whoever it may be where the count does not say
  const anyone = space.rulebook.book.fields.relation?.values ?? [];
  const relations = counted.every(({ relation }) => relation !== undefined) ? anyone.slice(0, 1) : anyone;
  return relations.flatMap((standIn) =>
    Array.from({ length: MOST_RELATIVES }, (_, more) =>
      counted.flatMap(({ relation = standIn, pieces }) =>
        Array.from({ length: (pieces[0]?.low ?? 1) + more }, () => ({ relation, born })),
      ),
    ),
  );
}

/** The fields in the order in which they are written down; a first issue is for the day of the answer. */
function inOrder(raw: Record<string, unknown>): RawFields {
  const known = FIELD_NAMES.filter((name: FieldName) => name in FIELD_KINDS && raw[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, raw[name]]));
}
