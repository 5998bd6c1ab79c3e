/** What of an answer depends on a question that nobody could answer. */
import type { FieldName } from '../case/case.ts';
import type { Assessment, Condition, Dependence, DependentAnswer, Line } from './assessment.ts';
import type { Branch, BranchValue } from './branches.ts';

/** The lists of lines that answers are told apart by. */
const LISTS = ['forms', 'documents', 'steps', 'rights', 'warnings', 'deadlines'] as const;

/** What makes two lines the same to a reader: what it says, and of whom. */
export function lineKey({ id, person }: Pick<Line, 'id' | 'person'>): string {
  return `${id} ${person ?? ''}`;
}

/**
 * The answers with which something holds: for each field that decides it those under which it can hold.
 * `undefined` when it holds whatever the answers are.
 */
export function conditionOf(
  branches: readonly Branch[],
  holds: (branch: Branch) => boolean,
): readonly Condition[] | undefined {
  const holding = branches.filter(holds);
  if (holding.length === branches.length) return undefined;
  const names = [...(branches[0]?.values.keys() ?? [])];
  return names.flatMap((field): Condition[] => {
    const all = new Set(branches.map(({ values }) => values.get(field) ?? null));
    const values = [...new Set(holding.map((branch) => branch.values.get(field) ?? null))];
    return values.length < all.size ? [{ field, values }] : [];
  });
}

/** For every field that makes a difference: its answers, those with the same result together. */
export function dependences(branches: readonly Branch[], names: readonly FieldName[]): Dependence[] {
  return names.flatMap((field): Dependence[] => {
    const values = [...new Set(branches.map((branch) => branch.values.get(field) ?? null))];
    const results = values.map((value) => ({ value, result: resultOf(branches, field, value) }));
    const answers: DependentAnswer[] = [];
    let last: string | undefined;
    for (const { value, result } of results) {
      // the length of the permit follows the months asked for, month by month
      const { months, ...rest } = result;
      const seen = JSON.stringify(field === 'months' ? rest : { ...rest, months });
      const before = answers.at(-1);
      if (before && seen === last) {
        const most: number[] = [...(before.months ?? []), ...(months ?? [])];
        answers[answers.length - 1] = { ...before, values: [...before.values, value], ...monthsOf(most) };
      } else answers.push({ ...result, values: [value] });
      last = seen;
    }
    return answers.length < 2 ? [] : [{ field, answers: withoutCommon(answers) }];
  });
}

/** What comes out with one answer to a question, whatever the answers to the others are. */
function resultOf(
  branches: readonly Branch[],
  field: FieldName,
  value: BranchValue,
): Omit<DependentAnswer, 'values'> {
  const here = branches.filter((branch) => (branch.values.get(field) ?? null) === value);
  const answers = here.map(({ answer }) => answer);
  const totals = answers.map(({ fees }) => fees.totalCents);
  const months = answers.flatMap(({ permit }) => permit?.maxMonths ?? []);
  const dates = answers.flatMap(({ deadlines }) => deadlines.map(({ id, date }) => ({ id, date })));
  return {
    permit: answers.some(({ permit }) => permit !== null),
    ...monthsOf(months),
    totalCents: [Math.min(...totals), Math.max(...totals)],
    routes: [...new Set(answers.map(({ handIn }) => handIn.id))],
    dates: dates
      .filter(({ id, date }) => dates.every((other) => other.id !== id || other.date >= date))
      .filter(({ id }, place, list) => list.findIndex((other) => other.id === id) === place)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    lines: LISTS.flatMap((list) =>
      linesOf(answers, list).map(({ id, person }) => ({ list, id, ...(person !== undefined && { person }) })),
    ),
  };
}

function monthsOf(months: readonly number[]): { months?: readonly [number, number] } {
  return months.length === 0 ? {} : { months: [Math.min(...months), Math.max(...months)] };
}

/** The lines of one list that any of the answers has, each once. */
function linesOf(answers: readonly Assessment[], list: (typeof LISTS)[number]): Line[] {
  const found = new Map<string, Line>();
  for (const answer of answers) {
    const lines: readonly Line[] = answer[list];
    for (const line of lines) found.set(lineKey(line), line);
  }
  return [...found.values()].sort((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1));
}

/** What every answer shares is said elsewhere; only what tells them apart is left. */
function withoutCommon(answers: readonly DependentAnswer[]): DependentAnswer[] {
  const key = (one: object) => JSON.stringify(one);
  const inAll = (text: string, of: (answer: DependentAnswer) => readonly object[]) =>
    answers.every((answer) => of(answer).some((one) => key(one) === text));
  return answers.map((answer) => ({
    ...answer,
    lines: answer.lines.filter((line) => !inAll(key(line), ({ lines }) => lines)),
    dates: answer.dates.filter((date) => !inAll(key(date), ({ dates }) => dates)),
  }));
}
