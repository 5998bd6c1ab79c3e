/** Small changes of a case that move one fact of a rule across a bound, or to another member. */
import { FIELD_KINDS, kebab, type Case, type FieldName } from '../../src/case/case.ts';
import { addMonths } from '../../src/case/months.ts';
import { addDays, fromDayNumber, toDayNumber, type PlainDate } from '../../src/case/plain-date.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { CompiledTest } from '../../src/rulebook/condition.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';

/** Changes of a case that may change what a test says of it, the smallest first; `null` takes a field away. */
export function stepsFor(rulebook: Rulebook, test: CompiledTest, theCase: Case): RawFields[] {
  const { fact } = rulebook.facts[test.fact] ?? {};
  if (!fact) return [];
  const { derive } = fact;
  const near = boundsOf(test);
  const filing = lawDay(theCase);
  const dateOf = (id: string) => {
    const how = rulebook.book.facts[id]?.derive;
    if (how?.how === 'law-date') return filing;
    return how?.how === 'field' ? (theCase[how.field as FieldName] as PlainDate | undefined) : undefined;
  };
  const fieldOf = (id: string) => {
    const how = rulebook.book.facts[id]?.derive;
    return how?.how === 'field' ? how.field : 'on';
  };
  switch (derive.how) {
    case 'law-date':
      return near.flatMap(day).map((on) => ({ on, filed: null }));
    case 'field':
      return fieldSteps(rulebook, derive.field as FieldName, near);
    case 'days':
    case 'months-begun':
    case 'months-done': {
      const add = derive.how === 'days' ? addDays : addMonths;
      const [from, to] = [dateOf(derive.from), dateOf(derive.to)];
      return near.flatMap((count) =>
        [0, 1, -1].flatMap((slip) => [
          ...(from === undefined || fieldOf(derive.to) === 'on'
            ? []
            : [{ [fieldOf(derive.to)]: addDays(add(from, count), slip) }]),
          ...(to === undefined || fieldOf(derive.from) === 'on'
            ? []
            : [{ [fieldOf(derive.from)]: addDays(add(to, -count), slip) }]),
        ]),
      );
    }
    case 'group':
      return [...Object.values(derive.groups).flatMap(([first]) => first ?? []), 'IN', 'BR'].map(
        (country) => ({
          [derive.of]: country,
        }),
      );
    case 'age':
      return near.flatMap((years) =>
        [0, 1, -1].flatMap((slip) => births(theCase, addDays(addMonths(filing, -12 * years), slip))),
      );
    case 'relation':
    case 'person':
      return relatives(rulebook, theCase, filing);
    case 'own-income':
      return [
        { income: !theCase.income },
        ...theCase.family.map((_, at) => ({
          family: theCase.family.map((one, index) => (index === at ? { ...one, income: !one.income } : one)),
        })),
      ];
    default:
      return anyStep(rulebook, theCase, filing);
  }
}

/** Changes of every field that has members, and of the dates that decisions hang on. */
function anyStep(rulebook: Rulebook, theCase: Case, filing: PlainDate): RawFields[] {
  const names = Object.entries(FIELD_KINDS) as [FieldName, string][];
  const members = names.flatMap(([name, kind]) =>
    ['choice', 'reason', 'boolean', 'integer'].includes(kind)
      ? fieldSteps(rulebook, name, [1, 3, 4, 6, 12, 13, 24, 25, 60])
      : [],
  );
  const expiries = [-61, -60, -1, 0, 90].map((days) => ({ expiry: addDays(filing, days) }));
  const entries = [0, -8, -20, -400].map((days) => ({ entry: addDays(filing, days) }));
  const ages = [0, 1, 13, 14, 17, 18, 30].flatMap((years) => births(theCase, addMonths(filing, -12 * years)));
  const countries = ['IN', 'UA', 'FR', 'GB', 'stateless', 'IT', 'CH'].map((citizenship) => ({ citizenship }));
  return [
    ...ages,
    ...expiries,
    ...entries,
    ...countries,
    ...relatives(rulebook, theCase, filing),
    ...members,
  ];
}

function fieldSteps(rulebook: Rulebook, name: FieldName, near: readonly number[]): RawFields[] {
  const { book } = rulebook;
  const absent = { [name]: null };
  switch (FIELD_KINDS[name]) {
    case 'choice':
      return [...(book.fields[kebab(name)]?.values ?? []).map((value) => ({ [name]: value })), absent];
    case 'reason':
      return [...Object.keys(book.reasons).map((value) => ({ [name]: value })), absent];
    case 'boolean':
      return [{ [name]: true }, { [name]: false }];
    case 'integer':
      return [...near.map((value) => ({ [name]: value })), absent];
    case 'date':
      return [...near.flatMap(day).map((value) => ({ [name]: value })), absent];
    case 'province':
      return [{ [name]: 'BZ' }, { [name]: 'RM' }, absent];
    default:
      return [];
  }
}

/** The numbers at the bounds of a test and next to them. */
function boundsOf(test: CompiledTest): number[] {
  const bounds = test.intervals.flatMap(({ low, high }) => [low, low - 1, low + 1, high, high + 1, high - 1]);
  return [...new Set(bounds)].filter((bound) => Math.abs(bound) < 3_000_000);
}

function day(number: number): PlainDate[] {
  return Math.abs(number) < 2_900_000 ? [fromDayNumber(number)] : [];
}

function lawDay({ on, filed }: Case): PlainDate {
  return filed !== undefined && filed <= on ? filed : on;
}

/** The case with the birthday of each of its people moved to a day. */
function births(theCase: Case, born: PlainDate): RawFields[] {
  return [
    { born },
    ...theCase.family.map((_, at) => ({
      family: theCase.family.map((one, index) => (index === at ? { ...one, born } : one)),
    })),
  ];
}

/** The case without its family, and with one relative of each kind, small and grown up. */
function relatives(rulebook: Rulebook, theCase: Case, filing: PlainDate): RawFields[] {
  const kinds = rulebook.book.fields.relation?.values ?? [];
  const born = toDayNumber(filing);
  return [
    { family: null },
    ...kinds.flatMap((relation) =>
      [1_000, 5_500, 11_000].map((days) => ({ family: [{ relation, born: fromDayNumber(born - days) }] })),
    ),
    ...kinds.flatMap((relation) =>
      theCase.family.slice(0, 1).map((one) => ({ family: [{ ...one, relation }] })),
    ),
  ];
}
