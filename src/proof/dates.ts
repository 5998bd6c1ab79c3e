/**
 * Dates that hang together: the day whose law applies, the other dates of a case, and the spans between them.
 * Spans in months are given some days of play, so that what is called impossible here is impossible.
 */
import { NONE } from '../rulebook/condition.ts';
import { atomsIn, type Atom, type Mask } from './atoms.ts';
import type { Space, Variable } from './space.ts';

/** A span between the day of the law and another date, as days from the first to the second. */
export interface Span {
  readonly variable: Variable;
  /** The other date comes after the day of the law in the way the span counts. */
  readonly forward: boolean;
}

/** A date of a case, with everything that is counted from the day of the law to it or from it. */
export interface DateField {
  readonly variable: Variable;
  readonly spans: readonly Span[];
}

const AVERAGE_MONTH = 30.436875;
/** No run of months is further from its average than this. */
const PLAY = 4;

/** The dates of a space that are not the day of the law. */
export function dateFieldsOf(space: Space): { law: number; dates: readonly DateField[] } {
  const { rulebook, variables } = space;
  const law = variables.findIndex(({ fact }) => fact.derive.how === 'law-date');
  const lawId = variables[law]?.id;
  const dates = variables.filter(({ fact }) => fact.kind === 'date' && fact.derive.how === 'field');
  return {
    law,
    dates: dates.map((variable) => ({
      variable,
      spans: rulebook.facts.flatMap<Span>(({ fact: { derive } }, position) => {
        const span = variables[position];
        if (!span || !('from' in derive)) return [];
        if (derive.from === lawId && derive.to === variable.id) return [{ variable: span, forward: true }];
        if (derive.to === lawId && derive.from === variable.id) return [{ variable: span, forward: false }];
        return [];
      }),
    })),
  };
}

/** The days of the law for which every date can be found; none where the domain has no case. */
export function lawDays(
  space: Space,
  fields: { law: number; dates: readonly DateField[] },
  domain: Mask,
): Atom[] {
  const law = space.variables[fields.law];
  if (!law) return [];
  let days = merged(atomsIn(law.atoms, domain, law.offset));
  for (const { variable, spans } of fields.dates) {
    if (days.length === 0) return days;
    const own = atomsIn(variable.atoms, domain, variable.offset);
    // an absent date says nothing of the day of the law
    if (own.some(({ low }) => low === NONE)) continue;
    const filed = variable.id === 'filed';
    if (spans.length === 0 && !filed) continue;
    const after = spans.reduce<Atom[]>(
      (left, span) => intersect(left, daysAfterLaw(span, domain)),
      [{ low: filed ? 0 : -Infinity, high: Infinity }],
    );
    const possible = merged(own).flatMap(({ low, high }) =>
      after.map((span) => ({ low: low - span.high, high: high - span.low })),
    );
    days = intersect(days, merged(possible));
  }
  return days;
}

/** How many days after the day of the law a date can lie, as far as one span tells. */
export function daysAfterLaw({ variable, forward }: Span, domain: Mask): Atom[] {
  const { how } = variable.fact.derive;
  const pieces = atomsIn(variable.atoms, domain, variable.offset).filter(({ low }) => low !== NONE);
  const days = pieces.map(({ low, high }) => {
    if (how === 'days') return { low, high };
    if (how === 'months-begun') return { low: low === 0 ? -Infinity : least(low - 1) + 1, high: most(high) };
    return { low: low === 0 ? -Infinity : least(low), high: most(high + 1) };
  });
  return merged(forward ? days : days.map(({ low, high }) => ({ low: -high, high: -low })));
}

function least(months: number): number {
  return Math.floor(months * AVERAGE_MONTH) - PLAY;
}

function most(months: number): number {
  return Math.ceil(months * AVERAGE_MONTH) + PLAY;
}

/** Intervals in order, those that touch joined. */
export function merged(intervals: readonly Atom[]): Atom[] {
  const result: Atom[] = [];
  for (const one of [...intervals].sort((a, b) => a.low - b.low)) {
    const last = result.at(-1);
    if (last && one.low <= last.high + 1) {
      result[result.length - 1] = { low: last.low, high: Math.max(last.high, one.high) };
    } else result.push(one);
  }
  return result;
}

/** What two lists of intervals share. */
export function intersect(a: readonly Atom[], b: readonly Atom[]): Atom[] {
  const shared: Atom[] = [];
  for (const one of a) {
    for (const other of b) {
      const low = Math.max(one.low, other.low);
      const high = Math.min(one.high, other.high);
      if (low <= high) shared.push({ low, high });
    }
  }
  return shared;
}
