import { describe, expect, it } from 'vitest';
import { explainableIds, explainLine } from '../../src/assess/why.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import { ownCase, WORKER } from '../helpers/own-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

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
