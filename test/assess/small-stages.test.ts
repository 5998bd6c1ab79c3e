import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { DatedValue } from '../../src/rulebook/book.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { adds, caseOf, entry, gives, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const { book } = smallLaw();

/** A value with another number from the beginning of 2020 on, and again from 2026-11-21 on. */
function changing(unit: DatedValue['unit'], lookedUpOn: string): DatedValue {
  return {
    unit,
    lookedUpOn,
    series: [entry('2006-12-11', 10), entry('2020-01-01', 20), entry('2026-11-21', 30)],
  };
}

/** A law in which every stage hangs on something that another does not hang on. */
const law = smallLaw({
  facts: {
    ...book.facts,
    'file-state': {
      ...{ kind: 'enum', optional: true },
      derive: { how: 'deadline', deadline: 'file' },
    },
  },
  values: {
    ...book.values,
    'card-price': changing('cents', 'entry'),
    'eight-days': changing('days', 'filing'),
    year: changing('months', 'expiry'),
    'some-months': changing('months', 'on'),
  },
  decisions: {
    ...book.decisions,
    length: [
      gives('short', { months: 'none' }, { ceiling: 'year' }),
      gives('asked', { months: '1..' }, { ceiling: 'two-years', asked: 'extend', extendBy: 'some-months' }),
    ],
  },
  collections: {
    ...book.collections,
    fees: [
      adds('card', { 'own-income': true }, { amount: 'card-price' }),
      adds('stamp', { 'file-state': 'passed' }, { amount: 'stamp-price' }),
    ],
    exemptions: [
      adds('child', [
        { age: '..17', 'file-state': 'open' },
        { age: '..17', 'file-state': 'between' },
      ]),
    ],
    deadlines: [
      ...(book.collections.deadlines ?? []),
      adds(
        'leave',
        { visa: 'c' },
        { from: 'entry', term: { value: 'eight-days', count: 'calendar', direction: 'after' } },
      ),
    ],
    steps: [adds('hurry', { 'file-state': 'between' }), adds('grow', { relation: 'child', exempt: true })],
  },
});

/** Every case that has one of each of these. */
function casesOf(fields: Readonly<Record<string, readonly unknown[]>>): RawFields[] {
  return Object.entries(fields).reduce<RawFields[]>(
    (before, [name, values]) => before.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [NEWCOMER],
  );
}

const CHILD = { relation: 'child', born: '2015-01-01', income: true };
const CASES = [
  ...casesOf({
    entry: ['2019-12-31', '2020-01-01', '2026-10-20', '2026-11-20'],
    filed: [undefined, '2026-11-20', '2026-11-21'],
    months: [undefined, 12, 13],
    visa: ['c', 'd'],
    family: [
      [],
      [CHILD],
      [
        { ...CHILD, income: false },
        { ...CHILD, born: '2000-01-01' },
      ],
    ],
  }),
  ...casesOf({
    procedure: ['renewal', 'update'],
    ...{ change: ['photo'], expiry: ['2026-11-20', '2026-11-21', '2027-03-01'] },
    ...{ citizenship: ['MA', 'FR'], on: ['2026-11-20', '2026-11-21'], income: [true, false] },
  }),
];

describe('what a law remembers of earlier cases', () => {
  /** The same law, asked for the first time. */
  const unasked = () => Object.create(law) as Rulebook;

  it('changes no answer of a later one', () => {
    const asked = unasked();
    // before the law begins to remember, and after
    for (const fields of [...CASES, ...CASES.toReversed()]) {
      const theCase = caseOf(fields, law);
      expect(assess(theCase, asked), JSON.stringify(fields)).toEqual(assess(theCase, unasked()));
    }
  });
});
