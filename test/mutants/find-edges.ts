/** Cases that tell a rule from the same rule with a mistake in it: worked examples, changed a little. */
import { assessTraced } from '../../src/assess/assess.ts';
import { changed, saidIn, type Said } from '../../src/assess/edges.ts';
import type { Case, CaseDomains } from '../../src/case/case.ts';
import { readCase, type RawFields } from '../../src/case/read-case.ts';
import type { CollectRow, DecisionRow, Example } from '../../src/rulebook/book.ts';
import { applies, holds, type CompiledBox } from '../../src/rulebook/condition.ts';
import { caseDomains, type Compiled, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { stepsFor } from './steps.ts';

export type Row = Compiled<DecisionRow> | Compiled<CollectRow>;

/** A case near a worked example, with the facts of its people. */
export interface Near {
  readonly like: string;
  readonly change: RawFields;
  readonly people: readonly (readonly number[])[];
  /** What the rule puts into the answer. */
  readonly said: Said;
}

/** A worked example with the facts of its people. */
export interface Reading {
  readonly example: Example;
  readonly people: readonly (readonly number[])[];
}

/** How many examples a search starts from, and how many cases it looks at for one mistake. */
const STARTS = 4;
const MOST = 250;
/** How many steps of each test are combined with those of the test in question. */
const STEPS = 70;

/** Where a mistake is: the alternative of the rule and the fact that it tests, or changes of a case around the days on which a value does. */
export type Spot =
  { readonly box: number; readonly fact: number } | { readonly changes: readonly RawFields[] };

/** The cases near one rule: each is assessed once and serves all mutants of the rule. */
export class Neighbourhood {
  private readonly rulebook: Rulebook;
  private readonly examples: readonly Reading[];
  private readonly row: Row;
  private readonly domains: CaseDomains;
  private readonly cases = new Map<string, { near: Near; theCase: Case } | undefined>();

  constructor(rulebook: Rulebook, examples: readonly Reading[], row: Row) {
    this.rulebook = rulebook;
    this.examples = examples;
    this.row = row;
    this.domains = caseDomains(rulebook.book);
  }

  /** The first case of which a statement holds, in a fixed order; `undefined` when none of those in reach does. */
  find(spot: Spot | undefined, wanted: (near: Near) => boolean): Near | undefined {
    for (const one of this.cases.values()) if (one && wanted(one.near)) return one.near;
    let looked = 0;
    for (const { near } of this.walk(spot)) {
      if (wanted(near)) return near;
      if (++looked > MOST) break;
    }
    return undefined;
  }

  /** A case found elsewhere, as a change of the example that is most like it. */
  from(raw: RawFields): Near | undefined {
    const changes = this.examples.map(({ example }) => ({ example, change: changeTo(example.case, raw) }));
    const [nearest] = changes.sort((a, b) => Object.keys(a.change).length - Object.keys(b.change).length);
    return nearest && this.look(nearest.example, nearest.change)?.near;
  }

  /** The values that the rule's lines show for a case in another book. */
  shown({ like, change }: Near, book: Rulebook): Said['values'] {
    const read = readCase(changed(this.exampleOf(like).case, change), this.domains, book.book.read);
    if ('problems' in read) return {};
    try {
      return saidIn(assessTraced(read.ok, book).answer, this.row).values;
    } catch {
      // a hole in a changed series
      return {};
    }
  }

  private exampleOf(name: string): Example {
    const found = this.examples.find(({ example }) => example.name === name);
    if (!found) throw new Error(`no example is called ${name}`);
    return found.example;
  }

  /** The examples themselves; a step of the test in question; a step of another test and one of that. */
  private *walk(spot: Spot | undefined): Generator<{ near: Near; theCase: Case }> {
    const boxes = spot && 'box' in spot ? this.row.boxes.slice(spot.box, spot.box + 1) : this.row.boxes;
    const changes = spot && 'changes' in spot ? spot.changes : [];
    for (const box of boxes) {
      const starts = this.starts(box).flatMap((example) => {
        const start = this.look(example, {});
        return start ? [{ example, ...start }] : [];
      });
      yield* starts;
      const target = spot && 'box' in spot ? box.find(({ fact }) => fact === spot.fact) : undefined;
      for (const { example } of starts) {
        for (const change of changes) {
          const next = this.look(example, change);
          if (next) yield next;
        }
      }
      const around = function* (this: Neighbourhood, example: Example, from: Near, theCase: Case) {
        for (const test of target ? [target] : box) {
          for (const change of stepsFor(this.rulebook, test, theCase)) {
            const next = this.look(example, { ...from.change, ...change });
            if (next) yield next;
          }
        }
      }.bind(this);
      for (const { example, near, theCase } of starts) yield* around(example, near, theCase);
      for (const { example, theCase } of starts) {
        for (const test of box) {
          for (const change of stepsFor(this.rulebook, test, theCase).slice(0, STEPS)) {
            const next = this.look(example, change);
            if (!next) continue;
            yield next;
            yield* around(example, next.near, next.theCase);
          }
        }
      }
    }
  }

  /** The examples that an alternative of the rule applies to, or those that come nearest. */
  private starts(box: CompiledBox): Example[] {
    const misses = (people: Reading['people']) =>
      Math.min(...people.map((facts) => box.filter((test) => !holds(test, facts[test.fact] ?? 0)).length));
    return this.examples
      .map(({ example, people }) => ({ example, miss: misses(people) }))
      .sort((a, b) => a.miss - b.miss)
      .slice(0, STARTS)
      .map(({ example }) => example);
  }

  private look(example: Example, change: RawFields): { near: Near; theCase: Case } | undefined {
    const asked = JSON.stringify([example.name, change]);
    if (this.cases.has(asked)) return this.cases.get(asked);
    const whole = this.complete(example.case, change);
    if (!whole) {
      this.cases.set(asked, undefined);
      return undefined;
    }
    const key = JSON.stringify([example.name, whole.change]);
    if (this.cases.has(key)) return this.cases.get(key);
    const { answer, people } = assessTraced(whole.theCase, this.rulebook);
    const near = {
      like: example.name,
      change: whole.change,
      people: people.map(({ facts }) => facts),
      said: saidIn(answer, this.row),
    };
    const looked = { near, theCase: whole.theCase };
    this.cases.set(key, looked);
    return looked;
  }

  /** The changed case, with what it must have besides; `undefined` when it cannot be one. */
  private complete(base: RawFields, change: RawFields): { theCase: Case; change: RawFields } | undefined {
    let whole = change;
    for (let tries = 0; tries < 3; tries++) {
      const read = readCase(changed(base, whole), this.domains, this.rulebook.book.read);
      if ('ok' in read) return { theCase: read.ok, change: whole };
      const more = read.problems.map(({ path, code, allowed }) => [path, code, allowed?.[0]] as const);
      const filled: Record<string, unknown> = {};
      for (const [path, code, first] of more) {
        if (code === 'date-after-answer-day' || code === 'date-too-early') return undefined;
        filled[path] = STAND_INS[path] ?? first;
      }
      whole = { ...whole, ...filled };
    }
    return undefined;
  }
}

/** What a case gets that must have something and does not say what. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  entry: '2025-06-02',
  expiry: '2027-02-20',
  from: 'employment',
};

/** The people to whom a row applies. */
export function appliesTo(row: Row | undefined, { people }: Pick<Near, 'people'>): string[] {
  return people.flatMap((facts, index) =>
    row !== undefined && applies(row.boxes, facts) ? [index === 0 ? 'applicant' : `family-${index}`] : [],
  );
}

/** What makes one case of another: fields that differ, and `null` for those it does not have. */
function changeTo(from: RawFields, to: RawFields): RawFields {
  const gone = Object.keys(from).filter((name) => !(name in to));
  const other = Object.entries(to).filter(
    ([name, value]) => JSON.stringify(from[name]) !== JSON.stringify(value),
  );
  return { ...Object.fromEntries(other), ...Object.fromEntries(gone.map((name) => [name, null])) };
}
