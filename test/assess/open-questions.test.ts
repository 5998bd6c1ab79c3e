import { describe, expect, it } from 'vitest';
import { knownCases } from '../../src/assess/branches.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { CollectRow } from '../../src/rulebook/book.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { adds, answerOf, caseOf, gives, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();
const CHILD = { relation: 'child', born: '2020-01-01' };

const term = { value: 'eight-days', count: 'calendar', direction: 'after' } as const;

const known = (by: Rulebook, fields: RawFields) => knownCases(caseOf({ ...NEWCOMER, ...fields }, by), by);
describe('a question matters', () => {
  const rules = (...rights: CollectRow[]) =>
    smallLaw({
      facts: {
        ...law.book.facts,
        'contract-kind': {
          ...{ kind: 'enum', optional: true },
          derive: { how: 'group', of: 'contract', groups: { lasting: ['open-ended'] }, else: 'other' },
        },
      },
      decisions: { ...law.book.decisions, route: [gives('post', {})] },
      collections: { ...law.book.collections, rights, deadlines: [], exemptions: [], forms: [], steps: [] },
      disputes: {},
    });
  const answers = (by: Rulebook, field: string, fields: RawFields = {}) =>
    known(by, { ...fields, [field]: 'unknown' }).map((one) => one[field as 'contract']);

  it.each<[string, CollectRow[], string, RawFields, unknown[]]>([
    [
      'where a rule asks for it',
      [adds('a', { contract: 'fixed-term' })],
      'contract',
      {},
      ['open-ended', 'fixed-term'],
    ],
    ['not where no rule does', [], 'contract', {}, [undefined]],
    [
      'not where the rule cannot apply',
      [adds('a', { reason: 'study', contract: 'fixed-term' })],
      'contract',
      {},
      [undefined],
    ],
    [
      'where a rule asks for a group of its answers',
      [adds('a', { 'contract-kind': 'other' })],
      'contract',
      {},
      ['open-ended', 'fixed-term'],
    ],
    ['not for another rule of a group', [adds('a', { 'contract-kind': 'other' })], 'visa', {}, [undefined]],
    [
      'where a rule of a relative asks for it',
      [adds('a', { person: 'relative', visa: 'c' })],
      'visa',
      { family: [CHILD] },
      ['d', 'c', 'none'],
    ],
    [
      'not where there is no relative',
      [adds('a', { person: 'relative', visa: 'c' })],
      'visa',
      {},
      [undefined],
    ],
    ['where a rule asks for own income', [adds('a', { 'own-income': true })], 'income', {}, [false, true]],
    [
      'not where it asks for that of a relative',
      [adds('a', { person: 'relative', 'own-income': true })],
      'income',
      { family: [CHILD] },
      [false],
    ],
    ['not for a rule about income', [adds('a', { 'own-income': true })], 'domestic', {}, [false]],
    ['where a rule asks for it, yes or no', [adds('a', { domestic: true })], 'domestic', {}, [false, true]],
  ])('%s', (_, rights, field, fields, expected) => {
    expect(answers(rules(...rights), field, fields)).toEqual(expected);
  });

  it.each<[string, CollectRow, RawFields]>([
    ['that a group of its answers is open', adds('a', { 'contract-kind': 'other' }), { contract: 'unknown' }],
    ['that own income is open', adds('a', { 'own-income': true }), { income: 'unknown' }],
    [
      'a rule about income that is not there',
      adds('a', { 'own-income': true, visa: 'c' }),
      { income: false },
    ],
  ])('not for %s', (_, right, fields) => {
    const visas = known(rules(right), { ...fields, visa: 'unknown' }).map(({ visa }) => visa);
    expect([...new Set(visas)]).toEqual([undefined]);
  });

  it('of months, where the permit gets its length anew or a rule names a number', () => {
    const renewed = answers(rules(), 'months');
    expect(renewed).toEqual(renewed.toSorted((a, b) => Number(a) - Number(b)));
    expect([renewed[0], renewed.at(-1), new Set(renewed).size]).toEqual([1, 120, renewed.length]);
    const update = { procedure: 'update', change: 'photo', expiry: '2027-03-01' };
    expect(answers(rules(), 'months', update)).toEqual([undefined]);
    expect(answers(rules(adds('a', { months: '30..' })), 'months', update)).toEqual(
      expect.arrayContaining([29, 30]),
    );
  });

  it('of the province, where a day is counted or a rule names one', () => {
    expect(answers(rules(), 'province')).toEqual([undefined]);
    expect(answers(rules(adds('a', { province: 'RM' })), 'province')).toEqual(
      expect.arrayContaining([undefined, 'RM']),
    );
    const counted = smallLaw({ disputes: {} });
    expect(answers(counted, 'province')).toEqual(expect.arrayContaining([undefined, 'MI']));
    const uncounted = smallLaw({
      collections: {
        ...law.book.collections,
        deadlines: [adds('a', { reason: 'study' }, { from: 'entry', term })],
      },
    });
    expect(answers(uncounted, 'province')).toEqual([undefined]);
    // the days of a term say nothing of another question
    expect(answers(counted, 'domestic')).toEqual([false, true]);
    expect(answers(counted, 'contract')).toEqual([undefined]);
  });

  it('of one that only a dispute asks for', () => {
    const disputes = {
      ...law.book.disputes,
      homes: { ...law.book.disputes.ages, when: [{ visa: { not: false, any: ['c'] } }] },
    };
    expect(answers(smallLaw({ disputes: disputes as never }), 'visa')).toEqual(['d', 'c', 'none']);
  });

  it('in no case in which everything is known', () => {
    const open = rules(adds('a', { contract: 'fixed-term' }));
    const whole = caseOf({ ...NEWCOMER, family: [CHILD] }, open);
    expect(knownCases(whole, open)).toEqual([whole]);
    expect(answerOf(open)).not.toHaveProperty('depends');
  });

  it('not enough to be told where every answer comes to the same', () => {
    const same = rules(
      adds('a', { contract: 'fixed-term' }, { id: 'one' }),
      adds('a', { contract: 'open-ended' }, { id: 'two' }),
    );
    const { depends, rights } = answerOf(same, { contract: 'unknown' });
    expect(depends).toEqual([]);
    expect(rights.map(({ id, only }) => [id, only])).toEqual([['a', undefined]]);
  });
});
