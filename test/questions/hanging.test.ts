import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { decideCase } from '../../src/assess/decisions.ts';
import { linesOf } from '../../src/assess/disputes.ts';
import type { Case } from '../../src/case/case.ts';
import type { PlainDate } from '../../src/case/plain-date.ts';
import { readCase } from '../../src/case/read-case.ts';
import { rulesHangingOn } from '../../src/questions/hanging.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const rulebook = ownRulebook();
const domains = caseDomains(rulebook.book);
const read = (raw: Record<string, unknown>) => readCase(raw, domains, '2026-11-22' as PlainDate);

/** What tables decide of everyone in a case. */
const decided = (theCase: Case) =>
  decideCase(theCase, rulebook).people.map(({ facts }) =>
    facts.filter((_, position) => {
      const how = rulebook.facts[position]?.fact.derive.how ?? '';
      return ['table', 'exempt', 'length', 'deadline'].includes(how);
    }),
  );

it.each([
  ['visa', ['c', 'd', 'none', undefined], { procedure: 'first-issue', reason: 'employment' }],
  ['domestic', [true, false], { procedure: 'renewal', reason: 'employment' }],
  ['income', [true, false], { procedure: 'renewal', reason: 'study' }],
  ['moved', ['2026-11-01', undefined], { procedure: 'update', change: 'address' }],
] as const)(
  'names every rule that another answer to %s brings or takes away by itself',
  (name, answers, like) => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase(rulebook.book), (raw) => {
        const results = answers.flatMap((answer) => {
          const { [name]: _, ...rest } = raw;
          const one = read({ ...rest, ...like, ...(answer !== undefined && { [name]: answer }) });
          return 'ok' in one && one.ok.unknown === undefined ? [one.ok] : [];
        });
        const [first, ...others] = results;
        // another decision changes more than what hangs on the answer itself
        if (!first || !others.every((one) => isDeepStrictEqual(decided(one), decided(first)))) return;
        const rules = results.map((one) => new Set(linesOf(assess(one, rulebook)).map(({ rule }) => rule)));
        const told = new Set(rulesHangingOn(first, rulebook, name).map(({ rule }) => rule));
        const all = new Set(rules.flatMap((set) => [...set]));
        for (const rule of all) {
          if (rules.every((set) => set.has(rule))) continue;
          expect(told).toContain(rule);
          seen += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(0);
  },
);
