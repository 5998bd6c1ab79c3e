/** Several assessments of one case, of which one is true → one that is safe whichever it is. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Assessment, DeadlineLine, DocumentLine, Line, StepLine } from './assessment.ts';
import type { Branch } from './branches.ts';
import { conditionOf, lineKey } from './depends.ts';

/**
 * The assessment that costs most, with the papers, steps, warnings and dates of the others added, each with the
 * answers that it belongs to. A right is promised only where every answer gives it.
 */
export function merged(rulebook: Rulebook, branches: readonly Branch[]): Assessment {
  const all = branches.map(({ answer }) => answer);
  const base = all.reduce((best, one) => (worth(one) > worth(best) ? one : best));
  const union = <L extends Line>(list: (answer: Assessment) => readonly L[]): L[] =>
    marked(branches, list, unionOf([base, ...all].map(list), lineKey));
  const common = base.rights.filter((line) =>
    all.every(({ rights }) => rights.some((other) => lineKey(other) === lineKey(line))),
  );
  return {
    ...base,
    forms: union(({ forms }) => forms),
    documents: marked(branches, ({ documents }) => documents, documentsOf(rulebook, base, all)),
    deadlines: marked(branches, ({ deadlines }) => deadlines, earliest(all)),
    steps: union(({ steps }) => steps).sort((a, b) => orderOf(a) - orderOf(b)),
    rights: common,
    warnings: union(({ warnings }) => warnings).sort((a, b) => orderOf(a) - orderOf(b)),
    disputes: unionOf(
      [base, ...all].map(({ disputes }) => disputes),
      ({ id }) => id,
    ),
  };
}

/** A permit before none, then the higher cost, then the longer permit. */
function worth({ permit, fees }: Assessment): number {
  return (permit === null ? 0 : 1e12) + fees.totalCents * 1e4 + (permit?.maxMonths ?? 0);
}

/** Every line once, in the order of the lists. */
function unionOf<L>(lists: readonly (readonly L[])[], key: (line: L) => string): L[] {
  const found = new Map<string, L>();
  for (const line of lists.flat()) if (!found.has(key(line))) found.set(key(line), line);
  return [...found.values()];
}

/** Where a line stands among those of its list: the advice of a decision, which has no order, leads. */
function orderOf(line: Line | StepLine): number {
  return 'order' in line ? line.order : Number.MIN_SAFE_INTEGER;
}

/** Lines that not every answer has say with which ones they are there. */
function marked<L extends Line>(
  branches: readonly Branch[],
  list: (answer: Assessment) => readonly L[],
  lines: readonly L[],
): L[] {
  return lines.map((line) => {
    const key = lineKey(line);
    const only = conditionOf(branches, ({ answer }) => list(answer).some((other) => lineKey(other) === key));
    return only === undefined ? line : { ...line, only };
  });
}

/**
 * All papers, each in the pile of the way shown; where the ways of handing in differ, a paper that is in a pile
 * already is not repeated in another. The higher count is asked for.
 */
function documentsOf(rulebook: Rulebook, base: Assessment, all: readonly Assessment[]): DocumentLine[] {
  const { piles, routes } = rulebook.book;
  const moved = routes[base.handIn.id]?.piles ?? {};
  const sameWay = all.every(({ handIn }) => handIn.id === base.handIn.id);
  const counts = new Map<string, number>();
  const found = new Map<string, DocumentLine>(
    base.documents.map((line) => [`${lineKey(line)} ${line.pile}`, line]),
  );
  const inBase = new Set(base.documents.map(lineKey));
  for (const line of all.flatMap(({ documents }) => documents)) {
    const key = lineKey(line);
    counts.set(key, Math.max(counts.get(key) ?? 0, line.count ?? 0));
    if (!sameWay && inBase.has(key)) continue;
    const pile = moved[line.pile] ?? line.pile;
    if (!found.has(`${key} ${pile}`)) found.set(`${key} ${pile}`, { ...line, pile });
  }
  return [...found.values()]
    .map((line) => {
      const count = counts.get(lineKey(line)) ?? 0;
      return line.count === undefined ? line : { ...line, count: Math.max(line.count, count) };
    })
    .sort((a, b) => piles.indexOf(a.pile) - piles.indexOf(b.pile));
}

/** Every deadline on its earliest date, soonest first. */
function earliest(all: readonly Assessment[]): DeadlineLine[] {
  const found = new Map<string, DeadlineLine>();
  for (const line of all.flatMap(({ deadlines }) => deadlines)) {
    const other = found.get(line.id);
    if (!other || line.date < other.date) found.set(line.id, line);
  }
  return [...found.values()].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
}
