/** Conditions and facts as people write them in rule files. */
import { fromDayNumber } from '../case/plain-date.ts';
import type { Fact, Test } from './book.ts';
import { NONE, type CompiledTest } from './condition.ts';

/** A fact's number as the member, day or number that stands for it; `none` when it is absent. */
export function factInWords(fact: Fact | undefined, value: number): string {
  if (!fact || value === NONE || Number.isNaN(value)) return 'none';
  if (fact.kind === 'boolean') return value === 1 ? 'true' : 'false';
  if (fact.kind === 'enum') return fact.values?.[value] ?? String(value);
  return fact.kind === 'date' ? fromDayNumber(value) : String(value);
}

/** A test as it stands in a rule file: `study, student`, `not duplicate`, `14..17`. */
export function testInWords(test: Test): string {
  return `${test.not ? 'not ' : ''}${test.any.join(', ')}`;
}

/** A compiled test in the same words. */
export function compiledInWords(fact: Fact | undefined, { not, intervals }: CompiledTest): string {
  const spans = intervals.map(({ low, high }) => {
    if (low === high) return factInWords(fact, low);
    const from = low <= NONE + 1 ? '' : factInWords(fact, low);
    return `${from}..${high === Infinity ? '' : factInWords(fact, high)}`;
  });
  return testInWords({ not, any: spans });
}
