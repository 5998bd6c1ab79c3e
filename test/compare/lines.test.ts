import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { changesBetween, keyOf, lineStates, type LineState } from '../../src/compare/lines.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownAnswer, WORKER } from '../helpers/own-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const rulebook = ownRulebook();

describe('lines of an answer', () => {
  it('hold every list that a person acts on, and survive YAML and JSON', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), (fields) => {
        const answer = ownAnswer(fields);
        const states = lineStates(answer);
        const count = (list: LineState['list']) => states.filter((state) => state.list === list).length;
        expect(count('documents')).toBe(answer.documents.length);
        expect(count('deadlines')).toBe(answer.deadlines.length);
        expect(count('disputes')).toBe(answer.disputes.length);
        expect(count('payments')).toBe(answer.fees.payments.length);
        expect(states.every(({ sources }) => sources.length > 0)).toBe(true);
        expect(changesBetween(answer, parse(stringify(states)) as LineState[])).toEqual([]);
        expect(changesBetween(JSON.parse(JSON.stringify(states)) as LineState[], answer)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('name what changed, appeared and vanished between two answers, and lead from one to the other', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), anyCase(rulebook.book), (one, other) => {
        const [before, after] = [lineStates(ownAnswer(one)), lineStates(ownAnswer(other))];
        const changes = changesBetween(before, after);
        const left = before.filter((line) => !changes.some((change) => change.before === line));
        const now = after.filter((line) => !changes.some((change) => change.after === line));
        const text = (lines: readonly LineState[]) =>
          lines.map((line) => `${keyOf(line)} ${line.id} ${JSON.stringify(line.value)}`).sort();
        expect(text(left)).toEqual(text(now));
      }),
      { numRuns: 150 },
    );
  });
});

describe('changes between two answers', () => {
  it('move the recommended date when the law of the day does', () => {
    const before = ownAnswer({ ...WORKER, on: '2026-05-21' });
    const after = ownAnswer({ ...WORKER, on: '2026-05-22' });
    const changes = changesBetween(before, after).map(({ kind, before: old, after: now }) => [
      kind,
      (now ?? old)?.list,
      (now ?? old)?.id,
      old?.value.date,
      now?.value.date,
    ]);
    expect(changes).toContainEqual([
      'changed',
      'deadlines',
      'renewal-recommended',
      '2026-12-22',
      '2026-11-22',
    ]);
  });
});
