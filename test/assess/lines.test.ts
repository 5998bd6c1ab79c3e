import { describe, expect, it } from 'vitest';
import { UNANSWERED, type Fields, type FieldValue } from '../../src/assess/facts.ts';
import {
  datedValue,
  joinSources,
  lineOf,
  mentionedValues,
  ValueHole,
  weaker,
  withValues,
} from '../../src/assess/lines.ts';
import { SURENESS } from '../../src/rulebook/book.ts';
import { act, adds, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();

/** The fields of a case that holds only these. */
const fieldsOf =
  (held: Readonly<Record<string, FieldValue>>): Fields =>
  (name) =>
    held[name];

describe('how sure a line is', () => {
  it.each(
    SURENESS.flatMap((a, weaknessOfA) =>
      SURENESS.map((b, weaknessOfB) => [a, b, Math.max(weaknessOfA, weaknessOfB)] as const),
    ),
  )('%s with %s is as weak as the weaker of the two', (a, b, weakest) => {
    expect(weaker(a, b)).toBe(SURENESS[weakest]);
  });
});

describe('the sources of a line', () => {
  it('are those of all statements, each place once, in order', () => {
    const paragraph = { id: 'act', at: '1' };
    const same = { id: 'act', at: '1' };
    const whole = { id: 'act' };
    const decree = { id: 'decree', at: '1' };
    expect(joinSources([paragraph, whole], [], [same, decree, { ...whole }, paragraph])).toStrictEqual([
      paragraph,
      whole,
      decree,
    ]);
    expect(joinSources()).toEqual([]);
  });

  it('come from its row and from the values it is made of', () => {
    const value = { sources: act('value'), sure: 'unconfirmed', disputes: ['sixty', 'ages'] } as const;
    const row = adds('card', {}, { disputes: ['ages', 'stamps', 'ages'], practice: 'Questura di Prato' });
    expect(
      lineOf(row, 'card', 'applicant', [value, { sources: act('other'), sure: 'single' }]),
    ).toStrictEqual({
      id: 'card',
      person: 'applicant',
      rule: 'add-card',
      sources: ['add-card', 'value', 'other'].flatMap(act),
      sure: 'unconfirmed',
      practice: 'Questura di Prato',
      disputes: ['ages', 'stamps', 'sixty'],
    });
  });

  it('leave a row as it is, whatever values its line of one case is made of', () => {
    const row = adds('card', {}, { sources: [...act('twice'), ...act('twice')], disputes: [] });
    const bare = { id: 'card', rule: 'add-card', sources: act('twice'), sure: 'confirmed' };
    expect(lineOf(row, 'card')).toStrictEqual(bare);
    const value = { sources: act('value'), sure: 'single', disputes: ['ages'] } as const;
    expect(lineOf(row, 'card', undefined, [value])).toStrictEqual({
      ...bare,
      ...{ sources: ['twice', 'value'].flatMap(act), sure: 'single', disputes: ['ages'] },
    });
    expect(lineOf(row, 'card')).toStrictEqual(bare);
    const disputed = adds('card', {}, { disputes: ['ages'] });
    expect(
      lineOf(disputed, 'card', undefined, [{ sources: [], sure: 'confirmed', disputes: [] }]),
    ).toStrictEqual({ ...bare, sources: act('add-card'), disputes: ['ages'] });
  });
});

describe('a dated value', () => {
  const price = (fields: Fields, id = 'card-price', book = law) => datedValue(book, id, fields).is;

  it.each<[string, Readonly<Record<string, FieldValue>>, number]>([
    ['the day of handing in', { on: '2026-11-22', filed: '2019-12-31' }, 2000],
    [
      'the day of handing in, when that is the first of another entry',
      { on: '2026-11-22', filed: '2020-01-01' },
      3000,
    ],
    ['the day of the answer, before anything is handed in', { on: '2026-11-22' }, 3000],
    [
      'the day of the answer, when what selects the entry is not answered',
      { on: '2019-01-01', filed: UNANSWERED },
      2000,
    ],
    ['the first day of the book, where the case lies before it', { on: '2001-01-01' }, 2000],
  ])('is that of %s', (_, fields, is) => {
    expect(price(fieldsOf(fields))).toBe(is);
  });

  it('is looked up on the date that it names, or on the day of the answer where the case has none', () => {
    const [old, now] = law.book.values['card-price']?.series ?? [];
    const byEntry = { unit: 'cents', lookedUpOn: 'entry', series: [old, now] } as never;
    const book = smallLaw({ values: { ...law.book.values, 'card-price': byEntry } });
    expect(price(fieldsOf({ on: '2026-11-22', entry: '2010-01-01' }), 'card-price', book)).toBe(2000);
    expect(price(fieldsOf({ on: '2026-11-22' }), 'card-price', book)).toBe(3000);
    const byGroup = { unit: 'cents', lookedUpOn: 'citizenship-group', series: [old, now] } as never;
    const wrong = smallLaw({ values: { ...law.book.values, 'card-price': byGroup } });
    expect(price(fieldsOf({ on: '2019-11-22' }), 'card-price', wrong)).toBe(2000);
  });

  it('is a hole where the book has no entry for the day, or no such value', () => {
    const later = {
      ...law.book.values['card-price'],
      series: law.book.values['card-price']?.series.slice(1),
    };
    const book = smallLaw({ values: { 'card-price': later as never } });
    const look = (id: string) => () => datedValue(book, id, fieldsOf({ on: '2019-01-01' }));
    expect(look('card-price')).toThrow(ValueHole);
    expect(look('card-price')).toThrow('the rule book has no card-price for 2019-01-01');
    expect(look('moon')).toThrow('the rule book has no moon for 2019-01-01');
    try {
      look('moon')();
    } catch (hole) {
      expect(hole).toMatchObject({ name: 'ValueHole', value: 'moon' });
    }
  });

  it('is mentioned by its row, with its number', () => {
    const fields = fieldsOf({ on: '2026-11-22' });
    const { entries, values } = mentionedValues(law, adds('x', {}, { with: ['year', 'card-price'] }), fields);
    expect(values).toEqual({ year: 12, 'card-price': 3000 });
    expect(entries.map(({ is, sure }) => [is, sure])).toEqual([
      [12, 'single'],
      [3000, 'single'],
    ]);
    expect(mentionedValues(law, adds('x', {}), fields)).toEqual({ entries: [], values: {} });
  });

  it('stands in other answers as its number of the day', () => {
    const alternatives = ['year', 'as-asked', 7, null].map((value) => ({ when: 'w', value, sources: [] }));
    const line = { ...lineOf(adds('x', {}), 'x'), alternatives };
    const told = withValues(law, fieldsOf({ on: '2026-11-22' }), line);
    expect(told.alternatives.map(({ value }) => value)).toEqual([12, 'as-asked', 7, null]);
    expect(told).toStrictEqual({
      ...line,
      alternatives: [{ when: 'w', value: 12, sources: [] }, ...alternatives.slice(1)],
    });
    const bare = lineOf(adds('x', {}), 'x');
    expect(withValues(law, fieldsOf({ on: '2026-11-22' }), bare)).toBe(bare);
  });
});
