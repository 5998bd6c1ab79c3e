/** Whether the book's own defences notice a mistake in it: the checks and proofs, or a worked example. */
import { caseReader, type CaseReader } from '../../src/assess/answered.ts';
import { changed, edgeProblems } from '../../src/assess/edges.ts';
import { runExample } from '../../src/assess/examples.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { Edge, Example } from '../../src/rulebook/book.ts';
import { checkBook } from '../../src/rulebook/check.ts';
import { undecidedCells } from '../../src/rulebook/check-tables.ts';
import { applies } from '../../src/rulebook/condition.ts';
import { proveTable } from '../../src/rulebook/prove.ts';
import { openRulebook, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { valuesUsedBy } from '../../src/rulebook/uses.ts';
import type { Reading } from './find-edges.ts';
import type { Mutant } from './mutate.ts';

/** `equal`: the mutant is proved to say the same as the book, so there is nothing to notice. */
export type Fate = 'shape' | 'example' | 'edge' | 'proof' | 'survived' | 'equal';

/** A case that some worked example or edge looks at, and what it finds in a changed book. */
interface Probe {
  readonly people: readonly (readonly number[])[];
  readonly notices: (rulebook: Rulebook) => boolean;
  readonly fate: Fate;
}

/** All that the examples of a book and their edges say, read once in the book as it is. */
export class Judge {
  readonly readings: readonly Reading[];
  private readonly rulebook: Rulebook;
  private readonly read: CaseReader;
  private readonly examples: readonly Example[];
  private readonly probes: Probe[];
  private readonly known: ReadonlySet<string>;

  constructor(rulebook: Rulebook, examples: readonly Example[], edges: readonly Edge[]) {
    this.rulebook = rulebook;
    this.read = caseReader(rulebook);
    this.examples = examples;
    this.readings = examples.flatMap((example): Reading[] => {
      const people = peopleOf(this.read, example.case);
      return people ? [{ example, people }] : [];
    });
    this.known = new Set(found(rulebook).map(({ message }) => message));
    this.probes = this.readings.map(({ example, people }) => ({
      people,
      notices: (book) => runExample(example, book).length > 0,
      fate: 'example',
    }));
    for (const edge of edges) {
      for (const change of edge.applies) this.add({ ...edge, applies: [change], not: [] });
      for (const change of edge.not) this.add({ ...edge, applies: [], not: [change] });
    }
  }

  /** Takes in an edge with one case. */
  add(edge: Edge): void {
    const base = this.examples.find(({ name }) => name === edge.like);
    const people = base && peopleOf(this.read, changed(base.case, [...edge.applies, ...edge.not][0] ?? {}));
    if (!people) return;
    this.probes.push({
      people,
      notices: (book) => edgeProblems([edge], this.examples, book).length > 0,
      fate: 'edge',
    });
  }

  /** Who notices the mistake first. */
  fateOf(mutant: Mutant): Fate {
    let book: Rulebook;
    try {
      book = openRulebook(mutant.book);
    } catch {
      return 'shape';
    }
    const noticed = this.noticedByCases(mutant, book);
    if (noticed !== undefined) return noticed;
    const rows = mutant.table === undefined ? undefined : book.decisions.get(mutant.table);
    if (rows && proveTable(book, rows).length > 0) return 'proof';
    return found(book).some(({ message }) => !this.known.has(message)) ? 'proof' : 'survived';
  }

  /** The kind of case that notices the mistake in a changed book, if one does. */
  noticedByCases(mutant: Mutant, book: Rulebook): Fate | undefined {
    const touches = touching(this.rulebook, book, mutant);
    return this.probes.find(({ people, notices }) => touches(people) && notices(book))?.fate;
  }
}

/** What the checks and the proof of the tables find. */
function found(rulebook: Rulebook): readonly { readonly message: string }[] {
  return [...checkBook(rulebook), ...undecidedCells(rulebook)];
}

function peopleOf(read: CaseReader, raw: RawFields): (readonly number[])[] | undefined {
  const answered = read(raw);
  return 'people' in answered ? answered.people.map(({ facts }) => facts) : undefined;
}

/**
 * Whether a mutant can change the answer of a case at all: one of its rows applies where it did not, or no
 * longer where it did, or applies and says something else.
 */
function touching(
  before: Rulebook,
  after: Rulebook,
  mutant: Mutant,
): (people: readonly (readonly number[])[]) => boolean {
  const changed = new Map(rowsOf(after, mutant).map((row) => [row.id, row.boxes]));
  const pairs = rowsOf(before, mutant).map(({ id, boxes }) => ({ boxes, now: changed.get(id) ?? [] }));
  return (people) =>
    pairs.some(({ boxes, now }) =>
      people.some((facts) => {
        const did = applies(boxes, facts);
        return did !== applies(now, facts) || (did && mutant.content);
      }),
    );
}

/** The rows that a mutant changes, or whose lines show the dated value that it changes. */
export function rowsOf(rulebook: Rulebook, { rows, value }: Mutant) {
  const all = [...rulebook.decisions.values(), ...rulebook.collections.values()].flat();
  if (value === undefined) return all.filter(({ id }) => rows.includes(id));
  return all.filter(
    (row) =>
      valuesUsedBy(row).includes(value) ||
      ('give' in row && row.give === value) ||
      row.alternatives?.some((other) => other.value === value),
  );
}
