import { expect, it } from 'vitest';
import { proveRows } from '../../src/proof/prove-rows.ts';
import { provingOf } from '../../src/proof/proving.ts';
import { contradictions, questionsOf } from '../proof/brute-force.ts';
import { ownBook } from '../helpers/rulebook.ts';

const SAMPLE = { count: 100_000, seed: 7 };

it('a hundred thousand random cases have an answer, and none shows what the proof calls impossible', () => {
  const { rulebook, written } = ownBook();
  const { findings } = proveRows(provingOf(rulebook, []), written);
  const refuted = findings.filter(({ verdict }) => verdict === 'refuted');
  const names = new Set(refuted.map(({ rule, condition }) => `${rule ?? ''} ${condition ?? ''}`));
  expect(contradictions(rulebook, questionsOf(rulebook, written, names), SAMPLE)).toEqual([]);
});
