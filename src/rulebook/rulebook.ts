/** The rule book, indexed for use: conditions compiled, rows by table, dated values by day. */
import type { CaseDomains } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { RulebookError, type RuleProblem } from '../errors.ts';
import type {
  Book,
  CollectRow,
  DatedEntry,
  DecisionRow,
  DisputeEntry,
  Fact,
  ImpossibleEntry,
  RowBase,
} from './book.ts';
import { compileBox, type CompiledBox } from './condition.ts';
import type { FormRow } from './form.ts';

/** A row ready to be tested against a vector of facts. */
export type Compiled<Row extends RowBase> = Row & { readonly boxes: readonly CompiledBox[] };

export interface Rulebook {
  readonly book: Book;
  /** Facts in the order of the vector. */
  readonly facts: readonly { readonly id: string; readonly fact: Fact }[];
  readonly positions: ReadonlyMap<string, number>;
  readonly decisions: ReadonlyMap<string, readonly Compiled<DecisionRow>[]>;
  readonly collections: ReadonlyMap<string, readonly Compiled<CollectRow>[]>;
  /**
   * The rules of every box of every printed form, by form and box; compiled when first asked for, and then
   * throwing {@link RulebookError} like {@link openRulebook}.
   */
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, readonly Compiled<FormRow>[]>>;
  readonly impossible: readonly { readonly entry: ImpossibleEntry; readonly boxes: readonly CompiledBox[] }[];
  readonly disputes: readonly {
    readonly id: string;
    readonly entry: DisputeEntry;
    readonly boxes: readonly CompiledBox[];
  }[];
}

/** Facts that a table of decisions sets; rules speak of `permit` outcomes only unless they say otherwise. */
const OUTCOME = 'outcome';
const ROUTE = 'route';

/**
 * Indexes a book. Throws {@link RulebookError} with every condition that names an unknown fact, member
 * or range, each at the place of its rule.
 */
export function openRulebook(book: Book): Rulebook {
  const facts = Object.entries(book.facts).map(([id, fact]) => ({ id, fact: completeFact(book, fact) }));
  const byId = Object.fromEntries(facts.map(({ id, fact }) => [id, fact]));
  const positions = new Map(facts.map(({ id }, index) => [id, index]));
  const problems: RuleProblem[] = [];
  const compile = <Row extends RowBase>(row: Row, when = row.when): Compiled<Row> => {
    const boxes: CompiledBox[] = [];
    for (const box of when) {
      try {
        boxes.push(compileBox(box, byId, positions));
      } catch (error) {
        problems.push({
          file: row.place.file,
          line: row.place.line,
          message: `${row.id}: ${(error as Error).message}`,
        });
      }
    }
    return { ...row, boxes };
  };
  const permitOnly = (row: RowBase) =>
    row.when.map((box) => (OUTCOME in box ? box : { ...permitOutcome(book), ...box }));
  const decisions = new Map(
    Object.entries(book.decisions).map(([table, rows]) => [table, rows.map((row) => compile(row))]),
  );
  const collections = new Map(
    Object.entries(book.collections).map(([table, rows]) => [
      table,
      rows.map((row) => compile(row, permitOnly(row))),
    ]),
  );
  const disputes = Object.entries(book.disputes).map(([id, entry]) => {
    const row = {
      id: `disputes/${id}`,
      when: entry.when ?? [],
      sources: [],
      sure: 'disputed',
      place: entry.place,
    } as const;
    return { id, entry, boxes: compile(row).boxes };
  });
  const impossible = (book.impossible ?? []).map((entry, index) => {
    const row = { ...entry, id: `impossible/${index + 1}`, sources: [], sure: 'confirmed' } as const;
    return { entry, boxes: compile(row).boxes };
  });
  if (problems.length > 0) throw new RulebookError(problems);
  let modules: Rulebook['modules'] | undefined;
  return {
    book,
    facts,
    positions,
    decisions,
    collections,
    disputes,
    impossible,
    // the boxes of forms are half of all rules, and most runs ask for none of them
    get modules() {
      modules ??= compiledModules(book, compile);
      if (problems.length > 0) throw new RulebookError(problems);
      return modules;
    },
  };
}

function compiledModules(book: Book, compile: (row: FormRow) => Compiled<FormRow>): Rulebook['modules'] {
  return new Map(
    Object.entries(book.modules).map(([id, { sections }]) => {
      const boxes = sections.flatMap((section) => section.boxes);
      return [id, new Map(boxes.map(({ box, rows }) => [box, rows.map((row) => compile(row))]))];
    }),
  );
}

/** The outcomes under which there is a permit to ask for, as a test. */
function permitOutcome(book: Book) {
  const any = Object.entries(book.outcomes)
    .filter(([, outcome]) => outcome.permit)
    .map(([id]) => id);
  return { [OUTCOME]: { not: false, any } };
}

/** Adds the members that a fact takes from elsewhere in the book. */
function completeFact(book: Book, fact: Fact): Fact {
  if (fact.derive.how === 'group') {
    return { ...fact, values: [...Object.keys(fact.derive.groups), fact.derive.else] };
  }
  if (fact.derive.how === 'table') {
    if (fact.derive.table === OUTCOME) return { ...fact, values: Object.keys(book.outcomes) };
    if (fact.derive.table === ROUTE) return { ...fact, values: Object.keys(book.routes) };
    const given = (book.decisions[fact.derive.table] ?? []).map((row) => row.give);
    return { ...fact, values: [...new Set(given)] };
  }
  if (fact.derive.how === 'relation') return { ...fact, values: book.fields.relation?.values ?? [] };
  if (fact.derive.how === 'person') return { ...fact, values: ['applicant', 'relative'] };
  if (fact.derive.how === 'deadline') return { ...fact, values: ['open', 'between', 'passed'] };
  return fact;
}

/** The entry of a dated value in force on a day; `undefined` before the first. */
export function entryOn(book: Book, valueId: string, on: PlainDate): DatedEntry | undefined {
  return book.values[valueId]?.series.findLast((entry) => entry.from <= on);
}

/** What reading a case needs to know of the book. */
export function caseDomains(book: Book): CaseDomains {
  const choices: Record<string, readonly string[]> = {};
  const required: Record<string, readonly { when: Readonly<Record<string, readonly string[]>> }[]> = {};
  const allowed: Record<string, NonNullable<Book['fields'][string]['allowed']>> = {};
  for (const [id, field] of Object.entries(book.fields)) {
    if (field.values) choices[id] = field.values;
    if (field.required) required[id] = field.required.map((when) => ({ when }));
    if (field.allowed) allowed[id] = field.allowed;
  }
  const [min, max] = book.fields.months?.range ?? [1, 1];
  return {
    choices,
    allowed,
    required,
    unknown: Object.entries(book.fields).flatMap(([id, field]) => (field.unknown === true ? [id] : [])),
    reasons: Object.entries(book.reasons).map(([id, { code, names, words }]) => ({ id, code, names, words })),
    countries: book.countries,
    provinces: Object.keys(book.provinces),
    formerProvinces: book.formerProvinces,
    months: { min, max },
    earliest: book.earliest,
  };
}
