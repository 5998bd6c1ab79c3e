/** Sets of values of a fact as sorted spans of whole numbers; {@link NONE} is the point of the absent fact. */
import { NONE } from '../rulebook/condition.ts';

export interface Span {
  readonly low: number;
  readonly high: number;
}

export type Spans = readonly Span[];

/** Every number that a fact can be; absence is not among them. */
export const NUMBERS: Span = { low: -1e9, high: 1e9 };
export const ABSENT: Span = { low: NONE, high: NONE };

/** Sorted, joined where they touch, and cut to what a fact can be. */
export function spansOf(list: readonly Span[]): Spans {
  const cut = list
    .map(({ low, high }) =>
      low === NONE ? ABSENT : { low: Math.max(low, NUMBERS.low), high: Math.min(high, NUMBERS.high) },
    )
    .filter(({ low, high }) => low <= high)
    .sort((a, b) => a.low - b.low);
  const joined: Span[] = [];
  for (const span of cut) {
    const last = joined.at(-1);
    if (last && span.low <= last.high + 1 && last.low !== NONE) {
      joined[joined.length - 1] = { low: last.low, high: Math.max(last.high, span.high) };
    } else if (last?.low !== span.low || span.low !== NONE) joined.push(span);
  }
  return joined;
}

/** Whether a value is in the set. */
export function has(spans: Spans, value: number): boolean {
  return spans.some(({ low, high }) => value >= low && value <= high);
}

/** What is in both sets. */
export function both(a: Spans, b: Spans): Spans {
  return spansOf(
    a
      .flatMap((one) =>
        b.map((two) => ({ low: Math.max(one.low, two.low), high: Math.min(one.high, two.high) })),
      )
      .filter(({ low, high }) => low <= high),
  );
}

/** What is in the domain and not in the set. */
export function without(domain: Spans, spans: Spans): Spans {
  let left: Span[] = [...domain];
  for (const { low, high } of spans) {
    left = left.flatMap((span) =>
      span.high < low || span.low > high
        ? [span]
        : [
            { low: span.low, high: low - 1 },
            { low: high + 1, high: span.high },
          ].filter((rest) => rest.low <= rest.high && span.low !== NONE),
    );
  }
  return spansOf(left);
}

/** Whether two sets are the same. */
export function equal(a: Spans, b: Spans): boolean {
  return a.length === b.length && a.every(({ low, high }, at) => low === b[at]?.low && high === b[at].high);
}
