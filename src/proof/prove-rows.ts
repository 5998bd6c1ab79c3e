/**
 * The proof about the rules of all tables: each applies to somebody, and so does each alternative; each part of a
 * condition tells somebody from somebody else. A case is looked for among those at hand first, then in the space
 * of all cases; where the search comes to its end without one, there is none.
 */
import type { RawFields } from '../case/read-case.ts';
import type { Written } from '../rulebook/merge.ts';
import { proveTable } from '../rulebook/prove.ts';
import type { Finding } from './finding.ts';
import { atHand, searched, seek, smallestShowing, type Proving } from './proving.ts';
import { questionsAbout, readBoxes, readRows, soughtFor, type ReadRow, type RowQuestion } from './rows.ts';

/** What was found about the rules, and how many questions were asked. */
export interface RowsProof {
  readonly questions: number;
  readonly findings: readonly Finding[];
}

/** Asks of every rule whether somebody is in its case, and of every condition whether it tells cases apart. */
export function proveRows(proving: Proving, written: Written): RowsProof {
  const { rulebook, space } = proving;
  const questions = readRows(rulebook).flatMap((about) => questionsAbout(space, written, about));
  const boxes = readBoxes(rulebook);
  return {
    questions: questions.length + boxes.length,
    findings: [
      ...questions.flatMap((one) => findingOn(proving, one)),
      ...boxes.flatMap((one) => findingOnBox(proving, one)),
    ],
  };
}

function findingOn(proving: Proving, question: RowQuestion): Finding[] {
  if (atHand(proving, question)) return [];
  const answer = searched(proving, question);
  if (answer.found !== undefined || keepsCellsApart(proving, question)) return [];
  const { about, fault, condition } = question;
  const { id, place } = about.row;
  const verdict = answer.sure ? ('refuted' as const) : ('undecided' as const);
  const base = { verdict, place, rule: id };
  if (fault === 'condition') {
    const shown = answer.sure ? plainCase(proving, question) : undefined;
    const message = `the condition ${condition ?? ''} of ${id} changes nothing${shown ? ', as in this case' : ''}`;
    return [
      {
        ...base,
        kind: 'condition',
        ...(condition !== undefined && { condition }),
        message,
        ...(shown && { case: shown }),
      },
    ];
  }
  const nearest = answer.sure ? nearestTo(proving, question) : undefined;
  const what = fault === 'rule' ? id : `an alternative of ${id}`;
  const all = nearest ? `, of this case all holds but ${nearest.but}` : '';
  return [
    {
      ...base,
      kind: fault === 'rule' ? 'rule' : 'alternative',
      message: `${what} never applies: no case meets it${all}`,
      ...(nearest && { case: nearest.raw }),
    },
  ];
}

/**
 * Whether a table of decisions would no longer decide every cell without the condition: that all cells are decided
 * is proved of any facts together, whether or not a case has them.
 */
function keepsCellsApart({ rulebook }: Proving, { about, without }: RowQuestion): boolean {
  const rows = rulebook.decisions.get(about.table);
  if (!rows || !without) return false;
  const changed = rows.map((row) => (row.id === about.row.id ? { ...row, boxes: without } : row));
  return proveTable(rulebook, changed).length > 0;
}

/** A rule of a box of a form; its alternatives come of what other rules leave over, so one of them is enough. */
function findingOnBox(proving: Proving, about: ReadRow): Finding[] {
  const { row } = about;
  const sought = row.boxes.map((_, index) => soughtFor(proving.space, about, index));
  if (sought.some((one) => atHand(proving, one))) return [];
  const answers = sought.map((one) => searched(proving, one));
  if (answers.some(({ found }) => found !== undefined)) return [];
  const verdict = answers.every((one) => one.found === undefined && one.sure) ? 'refuted' : 'undecided';
  return [
    {
      kind: 'rule',
      verdict,
      place: row.place,
      rule: row.id,
      message: `${row.id} never applies: no case meets it`,
    },
  ];
}

/** A case to which the rule applies as it stands. */
function plainCase(proving: Proving, question: RowQuestion): RawFields | undefined {
  const asIs = question.asIs();
  const { found } = seek(proving, asIs);
  return found && smallestShowing(proving, found, asIs);
}

/** The first case in which all parts of a condition hold but one. */
function nearestTo(proving: Proving, question: RowQuestion): { raw: RawFields; but: string } | undefined {
  for (const { but, sought } of question.allBut()) {
    const { found } = seek(proving, sought);
    if (found) return { raw: smallestShowing(proving, found, sought), but };
  }
  return undefined;
}
