/**
 * A rule book as statements that can be compared: each line or decision with the boxes of facts under which
 * a rule gives it and what the rule then says. Dated values are written out, so that a statement is constant:
 * the entry of a series that holds becomes one more test on the date that selects it.
 */
import { toDayNumber, type PlainDate } from '../case/plain-date.ts';
import type { CollectRow, DatedEntry, DecisionRow, RowBase, SourceRef, Term } from '../rulebook/book.ts';
import type { CompiledBox } from '../rulebook/condition.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { ABSENT, both, equal, has, NUMBERS, spansOf, without, type Span, type Spans } from './spans.ts';
import type { Universe } from './universe.ts';

export type Box = ReadonlyMap<string, Spans>;

export interface Statement {
  /** Id of the rule. */
  readonly rule: string;
  readonly overrides?: string;
  readonly boxes: readonly Box[];
  /** What the rule says, as comparable text. */
  readonly says: string;
  readonly result: Result;
  readonly sources: readonly SourceRef[];
}

/** What a rule says: amounts in cents, lengths in the unit of their value. */
export interface Result {
  readonly give?: string;
  readonly advice?: string;
  readonly cents?: number;
  readonly ceiling?: number | null;
  readonly asked?: string;
  readonly extendBy?: number;
  readonly term?: TermResult;
  readonly latest?: TermResult;
  readonly count?: number;
  readonly figures?: Readonly<Record<string, number>>;
  readonly others?: readonly (string | number | null)[];
}

export interface TermResult {
  readonly length: number;
  readonly unit: 'days' | 'months';
  readonly kind: Term['count'];
  readonly direction: Term['direction'];
  readonly from: string;
}

/** Something that a book answers: by exactly one of its statements, or by all that hold. */
export interface Question {
  readonly name: string;
  /** By exactly one statement, by all that hold, or by whether any holds. */
  readonly policy: 'one' | 'all' | 'any';
  readonly statements: readonly Statement[];
}

/** One side of a comparison: a book, and the date facts that are fixed to a day. */
export interface Side {
  readonly rulebook: Rulebook;
  readonly pinned: ReadonlyMap<string, number>;
  /** Date facts that move along with a pinned one where they are given at all. */
  readonly tied: ReadonlyMap<string, string>;
}

/** Tables that are read only where there is a permit to ask for, and whose rules do not say so. */
const ALWAYS_READ: readonly string[] = ['conversion', 'outcome'];
const OUTCOME = 'outcome';
export const EXEMPT = 'exempt';

/** Every question of a side by name: tables of decisions, lines of lists, disputes. */
export function questionsOf(side: Side, universe: Universe): Map<string, Question> {
  const { rulebook } = side;
  const permitted = permittedOutcomes(rulebook, universe);
  const found = new Map<string, { policy: Question['policy']; statements: Statement[] }>();
  const add = (name: string, policy: Question['policy'], statements: readonly Statement[]) => {
    const question = found.get(name) ?? { policy, statements: [] };
    question.statements.push(...statements);
    found.set(name, question);
  };
  const make = (row: Row, boxes: readonly Box[], used: readonly string[], say: Say) =>
    written(side, universe, row, boxes, used, say);
  for (const [table, rows] of rulebook.decisions) {
    for (const row of rows) {
      const read = boxesOf(row.boxes, rulebook, universe);
      const boxes = ALWAYS_READ.includes(table)
        ? read
        : read.map((box) => new Map([[OUTCOME, permitted], ...box]));
      const statements = make(row, boxes, decisionValues(row, rulebook), (entry) =>
        decision(row, table, entry, rulebook),
      );
      add(table, 'one', statements);
      addDisputes(row, boxes, decisionValues(row, rulebook));
    }
  }
  for (const [table, rows] of rulebook.collections) {
    for (const row of rows) {
      const boxes = boxesOf(row.boxes, rulebook, universe);
      const used = lineValues(row, rulebook);
      for (const id of row.add) {
        const name = [table, id, row.pile ?? ''].join(' ').trim();
        add(
          name,
          'all',
          make(row, boxes, used, (entry) => line(row, entry, rulebook)),
        );
      }
      if (table === 'exemptions')
        add(
          EXEMPT,
          'any',
          make(row, boxes, [], () => ({})),
        );
      addDisputes(row, boxes, used);
    }
  }
  for (const { id, entry, boxes } of rulebook.disputes) {
    const row = { id: `disputes/${id}`, sources: entry.positions.flatMap(({ sources }) => sources) };
    add(
      `disputes ${id}`,
      'all',
      make(row, boxesOf(boxes, rulebook, universe), [], () => ({ give: entry.shown })),
    );
  }
  return new Map([...found].map(([name, question]) => [name, { name, ...question }]));

  /** A dispute is told wherever a rule that holds cites it, or a dated value that the rule uses. */
  function addDisputes(row: Row, boxes: readonly Box[], used: readonly string[]): void {
    const told = new Set([...(row.disputes ?? []), ...used.flatMap((id) => disputesOfValue(rulebook, id))]);
    for (const id of told) {
      const shown = rulebook.book.disputes[id]?.shown ?? '';
      const statements = make(row, boxes, used, (entry) => {
        const cited = [row, ...used.map(entry)].some((backed) => backed?.disputes?.includes(id));
        // about an amount of nothing nobody disagrees
        return cited && !isNothing(row, entry) ? { give: shown } : undefined;
      });
      add(`disputes ${id}`, 'all', statements);
    }
  }
}

/** The outcomes under which there is a permit to ask for. */
function permittedOutcomes({ book }: Rulebook, universe: Universe): Spans {
  const permits = Object.keys(book.outcomes).filter((id) => book.outcomes[id]?.permit);
  return spansOf(permits.map((id) => universe.point(OUTCOME, id)));
}

function isNothing(row: Row, entry: Entry): boolean {
  return 'give' in row && entry(String(row.give))?.is === 0;
}

function disputesOfValue({ book }: Rulebook, id: string): readonly string[] {
  return book.values[id]?.series.flatMap(({ disputes }) => disputes ?? []) ?? [];
}

type Row = Pick<RowBase, 'id' | 'sources' | 'disputes'> & { readonly overrides?: string };
type Entry = (value: string) => DatedEntry | undefined;
type Say = (entry: Entry) => Result | undefined;

/** The statements of a row: one for each combination of entries of the dated values that it uses. */
function written(
  side: Side,
  universe: Universe,
  row: Row,
  boxes: readonly Box[],
  used: readonly string[],
  say: Say,
): Statement[] {
  let parts: { entries: ReadonlyMap<string, DatedEntry>; boxes: readonly Box[] }[] = [
    { entries: new Map(), boxes: narrowed(side, universe, boxes) },
  ];
  for (const value of new Set(used)) {
    parts = parts.flatMap((part) =>
      periods(side, value).flatMap(({ entry, span, on }) => {
        const tests = universe.optional(on)
          ? [
              new Map([[on, [span]]]),
              new Map([
                [on, [ABSENT]],
                [universe.lawDate, [span]],
              ]),
            ]
          : [new Map([[on, [span]]])];
        const inside = part.boxes.flatMap((box) => tests.flatMap((test) => meet(box, test) ?? []));
        const left = narrowed(side, universe, inside);
        return left.length === 0
          ? []
          : [{ entries: new Map([...part.entries, [value, entry]]), boxes: left }];
      }),
    );
  }
  return parts.flatMap(({ entries, boxes: where }) => {
    const result = say((id) => entries.get(id));
    if (where.length === 0 || result === undefined) return [];
    const sources = [...row.sources, ...[...entries.values()].flatMap((entry) => entry.sources)];
    const { overrides } = row;
    return [
      {
        rule: row.id,
        ...(overrides !== undefined && { overrides }),
        boxes: where,
        says: JSON.stringify(result),
        result,
        sources,
      },
    ];
  });
}

/** The entries of a value with the days on which each holds; the book's first day stands for all before it. */
function periods({ rulebook }: Side, id: string): { entry: DatedEntry; span: Span; on: string }[] {
  const value = rulebook.book.values[id];
  const earliest = toDayNumber(rulebook.book.earliest);
  const series = value?.series ?? [];
  return series.map((entry, index) => {
    const next = series[index + 1];
    const from = toDayNumber(entry.from);
    return {
      entry,
      on: value?.lookedUpOn ?? '',
      span: {
        low: from <= earliest ? NUMBERS.low : from,
        high: next === undefined ? NUMBERS.high : toDayNumber(next.from) - 1,
      },
    };
  });
}

/** Boxes with what is pinned put in: tests on it are settled and gone. */
function narrowed({ pinned, tied }: Side, universe: Universe, boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => {
    const left = new Map<string, Spans>();
    for (const [fact, spans] of box) {
      const day = pinned.get(fact);
      const leader = pinned.get(tied.get(fact) ?? '');
      if (day !== undefined) {
        if (!has(spans, day)) return [];
      } else {
        const seen =
          leader === undefined
            ? spans
            : spansOf([...both(spans, [ABSENT]), ...(has(spans, leader) ? [NUMBERS] : [])]);
        if (seen.length === 0) return [];
        if (!equal(seen, universe.domain(fact))) left.set(fact, seen);
      }
    }
    return [left];
  });
}

/** Both boxes at once; nothing where they exclude each other. */
function meet(box: Box, more: Box): Box | undefined {
  const met = new Map(box);
  for (const [fact, spans] of more) {
    const before = met.get(fact);
    const now = before ? both(before, spans) : spans;
    if (now.length === 0) return undefined;
    met.set(fact, now);
  }
  return met;
}

function boxesOf(boxes: readonly CompiledBox[], rulebook: Rulebook, universe: Universe): Box[] {
  return boxes.map((box) => {
    const map = new Map<string, Spans>();
    for (const test of box) {
      const id = rulebook.facts[test.fact]?.id ?? '';
      const named = spansOf(
        test.intervals.map((span) => universe.fromBook(rulebook, test.fact, span)).flat(),
      );
      map.set(id, both(universe.domain(id), test.not ? without(universe.domain(id), named) : named));
    }
    return map;
  });
}

function decisionValues(row: DecisionRow, { book }: Rulebook): string[] {
  const others = (row.alternatives ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return [row.ceiling, row.extendBy, row.give, ...others].filter(
    (id): id is string => typeof id === 'string' && id in book.values,
  );
}

function lineValues(row: Compiled<CollectRow>, { book }: Rulebook): string[] {
  const others = (row.alternatives ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return [row.count, row.amount, row.term?.value, row.latest?.value, ...(row.with ?? []), ...others].filter(
    (id): id is string => typeof id === 'string' && id in book.values,
  );
}

function decision(row: DecisionRow, table: string, entry: Entry, { book }: Rulebook): Result {
  const amount = entry(row.give);
  const isLength = row.ceiling !== undefined;
  return {
    ...(amount
      ? { cents: amount.is }
      : isLength
        ? {}
        : table === 'contribution'
          ? { cents: 0 }
          : { give: row.give }),
    ...(row.advice !== undefined && { advice: row.advice }),
    ...(isLength && { ceiling: row.ceiling === null ? null : (entry(row.ceiling ?? '')?.is ?? null) }),
    ...(isLength && row.asked !== undefined && { asked: row.asked }),
    ...(row.extendBy !== undefined && { extendBy: entry(row.extendBy)?.is ?? 0 }),
    ...(amount?.is === 0 ? {} : othersOf(row, entry, book.values)),
  };
}

function line(row: CollectRow, entry: Entry, { book }: Rulebook): Result {
  const term = (of: Term): TermResult => ({
    length: entry(of.value)?.is ?? 0,
    unit: book.values[of.value]?.unit === 'months' ? 'months' : 'days',
    kind: of.count,
    direction: of.direction,
    from: row.from ?? '',
  });
  const figures = (row.with ?? []).flatMap((id) => {
    const is = entry(id)?.is;
    return is === undefined ? [] : [[id, is] as const];
  });
  return {
    ...(row.amount !== undefined && { cents: entry(row.amount)?.is ?? 0 }),
    ...(row.term && { term: term(row.term) }),
    ...(row.latest && { latest: term(row.latest) }),
    ...(row.count !== undefined && { count: entry(row.count)?.is ?? 0 }),
    ...(figures.length > 0 && { figures: Object.fromEntries(figures) }),
    ...othersOf(row, entry, book.values),
  };
}

function othersOf(
  row: RowBase,
  entry: Entry,
  values: Readonly<Record<string, unknown>>,
): Pick<Result, 'others'> {
  if (!row.alternatives) return {};
  const others = row.alternatives.map(({ value }) =>
    typeof value === 'string' && value in values ? (entry(value)?.is ?? null) : value,
  );
  return { others };
}

/** The number of a day, for pinning a date fact. */
export function pin(day: PlainDate): number {
  return toDayNumber(day);
}
