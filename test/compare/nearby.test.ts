import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { addDays, type PlainDate } from '../../src/case/plain-date.ts';
import { changedCase, changesThatCount, nearbyOf } from '../../src/compare/nearby.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { permesso } from '../helpers/run.ts';
import { ownAnswer } from '../helpers/own-case.ts';

const rulebook = ownRulebook();
const domains = caseDomains(rulebook.book);
const EXPIRED = {
  procedure: 'renewal',
  reason: 'employment',
  contract: 'open-ended',
  expiry: '2026-10-20',
  born: '1988-01-02',
  citizenship: 'MA',
  on: '2026-11-22',
};

describe('what would change an answer', () => {
  it('finds the last day on which the post office takes the renewal, and what another contract does', () => {
    const found = nearbyOf(ownAnswer(EXPIRED), rulebook);
    const told = found.map(({ field, value, side, changes }) => [
      field,
      value,
      side,
      ...changes.map(
        ({ after, before }) => `${(after ?? before)?.list ?? ''} ${(after ?? before)?.id ?? ''}`,
      ),
    ]);
    expect(told).toContainEqual(['on', '2026-12-20', 'from', 'route questura', 'total total']);
    expect(told).toContainEqual(['expiry', '2026-09-22', 'up-to', 'route questura', 'total total']);
    expect(told).toContainEqual(['contract', 'fixed-term', 'other', 'permit employment', 'total total']);
  });

  it('finds the months at which another amount is due', () => {
    const card = {
      procedure: 'first-issue',
      reason: 'blue-card',
      contract: 'fixed-term',
      months: 9,
      entry: '2026-11-20',
      born: '1988-01-02',
      citizenship: 'IN',
      on: '2026-11-22',
    };
    const months = nearbyOf(ownAnswer(card), rulebook).filter(({ field }) => field === 'months');
    expect(months.map(({ value, side }) => [value, side])).toContainEqual([10, 'from']);
  });

  it('claims only what happens, and the value before the nearest one changes nothing that counts', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), (fields) => {
        const answer = ownAnswer(fields);
        for (const { field, value, side, changes, sources } of nearbyOf(answer, rulebook)) {
          const changed = changedCase(answer.case, field, value, domains);
          if (!changed) throw new Error(`${field} ${String(value)} is no case`);
          const happens = changesThatCount(answer, assess(changed, rulebook));
          expect(
            changes.every((change) => happens.some((one) => JSON.stringify(one) === JSON.stringify(change))),
          ).toBe(true);
          expect(sources.length).toBeGreaterThan(0);
          const nearer = before(value, side);
          if (nearer === undefined || nearer === answer.case[field]) continue;
          const same = changedCase(answer.case, field, nearer, domains);
          const counted = same ? changesThatCount(answer, assess(same, rulebook)) : [];
          expect(
            counted.filter(({ after }) => typeof value !== 'number' || after?.list !== 'permit'),
          ).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each(['text', 'markdown', 'html'])('stands in %s, in both languages', async (format) => {
    const flags = Object.entries(EXPIRED).flatMap(([name, value]) => [`--${name}`, value]);
    const args = ['check', ...flags, '--nearby', '--format', format];
    const english = await permesso(args);
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(english.stdout).toMatch(/what would change this answer/i);
    expect(english.stdout).toContain('from Sunday 20 December 2026');
    expect((await permesso([...args, '--lang', 'it'])).stdout).toContain('da domenica 20 dicembre 2026');
    expect((await permesso(args)).stdout).toBe(english.stdout);
  });

  it('is a list in JSON, each change with its value, sentence and sources', async () => {
    const flags = Object.entries(EXPIRED).flatMap(([name, value]) => [`--${name}`, value]);
    const { stdout } = await permesso(['check', ...flags, '--nearby', '--format', 'json']);
    const { nearby } = JSON.parse(stdout) as {
      nearby: { field: string; text: string; sources: unknown[] }[];
    };
    expect(nearby.find(({ field }) => field === 'on')).toMatchObject({
      value: '2026-12-20',
      text: 'Handed in: from Sunday 20 December 2026',
    });
    expect(nearby.every(({ sources }) => sources.length > 0)).toBe(true);
  });
});

function before(value: string | number | boolean, side: string): string | number | undefined {
  if (side === 'other' || typeof value === 'boolean') return undefined;
  const step = side === 'from' ? -1 : 1;
  return typeof value === 'number' ? value + step : addDays(value as PlainDate, step);
}
