/**
 * A case with answers that nobody knows → one assessment that covers them all: the fuller lists, the earlier
 * dates, the higher cost, and what depends on which answer.
 */
import { FIELD_KINDS, kebab, type Case, type FieldName } from '../case/case.ts';
import { openFacts, verdict } from '../rulebook/condition.ts';
import { monthsNamed, provincesNamed } from '../rulebook/named-values.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Assessment } from './assessment.ts';
import { dependences } from './depends.ts';
import { peopleOf } from './decisions.ts';
import { factVector, UNANSWERED, type Fields } from './facts.ts';
import { merged } from './merge-branches.ts';

/** A value that stands for every one like it; `null` for any province that the book does not tell from others. */
export type BranchValue = string | number | boolean | null;

/** The case with one answer to each open question, and the assessment of it. */
export interface Branch {
  readonly values: ReadonlyMap<FieldName, BranchValue>;
  readonly answer: Assessment;
}

/**
 * Assesses every answer that the unknown fields can have. `assessOne` answers a case in which everything is
 * known; what it throws comes through.
 */
export function assessBranches(
  theCase: Case,
  rulebook: Rulebook,
  assessOne: (one: Case) => Assessment,
): Assessment {
  const matters = openQuestions(theCase, rulebook);
  const branches = combinations(rulebook, matters).map((values): Branch => ({
    values,
    answer: assessOne(knownCase(theCase, values)),
  }));
  const answer = merged(rulebook, branches);
  return { ...answer, case: theCase, depends: dependences(branches, matters) };
}

/** Every case that an open one can turn out to be, as far as the book tells them apart; itself where all is known. */
export function knownCases(theCase: Case, rulebook: Rulebook): Case[] {
  return combinations(rulebook, openQuestions(theCase, rulebook)).map((values) => knownCase(theCase, values));
}

/** The fields that nobody knows and whose answer can make a difference. */
function openQuestions(theCase: Case, rulebook: Rulebook): FieldName[] {
  const { unknown = [] } = theCase;
  return unknown.filter((name) => canMatter(theCase, unknown, rulebook, name));
}

function knownCase({ unknown: _, ...known }: Case, values: Branch['values']): Case {
  return { ...known, ...Object.fromEntries([...values].filter(([, value]) => value !== null)) };
}

function combinations(rulebook: Rulebook, names: readonly FieldName[]): Map<FieldName, BranchValue>[] {
  return names.reduce<Map<FieldName, BranchValue>[]>(
    (before, name) =>
      before.flatMap((values) =>
        branchValues(rulebook, name).map((value) => new Map(values).set(name, value)),
      ),
    [new Map<FieldName, BranchValue>()],
  );
}

/** The answers that stand for all there are. */
function branchValues(rulebook: Rulebook, name: FieldName): BranchValue[] {
  const field = rulebook.book.fields[kebab(name)];
  switch (FIELD_KINDS[name]) {
    case 'boolean':
      return [false, true];
    case 'integer':
      return monthsNamed(rulebook, field?.range ?? [1, 1]).sort((a, b) => a - b);
    case 'province':
      return [null, ...provincesNamed(rulebook)];
    default:
      return [...(field?.values ?? [])];
  }
}

/**
 * Whether a rule that can still apply looks at the field, at the length that months make, or at the local
 * holidays of a province. May say yes too often, never no.
 */
function canMatter(
  theCase: Case,
  unknown: readonly FieldName[],
  rulebook: Rulebook,
  name: FieldName,
): boolean {
  if (name === 'months' && rulebook.book.newLength.includes(theCase.procedure)) return true;
  const fields: Fields = (field) =>
    unknown.includes(field) ? UNANSWERED : (theCase[field] as ReturnType<Fields>);
  const behind = new Set(
    rulebook.facts.flatMap(({ fact: { derive } }, position) => {
      const asks =
        (derive.how === 'field' && derive.field === name) ||
        (derive.how === 'group' && derive.of === name) ||
        (derive.how === 'own-income' && name === 'income');
      return asks ? [position] : [];
    }),
  );
  const rows = [
    ...[...rulebook.decisions.values()].flat(),
    ...[...rulebook.collections.values()].flat(),
    ...rulebook.disputes,
  ];
  const income = unknown.includes('income') ? UNANSWERED : theCase.income;
  const vectors = peopleOf(theCase, income).map((person) => factVector(rulebook, fields, person));
  return rows.some((row) =>
    vectors.some((facts) => {
      if (verdict(row.boxes, facts) === 'no') return false;
      if (name === 'province' && 'term' in row) return true;
      return openFacts(row.boxes, facts).some((fact) => behind.has(fact));
    }),
  );
}
