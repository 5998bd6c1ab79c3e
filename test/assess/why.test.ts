import { describe, expect, it } from 'vitest';
import { explainableIds, explainLine } from '../../src/assess/why.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import { ownCase, WORKER } from '../helpers/own-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { act, adds, caseOf, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const rulebook = ownRulebook();

function explained(fields: RawFields, line: string) {
  return explainLine(ownCase(fields), rulebook, line);
}

describe('why a line is there', () => {
  it('is told by the rule, what it asks, its value and its sources', () => {
    const [first] = explained(WORKER, 'renewal-last-tolerated');
    expect(first).toMatchObject({
      rule: 'deadlines/deadlines/renewal-last-tolerated',
      person: 'applicant',
      applies: true,
      sure: 'confirmed',
      disputes: ['expiry-plus-sixty'],
      values: [{ id: 'renewal-tolerance', is: 60, unit: 'days', from: '1998-03-27' }],
    });
    expect(first?.place).toMatch(/^deadlines\.yaml:\d+$/);
    expect(first?.sources).toContainEqual({ id: 'tui', at: 'art. 13 c. 2 b' });
    expect(first?.tests).toContainEqual({ fact: 'procedure', asks: 'renewal', is: 'renewal', holds: true });
    expect(first?.tests.every(({ holds }) => holds)).toBe(true);
  });

  it('is told of everyone in the case, rules that apply before the others', () => {
    const family = [{ relation: 'child', born: '2016-05-04' }];
    const all = explained({ ...WORKER, family }, 'renewal-last-tolerated');
    expect(all.map(({ person, applies }) => [person, applies])).toEqual([
      ['applicant', true],
      ['family-1', true],
      ['applicant', false],
      ['family-1', false],
    ]);
  });
});

describe('why a line is not there', () => {
  it('is told by what fails, and without values', () => {
    const [first, ...others] = explained({ ...WORKER, reason: 'long-term' }, 'renewal-last-tolerated');
    expect(others.every(({ applies }) => !applies)).toBe(true);
    expect(first?.applies).toBe(false);
    expect(first?.values).toEqual([]);
    expect(first?.tests.filter(({ holds }) => !holds)).toHaveLength(1);
    expect(first?.tests.find(({ holds }) => !holds)).toMatchObject({ fact: 'reason', is: 'long-term' });
  });

  it('takes the rule that comes nearest first', () => {
    const failing = explained(
      { ...WORKER, procedure: 'duplicate', change: 'loss' },
      'renewal-last-tolerated',
    ).map(({ tests }) => tests.filter(({ holds }) => !holds).length);
    expect(failing).toEqual(failing.toSorted((a, b) => a - b));
    expect(failing[0]).toBe(1);
  });
});

describe('a line that hangs on an answer nobody knows', () => {
  it('is explained by the answer that brings it', () => {
    const [first] = explained({ ...WORKER, contract: 'unknown' }, 'three-years-at-most');
    expect(first).toMatchObject({ applies: true, person: 'applicant' });
  });
});

describe('what can be asked about', () => {
  it('is every line, rule, decision and advice, once', () => {
    const ids = explainableIds(rulebook);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [
      'route',
      'questura',
      'deadlines/deadlines/renewal-last-tolerated',
      'renewal-last-tolerated',
    ]) {
      expect(ids).toContain(id);
    }
    expect(ids).toContain('not-an-eu-citizen');
    expect(explained(WORKER, 'nothing-is-called-so')).toEqual([]);
    expect(explained(WORKER, 'route').filter(({ applies }) => applies).length).toBeGreaterThan(0);
  });
});

describe('a rule of a small law', () => {
  const law = smallLaw();
  const CHILD = { relation: 'child', born: '2020-01-01' };
  const reports = (line: string, fields: RawFields = {}, by = law) =>
    explainLine(caseOf({ ...NEWCOMER, ...fields }, by), by, line);
  const withRights = (...rights: ReturnType<typeof adds>[]) =>
    smallLaw({ collections: { ...law.book.collections, rights } });
  const places = (list: ReturnType<typeof reports>) =>
    list.map(({ rule, person, applies }) => `${rule} ${person} ${applies ? 'applies' : 'does not'}`);

  it('is told with its tests, values, sources and disputes', () => {
    expect(reports('renew', { procedure: 'renewal', expiry: '2027-03-31' })).toStrictEqual([
      {
        ...{ rule: 'add-renew', place: 'act.yaml:1', person: 'applicant', applies: true },
        tests: [
          { fact: 'outcome', asks: 'permit', is: 'permit', holds: true },
          { fact: 'procedure', asks: 'renewal', is: 'renewal', holds: true },
        ],
        ...{ sources: act('add-renew'), sure: 'confirmed', disputes: [] },
        values: [
          { id: 'sixty-days', is: 60, unit: 'days', from: '2006-12-11', sources: act('60 from 2006-12-11') },
          { id: 'year', is: 12, unit: 'months', from: '2006-12-11', sources: act('12 from 2006-12-11') },
        ],
      },
    ]);
    expect(reports('stamp')[0]?.disputes).toEqual(['stamps']);
    // the amounts of a day long past
    const past = { on: '2019-01-01', entry: '2018-12-31' };
    expect(reports('card', past)[0]?.values).toMatchObject([{ id: 'card-price', is: 2000, unit: 'cents' }]);
  });

  it('that does not apply tells by which test', () => {
    const [report] = reports('renew');
    expect(report).toMatchObject({ applies: false, values: [] });
    expect(report?.tests).toContainEqual({
      ...{ fact: 'procedure', asks: 'renewal', is: 'first-issue', holds: false },
    });
  });

  it('tells of the alternative that comes nearest', () => {
    const asks = { reason: 'study', domestic: true, visa: 'c' };
    const near = { reason: 'study', contract: 'open-ended' };
    for (const boxes of [
      [asks, near],
      [near, asks],
    ]) {
      const [report] = reports('here', {}, withRights(adds('here', boxes)));
      expect(report?.applies).toBe(false);
      expect(report?.tests.map(({ fact, holds }) => [fact, holds])).toEqual(
        expect.arrayContaining([
          ['reason', false],
          ['contract', true],
        ]),
      );
    }
    const [report] = reports('here', {}, withRights(adds('here', [asks, { reason: 'employment' }])));
    expect(report).toMatchObject({ applies: true });
    expect(report?.tests.every(({ holds }) => holds)).toBe(true);
    // a rule without any alternative applies to nobody
    expect(reports('here', {}, withRights(adds('here', [])))).toMatchObject([{ applies: false, tests: [] }]);
  });

  it('that applies comes first, then those that fail in fewest tests', () => {
    const rights = withRights(
      adds('here', { reason: 'study', domestic: true, visa: 'c' }, { id: 'far' }),
      adds('here', { reason: 'study' }, { id: 'near' }),
      adds('here', { reason: 'study', domestic: true }, { id: 'middle' }),
      // most of what it asks is so
      adds(
        'here',
        { reason: 'study', contract: 'open-ended', visa: 'none', domestic: false },
        { id: 'long' },
      ),
      adds('here', { person: 'relative' }, { id: 'child' }),
    );
    expect(places(reports('here', { family: [CHILD], visa: 'none' }, rights))).toEqual([
      'child family-1 applies',
      ...['near applicant', 'near family-1', 'long applicant', 'long family-1', 'child applicant'].map(
        (one) => `${one} does not`,
      ),
      ...['middle applicant', 'middle family-1', 'far applicant', 'far family-1'].map(
        (one) => `${one} does not`,
      ),
    ]);
  });

  it('is found under its own name, what it gives or advises, and the decision it is part of', () => {
    const of = (line: string, fields: RawFields = {}) => [
      ...new Set(reports(line, fields).map(({ rule }) => rule)),
    ];
    expect(of('add-stamp')).toEqual(['add-stamp']);
    expect(of('ask-anew')).toEqual(['refused']);
    expect(of('route')).toEqual(['post', 'questura']);
    expect(of('post')).toEqual(['post']);
    expect(of('carried')).toEqual(['kit-carried']);
    const ids = explainableIds(law);
    expect(ids).toEqual(
      expect.arrayContaining(['stamp', 'add-stamp', 'ask-anew', 'no-way', 'kit', 'kit-own', 'own']),
    );
    expect(ids.every((id) => id.length > 0 && of(id).length > 0)).toBe(true);
  });

  it('of an open case is told by an answer with which it applies', () => {
    const open = withRights(
      adds('here', { contract: 'fixed-term' }),
      adds('there', { contract: 'open-ended' }),
    );
    for (const line of ['here', 'there'])
      expect(places(reports(line, { contract: 'unknown' }, open))).toEqual([`add-${line} applicant applies`]);
    const never = withRights(
      adds('here', { contract: 'fixed-term', reason: 'study' }),
      adds('x', { contract: 'fixed-term' }),
    );
    const [report] = reports('here', { contract: 'unknown' }, never);
    // of those with which it does not, by the first
    expect(report?.tests.find(({ fact }) => fact === 'contract')).toMatchObject({ is: 'open-ended' });
  });
});
