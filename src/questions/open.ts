/**
 * Which unanswered questions can still matter. The tables are read with three values: a row that neither holds
 * nor fails yet hangs on the facts that are open in it, and those on the questions behind them. What comes
 * out may be too much (two open facts can exclude each other), never too little.
 */
import type { Assessment } from '../assess/assessment.ts';
import { dateFact, encode, UNANSWERED } from '../assess/facts.ts';
import type { FieldName } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { CollectRow, DecisionRow, Fact } from '../rulebook/book.ts';
import { openFacts, verdict } from '../rulebook/condition.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { fieldsOf, type Known, type QuestionId } from './answers.ts';
import { questionsBehind, subjectsOf, type Subject, type Subjects } from './subjects.ts';

const OUTCOME = 'outcome';
const ROUTE = 'route';
const LENGTH = 'length';
const EXEMPTIONS = 'exemptions';
const DEADLINES = 'deadlines';
/** Tables of decisions that are read even when there is no permit to ask for. */
const ALWAYS_READ: readonly string[] = ['conversion', OUTCOME];

/** One reading of the tables. */
interface Reading {
  readonly rulebook: Rulebook;
  readonly subjects: Subjects;
  /** The result if every open question were left open. */
  readonly soFar: Assessment;
  readonly isOpen: (id: QuestionId) => boolean;
  /** Notes a question as open, if it is. */
  readonly ask: (id: QuestionId) => void;
  /** Notes the questions behind the open facts of a row. */
  readonly hangsOn: (row: Pick<Compiled<DecisionRow>, 'boxes'>, subject: Subject) => void;
}

/**
 * The unanswered questions on which a row of the book still hangs; `family` stands for a first relative.
 * Everything that a case must have is answered already, so that `soFar` is its assessment.
 */
export function openQuestions(
  rulebook: Rulebook,
  known: Known,
  on: PlainDate,
  soFar: Assessment,
): Set<QuestionId> {
  const fields = fieldsOf(rulebook.book, known, on);
  const found = new Set<QuestionId>();
  // what is not known was asked already, however open the facts behind it are
  const isUnanswered = (name: FieldName) => fields(name) === UNANSWERED && !known.fields.has(name);
  const isOpen = (id: QuestionId) => {
    const [name, index, part] = id.split('.');
    if (index !== undefined) return part === 'income' && known.family[Number(index)]?.income === undefined;
    return name === 'family' ? !known.familyDone : isUnanswered(name as FieldName);
  };
  const ask = (id: QuestionId) => {
    if (isOpen(id)) found.add(id);
  };
  const hangsOn: Reading['hangsOn'] = ({ boxes }, subject) => {
    const behind = openFacts(boxes, subject.facts).flatMap((fact) =>
      questionsBehind(rulebook, fact, subject),
    );
    behind.forEach(ask);
  };
  const subjects = subjectsOf(rulebook, known, fields);
  const reading: Reading = { rulebook, subjects, soFar, isOpen, ask, hangsOn };
  for (const row of [...readDecisions(reading), ...readCollections(reading)]) {
    for (const date of datesOf(rulebook, row)) {
      const derive = rulebook.book.facts[date]?.derive;
      if (dateFact(rulebook, date, fields) === UNANSWERED && derive?.how === 'field')
        ask(derive.field as FieldName);
    }
    // where the calendar counts, the holidays of a province do
    if ('add' in row && row.term) ask('province');
  }
  for (const dispute of rulebook.disputes) hangsOn(dispute, subjects[0]);
  return found;
}

/**
 * Reads the tables of decisions in the order of the book, and writes what is settled into the vectors of facts.
 * Gives the rows that hold or may hold.
 */
function readDecisions(reading: Reading): Compiled<DecisionRow>[] {
  const { rulebook, subjects } = reading;
  const { tables, outcomes } = rulebook.book;
  const alive: Compiled<DecisionRow>[] = [];
  let permitted = true;
  for (const table of Object.keys(tables)) {
    if (!permitted && !ALWAYS_READ.includes(table)) continue;
    if (table === EXEMPTIONS) settleExemptions(reading);
    const perPerson = tables[table]?.per === 'person';
    for (const subject of perPerson ? subjects : [subjects[0]]) {
      const left = possible(rulebook.decisions.get(table) ?? [], subject.facts);
      for (const row of left) reading.hangsOn(row, subject);
      alive.push(...left);
      const gives = [...new Set(left.map(({ give }) => give))];
      if (gives.length === 1)
        settle(rulebook, bySameTable(table), gives[0], perPerson ? [subject] : subjects);
      if (table === LENGTH) settleLength(reading, left);
      if (table !== OUTCOME) continue;
      permitted = gives.some((give) => outcomes[give]?.permit);
      const [give = ''] = gives;
      if (!permitted && gives.length === 1)
        settle(rulebook, bySameTable(ROUTE), outcomes[give]?.route, subjects);
    }
  }
  return permitted ? alive : [];
}

/** Rows that hold or may hold, without those that another one, sure to hold, takes the place of. */
function possible(rows: readonly Compiled<DecisionRow>[], facts: readonly number[]): Compiled<DecisionRow>[] {
  const left = rows
    .map((row) => ({ row, holds: verdict(row.boxes, facts) }))
    .filter(({ holds }) => holds !== 'no');
  const replaced = new Set(left.flatMap(({ row, holds }) => (holds === 'yes' ? [row.overrides] : [])));
  return left.flatMap(({ row }) => (replaced.has(row.id) ? [] : [row]));
}

/** The length hangs on the months asked for, unless the one row that is left takes no notice of them. */
function settleLength(
  { rulebook, subjects, soFar, ask, isOpen }: Reading,
  left: readonly DecisionRow[],
): void {
  const anew = rulebook.book.newLength.includes(soFar.case.procedure);
  const heeded = anew && left.some(({ asked }) => asked !== 'ignore');
  if (heeded) ask('months');
  if (left.length !== 1 || soFar.permit === null || (heeded && isOpen('months'))) return;
  settle(rulebook, (fact) => fact.derive.how === 'length', soFar.permit.maxMonths ?? undefined, subjects);
}

function settleExemptions({ rulebook, subjects }: Reading): void {
  const rows = rulebook.collections.get(EXEMPTIONS) ?? [];
  for (const subject of subjects) {
    const verdicts = rows.map((row) => verdict(row.boxes, subject.facts));
    if (!verdicts.includes('yes') && verdicts.includes('open')) continue;
    settle(rulebook, (fact) => fact.derive.how === 'exempt', verdicts.includes('yes'), [subject]);
  }
}

const bySameTable = (table: string) => (fact: Fact) =>
  fact.derive.how === 'table' && fact.derive.table === table;

function settle(
  rulebook: Rulebook,
  which: (fact: Fact) => boolean,
  value: string | number | boolean | undefined,
  subjects: readonly Subject[],
): void {
  rulebook.facts.forEach(({ fact }, position) => {
    if (!which(fact)) return;
    for (const { facts } of subjects) facts[position] = encode(fact, value);
  });
}

/** The rows of the tables that collect lines which hold or may hold. */
function readCollections({ rulebook, subjects, ask, hangsOn }: Reading): Compiled<CollectRow>[] {
  const alive: Compiled<CollectRow>[] = [];
  for (const [table, rows] of rulebook.collections) {
    const perPerson = rulebook.book.tables[table]?.per === 'person';
    for (const subject of table === DEADLINES ? [subjects[0]] : subjects) {
      for (const row of rows) {
        if (verdict(row.boxes, subject.facts) === 'no') continue;
        hangsOn(row, subject);
        // one more person, one more line
        if (perPerson && subject !== subjects[0]) ask(subject.asked.relation);
        alive.push(row);
      }
    }
  }
  return alive;
}

/** Dates that a row reads besides its conditions: where its term begins, and what selects its dated values. */
export function datesOf(rulebook: Rulebook, row: DecisionRow | CollectRow): string[] {
  const values =
    'add' in row
      ? [row.amount, row.count, row.term?.value, row.latest?.value, ...(row.with ?? [])]
      : [row.give, row.ceiling ?? undefined, row.extendBy];
  const selectors = values.flatMap((id) => {
    const value = id === undefined ? undefined : rulebook.book.values[id];
    return value && value.series.length > 1 ? [value.lookedUpOn] : [];
  });
  return 'add' in row && row.from !== undefined ? [row.from, ...selectors] : selectors;
}
