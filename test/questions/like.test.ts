import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../src/case/case.ts';
import { carriesOver, readyAnswers } from '../../src/questions/like.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { permesso, tempFolder } from '../helpers/run.ts';
import { ownCase } from '../helpers/own-case.ts';

const { book } = ownRulebook();

const aCase = (fields: Record<string, unknown>) =>
  ownCase({ born: '1988-01-02', citizenship: 'MA', ...fields });

const SEASONAL = { procedure: 'first-issue', reason: 'seasonal-employment', months: 6, entry: '2026-11-20' };

describe('answers that stand ready', () => {
  it('are those that similar cases share, and what happened', () => {
    expect(Object.fromEntries(readyAnswers(book, aCase(SEASONAL)))).toEqual({
      event: 'arrived',
      procedure: 'first-issue',
      reason: 'seasonal-employment',
      months: 6,
      domestic: false,
    });
  });

  it('never hold a date, a citizenship, an income or a family', () => {
    const personal = FIELD_NAMES.filter((name) => !carriesOver(name));
    expect(personal).toEqual(expect.arrayContaining(['born', 'citizenship', 'income', 'family', 'entry']));
    const full = aCase({ ...SEASONAL, income: true, family: [{ relation: 'child', born: '2020-02-01' }] });
    for (const name of personal) expect(readyAnswers(book, full).has(name), name).toBe(false);
  });

  it.each([
    [
      { procedure: 'renewal', reason: 'employment', contract: 'open-ended', expiry: '2027-01-15' },
      'expiring',
    ],
    [
      { procedure: 'renewal', reason: 'pending-employment', from: 'employment', expiry: '2027-01-15' },
      'lost-job',
    ],
    [{ procedure: 'update', reason: 'study', change: 'passport', expiry: '2027-01-15' }, 'new-passport'],
    [{ procedure: 'duplicate', reason: 'study', change: 'theft' }, 'stolen-card'],
    [{ procedure: 'update', reason: 'long-term', change: 'photo', expiry: '2027-01-15' }, 'other'],
  ])('lead to the same case: %j is %s', (fields, event) => {
    expect(readyAnswers(book, aCase(fields)).get('event')).toBe(event);
  });
});

describe('a file for --like', () => {
  it('is read like every case file: all that is wrong with it is told before the first question', async () => {
    const path = join(tempFolder(), 'case.yaml');
    const lines = ['procedure: renewal', 'reason: study', 'expiry: soon', 'born: 2003-05-04', 'ticked: 7'];
    writeFileSync(path, `${lines.join('\n')}\n`);
    const { code, stdout, stderr } = await permesso(['--like', path, '--plain'], { input: '\n' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const wrong of ['ticked must', 'expiry “soon”', 'citizenship is']) expect(stderr).toContain(wrong);
    expect(stderr).toContain('line 5');
    expect(stderr).not.toContain('What happened?');
  });
});
