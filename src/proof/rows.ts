/**
 * Whether every rule applies to somebody, and whether each of its conditions tells somebody from somebody
 * else. What the cases at hand show is settled by them; for the rest a case is searched for.
 */
import type { CollectRow, DecisionRow } from '../rulebook/book.ts';
import {
  applies,
  compileBox,
  holds,
  NONE,
  type CompiledBox,
  type CompiledTest,
} from '../rulebook/condition.ts';
import { compiledInWords } from '../rulebook/in-words.ts';
import type { Written, WrittenTest } from '../rulebook/merge.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { combine, isEmpty, maskOfTest } from './atoms.ts';
import { ALWAYS_READ, exceptionsTo } from './produced.ts';
import type { Sought } from './proving.ts';
import { isPersonal, type Literal, type Space, type Subject } from './space.ts';

export type Row = Compiled<DecisionRow> | Compiled<CollectRow>;

/** A rule, and for whom it is read. */
export interface ReadRow {
  readonly table: string;
  readonly row: Row;
  readonly subjects: readonly Subject[];
  /** Read only where there is a permit to ask for. */
  readonly permitOnly: boolean;
  /** The rules of the same table that take its place. */
  readonly exceptions: readonly Compiled<DecisionRow>[];
}

/** A question about a rule: somebody who shows it settles it. */
export interface RowQuestion extends Sought {
  readonly about: ReadRow;
  /** What is wrong when nobody is found. */
  readonly fault: 'rule' | 'box' | 'condition';
  /** The condition that would change nothing, as it is written. */
  readonly condition?: string;
  /** The alternatives of the rule without it. */
  readonly without?: readonly CompiledBox[];
  /** Somebody to whom the alternative applies as it stands. */
  readonly asIs: () => Sought;
  /** For each part of the condition, somebody for whom all the others hold. */
  readonly allBut: () => readonly { readonly but: string; readonly sought: Sought }[];
}

const OUTCOME = 'outcome';
/** Tables of lines about the case as a whole, read for relatives only where a rule looks at a person. */
const PLAIN: readonly string[] = ['steps', 'rights', 'warnings'];

/** Every rule of the tables, with the people it is read for. */
export function readRows(rulebook: Rulebook): ReadRow[] {
  const { tables } = rulebook.book;
  const decisions = [...rulebook.decisions].flatMap(([table, rows]) =>
    rows.map((row): ReadRow => ({
      table,
      row,
      subjects: tables[table]?.per === 'person' ? ['applicant', 'relative'] : ['applicant'],
      permitOnly: !ALWAYS_READ.includes(table),
      exceptions: rows.filter(({ overrides }) => overrides === row.id),
    })),
  );
  const collections = [...rulebook.collections].flatMap(([table, rows]) =>
    rows.map((row): ReadRow => {
      const personal = row.boxes.flat().some(({ fact }) => {
        const declared = rulebook.facts[fact]?.fact;
        return declared !== undefined && isPersonal(rulebook, declared);
      });
      const both = tables[table]?.per === 'person' || (PLAIN.includes(table) && personal);
      return {
        table,
        row,
        subjects: both ? ['applicant', 'relative'] : ['applicant'],
        permitOnly: table === 'exemptions' || table === 'fees',
        exceptions: [],
      };
    }),
  );
  return [...decisions, ...collections];
}

/** That there is a permit to ask for: as a literal, and of the facts of somebody. */
export function permitOf(space: Space): { literal: Literal; shows: (facts: readonly number[]) => boolean } {
  const { book, positions } = space.rulebook;
  const outcome = positions.get('outcome') ?? -1;
  const outcomes = Object.values(book.outcomes);
  const permits = (value: number) => outcomes[value]?.permit === true;
  return { literal: space.where(outcome, permits), shows: (facts) => permits(facts[outcome] ?? -1) };
}

/** A part of a condition with other values in its place; without a literal, with any. */
interface Swap {
  readonly at: number;
  readonly instead?: Literal;
  readonly admits: (value: number) => boolean;
}

/** The rules of the boxes of forms, read for those who hand in the form or make the payment. */
export function readBoxes({ modules }: Rulebook): ReadRow[] {
  return [...modules].flatMap(([table, boxes]) =>
    [...boxes.values()].flatMap((rows) =>
      rows.map((row): ReadRow => ({
        table,
        row,
        subjects: ['applicant', 'relative'],
        permitOnly: true,
        exceptions: rows.filter(({ overrides }) => overrides === row.id),
      })),
    ),
  );
}

/** Everything that is asked of a rule: that it applies, and that each part of its condition counts. */
export function questionsAbout(space: Space, written: Written, about: ReadRow): RowQuestion[] {
  const { row } = about;
  const { rulebook } = space;
  const outcomes = Object.values(rulebook.book.outcomes);
  return row.boxes.flatMap((box, index) => {
    const own = written.get(row.id)?.[index] ?? {};
    const asIs = () => soughtOnlyFor(space, about, index);
    const allBut = () =>
      box.map((test, at) => {
        const { id = '', fact } = rulebook.facts[test.fact] ?? {};
        const but = `${id}: ${compiledInWords(fact, test)}`;
        return { but, sought: soughtOnlyFor(space, about, index, { at, admits: () => true }) };
      });
    const question = (fault: RowQuestion['fault'], swap?: Swap): RowQuestion => ({
      ...soughtOnlyFor(space, about, index, swap),
      about,
      fault,
      asIs,
      allBut,
    });
    const changes = box.flatMap((test, at) => {
      const id = rulebook.facts[test.fact]?.id ?? '';
      // a rule that collects lines and says nothing of the outcome is for those who have a permit to ask for
      const without =
        id === OUTCOME && 'add' in row ? (value: number) => outcomes[value]?.permit === true : () => true;
      return own[id] === undefined ? [] : changesOf(space, test, own[id], { name: `${id}: `, at, without });
    });
    return [
      question(row.boxes.length > 1 ? 'box' : 'rule'),
      ...changes.map(({ condition, after, ...swap }) => ({
        ...question('condition', swap),
        condition,
        without: row.boxes.map((other) => (other === box ? withoutPart(box, swap.at, after) : other)),
      })),
    ];
  });
}

/** A condition with what is left of one of its parts; nothing where all of it goes. */
function withoutPart(box: CompiledBox, at: number, after: CompiledTest | undefined): CompiledBox {
  return box.flatMap((test, index) => (index === at ? (after ?? []) : [test]));
}

/** Somebody to whom an alternative of a rule applies. */
export function soughtFor(space: Space, about: ReadRow, index: number): Sought {
  return sought(space, about, { box: about.row.boxes[index] ?? [], others: [] });
}

/** Somebody to whom one alternative of a rule applies and no other, perhaps with one part of it swapped. */
function soughtOnlyFor(space: Space, about: ReadRow, index: number, swap?: Swap): Sought {
  const box = about.row.boxes[index] ?? [];
  const others = about.row.boxes.filter((_, other) => other !== index);
  return sought(space, about, { box, others, ...(swap && { swap }) });
}

function sought(
  space: Space,
  about: ReadRow,
  { box, others, swap }: { box: CompiledBox; others: readonly CompiledBox[]; swap?: Swap },
): Sought {
  const { row, exceptions, permitOnly, subjects } = about;
  const { rulebook } = space;
  const permit = permitOf(space);
  // a deadline whose date the case does not hold gives no line; that the date be there is a condition like any other
  const isDated = 'from' in row && swap?.instead === undefined;
  const from = isDated ? rulebook.positions.get(row.from) : undefined;
  const dated = from === undefined ? [] : [space.where(from, (value) => value !== NONE)];
  return {
    subjects,
    wanted: (subject) => ({
      all: [
        ...box.flatMap((test, at) => {
          if (at !== swap?.at) return [space.literal(test, subject)];
          return swap.instead ? [{ ...swap.instead, variable: space.variableOf(test.fact, subject) }] : [];
        }),
        ...(permitOnly ? [permit.literal] : []),
        ...dated,
      ],
      never: [
        ...others.map((other) => space.box(other, subject)),
        ...('give' in row ? exceptionsTo(space, exceptions, row, subject) : []),
      ],
    }),
    shows: (facts) =>
      box.every((test, at) => {
        const value = facts[test.fact] ?? 0;
        return at === swap?.at ? swap.admits(value) : holds(test, value);
      }) &&
      (!permitOnly || permit.shows(facts)) &&
      (from === undefined || facts[from] !== NONE) &&
      !exceptions.some(({ boxes }) => applies(boxes, facts)) &&
      !applies(others, facts),
  };
}

/** What could be taken away from a test: all of it, one of its items, one end of its range. */
function changesOf(
  space: Space,
  test: CompiledTest,
  { units, not }: WrittenTest,
  { name, at, without }: { name: string; at: number; without: (value: number) => boolean },
): Change[] {
  const { rulebook } = space;
  const { id = '', fact } = rulebook.facts[test.fact] ?? {};
  const atoms = space.variables[test.fact]?.atoms ?? [];
  const variable = test.fact;
  const of = (
    instead: Literal,
    admits: (value: number) => boolean,
    condition: string,
    after?: CompiledTest,
  ): Change[] =>
    isEmpty(instead.mask)
      ? []
      : [{ at, instead, admits, condition: `${name}${condition}`, ...(after && { after }) }];
  const label = `${not ? 'not ' : ''}${units.map(({ text }) => text).join(', ')}`;
  const differs = (value: number) => holds(test, value) !== without(value);
  const whole = of(space.where(variable, differs), differs, label);
  if (!fact) return [];
  if (units.length === 1) return [...whole, ...endsOf(space, test, units[0]?.text ?? '', name, at)];
  const compiled = units.flatMap(({ any }) =>
    compileBox({ [id]: { not: false, any } }, { [id]: fact }, new Map([[id, test.fact]])),
  );
  const items = compiled.flatMap((unit, index) => {
    const others = compiled.filter((_, other) => other !== index);
    const mask = others.reduce(
      (left, other) => combine(left, maskOfTest(atoms, other), (a, b) => a & ~b),
      maskOfTest(atoms, unit),
    );
    const admits = (value: number) => holds(unit, value) && !others.some((other) => holds(other, value));
    const after = { ...test, intervals: others.flatMap(({ intervals }) => intervals) };
    return of({ variable, mask }, admits, `${not ? 'not ' : ''}${units[index]?.text ?? ''}`, after);
  });
  return [...whole, ...items];
}

interface Change extends Swap {
  readonly instead: Literal;
  readonly condition: string;
  /** The part without the item or bound that is asked about; absent where all of it goes. */
  readonly after?: CompiledTest;
}

/** The two ends of a range, each of which could be left open. */
function endsOf(
  space: Space,
  { fact, not, intervals }: CompiledTest,
  text: string,
  name: string,
  at: number,
): Change[] {
  const [range, ...more] = intervals;
  if (!range || more.length > 0 || not || range.low === range.high) return [];
  if (range.low <= Number.MIN_SAFE_INTEGER + 1 || range.high === Infinity) return [];
  const sides = [
    {
      end: `${text.split('..')[0] ?? ''}..`,
      admits: (value: number) => value < range.low && value > NONE,
      open: { low: NONE + 1, high: range.high },
    },
    {
      end: `..${text.split('..')[1] ?? ''}`,
      admits: (value: number) => value > range.high,
      open: { low: range.low, high: Infinity },
    },
  ];
  return sides.flatMap(({ end, admits, open }) => {
    const after = { fact, not, intervals: [open] };
    const instead = space.where(fact, admits);
    return isEmpty(instead.mask) ? [] : [{ at, instead, admits, condition: `${name}${end}`, after }];
  });
}
