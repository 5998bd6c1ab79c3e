import { describe, expect, it } from 'vitest';
import { RulebookError } from '../../src/errors.ts';
import type { DatedValue } from '../../src/rulebook/book.ts';
import { withShares, type Share } from '../../src/rulebook/shares.ts';

const place = { file: 'x.yaml', line: 1 };
const BASE = {
  unit: 'cents',
  lookedUpOn: 'filing',
  series: [
    {
      from: '2025-01-01',
      is: 53_869,
      checked: '2026-01-01',
      sources: [{ id: 'inps' }],
      sure: 'single',
      disputes: ['d'],
    },
    {
      from: '2026-01-01',
      is: 54_625,
      checked: '2026-11-01',
      sources: [{ id: 'inps-2026' }],
      sure: 'confirmed',
    },
  ],
} as unknown as DatedValue;
const HALF: Share = { of: 'base', percent: 50, sources: [{ id: 'tui' }], sure: 'confirmed', place };

describe('an amount that is a share of another', () => {
  it('follows it entry by entry, to the nearest cent, and is no surer than either', () => {
    const { base, half, odd } = withShares({
      base: BASE,
      half: HALF,
      odd: { ...HALF, percent: 33, sure: 'unconfirmed' },
    });
    expect(base).toBe(BASE);
    expect(half).toMatchObject({ unit: 'cents', lookedUpOn: 'filing', share: { of: 'base', percent: 50 } });
    expect(half?.series).toEqual([
      {
        from: '2025-01-01',
        is: 26_935,
        checked: '2026-01-01',
        sources: [{ id: 'tui' }, { id: 'inps' }],
        sure: 'single',
        disputes: ['d'],
      },
      {
        from: '2026-01-01',
        is: 27_313,
        checked: '2026-11-01',
        sources: [{ id: 'tui' }, { id: 'inps-2026' }],
        sure: 'confirmed',
      },
    ]);
    expect(odd?.series.map(({ is, sure }) => [is, sure])).toEqual([
      [17_777, 'unconfirmed'],
      [18_026, 'unconfirmed'],
    ]);
  });

  it.each([
    ['nothing', { half: HALF }],
    ['another share', { base: { ...HALF, of: 'half' }, half: HALF }],
  ])('is refused as a share of %s', (_, values) => {
    expect(() => withShares(values)).toThrow(RulebookError);
    try {
      withShares(values);
    } catch (error) {
      expect((error as RulebookError).problems[0]).toMatchObject({
        ...place,
        message: expect.stringContaining('which has no series') as string,
      });
    }
  });
});
