/** The people whose facts the tables are read for while questions are still open. */
import { APPLICANT, factVector, UNANSWERED, type Fields, type Person } from '../assess/facts.ts';
import type { FieldName } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { OPEN } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Known, QuestionId } from './answers.ts';

export interface Subject {
  readonly facts: number[];
  /** The questions that stand behind what is told of a person. */
  readonly asked: { readonly born: QuestionId; readonly income: QuestionId; readonly relation: QuestionId };
}

/** The applicant first. */
export type Subjects = readonly [Subject, ...Subject[]];

/** The applicant, the relatives named so far, and one of whom nothing is known while more can be named. */
export function subjectsOf(rulebook: Rulebook, known: Known, fields: Fields): Subjects {
  const born = fields('born');
  const income = fields('income');
  const applicant: Person = {
    id: APPLICANT,
    born: typeof born === 'string' ? (born as PlainDate) : UNANSWERED,
    income: typeof income === 'boolean' ? income : UNANSWERED,
  };
  const relatives = known.family.map((relative, index): Subject => {
    // the question about income has passed by once the next person is asked for
    const passed = known.familyDone || index < known.family.length - 1;
    const person: Person = {
      id: `family-${index + 1}`,
      relation: relative.relation,
      born: relative.born ?? UNANSWERED,
      income: relative.income ?? (passed ? false : UNANSWERED),
    };
    const part = <P extends string>(name: P) => `family.${index}.${name}` as const;
    return {
      facts: factVector(rulebook, fields, person),
      asked: { born: part('born'), income: part('income'), relation: part('relation') },
    };
  });
  return [
    {
      facts: factVector(rulebook, fields, applicant),
      asked: { born: 'born', income: 'income', relation: 'family' },
    },
    ...relatives,
    ...(known.familyDone ? [] : [anyRelative(rulebook, fields)]),
  ];
}

/** Someone who may still be named. */
function anyRelative(rulebook: Rulebook, fields: Fields): Subject {
  const person: Person = { id: 'family', born: UNANSWERED, income: UNANSWERED };
  const facts = factVector(rulebook, fields, person).map((value, position) =>
    rulebook.facts[position]?.fact.derive.how === 'relation' ? OPEN : value,
  );
  return { facts, asked: { born: 'family', income: 'family', relation: 'family' } };
}

/** The questions whose answers make a fact of a person. Facts that tables set have none of their own. */
export function questionsBehind(rulebook: Rulebook, position: number, { asked }: Subject): QuestionId[] {
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
      return [asked.born];
    case 'own-income':
      return [asked.income];
    case 'relation':
      return [asked.relation];
    default:
      return [];
  }
}
