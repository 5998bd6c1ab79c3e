/** The proof that every question of the interview can change an answer: two cases that differ in it alone. */
import type { Answered } from '../assess/answered.ts';
import { FIELD_NAMES, kebab, type FieldName } from '../case/case.ts';
import type { RawFields } from '../case/read-case.ts';
import { valuesToTry } from '../questions/values-to-try.ts';
import type { Derivation } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { datedValuesOf } from '../rulebook/uses.ts';
import type { Finding } from './finding.ts';
import { smallest, type Proving } from './proving.ts';
import { readBoxes, readRows } from './rows.ts';

/** Cases in which another answer is tried, of those that hold an answer and of those that do not. */
const MOST_CASES = 40;

/** Questions whose answer makes no difference to anybody. */
export function proveQuestions(proving: Proving, cases: readonly RawFields[]): Finding[] {
  const { book } = proving.rulebook;
  return Object.entries(book.fields).flatMap(([id, { ask }]): Finding[] => {
    const name = FIELD_NAMES.find((one) => kebab(one) === id);
    if (ask === undefined || name === undefined) return [];
    const given = cases.filter((raw) => raw[name] !== undefined).slice(0, MOST_CASES);
    const open = cases.filter((raw) => raw[name] === undefined).slice(0, MOST_CASES);
    if ([...given, ...open].some((raw) => changes(proving, raw, name))) return [];
    const [first] = given;
    const shown = first && smallest(first, (raw) => raw[name] !== undefined && answers(proving, raw));
    return [
      {
        kind: 'question',
        verdict: matters(proving.rulebook, name) ? 'undecided' : 'refuted',
        place: { file: 'book.yaml' },
        message: `the question ${id} changes no answer${shown ? ', whatever stands for it in this case' : ''}`,
        ...(shown && { case: shown }),
      },
    ];
  });
}

/** Whether some other answer to the question gives another result. */
function changes({ rulebook, reader }: Proving, raw: RawFields, name: FieldName): boolean {
  const before = resultOf(reader(raw));
  if (before === undefined) return false;
  return valuesToTry({ rulebook, raw, on: rulebook.book.read }, name).some((value) => {
    const after = resultOf(reader({ ...raw, [name]: value }));
    return after !== undefined && after !== before;
  });
}

function answers({ reader }: Proving, raw: RawFields): boolean {
  return resultOf(reader(raw)) !== undefined;
}

/** The answer as text, without the case itself. */
function resultOf(answered: Answered): string | undefined {
  return 'answer' in answered ? JSON.stringify({ ...answered.answer, case: undefined }) : undefined;
}

/** Whether anything in the book reads the field: a condition, a term, the day that selects a value, a calendar. */
function matters(rulebook: Rulebook, name: FieldName): boolean {
  const { book, facts } = rulebook;
  const behind = facts.flatMap(({ id, fact }, position) =>
    fieldsBehind(rulebook, fact.derive).includes(name) ? [{ id, position }] : [],
  );
  const positions = new Set(behind.map(({ position }) => position));
  const ids = new Set(behind.map(({ id }) => id));
  const rows = [...readRows(rulebook), ...readBoxes(rulebook)];
  const conditions = [...rows.map(({ row }) => row), ...rulebook.disputes];
  return (
    conditions.some(({ boxes }) => boxes.flat().some(({ fact }) => positions.has(fact))) ||
    rows.some(({ table, row }) => {
      if ('from' in row && ids.has(row.from)) return true;
      const dates = datedValuesOf(book, table, row).map((id) => book.values[id]?.lookedUpOn ?? '');
      return dates.some((id) => ids.has(id));
    }) ||
    (name === 'province' && Object.values(book.holidays).some(({ provinces }) => provinces)) ||
    (name === 'months' && rows.some(({ row }) => 'asked' in row && row.asked !== 'ignore'))
  );
}

/** The fields that a fact is made of. */
function fieldsBehind({ facts }: Rulebook, derive: Derivation): readonly FieldName[] {
  const date = (id: string) => {
    const of = facts.find((one) => one.id === id)?.fact.derive;
    return of?.how === 'field' ? [of.field as FieldName] : [];
  };
  switch (derive.how) {
    case 'field':
      return [derive.field as FieldName];
    case 'law-date':
      return ['on', 'filed'];
    case 'days':
    case 'months-begun':
    case 'months-done':
      return [...date(derive.from), ...date(derive.to)];
    case 'group':
      return [derive.of as FieldName];
    case 'age':
      return ['born', 'family'];
    case 'own-income':
      return ['income', 'family'];
    case 'person':
    case 'relation':
    case 'counted':
      return ['family'];
    default:
      return [];
  }
}
