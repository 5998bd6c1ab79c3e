/** Worked examples on the edges of rules: a case a step inside, and a step outside, of what a rule asks. */
import type { RawFields } from '../case/read-case.ts';
import type { RuleProblem } from '../errors.ts';
import type { CollectRow, DecisionRow, Edge, Example } from '../rulebook/book.ts';
import { applies } from '../rulebook/condition.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { caseReader, type AnsweredCase, type CaseReader } from './answered.ts';
import type { Assessment } from './assessment.ts';
import { linesOf } from './disputes.ts';

type Row = Compiled<DecisionRow> | Compiled<CollectRow>;

/** Every edge that does not hold, at its place. */
export function edgeProblems(
  edges: readonly Edge[],
  examples: readonly Example[],
  rulebook: Rulebook,
  reader: CaseReader = caseReader(rulebook),
): RuleProblem[] {
  const rows = new Map<string, Row>(
    [...rulebook.decisions.values(), ...rulebook.collections.values()].flat().map((row) => [row.id, row]),
  );
  const cases = new Map(examples.map((example) => [example.name, example.case]));
  // an edge means one of them
  const twice = examples.filter(({ name, case: own }) => cases.get(name) !== own);
  const names = twice.map(({ name, place }) => ({ ...place, message: `two examples are called ${name}` }));
  const wrong = edges.flatMap((edge): RuleProblem[] => {
    const problem = (message: string): RuleProblem => ({
      ...edge.place,
      message: `edge of ${edge.rule}: ${message}`,
    });
    const row = rows.get(edge.rule);
    if (!row) return [problem('no rule is called so')];
    const base = cases.get(edge.like);
    if (!base) return [problem(`no example is called ${edge.like}`)];
    const check = (change: RawFields, wanted: boolean): RuleProblem[] => {
      const read = reader(changed(base, change));
      const words = JSON.stringify(change);
      if ('problems' in read)
        return [problem(`with ${words} there is no case: ${read.problems[0]?.path ?? ''}`)];
      if ('gap' in read) return [problem(`with ${words}: ${read.gap.message}`)];
      const said = saidBy(row, read);
      if ((said !== undefined) !== wanted) {
        return [problem(`with ${words} it ${wanted ? 'does not apply' : 'applies'}`)];
      }
      if (!said) return [];
      if (edge.to && said.to.join() !== edge.to.join())
        return [problem(`with ${words} it applies to ${said.to.join(', ')}, not to ${edge.to.join(', ')}`)];
      const silent = edge.says.filter((id) => !said.ids.has(id));
      const other = Object.entries(edge.shows).filter(([id, is]) => said.values[id] !== is);
      return [
        ...silent.map((id) => problem(`with ${words} it does not say ${id}`)),
        ...other.map(([id, is]) =>
          problem(`with ${words} it should show ${id} as ${is} and shows ${said.values[id] ?? 'nothing'}`),
        ),
      ];
    };
    return [
      ...edge.applies.flatMap((change) => check(change, true)),
      ...edge.not.flatMap((change) => check(change, false)),
    ];
  });
  return [...names, ...wrong];
}

/** The cases of all edges, as raw fields. */
export function edgeCases(edges: readonly Edge[], examples: readonly Example[]): RawFields[] {
  const cases = new Map(examples.map((example) => [example.name, example.case]));
  return edges.flatMap(({ like, applies: inside, not }) => {
    const base = cases.get(like);
    return base ? [...inside, ...not].map((change) => changed(base, change)) : [];
  });
}

/** A case with some fields changed; `null` takes a field away. */
export function changed(base: RawFields, change: RawFields): RawFields {
  return Object.fromEntries(Object.entries({ ...base, ...change }).filter(([, value]) => value !== null));
}

/** What a row puts into an answer: the decision, or its lines with the values that they show. */
export interface Said {
  readonly ids: ReadonlySet<string>;
  readonly values: Readonly<Record<string, number>>;
}

/** What a row says, and the people to whom it applies. */
interface SaidToPeople extends Said {
  readonly to: readonly string[];
}

/** What a row says in a case; `undefined` where it applies to nobody. */
function saidBy(row: Row, { answer, people }: AnsweredCase): SaidToPeople | undefined {
  const to = people.filter(({ facts }) => applies(row.boxes, facts)).map(({ id }) => id);
  return to.length === 0 ? undefined : { ...saidIn(answer, row), to };
}

/** What a row says in an answer: where it is about a length, that under the name of the ceiling. */
export function saidIn(answer: Assessment, row: DecisionRow | CollectRow): Said {
  if ('give' in row) {
    const { permit } = answer;
    const months = permit?.rule === row.id ? permit.maxMonths : null;
    const values = months === null || typeof row.ceiling !== 'string' ? {} : { [row.ceiling]: months };
    return { ids: new Set([row.give]), values };
  }
  const values: Record<string, number> = {};
  const lines = linesOf(answer).filter((line) => line.rule === row.id);
  for (const line of lines) {
    Object.assign(values, line.values);
    if ('count' in line && typeof line.count === 'number' && row.count !== undefined)
      values[row.count] = line.count;
  }
  return { ids: new Set(lines.map(({ id }) => id)), values };
}
