/**
 * The proof about tables of decisions and boxes of forms: every cell is decided exactly once, and every exception
 * lies inside the rule that it takes the place of. What does not hold is shown by a real case where there is one.
 */
import type { Answered } from '../assess/answered.ts';
import { TableGap } from '../assess/tables.ts';
import { decidingOf, type Deciding } from '../rulebook/deciding.ts';
import { applies } from '../rulebook/condition.ts';
import { proveTable, type CounterExample } from '../rulebook/prove.ts';
import type { Finding } from './finding.ts';
import {
  atHand,
  searched,
  searchedCase,
  smallest,
  type Proving,
  type Sighting,
  type Sought,
} from './proving.ts';
import { readRows, type ReadRow } from './rows.ts';
import { ALWAYS_READ, exceptionsTo } from './produced.ts';
import type { Wanted } from './solve.ts';
import type { Literal, Subject } from './space.ts';

/** What is wrong with the tables of decisions. */
export function proveTables(proving: Proving): Finding[] {
  const { rulebook } = proving;
  const tables = decidingOf(rulebook).flatMap((deciding) => {
    // where every cell is decided there is nothing to look for; else it may be that no case is in such a cell
    const cells = proveTable(rulebook, deciding.rows);
    return cells.length === 0 ? [] : undecidedIn(proving, deciding, cells);
  });
  return [...tables, ...outside(proving)];
}

const MOST_SHOWN = 5;

/** Cases in which no rule of a table is left, or two. */
function undecidedIn(proving: Proving, deciding: Deciding, cells: readonly CounterExample[]): Finding[] {
  const { rows } = deciding;
  const findings = gapIn(proving, deciding, cells);
  rows.forEach((row, index) => {
    for (const other of rows.slice(index + 1)) {
      if (findings.length >= MOST_SHOWN) return;
      if (row.overrides === other.id || other.overrides === row.id) continue;
      findings.push(...overlapOf(proving, deciding, [row, other], cells));
    }
  });
  return findings;
}

type DecisionRule = Deciding['rows'][number];

function gapIn(proving: Proving, deciding: Deciding, cells: readonly CounterExample[]): Finding[] {
  const { space } = proving;
  const wanted = (subject: Subject): Wanted => ({
    all: readWhen(proving, deciding),
    never: deciding.rows.flatMap(({ boxes }) => boxes.map((box) => space.box(box, subject))),
  });
  return undecided(proving, deciding, { wanted: [wanted], rules: [], cells });
}

function overlapOf(
  proving: Proving,
  deciding: Deciding,
  pair: readonly [DecisionRule, DecisionRule],
  cells: readonly CounterExample[],
): Finding[] {
  const { space } = proving;
  const [row, other] = pair;
  const wanted = row.boxes.flatMap((box) =>
    other.boxes.map((second) => (subject: Subject): Wanted => ({
      all: [...space.box(box, subject), ...space.box(second, subject), ...readWhen(proving, deciding)],
      never: pair.flatMap((one) => exceptionsTo(space, deciding.rows, one, subject)),
    })),
  );
  return undecided(proving, deciding, { wanted, rules: pair.map(({ id }) => id), cells });
}

/** Tables are read where there is a permit to ask for, but for those that say whether there is one. */
function readWhen({ space, rulebook }: Proving, { table }: Deciding): Literal[] {
  if (table !== undefined && ALWAYS_READ.includes(table)) return [];
  const outcomes = Object.values(rulebook.book.outcomes);
  const outcome = rulebook.positions.get('outcome') ?? -1;
  return [space.where(outcome, (value) => outcomes[value]?.permit === true)];
}

interface Undecided {
  readonly wanted: readonly ((subject: Subject) => Wanted)[];
  readonly rules: readonly string[];
  readonly cells: readonly CounterExample[];
}

function undecided(proving: Proving, deciding: Deciding, { wanted, rules, cells }: Undecided): Finding[] {
  const { name, table, rows } = deciding;
  const personal = table === undefined || proving.rulebook.book.tables[table]?.per === 'person';
  const subjects: readonly Subject[] = personal ? ['applicant', 'relative'] : ['applicant'];
  const shows = (answered: Answered) => isUndecided(deciding, rules, answered);
  let raw = proving.gaps.find((one) => shows(proving.reader(one)));
  let sure = true;
  for (const want of wanted) {
    for (const subject of subjects) {
      if (raw) break;
      const answer = searchedCase(proving, want(subject), subject, shows);
      if (answer.found === undefined) sure &&= answer.sure;
      else raw = answer.found;
    }
  }
  if (!raw && sure) return [];
  const what = rules.length === 0 ? 'no rule applies' : `these rules apply together: ${rules.join(', ')}`;
  const cell = cells.find((one) => one.rules.join() === rules.join());
  const facts = Object.entries(cell?.facts ?? {}).map(([fact, value]) => `${fact}: ${value}`);
  const first = rows.find(({ id }) => id === rules[0]) ?? rows[0];
  return [
    {
      kind: rules.length === 0 ? 'gap' : 'overlap',
      verdict: raw ? 'refuted' : 'undecided',
      place: first?.place ?? { file: name },
      message: `${name}: ${what}${cell ? `, for { ${facts.join(', ')} }` : ''}`,
      ...(rules[0] !== undefined && { rule: rules[0] }),
      ...(raw && { case: smallest(raw, (smaller) => shows(proving.reader(smaller))) }),
    },
  ];
}

/** Whether the table has no answer to a case, or the rules of a box apply to somebody together. */
function isUndecided({ table, rows }: Deciding, rules: readonly string[], answered: Answered): boolean {
  if (table !== undefined) {
    if (!('gap' in answered) || !(answered.gap instanceof TableGap)) return false;
    const { gap } = answered;
    return (
      gap.table === table && (rules.length === 0) === (gap.rules.length === 0) && isWithin(rules, gap.rules)
    );
  }
  if (!('people' in answered)) return false;
  const together = rows.filter(({ id }) => rules.includes(id));
  return answered.people.some(({ facts }) =>
    rules.length === 0
      ? !rows.some(({ boxes }) => applies(boxes, facts))
      : together.every(({ boxes }) => applies(boxes, facts)),
  );
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
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
    const answers = beyond(proving, about, parent).map((sought): Sighting => {
      const near = atHand(proving, sought);
      return near ? { found: near.raw } : searched(proving, sought, isBeyond);
    });
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
function beyond(
  { space, rulebook }: Proving,
  { row, subjects, permitOnly }: ReadRow,
  parent: ReadRow,
): Sought[] {
  const outcome = rulebook.positions.get('outcome') ?? -1;
  const outcomes = Object.values(rulebook.book.outcomes);
  const permits = (value: number) => outcomes[value]?.permit === true;
  return row.boxes.map((box) => ({
    subjects,
    wanted: (subject) => ({
      all: [...space.box(box, subject), ...(permitOnly ? [space.where(outcome, permits)] : [])],
      never: parent.row.boxes.map((one) => space.box(one, subject)),
    }),
    shows: (facts) =>
      applies([box], facts) &&
      !applies(parent.row.boxes, facts) &&
      (!permitOnly || permits(facts[outcome] ?? -1)),
  }));
}
