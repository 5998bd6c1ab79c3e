import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { figuresOf, isFigure } from '../../src/assess/figures.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import { caseOf, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();
const CHILD = { relation: 'child', born: '2020-01-01' };
const YOUTH = { relation: 'child', born: '2010-01-01' };

describe('the figures of a case', () => {
  it.each<[string, RawFields]>([
    ['a newcomer', {}],
    ['a newcomer with children', { family: [CHILD, YOUTH], months: 10 }],
    ['a blue card, whose reason has no code', { reason: 'blue-card' }],
    ['a file that goes to the desk', { office: 'questura' }],
    ['a renewal', { procedure: 'renewal', expiry: '2027-03-01' }],
    ['a citizen of the Union', { citizenship: 'FR' }],
    ['a conversion that is refused', { procedure: 'conversion', from: 'study', expiry: '2027-03-01' }],
  ])('are those of its answer: %s', (_, fields) => {
    const theCase = caseOf({ ...NEWCOMER, ...fields }, law);
    const { outcome, permit, handIn, fees, deadlines, ...rest } = assess(theCase, law);
    expect(figuresOf(theCase, law)).toStrictEqual({
      ...{ on: rest.on, case: rest.case, route: rest.route },
      outcome: { id: outcome.id },
      handIn: { id: handIn.id },
      permit: permit && pick(permit, ['id', 'reason', 'code', 'maxMonths']),
      fees: pick(fees, ['currency', 'totalCents']),
      deadlines: deadlines.map((one) =>
        pick(one, ['id', 'date', 'latest', 'workingDay', 'inDays', 'headline']),
      ),
    });
  });

  it('are nowhere where the outcome names no office', () => {
    const outcomes = { ...law.book.outcomes, nothing: { permit: false } };
    const bare = smallLaw({ outcomes });
    const refused = { ...NEWCOMER, procedure: 'conversion', from: 'study', expiry: '2027-03-01' };
    const { route, handIn } = figuresOf(caseOf(refused, bare), bare);
    expect([route, handIn]).toEqual([[], { id: 'nothing' }]);
  });

  it.each([
    ['on', true],
    ['case.born', true],
    ['case', true],
    ['outcome.id', true],
    ['outcome.sure', false],
    ['outcome', false],
    ['permit.maxMonths', true],
    ['permit.reason', true],
    ['permit.code', true],
    ['permit.id', true],
    ['permit.least', false],
    ['route', true],
    ['route.0', true],
    ['handIn.id', true],
    ['handIn.offices', false],
    ['fees.totalCents', true],
    ['fees.currency', true],
    ['fees.lines', false],
    ['headline.date', true],
    ['headline.id', true],
    ['headline.latest', true],
    ['headline.workingDay', true],
    ['headline.inDays', true],
    ['headline.sure', false],
    ['headline', false],
    ['deadlines.id', true],
    ['deadlines.renew.date', true],
    ['deadlines.renew.count', false],
    ['deadlines.renew', false],
    ['deadlines', false],
    ['documents', false],
    ['documents.id', false],
    ['', false],
  ])('hold %s: %s', (path, held) => {
    expect(isFigure(path.split('.'))).toBe(held);
  });

  function pick<T extends object>(whole: T, names: readonly (keyof T)[]): Partial<T> {
    return Object.fromEntries(
      names.filter((name) => name in whole).map((name) => [name, whole[name]]),
    ) as Partial<T>;
  }
});
