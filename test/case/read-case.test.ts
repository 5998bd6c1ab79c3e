import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../src/case/plain-date.ts';
import { readCase } from '../../src/case/read-case.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownCase } from '../helpers/own-case.ts';

const domains = caseDomains(ownRulebook().book);
const TODAY = '2026-11-22' as PlainDate;
const STUDENT = {
  procedure: 'first-issue',
  reason: 'study',
  entry: '2026-11-20',
  born: '2003-05-04',
  citizenship: 'IN',
};

const problemsOf = (raw: Record<string, unknown>) => {
  const read = readCase(raw, domains, TODAY);
  return 'problems' in read ? read.problems : [];
};

describe('a case that can be used', () => {
  it('gets its defaults', () => {
    expect(ownCase(STUDENT)).toEqual({ ...STUDENT, domestic: false, income: false, family: [], on: TODAY });
  });

  it.each([
    ['24', 'study'],
    [24, 'study'],
    [5, 'pending-employment'],
    ['05', 'pending-employment'],
    ['5', 'pending-employment'],
    ['Motivi di Studio', 'study'],
    ['LAVORO SUBORDINATO', 'employment'],
    ['attesa  occupazione', 'pending-employment'],
    ['long-term', 'long-term'],
  ])('takes %j as the reason %s', (reason, id) => {
    expect(ownCase({ ...STUDENT, reason, contract: 'open-ended' }).reason).toBe(id);
  });

  it.each([
    ['citizenship', 'in', 'IN'],
    ['citizenship', 'xk', 'XK'],
    ['citizenship', 'stateless', 'stateless'],
    ['province', 'mi', 'MI'],
    ['province', 'PS', 'PU'],
    ['procedure', ' First-Issue ', 'first-issue'],
  ])('takes %s %j as %s', (field, input, value) => {
    expect(ownCase({ ...STUDENT, [field]: input })).toHaveProperty(field, value);
  });

  it('lets a field be that this procedure does not need', () => {
    expect(
      ownCase({ ...STUDENT, change: 'theft', contract: 'open-ended', expiry: '2027-01-01' }).change,
    ).toBe('theft');
  });
});

describe('a case that cannot be used', () => {
  it('says all that is missing at once, in the order of the fields, with what is allowed', () => {
    expect(problemsOf({}).map(({ path, code }) => [path, code])).toEqual([
      ['procedure', 'missing'],
      ['reason', 'missing'],
      ['born', 'missing'],
      ['citizenship', 'missing'],
    ]);
    expect(problemsOf({})[0]?.allowed).toContain('duplicate');
  });

  it.each([
    [{ procedure: 'first-issue', reason: 'employment' }, ['contract', 'entry']],
    [{ procedure: 'renewal', reason: 'study' }, ['expiry']],
    [{ procedure: 'conversion', reason: 'study' }, ['from', 'expiry']],
    [{ procedure: 'update', reason: 'study' }, ['change', 'expiry']],
    [{ procedure: 'duplicate', reason: 'study' }, ['change']],
  ])('%j also needs %j', (fields, names) => {
    const missing = problemsOf({ born: '2000-01-01', citizenship: 'IN', ...fields });
    expect(missing.map(({ path }) => path)).toEqual(names);
  });

  it.each([
    ['procedure', 'renewl', 'unknown-value', 'renewal'],
    ['reason', 'studdy', 'unknown-value', 'study'],
    ['reason', 'wrok', 'unknown-value', 'employment'],
    ['reason', 'badante', 'unknown-value', 'employment'],
    ['reason', 'Ricongiungimento', 'unknown-value', 'family'],
    ['reason', 'lost my job', 'unknown-value', 'pending-employment'],
    ['reason', '17', 'ambiguous-value', undefined],
    ['reason', '99', 'unknown-value', undefined],
    ['entry', '2026-02-30', 'no-such-day', undefined],
    ['entry', '20/11/2026', 'not-a-date', undefined],
    ['entry', 20261120, 'not-a-date', undefined],
    ['born', '2026-11-23', 'date-after-answer-day', undefined],
    ['on', '2006-12-10', 'date-too-early', undefined],
    ['months', 0, 'out-of-range', undefined],
    ['months', 121, 'out-of-range', undefined],
    ['months', '12', 'not-an-integer', undefined],
    ['months', 1.5, 'not-an-integer', undefined],
    ['income', 'yes', 'not-a-boolean', undefined],
    ['citizenship', 'ZZ', 'unknown-value', undefined],
    ['province', 'XX', 'unknown-value', undefined],
    ['family', { relation: 'child' }, 'not-a-list', undefined],
    ['monts', 12, 'unknown-field', 'months'],
  ])('%s %j: %s', (field, input, code, suggestion) => {
    const [problem] = problemsOf({ ...STUDENT, [field]: input }).filter(({ path }) => path === field);
    expect(problem).toMatchObject({ code, ...(suggestion !== undefined && { suggestion }) });
  });

  it('names the person and the part of a family that is wrong', () => {
    const family = [
      { relation: 'chld', born: '2020-02-31' },
      'x',
      { relation: 'child', born: '2030-01-01', sex: 'f' },
    ];
    expect(problemsOf({ ...STUDENT, family }).map(({ path, code }) => [path, code])).toEqual([
      ['family.0.relation', 'unknown-value'],
      ['family.0.born', 'no-such-day'],
      ['family.1', 'not-a-mapping'],
      ['family.2.sex', 'unknown-field'],
      ['family.2.born', 'date-after-answer-day'],
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('does not know the key %s', (key) => {
    const raw = JSON.parse(`{"${key}": {"reason": "study"}}`) as Record<string, unknown>;
    expect(problemsOf({ ...STUDENT, ...raw })).toMatchObject([{ code: 'unknown-field', path: key }]);
  });
});
