/** A case that a rule treats otherwise than the same rule with a mistake in it, searched in the space of all cases. */
import { applies, holds, type CompiledTest } from '../../src/rulebook/condition.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { provingOf, searched, type Proving, type Sighting } from '../../src/proof/proving.ts';
import { permitOf, readRows, type ReadRow, type Row } from '../../src/proof/rows.ts';
import { spaceOf } from '../../src/proof/space.ts';

/** The search for one rule book; a mutant differs from the book in one test of one alternative of one row. */
export class DifferenceSearch {
  private readonly proving: Proving;
  private readonly rows: ReadonlyMap<string, ReadRow>;

  constructor(rulebook: Rulebook) {
    this.proving = provingOf(rulebook, [], undefined, spaceOf(rulebook, true));
    this.rows = new Map(readRows(rulebook).map((read) => [read.row.id, read]));
  }

  /** Looks on both sides: what the test admits and its mutant does not, and the other way round. */
  between(row: Row, mutant: Row, box: number, fact: number): Sighting {
    const before = row.boxes[box]?.find((test) => test.fact === fact);
    const after = mutant.boxes[box]?.find((test) => test.fact === fact);
    const about = this.rows.get(row.id);
    if (!before || !after || !about) return { sure: false };
    const sides = [
      (value: number) => holds(before, value) && !holds(after, value),
      (value: number) => !holds(before, value) && holds(after, value),
    ];
    let sure = true;
    for (const admits of sides) {
      for (const subject of about.subjects) {
        const answer = this.side(about, mutant, box, before, admits, subject);
        if (answer.found !== undefined) return answer;
        sure &&= answer.sure;
      }
    }
    return { sure };
  }

  private side(
    { row, permitOnly, exceptions }: ReadRow,
    mutant: Row,
    index: number,
    test: CompiledTest,
    admits: (value: number) => boolean,
    subject: 'applicant' | 'relative',
  ): Sighting {
    const { space } = this.proving;
    const own = row.boxes[index] ?? [];
    const others = row.boxes.filter((_, at) => at !== index);
    const spot = { ...space.where(test.fact, admits), variable: space.variableOf(test.fact, subject) };
    const all = [
      ...own.map((one) => (one === test ? spot : space.literal(one, subject))),
      ...(permitOnly ? [permitOf(space).literal] : []),
    ];
    const never = [...others, ...exceptions.flatMap(({ boxes }) => boxes)].map((box) =>
      space.box(box, subject),
    );
    return searched(this.proving, {
      subjects: [subject],
      wanted: () => ({ all, never }),
      shows: (facts) => applies(row.boxes, facts) !== applies(mutant.boxes, facts),
    });
  }
}
