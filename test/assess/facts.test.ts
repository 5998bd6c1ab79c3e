import { describe, expect, it } from 'vitest';
import {
  APPLICANT,
  dateFact,
  encode,
  factVector,
  lawDate,
  UNANSWERED,
  type Fields,
  type FieldValue,
  type Person,
} from '../../src/assess/facts.ts';
import { toDayNumber, type PlainDate } from '../../src/case/plain-date.ts';
import type { Fact } from '../../src/rulebook/book.ts';
import { NONE, OPEN } from '../../src/rulebook/condition.ts';
import { smallLaw } from '../helpers/small-law.ts';

const ON = '2026-11-22';
const day = (text: string) => text as PlainDate;
const number = (text: string) => toDayNumber(day(text));

type Held = Readonly<Record<string, FieldValue>>;
const fieldsOf =
  (held: Held): Fields =>
  (name) =>
    held[name];

const PERSON: Person = { id: APPLICANT, born: day('1988-11-23'), income: true };

const { facts } = smallLaw().book;
/** A law of its own for each question: what is worked out once for a law is worked out. */
const lawOf = () =>
  smallLaw({
    facts: {
      ...facts,
      // a member that two groups name is in the first of them
      kind: {
        ...{ kind: 'enum', optional: true },
        derive: {
          ...{ how: 'group', of: 'contract', else: 'neither' },
          groups: { lasting: ['open-ended'], any: ['open-ended', 'seasonal'] },
        },
      },
    },
  });

/** A fact of a person of a case that holds these fields. */
function fact(id: string, held: Held, person: Partial<Person> = {}): number {
  const law = lawOf();
  const vector = factVector(law, fieldsOf(held), { ...PERSON, ...person });
  return vector[law.positions.get(id) ?? -1] ?? Number.POSITIVE_INFINITY;
}

const law = lawOf();
const member = (id: string, value: string) =>
  law.facts[law.positions.get(id) ?? -1]?.fact.values?.indexOf(value);

describe('the day whose law applies', () => {
  it.each<[string, Held, PlainDate | typeof UNANSWERED]>([
    ['the day of the answer', { on: ON }, day(ON)],
    ['the day of handing in', { on: ON, filed: '2026-11-21' }, day('2026-11-21')],
    ['that, on the day itself', { on: ON, filed: ON }, day(ON)],
    ['not a day of handing in that is still to come', { on: ON, filed: '2026-11-23' }, day(ON)],
    ['open while the day of handing in is', { on: ON, filed: UNANSWERED }, UNANSWERED],
    ['open while the day of the answer is', { on: UNANSWERED, filed: '2026-11-21' }, UNANSWERED],
    ['open where neither is there', {}, UNANSWERED],
    ['the day of handing in where no day of the answer is there', { filed: '2026-11-21' }, day('2026-11-21')],
  ])('is %s', (_, held, expected) => {
    expect(lawDate(fieldsOf(held))).toBe(expected);
    expect(dateFact(law, 'filing', fieldsOf(held))).toBe(expected);
    expect(fact('filing', held)).toBe(expected === UNANSWERED ? OPEN : number(expected as string));
  });
});

describe('a date fact', () => {
  it.each<[string, string, Held, FieldValue]>([
    ['a field', 'entry', { on: ON, entry: '2026-11-20' }, '2026-11-20'],
    ['nothing where the field is absent', 'entry', { on: ON }, undefined],
    ['open while nobody has answered', 'entry', { on: ON, entry: UNANSWERED }, UNANSWERED],
    ['a day of handing in', 'filed', { on: ON, filed: ON }, ON],
    ['no day of handing in that is still to come', 'filed', { on: ON, filed: '2026-11-23' }, undefined],
    ['another day that is still to come', 'expiry', { on: ON, expiry: '2026-11-23' }, '2026-11-23'],
    ['nothing where the fact is no day of its own', 'days-to-expiry', { on: ON, expiry: ON }, undefined],
    ['nothing where there is no such fact', 'moon', { on: ON }, undefined],
  ])('is %s', (_, id, held, expected) => {
    expect(dateFact(law, id, fieldsOf(held))).toBe(expected);
  });
});

describe('a fact of a case', () => {
  it.each<[string, string, Held, number]>([
    ['a field', 'months', { on: ON, months: 7 }, 7],
    ['an absent field', 'months', { on: ON }, NONE],
    ['an open field', 'months', { on: ON, months: UNANSWERED }, OPEN],
    ['yes', 'domestic', { on: ON, domestic: true }, 1],
    ['no', 'domestic', { on: ON, domestic: false }, 0],
    ['a day', 'entry', { on: ON, entry: '2026-11-20' }, number('2026-11-20')],
    ['no day of handing in that is still to come', 'filed', { on: ON, filed: '2026-11-23' }, NONE],
    ['days', 'days-to-expiry', { on: ON, expiry: '2026-11-30' }, 8],
    ['days that have passed', 'days-to-expiry', { on: ON, expiry: '2026-11-20' }, -2],
    ['days since another day', 'days-since-entry', { on: ON, entry: '2026-11-20' }, 2],
    ['days of no day', 'days-to-expiry', { on: ON }, NONE],
    ['days of an open day', 'days-to-expiry', { on: ON, expiry: UNANSWERED }, OPEN],
    ['days from an open day', 'days-to-expiry', { on: ON, filed: UNANSWERED, expiry: ON }, OPEN],
    ['days from an open day to none', 'days-since-entry', { on: UNANSWERED }, OPEN],
    ['months begun', 'residual-months', { on: ON, expiry: '2027-01-23' }, 3],
    ['months done', 'months-since-entry', { on: ON, entry: '2026-09-23' }, 1],
    ['months done of an open day', 'months-since-entry', { on: ON, entry: UNANSWERED }, OPEN],
    ['an open group', 'kind', { on: ON, contract: UNANSWERED }, OPEN],
    ['no group', 'kind', { on: ON }, NONE],
    ['what a table sets', 'outcome', { on: ON }, OPEN],
    ['an exemption', 'exempt', { on: ON }, OPEN],
    ['a length', 'length', { on: ON }, OPEN],
    ['how a deadline stands', 'first-application-state', { on: ON }, OPEN],
    ['a count of forms', 'form-count', { on: ON }, OPEN],
  ])('is %s', (_, id, held, expected) => {
    expect(fact(id, held)).toBe(expected);
  });

  it.each<[string, string, string, string]>([
    ['contract', 'contract', 'fixed-term', 'fixed-term'],
    ['kind', 'contract', 'open-ended', 'lasting'],
    ['kind', 'contract', 'seasonal', 'any'],
    ['kind', 'contract', 'fixed-term', 'neither'],
  ])('%s is the member for %s %s: %s', (id, field, value, expected) => {
    expect(fact(id, { on: ON, [field]: value })).toBe(member(id, expected));
  });

  it('is none where its members do not have the value', () => {
    expect(fact('contract', { on: ON, contract: 'moon' })).toBe(NONE);
    const memberless: Fact = { kind: 'enum', optional: false, derive: { how: 'person' } };
    expect(encode(memberless, 'applicant')).toBe(NONE);
  });
});

describe('a fact of a person', () => {
  it.each<[string, string, Held, Partial<Person>, number | undefined]>([
    ['of the applicant', 'person', { on: ON }, {}, member('person', 'applicant')],
    ['of a relative', 'person', { on: ON }, { id: 'family-1' }, member('person', 'relative')],
    ['that an applicant has no relation', 'relation', { on: ON }, {}, NONE],
    ['of a child', 'relation', { on: ON }, { relation: 'child' }, member('relation', 'child')],
    ['the age on the day before a birthday', 'age', { on: ON }, {}, 37],
    ['the age on a birthday', 'age', { on: '2026-11-23' }, {}, 38],
    ['the age on the day of handing in', 'age', { on: '2026-11-23', filed: ON }, {}, 37],
    ['no age below nought', 'age', { on: '1980-01-01' }, {}, 0],
    ['an open age', 'age', { on: ON }, { born: UNANSWERED }, OPEN],
    ['an open age on an open day', 'age', { on: UNANSWERED }, {}, OPEN],
    ['own income', 'own-income', { on: ON, income: false }, {}, 1],
    ['no own income', 'own-income', { on: ON, income: true }, { income: false }, 0],
    ['open own income', 'own-income', { on: ON }, { income: UNANSWERED }, OPEN],
  ])('is told: %s', (_, id, held, person, expected) => {
    expect(fact(id, held, person)).toBe(expected);
  });
});
