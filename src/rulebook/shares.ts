/** Amounts that the law fixes as a share of another amount: computed, so that a new year is one line. */
import { RulebookError } from '../errors.ts';
import type { DatedValue, Place, SourceRef, Sure } from './book.ts';
import { SURENESS } from './book.ts';

/** A value as the files give it: a series of its own, or a share of another value's. */
export interface Share {
  readonly of: string;
  readonly percent: number;
  readonly sources: readonly SourceRef[];
  readonly sure: Sure;
  readonly place: Place;
}

/**
 * Every value with its series. An entry of a share is rounded to the nearest cent, begins on the day of the
 * entry it is a share of, and is no surer than either. Throws {@link RulebookError} for a share of nothing.
 */
export function withShares(values: Readonly<Record<string, DatedValue | Share>>): Record<string, DatedValue> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, 'of' in value ? shared(id, value, values) : value]),
  );
}

function shared(id: string, share: Share, values: Readonly<Record<string, DatedValue | Share>>): DatedValue {
  const base = values[share.of];
  if (!base || 'of' in base) {
    throw new RulebookError([
      { ...share.place, message: `${id} is a share of ${share.of}, which has no series` },
    ]);
  }
  return {
    unit: base.unit,
    lookedUpOn: base.lookedUpOn,
    share: { of: share.of, percent: share.percent },
    series: base.series.map((entry) => ({
      from: entry.from,
      is: Math.round((entry.is * share.percent) / 100),
      checked: entry.checked,
      sources: [...share.sources, ...entry.sources],
      sure: SURENESS[Math.max(SURENESS.indexOf(entry.sure), SURENESS.indexOf(share.sure))] ?? share.sure,
      ...(entry.disputes && { disputes: entry.disputes }),
    })),
  };
}
