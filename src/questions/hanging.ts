/** Why a question: the rules that its answer decides, all other answers being as they are. */
import { assessCounted } from '../assess/answered.ts';
import type { Case, FieldName } from '../case/case.ts';
import type { CollectRow, DecisionRow } from '../rulebook/book.ts';
import { OPEN, verdict } from '../rulebook/condition.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { datesOf } from './open.ts';
import { questionsBehind, type Subject } from './subjects.ts';

/** A rule that hangs on an answer. */
export interface HangingRule {
  readonly rule: string;
  readonly place: string;
  /** What it gives: the lines that it adds, or its decision. */
  readonly gives: readonly string[];
  /** Whom it is about, by id; several where it is read for each person. */
  readonly people: readonly string[];
  /** What the answer decides: whether the rule applies, or what day or amount it comes to. */
  readonly decides: 'whether' | 'value';
}

/**
 * The rules that hang on the answer to a question in a case: those that apply with one answer and not with another,
 * and those that apply and count from it. Decisions are taken as they are with the answer of the case.
 */
export function rulesHangingOn(theCase: Case, rulebook: Rulebook, name: FieldName): HangingRule[] {
  const subjects = assessCounted(theCase, rulebook).people.map(({ id, facts }, index) => {
    const own = (part: 'born' | 'income' | 'relation') =>
      index === 0 ? (part === 'relation' ? 'family' : part) : (`family.${index - 1}.${part}` as const);
    const subject: Subject = {
      facts: [...facts],
      asked: { born: own('born'), income: own('income'), relation: own('relation') },
    };
    const open = facts.map((value, position) =>
      questionsBehind(rulebook, position, subject).some((asked) => asked.split('.', 1)[0] === name)
        ? OPEN
        : value,
    );
    return { id, open };
  });
  const rows = [...rulebook.decisions.values(), ...rulebook.collections.values()].flat();
  return rows.flatMap((row: Compiled<DecisionRow> | Compiled<CollectRow>): HangingRule[] => {
    const read = subjects.map(({ id, open }) => ({ id, verdict: verdict(row.boxes, open) }));
    const people = read.filter((one) => one.verdict === 'open').map(({ id }) => id);
    const counts = datesOf(rulebook, row).some((date) => {
      const derive = rulebook.book.facts[date]?.derive;
      return derive?.how === 'field' && derive.field === name;
    });
    const counted = counts ? read.filter((one) => one.verdict === 'yes').map(({ id }) => id) : [];
    if (people.length + counted.length === 0) return [];
    return [
      {
        rule: row.id,
        place: `${row.place.file}:${row.place.line}`,
        gives: 'give' in row ? [row.give] : row.add,
        people: people.length > 0 ? people : counted,
        decides: people.length > 0 ? 'whether' : 'value',
      },
    ];
  });
}
