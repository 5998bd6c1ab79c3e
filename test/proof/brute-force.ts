/** What the proof says, held against cells and cases tried one by one. */
import fc from 'fast-check';
import { caseReader } from '../../src/assess/answered.ts';
import type { Deciding } from '../../src/rulebook/check-tables.ts';
import { applies, NONE } from '../../src/rulebook/condition.ts';
import { withoutOverridden } from '../../src/rulebook/overrides.ts';
import { cellsOf } from '../../src/rulebook/prove.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { questionsAbout, readRows, type RowQuestion } from '../../src/proof/rows.ts';
import { spaceOf } from '../../src/proof/space.ts';
import type { Written } from '../../src/rulebook/merge.ts';
import { anyCase } from '../helpers/any-case.ts';

/** The cells of a table that are not decided exactly once, each as the values of its facts. */
export function undecidedOneByOne(rulebook: Rulebook, { rows }: Deciding): string[] {
  const { facts, values } = cellsOf(rulebook, rows);
  const vector = rulebook.facts.map(() => NONE);
  const undecided: string[] = [];
  const visit = (depth: number): void => {
    const fact = facts[depth];
    if (fact === undefined) {
      const left = withoutOverridden(rows.filter(({ boxes }) => applies(boxes, vector)));
      if (left.length !== 1) undecided.push(facts.map((position) => vector[position]).join());
      return;
    }
    for (const value of values[depth] ?? []) {
      vector[fact] = value;
      visit(depth + 1);
    }
    vector[fact] = NONE;
  };
  visit(0);
  return undecided;
}

/** Random cases that contradict the proof: without an answer, or showing what is said to be impossible. */
export function contradictions(
  rulebook: Rulebook,
  impossible: readonly RowQuestion[],
  { count, seed }: { readonly count: number; readonly seed: number },
): string[] {
  const read = caseReader(rulebook);
  const found: string[] = [];
  fc.assert(
    fc.property(anyCase(rulebook.book), (raw) => {
      const answered = read(raw);
      if ('gap' in answered) found.push(`${answered.gap.message}: ${JSON.stringify(raw)}`);
      if (!('people' in answered)) return;
      for (const { id, facts } of answered.people) {
        const subject = id === 'applicant' ? 'applicant' : 'relative';
        for (const { about, condition, shows } of impossible) {
          if (!about.subjects.includes(subject) || !shows(facts)) continue;
          found.push(`${about.row.id} ${condition ?? ''}: ${JSON.stringify(raw)}`);
        }
      }
    }),
    { numRuns: count, seed },
  );
  return found;
}

/** The questions about rules of which the proof says that nobody answers them. */
export function questionsOf(
  rulebook: Rulebook,
  written: Written,
  refuted: ReadonlySet<string>,
): RowQuestion[] {
  const space = spaceOf(rulebook);
  return readRows(rulebook)
    .flatMap((about) => questionsAbout(space, written, about))
    .filter(({ about, condition }) => refuted.has(`${about.row.id} ${condition ?? ''}`));
}
