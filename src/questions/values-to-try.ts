/** Answers that stand for all others: one on each side of every bound that the book's conditions name. */
import { dateFact, UNANSWERED, type Fields } from '../assess/facts.ts';
import { FIELD_KINDS, kebab, type FieldName } from '../case/case.ts';
import { addMonths } from '../case/months.ts';
import { addDays, fromDayNumber, parsePlainDate, toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { RawFields } from '../case/read-case.ts';
import { boundsOn, monthsNamed, provincesNamed } from '../rulebook/named-values.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { QuestionId } from './answers.ts';

interface Situation {
  readonly rulebook: Rulebook;
  readonly raw: RawFields;
  readonly on: PlainDate;
}

/** Values in the form of a case file; `undefined` for leaving the question open comes first. */
export function valuesToTry({ rulebook, raw, on }: Situation, id: QuestionId): readonly unknown[] {
  const { book } = rulebook;
  const name = id.split('.').at(-1) as FieldName;
  switch (FIELD_KINDS[name]) {
    case 'boolean':
      return [false, true];
    case 'choice':
      return [undefined, ...(book.fields[kebab(name)]?.values ?? [])];
    case 'reason':
      return [undefined, ...Object.keys(book.reasons)];
    case 'country':
      return book.countries;
    case 'province':
      return [undefined, ...provincesNamed(rulebook)];
    case 'integer':
      return [undefined, ...monthsNamed(rulebook, book.fields[kebab(name)]?.range ?? [1, 1])];
    case 'date':
      return [undefined, ...datesNamed(rulebook, name, raw, on)];
    default:
      return [[], ...relatives(rulebook, on)];
  }
}

/** Days on both sides of every bound on a fact that counts from or to this date. */
function datesNamed(rulebook: Rulebook, name: FieldName, raw: RawFields, on: PlainDate): PlainDate[] {
  const fields: Fields = (field) => (field === 'on' ? on : parsePlainDate(String(raw[field])));
  const dateOf = (id: string): PlainDate | undefined => {
    const day = dateFact(rulebook, id, fields);
    return day === UNANSWERED ? undefined : day;
  };
  const isThis = (id: string) => {
    const derive = rulebook.book.facts[id]?.derive;
    return derive?.how === 'field' && derive.field === name;
  };
  const days = rulebook.facts.flatMap(({ fact: { derive } }, position) => {
    const named = [...boundsOn(rulebook, position)];
    if (derive.how === 'field') return derive.field === name ? named.flatMap(dayOf) : [];
    if (derive.how !== 'days' && derive.how !== 'months-begun' && derive.how !== 'months-done') return [];
    const step = derive.how === 'days' ? addDays : addMonths;
    const [from, to] = [dateOf(derive.from), dateOf(derive.to)];
    if (isThis(derive.to) && from !== undefined) return named.map((count) => step(from, count));
    if (isThis(derive.from) && to !== undefined) return named.map((count) => step(to, -count));
    return [];
  });
  const around = [on, ...days].flatMap((day) => [day, addDays(day, 1), addDays(day, -1)]);
  return [...new Set(around)];
}

function dayOf(day: number): PlainDate[] {
  return day <= LAST_DAY ? [fromDayNumber(day)] : [];
}

/** The last day before the end of four-digit years that has a neighbour; rules write it for “any day”. */
const LAST_DAY = toDayNumber('9999-12-30' as PlainDate);

/** A relative of each kind, at every age that the book tells from another. */
function relatives(rulebook: Rulebook, on: PlainDate): RawFields[][] {
  const age = rulebook.facts.findIndex(({ fact }) => fact.derive.how === 'age');
  const ages = [0, ...boundsOn(rulebook, age)];
  const births = ages.flatMap((years) => yearsBefore(on, years) ?? []);
  const kinds = rulebook.book.fields.relation?.values ?? [];
  return kinds.flatMap((relation) => births.map((born) => [{ relation, born }]));
}

/** The same day so many years before; the day before it where that year has no such day. */
function yearsBefore(on: PlainDate, years: number): PlainDate | undefined {
  const before = (day: PlainDate) =>
    parsePlainDate(day.replace(/^\d+/, (year) => String(Number(year) - years)));
  return before(on) ?? before(addDays(on, -1));
}
