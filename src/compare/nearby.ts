/**
 * What would change an answer: for each field that can come out differently, the nearest value on either side
 * at which the office, the total, the length or a deadline is another one. Who the person is and what they ask
 * for — procedure, reason, birth, citizenship — is left alone: that would be another case.
 */
import { assess } from '../assess/assess.ts';
import type { Assessment, DeadlineLine } from '../assess/assessment.ts';
import { TableGap } from '../assess/tables.ts';
import { FIELD_KINDS, isHandedIn, kebab, type Case, type CaseDomains, type FieldName } from '../case/case.ts';
import { addDays, daysBetween, parsePlainDate, type PlainDate } from '../case/plain-date.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import { valuesToTry } from '../questions/values-to-try.ts';
import type { SourceRef } from '../rulebook/book.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { changesBetween, type Change } from './lines.ts';

/** One change of one field, and what it would do. */
export interface Nearby {
  readonly field: FieldName;
  /** The nearest value that changes the answer. */
  readonly value: string | number | boolean;
  /** Where the value lies: on a line (from it on, up to it), or beside the given one. */
  readonly side: 'from' | 'up-to' | 'other';
  /** The changes of office, total, length and deadlines; what follows from a date moving along is left out. */
  readonly changes: readonly Change[];
  /** What these changes rest on; for a sum, the fees that are other ones. */
  readonly sources: readonly SourceRef[];
}

/** Days ahead that the day of handing in is tried for, one by one. */
const DAYS_AHEAD = 400;

/** Fields that make another case of it. */
const OTHER_CASE: readonly FieldName[] = ['procedure', 'reason', 'from', 'born', 'citizenship', 'family'];

interface Search {
  readonly rulebook: Rulebook;
  readonly domains: CaseDomains;
  readonly theCase: Case;
  readonly answer: Assessment;
}

/** The nearest changes of an answer, in the order of the fields. The same case and book give the same list. */
export function nearbyOf(answer: Assessment, rulebook: Rulebook): Nearby[] {
  const search: Search = { rulebook, domains: caseDomains(rulebook.book), theCase: answer.case, answer };
  return (Object.keys(FIELD_KINDS) as FieldName[]).flatMap((field) => {
    if (OTHER_CASE.includes(field)) return [];
    switch (FIELD_KINDS[field]) {
      case 'boolean':
      case 'choice':
        return others(search, field);
      case 'integer':
        return numbers(search, field);
      case 'date':
        return dates(search, field);
      default:
        return [];
    }
  });
}

/** The case with one field changed, as it would be read; `undefined` where that is no case. */
export function changedCase(theCase: Case, field: FieldName, value: unknown, domains: CaseDomains) {
  const raw: RawFields = { ...theCase, [field]: value };
  const read = readCase(raw, domains, theCase.on);
  return 'problems' in read ? undefined : read.ok;
}

function others(search: Search, field: FieldName): Nearby[] {
  const { theCase, domains } = search;
  const given = theCase[field];
  const values = FIELD_KINDS[field] === 'boolean' ? [false, true] : (domains.choices[kebab(field)] ?? []);
  // a choice that is neither given nor asked for is not what the person has to decide
  if (given === undefined) return [];
  return values.flatMap((value) => (value === given ? [] : at(search, field, value, 'other')));
}

/** Months: every number there is, outwards from the one given; without one, down from the most. */
function numbers(search: Search, field: FieldName): Nearby[] {
  const { min, max } = search.domains.months;
  const given = search.theCase[field];
  const from = typeof given === 'number' ? given : max + 1;
  const down = Array.from({ length: from - min }, (_, step) => from - 1 - step);
  const up = Array.from({ length: Math.max(0, max - from) }, (_, step) => from + 1 + step);
  return [...first(search, field, down, 'up-to'), ...first(search, field, up, 'from')];
}

function dates(search: Search, field: FieldName): Nearby[] {
  const { theCase, rulebook } = search;
  if (field === 'on') {
    // who has handed in already no longer chooses the day
    if (isHandedIn(theCase)) return [];
    const days = Array.from({ length: DAYS_AHEAD }, (_, step) => addDays(theCase.on, step + 1));
    return first(search, field, days, 'from');
  }
  const given = theCase[field];
  const day = typeof given === 'string' ? parsePlainDate(given) : undefined;
  if (day === undefined) return [];
  const raw: RawFields = { ...theCase };
  const tried = valuesToTry({ rulebook, raw, on: theCase.on }, field).flatMap((value) => {
    const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
    return date === undefined || date === day ? [] : [date];
  });
  const near = tried.sort((a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)));
  const before = near.filter((date) => date < day);
  const after = near.filter((date) => date > day);
  return [...exact(search, field, day, before, 'up-to'), ...exact(search, field, day, after, 'from')];
}

/** The first of the values that changes the answer. */
function first(
  search: Search,
  field: FieldName,
  values: readonly (string | number)[],
  side: Nearby['side'],
): Nearby[] {
  for (const value of values) {
    const found = at(search, field, value, side);
    if (found.length > 0) return found;
  }
  return [];
}

/** The day nearest to the one given at which the answer changes, between the last day tried that does not and the first that does. */
function exact(
  search: Search,
  field: FieldName,
  given: PlainDate,
  near: readonly PlainDate[],
  side: Nearby['side'],
): Nearby[] {
  let same = given;
  for (const date of near) {
    let found = at(search, field, date, side);
    if (found.length === 0) {
      same = date;
      continue;
    }
    let different = date;
    while (Math.abs(daysBetween(same, different)) > 1) {
      const middle = addDays(same, Math.trunc(daysBetween(same, different) / 2));
      const there = at(search, field, middle, side);
      if (there.length === 0) same = middle;
      else {
        different = middle;
        found = there;
      }
    }
    return found;
  }
  return [];
}

/** What one value changes; nothing where it changes nothing that counts, or is no case. */
function at(
  { rulebook, domains, theCase, answer }: Search,
  field: FieldName,
  value: string | number | boolean,
  side: Nearby['side'],
): Nearby[] {
  const changed = changedCase(theCase, field, value, domains);
  if (!changed) return [];
  let other: Assessment;
  try {
    other = assess(changed, rulebook);
  } catch (error) {
    // a hole in the book is for its check to tell
    if (error instanceof TableGap) return [];
    throw error;
  }
  const all = changesBetween(answer, other);
  // a permit that gets as long as is asked for is no news
  const changes = changesThatCount(answer, other, all).filter(
    (change) => FIELD_KINDS[field] !== 'integer' || change.after?.list !== 'permit',
  );
  return changes.length === 0 ? [] : [{ field, value, side, changes, sources: sourcesOf(changes, all) }];
}

function sourcesOf(changes: readonly Change[], all: readonly Change[]): SourceRef[] {
  const list = (change: Change) => (change.after ?? change.before)?.list;
  const sum = changes.some((change) => list(change) === 'total');
  const parts = sum ? all.filter((change) => list(change) === 'fees' || list(change) === 'exemptions') : [];
  const behind = [...changes.filter((change) => list(change) !== 'total'), ...parts];
  const lines = behind.length === 0 ? changes : behind;
  const refs = lines.flatMap((change) => (change.after ?? change.before)?.sources ?? []);
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}

/** Changes of outcome, office, total and length, and of deadlines whose term or presence is another one. */
export function changesThatCount(
  answer: Assessment,
  other: Assessment,
  all: readonly Change[] = changesBetween(answer, other),
): Change[] {
  const terms = new Map(other.deadlines.map((line) => [line.id, term(line)]));
  const before = new Map(answer.deadlines.map((line) => [line.id, term(line)]));
  return all.filter((change) => {
    const line = change.after ?? change.before;
    switch (line?.list) {
      case 'outcome':
      case 'route':
      case 'total':
        return true;
      case 'permit':
        return change.before?.value.maxMonths !== change.after?.value.maxMonths;
      case 'deadlines':
        return change.kind !== 'changed' || terms.get(line.id) !== before.get(line.id);
      default:
        return false;
    }
  });
}

/** A term without the days it is counted on: the same term from another day is the same. */
function term({ count: { length, unit, kind, direction } }: DeadlineLine): string {
  return `${length} ${unit} ${kind} ${direction}`;
}
