/** Why a line is in an answer, and why one is not. */
import type { Case } from '../case/case.ts';
import type { CollectRow, DecisionRow, SourceRef, Sure } from '../rulebook/book.ts';
import { holds, NONE, type CompiledBox } from '../rulebook/condition.ts';
import { compiledInWords, factInWords } from '../rulebook/in-words.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { valuesUsedBy } from '../rulebook/uses.ts';
import { decideCase } from './decisions.ts';
import { knownCases } from './branches.ts';
import type { Fields } from './facts.ts';
import { datedValue } from './lines.ts';

/** One test of a rule: what it asks of a fact, and what the fact is. */
export interface TestReport {
  readonly fact: string;
  readonly asks: string;
  readonly is: string;
  readonly holds: boolean;
}

/** A rule as it was read for one person. */
export interface RuleReport {
  readonly rule: string;
  readonly place: string;
  readonly person: string;
  readonly applies: boolean;
  /** The tests of the alternative that applies, or of the one that comes nearest. */
  readonly tests: readonly TestReport[];
  readonly sources: readonly SourceRef[];
  readonly sure: Sure;
  readonly disputes: readonly string[];
  readonly values: readonly {
    id: string;
    is: number;
    unit: string;
    from: string;
    sources: readonly SourceRef[];
  }[];
}

type Row = Compiled<DecisionRow> | Compiled<CollectRow>;

/**
 * The rules that give a line (by the line's id, or a rule's own id), as read for everyone in the case: those
 * that apply first, and of the others what keeps them from applying.
 */
export function explainLine(theCase: Case, rulebook: Rulebook, line: string): RuleReport[] {
  const reports = new Map<string, RuleReport>();
  // of an open case the answer with which a rule applies explains it
  for (const known of knownCases(theCase, rulebook)) {
    for (const one of explainKnown(known, rulebook, line)) {
      const key = `${one.rule} ${one.person}`;
      if (one.applies || !reports.has(key)) reports.set(key, one);
    }
  }
  return [...reports.values()].sort(
    (a, b) => Number(b.applies) - Number(a.applies) || failing(a) - failing(b),
  );
}

function explainKnown(theCase: Case, rulebook: Rulebook, line: string): RuleReport[] {
  const { people } = decideCase(theCase, rulebook);
  const rows = allRows(rulebook).flatMap(({ row, names }) => (names.includes(line) ? [row] : []));
  const fields: Fields = (name) => theCase[name] as ReturnType<Fields>;
  return rows.flatMap((row) =>
    people.map(({ person, facts }) => report(rulebook, row, person.id, facts, fields)),
  );
}

/** Every line id and rule id that can be asked about. */
export function explainableIds(rulebook: Rulebook): string[] {
  return [...new Set(allRows(rulebook).flatMap(({ names }) => names))];
}

/** All rows with the names under which they can be asked about: their own, what they give, the decision they take. */
function allRows(rulebook: Rulebook): { row: Row; names: readonly string[] }[] {
  const decisions = [...rulebook.decisions].flatMap(([table, rows]) =>
    rows.map((row) => ({
      row,
      names: [row.id, table, row.give, ...(row.advice === undefined ? [] : [row.advice])],
    })),
  );
  const collections = [...rulebook.collections.values()]
    .flat()
    .map((row) => ({ row, names: [row.id, ...row.add] }));
  return [...decisions, ...collections];
}

function failing(report: RuleReport): number {
  return report.tests.filter((test) => !test.holds).length;
}

function report(
  rulebook: Rulebook,
  row: Row,
  person: string,
  facts: readonly number[],
  fields: Fields,
): RuleReport {
  const boxes = row.boxes.map((box) => boxReport(rulebook, box, facts));
  const nearest = boxes.sort((a, b) => misses(a) - misses(b))[0] ?? [];
  const applies = row.boxes.length > 0 && misses(nearest) === 0;
  return {
    rule: row.id,
    place: `${row.place.file}:${row.place.line}`,
    person,
    applies,
    tests: nearest,
    sources: row.sources,
    sure: row.sure,
    disputes: row.disputes ?? [],
    values: applies ? valuesUsedBy(row).map((id) => valueReport(rulebook, id, fields)) : [],
  };
}

function boxReport(rulebook: Rulebook, box: CompiledBox, facts: readonly number[]): TestReport[] {
  return box.map((test) => {
    const { id, fact } = rulebook.facts[test.fact] ?? { id: '', fact: undefined };
    const value = facts[test.fact] ?? NONE;
    return {
      fact: id,
      asks: compiledInWords(fact, test),
      is: factInWords(fact, value),
      holds: holds(test, value),
    };
  });
}

function misses(tests: readonly TestReport[]): number {
  return tests.filter((test) => !test.holds).length;
}

function valueReport(rulebook: Rulebook, id: string, fields: Fields): RuleReport['values'][number] {
  const entry = datedValue(rulebook, id, fields);
  const unit = rulebook.book.values[id]?.unit ?? 'count';
  return { id, is: entry.is, unit, from: entry.from, sources: entry.sources };
}
