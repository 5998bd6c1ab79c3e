/**
 * Which unanswered questions can still matter. The tables are read with three values: a row that neither holds
 * nor fails yet hangs on the facts that are open in it, and those on the questions behind them. What comes
 * out may be too much (two open facts can exclude each other), never too little.
 */
import {
  APPLICANT,
  dateFact,
  encode,
  factVector,
  UNANSWERED,
  type Fields,
  type Person,
} from '../assess/facts.ts';
import type { FieldName } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { CollectRow, DecisionRow } from '../rulebook/book.ts';
import { openFacts, OPEN, verdict } from '../rulebook/condition.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { fieldsOf, type Known, type QuestionId } from './answers.ts';

/** Somebody whose facts the tables are read for. */
interface Subject {
  readonly person: Person;
  readonly facts: number[];
  /** The questions that stand behind what is told of a person. */
  readonly asked: { readonly born: QuestionId; readonly income: QuestionId; readonly relation: QuestionId };
}

/** Tables of decisions that are read only when there is a permit to ask for. */
const OUTCOME = 'outcome';
const BEFORE_OUTCOME: readonly string[] = ['conversion', OUTCOME];
const ROUTE = 'route';
const LENGTH = 'length';
const DEADLINES = 'deadlines';

/** The unanswered questions on which a row of the book still hangs; `family` stands for a first relative. */
export function openQuestions(rulebook: Rulebook, known: Known, on: PlainDate): Set<QuestionId> {
  const fields = fieldsOf(rulebook.book, known, on);
  const subjects = subjectsOf(rulebook, known, fields);
  const found = new Set<QuestionId>();
  const note: Note = (facts, subject) => {
    for (const id of facts.flatMap((fact) => questionsBehind(rulebook, fact, subject))) {
      if (isOpen(id, known, fields)) found.add(id);
    }
  };
  const ask: Ask = (id) => {
    if (isOpen(id, known, fields)) found.add(id);
  };
  const rows = [
    ...readDecisions(rulebook, subjects, note, ask),
    ...readCollections(rulebook, subjects, note, ask),
  ];
  for (const row of rows) {
    for (const date of datesOf(rulebook, row)) {
      if (dateFact(rulebook, date, fields) === UNANSWERED)
        note([rulebook.positions.get(date) ?? -1], subjects[0]);
    }
    // where the calendar counts, the holidays of a province do
    if ('add' in row && row.term) ask('province');
  }
  for (const { boxes } of rulebook.disputes) note(openFacts(boxes, subjects[0].facts), subjects[0]);
  return found;
}

type Note = (facts: readonly number[], subject: Subject) => void;
type Ask = (id: QuestionId) => void;
type Subjects = readonly [Subject, ...Subject[]];

function subjectsOf(rulebook: Rulebook, known: Known, fields: Fields): Subjects {
  const born = fields('born');
  const income = fields('income');
  const applicant: Person = {
    id: APPLICANT,
    born: typeof born === 'string' ? (born as PlainDate) : UNANSWERED,
    income: typeof income === 'boolean' ? income : UNANSWERED,
  };
  const relatives = known.family.map((relative, index): Subject => {
    const id = `family-${index + 1}`;
    const facts = { born: UNANSWERED, income: UNANSWERED, ...relative, id } as const;
    const part = <P extends string>(name: P) => `family.${index}.${name}` as const;
    return {
      person: facts,
      facts: factVector(rulebook, fields, facts),
      asked: { born: part('born'), income: part('income'), relation: part('relation') },
    };
  });
  return [
    {
      person: applicant,
      facts: factVector(rulebook, fields, applicant),
      asked: { born: 'born', income: 'income', relation: 'family' },
    },
    ...relatives,
    ...(known.familyDone ? [] : [anyRelative(rulebook, fields)]),
  ];
}

/** Someone who may still be named: nothing is known of them. */
function anyRelative(rulebook: Rulebook, fields: Fields): Subject {
  const person: Person = { id: 'family', born: UNANSWERED, income: UNANSWERED };
  const facts = factVector(rulebook, fields, person).map((value, position) =>
    rulebook.facts[position]?.fact.derive.how === 'relation' ? OPEN : value,
  );
  return { person, facts, asked: { born: 'family', income: 'family', relation: 'family' } };
}

/**
 * Reads the tables of decisions in the order of the facts that they set, and writes what is settled into the
 * vectors. Gives the rows that hold or may hold.
 */
function readDecisions(
  rulebook: Rulebook,
  subjects: Subjects,
  note: Note,
  ask: Ask,
): Compiled<DecisionRow>[] {
  const alive: Compiled<DecisionRow>[] = [];
  let permitted = true;
  for (const [table, rows] of inOrder(rulebook)) {
    if (!permitted && !BEFORE_OUTCOME.includes(table)) continue;
    const perPerson = rulebook.book.tables[table]?.per === 'person';
    for (const subject of perPerson ? subjects : [subjects[0]]) {
      const left = possible(rows, subject.facts);
      note(
        left.flatMap((row) => openFacts(row.boxes, subject.facts)),
        subject,
      );
      alive.push(...left);
      if (table === LENGTH && left.some(({ asked }) => asked !== 'ignore')) ask('months');
      const gives = new Set(left.map(({ give }) => give));
      const [give] = gives;
      if (gives.size === 1) set(rulebook, table, give, perPerson ? [subject] : subjects);
      if (table === OUTCOME && ![...gives].some((id) => rulebook.book.outcomes[id]?.permit)) {
        permitted = false;
        if (gives.size === 1) set(rulebook, ROUTE, rulebook.book.outcomes[give ?? '']?.route, subjects);
      }
    }
  }
  return permitted ? alive : [];
}

/** Tables of decisions, those first whose result others test. */
function inOrder(rulebook: Rulebook): [string, readonly Compiled<DecisionRow>[]][] {
  const order = Object.keys(rulebook.book.tables);
  return [...rulebook.decisions].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** Rows that hold or may hold, without those that another one, sure to hold, takes the place of. */
function possible(rows: readonly Compiled<DecisionRow>[], facts: readonly number[]): Compiled<DecisionRow>[] {
  const left = rows
    .map((row) => ({ row, holds: verdict(row.boxes, facts) }))
    .filter(({ holds }) => holds !== 'no');
  const replaced = new Set(left.flatMap(({ row, holds }) => (holds === 'yes' ? [row.overrides] : [])));
  return left.flatMap(({ row }) => (replaced.has(row.id) ? [] : [row]));
}

function set(
  rulebook: Rulebook,
  table: string,
  give: string | undefined,
  subjects: readonly Subject[],
): void {
  rulebook.facts.forEach(({ fact }, position) => {
    if (fact.derive.how !== 'table' || fact.derive.table !== table) return;
    for (const { facts } of subjects) facts[position] = encode(fact, give);
  });
}

function readCollections(
  rulebook: Rulebook,
  subjects: Subjects,
  note: Note,
  ask: Ask,
): Compiled<CollectRow>[] {
  const alive: Compiled<CollectRow>[] = [];
  for (const [table, rows] of rulebook.collections) {
    const perPerson = rulebook.book.tables[table]?.per === 'person';
    for (const subject of table === DEADLINES ? [subjects[0]] : subjects) {
      for (const row of rows) {
        const holds = verdict(row.boxes, subject.facts);
        if (holds === 'no') continue;
        if (holds === 'open') note(openFacts(row.boxes, subject.facts), subject);
        // one more person, one more line
        if (perPerson && subject !== subjects[0]) ask(subject.asked.relation);
        alive.push(row);
      }
    }
  }
  return alive;
}

/** Dates that a row reads besides its conditions: where its term begins, and what selects its dated values. */
function datesOf(rulebook: Rulebook, row: DecisionRow | CollectRow): string[] {
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

/** The questions whose answers make a fact. */
function questionsBehind(rulebook: Rulebook, position: number, subject: Subject): QuestionId[] {
  const derive = rulebook.facts[position]?.fact.derive;
  const dateField = (id: string): QuestionId[] => {
    const date = rulebook.book.facts[id]?.derive;
    return date?.how === 'field' ? [date.field as FieldName] : [];
  };
  switch (derive?.how) {
    case 'field':
      return [derive.field as FieldName];
    case 'days':
    case 'months-begun':
    case 'months-done':
      return [...dateField(derive.from), ...dateField(derive.to)];
    case 'group':
      return [derive.of as FieldName];
    case 'age':
      return [subject.asked.born];
    case 'own-income':
      return [subject.asked.income];
    case 'relation':
      return [subject.asked.relation];
    case 'length':
      return ['months'];
    default:
      return [];
  }
}

function isOpen(id: QuestionId, known: Known, fields: Fields): boolean {
  const [name, index, part] = id.split('.');
  if (index !== undefined) return part === 'income' && known.family[Number(index)]?.income === undefined;
  if (name === 'family') return !known.familyDone;
  return fields(name as FieldName) === UNANSWERED;
}
