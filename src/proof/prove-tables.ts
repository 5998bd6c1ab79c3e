/**
 * The proof about tables of decisions and boxes of forms: every cell is decided exactly once, and every exception
 * lies inside the rule that it takes the place of. What does not hold is shown by a real case where there is one.
 */
import type { Answered } from '../assess/answered.ts';
import { TableGap } from '../assess/tables.ts';
import { undecidedCells, type UndecidedCell } from '../rulebook/check-tables.ts';
import { applies, holds } from '../rulebook/condition.ts';
import type { Finding } from './finding.ts';
import { searchedCase, seek, smallest, type Proving, type Sought } from './proving.ts';
import { permitOf, readRows, type ReadRow } from './rows.ts';
import type { Literal, Subject } from './space.ts';

/** What is wrong with the tables of decisions. */
export function proveTables(proving: Proving): Finding[] {
  return [...undecidedCells(proving.rulebook).map((cell) => undecided(proving, cell)), ...outside(proving)];
}

/** A cell with a case in it; one of which no case is must be declared impossible. */
function undecided(proving: Proving, cell: UndecidedCell): Finding {
  const { rules, place, message } = cell;
  const shows = (answered: Answered) => isUndecided(cell, answered);
  const answers = (['applicant', 'relative'] as const).map((subject) =>
    searchedCase(proving, { all: literalsOf(proving, cell, subject) }, subject, shows),
  );
  const found = answers.find((answer) => answer.found !== undefined)?.found;
  return {
    kind: rules.length === 0 ? 'gap' : 'overlap',
    verdict: 'refuted',
    place,
    message: found ? message : `${message}; if no case is so, say it under \`impossible\``,
    ...(rules[0] !== undefined && { rule: rules[0] }),
    ...(found && { case: smallest(found, (raw) => shows(proving.reader(raw))) }),
  };
}

/** Whether the table has no answer to a case, or rules of a box apply to somebody together. */
function isUndecided({ deciding, rules }: UndecidedCell, answered: Answered): boolean {
  if (deciding.table !== undefined) {
    if (!('gap' in answered) || !(answered.gap instanceof TableGap)) return false;
    return answered.gap.table === deciding.table && answered.gap.rules.join() === rules.join();
  }
  const rows = deciding.rows.filter(({ id }) => rules.includes(id));
  return (
    'people' in answered &&
    answered.people.some(({ facts }) => rows.every(({ boxes }) => applies(boxes, facts)))
  );
}

/** The values of each fact that no condition of the table tells from those of the cell. */
function literalsOf({ space }: Proving, { deciding, cell }: UndecidedCell, subject: Subject): Literal[] {
  const tests = deciding.rows.flatMap(({ boxes }) => boxes.flat());
  return [...cell].map(([fact, value]) => {
    const own = tests.filter((test) => test.fact === fact);
    return space.where(space.variableOf(fact, subject), (other) =>
      own.every((test) => holds(test, other) === holds(test, value)),
    );
  });
}

/** Exceptions that reach beyond the rule that they take the place of. */
function outside(proving: Proving): Finding[] {
  const rows = readRows(proving.rulebook);
  const byId = new Map(rows.map((about) => [about.row.id, about]));
  return rows.flatMap((about): Finding[] => {
    const parent = 'give' in about.row ? byId.get(about.row.overrides ?? '') : undefined;
    if (!parent) return [];
    // where the rule that it takes the place of does not apply, another one does, and the two overlap
    const isBeyond = (answered: Answered) =>
      'gap' in answered && answered.gap instanceof TableGap && answered.gap.rules.includes(about.row.id);
    const answers = beyond(proving, about, parent).map((sought) => seek(proving, sought, isBeyond));
    const found = answers.find((answer) => answer.found !== undefined)?.found;
    if (!found && answers.every((answer) => answer.found === undefined && answer.sure)) return [];
    return [
      {
        kind: 'exception',
        verdict: found ? 'refuted' : 'undecided',
        place: about.row.place,
        rule: about.row.id,
        message: `${about.row.id} applies where ${parent.row.id}, whose place it takes, does not`,
        ...(found && { case: smallest(found, (raw) => isBeyond(proving.reader(raw))) }),
      },
    ];
  });
}

/** Somebody in each alternative of an exception who is in none of its rule's. */
function beyond({ space }: Proving, { row, subjects, permitOnly }: ReadRow, parent: ReadRow): Sought[] {
  const permit = permitOf(space);
  return row.boxes.map((box) => ({
    subjects,
    wanted: (subject) => ({
      all: [...space.box(box, subject), ...(permitOnly ? [permit.literal] : [])],
      never: parent.row.boxes.map((one) => space.box(one, subject)),
    }),
    shows: (facts) =>
      applies([box], facts) && !applies(parent.row.boxes, facts) && (!permitOnly || permit.shows(facts)),
  }));
}
