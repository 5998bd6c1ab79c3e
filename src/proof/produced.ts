/**
 * How a fact that a table sets comes to have a value: each way is a set of literals that hold, and combinations
 * that must not. Together the ways of a fact cover all cases.
 */
import { toDayNumber } from '../case/plain-date.ts';
import type { DecisionRow } from '../rulebook/book.ts';
import { NONE } from '../rulebook/condition.ts';
import type { Compiled } from '../rulebook/rulebook.ts';
import type { Mask } from './atoms.ts';
import { type Conjunction, type Literal, negation, type Space, type Subject } from './space.ts';

/** One way in which a fact comes to a value. */
export interface Way {
  /** The values that it gives. */
  readonly gives: Mask;
  readonly when: Conjunction;
  readonly never: readonly Conjunction[];
}

/** What the ways need to say of a space. */
interface Context {
  readonly space: Space;
  readonly permitted: Literal;
  readonly notPermitted: Literal;
}

/** The ways of every variable that tables set; a variable that is not there is a field or follows from some. */
export function waysOf(space: Space): ReadonlyMap<number, readonly Way[]> {
  const { rulebook, variables, where } = space;
  const outcome = rulebook.positions.get('outcome') ?? -1;
  const outcomes = Object.values(rulebook.book.outcomes);
  const permitted = where(outcome, (value) => outcomes[value]?.permit === true);
  const context = { space, permitted, notPermitted: negation(space, permitted) };
  const ways = new Map<number, readonly Way[]>();
  variables.forEach(({ fact: { derive }, subject }, variable) => {
    if (derive.how === 'table') ways.set(variable, tableWays(context, derive.table, variable, subject));
    if (derive.how === 'length') ways.set(variable, lengthWays(context, variable));
    if (derive.how === 'exempt') ways.set(variable, exemptWays(context, variable, subject));
    if (derive.how === 'deadline') ways.set(variable, deadlineWays(context, variable, derive.deadline));
  });
  return ways;
}

/** The rows that take the place of a row, so that it decides only where none of them applies. */
export function exceptionsTo(
  space: Space,
  rows: readonly Compiled<DecisionRow>[],
  { id }: DecisionRow,
  subject: Subject,
): Conjunction[] {
  return rows
    .filter(({ overrides }) => overrides === id)
    .flatMap(({ boxes }) => boxes.map((box) => space.box(box, subject)));
}

/** Tables that are read even where there is no permit to ask for. */
export const ALWAYS_READ: readonly string[] = ['conversion', 'outcome'];

function tableWays(
  { space, permitted, notPermitted }: Context,
  table: string,
  variable: number,
  subject: Subject,
): Way[] {
  const { rulebook, where, variables } = space;
  const rows = rulebook.decisions.get(table) ?? [];
  const values = variables[variable]?.fact.values ?? [];
  const given = (give: string | undefined) =>
    where(variable, (value) => (give === undefined ? value === NONE : values[value] === give)).mask;
  const always = ALWAYS_READ.includes(table);
  const decided = rows.flatMap((row) => {
    const never = exceptionsTo(space, rows, row, subject);
    return row.boxes.map((box) => ({
      gives: given(row.give),
      when: [...space.box(box, subject), ...(always ? [] : [permitted])],
      never,
    }));
  });
  if (always) return decided;
  if (table !== 'route') return [...decided, { gives: given(undefined), when: [notPermitted], never: [] }];
  const outcome = rulebook.positions.get('outcome') ?? -1;
  const elsewhere = Object.values(rulebook.book.outcomes).flatMap(({ permit, route }, index) =>
    permit ? [] : [{ gives: given(route), when: [where(outcome, (value) => value === index)], never: [] }],
  );
  return [...decided, ...elsewhere];
}

function exemptWays({ space, permitted, notPermitted }: Context, variable: number, subject: Subject): Way[] {
  const { rulebook, where } = space;
  const boxes = (rulebook.collections.get('exemptions') ?? [])
    .flatMap((row) => row.boxes)
    .map((box) => [...space.box(box, subject), permitted]);
  const is = (exempt: number) => where(variable, (value) => value === exempt).mask;
  return [
    ...boxes.map((when) => ({ gives: is(1), when, never: [] })),
    { gives: is(0), when: [permitted], never: boxes },
    { gives: is(0), when: [notPermitted], never: [] },
  ];
}

/** A dated value's entries that can be in force, with the literal that selects each. */
export function entriesOf(
  space: Space,
  id: string | undefined,
): { is: number | undefined; when: Literal[] }[] {
  const value = id === undefined ? undefined : space.rulebook.book.values[id];
  if (!value) return [{ is: undefined, when: [] }];
  const { rulebook, where } = space;
  const date = rulebook.positions.get(value.lookedUpOn) ?? -1;
  const earliest = toDayNumber(rulebook.book.earliest);
  return value.series.flatMap(({ from, is }, index) => {
    const next = value.series[index + 1];
    const first = toDayNumber(from);
    const last = next ? toDayNumber(next.from) - 1 : Infinity;
    if (last < earliest) return [];
    const admits = (day: number) =>
      day === NONE || (day >= first && day <= last) || (day < earliest && first <= earliest);
    return [{ is, when: [where(date, admits)] }];
  });
}

function lengthWays({ space, permitted, notPermitted }: Context, variable: number): Way[] {
  const { rulebook, where, variables } = space;
  const rows = rulebook.decisions.get('length') ?? [];
  const months = rulebook.positions.get('months') ?? -1;
  const procedure = rulebook.positions.get('procedure') ?? -1;
  const procedures = variables[procedure]?.fact.values ?? [];
  const anew = where(procedure, (value) => rulebook.book.newLength.includes(procedures[value] ?? ''));
  const gives = (length: number | undefined) => {
    const atoms = variables[variable]?.atoms ?? [];
    const piece = atoms.find(({ low, high }) =>
      length === undefined ? low === NONE : low <= length && high >= length,
    );
    return where(variable, (value) => value === piece?.low).mask;
  };
  const ways: Way[] = [{ gives: gives(undefined), when: [notPermitted], never: [] }];
  for (const row of rows) {
    const never = exceptionsTo(space, rows, row, 'applicant');
    for (const box of row.boxes) {
      for (const ceiling of entriesOf(space, row.ceiling ?? undefined)) {
        for (const extend of entriesOf(space, row.extendBy)) {
          const when = [...space.box(box, 'applicant'), permitted, ...ceiling.when, ...extend.when];
          const plain = { gives: gives(ceiling.is), never };
          if (row.asked === 'ignore') {
            ways.push({ ...plain, when });
            continue;
          }
          ways.push({ ...plain, when: [...when, negation(space, anew)] });
          ways.push({ ...plain, when: [...when, anew, where(months, (asked) => asked === NONE)] });
          // months that come to the same piece of length are one way
          const byPiece = new Map<string, { gives: Mask; months: Set<number> }>();
          for (const { low: asked } of variables[months]?.atoms ?? []) {
            if (asked === NONE) continue;
            const length = Math.min(
              asked + (row.asked === 'extend' ? (extend.is ?? 0) : 0),
              ceiling.is ?? Infinity,
            );
            const mask = gives(length);
            const piece = byPiece.get(mask.join()) ?? { gives: mask, months: new Set() };
            byPiece.set(mask.join(), piece);
            piece.months.add(asked);
          }
          for (const piece of byPiece.values()) {
            const asked = where(months, (value) => piece.months.has(value));
            ways.push({ gives: piece.gives, when: [...when, anew, asked], never });
          }
        }
      }
    }
  }
  return ways;
}

/** Open, passed or between while its term is there; when exactly, only a calendar knows. */
function deadlineWays({ space }: Context, variable: number, deadline: string): Way[] {
  const { rulebook, where } = space;
  const rows = (rulebook.collections.get('deadlines') ?? []).filter((row) => row.add[0] === deadline);
  const there = rows.flatMap((row) => {
    const from = rulebook.positions.get(row.from ?? '') ?? -1;
    const present = where(from, (value) => value !== NONE);
    return row.boxes.map((box) => [...space.box(box, 'applicant'), present]);
  });
  return [
    ...there.map((when) => ({ gives: where(variable, (value) => value !== NONE).mask, when, never: [] })),
    { gives: where(variable, (value) => value === NONE).mask, when: [], never: there },
  ];
}
