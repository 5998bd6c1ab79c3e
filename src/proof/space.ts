/**
 * The space of all cases: one variable for each fact, a second one for each fact of a relative, and the
 * combinations that no case has, because a field is required, a fact follows from another one, or the book says so.
 */
import { toDayNumber } from '../case/plain-date.ts';
import type { Fact } from '../rulebook/book.ts';
import { NONE, type CompiledBox, type CompiledTest } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { atomsOfBook, complement, maskOf, maskOfTest, wordsFor, type Atom, type Mask } from './atoms.ts';

/** Whose facts a condition is read for. */
export type Subject = 'applicant' | 'relative';

export interface Variable {
  /** The fact; a field that only groups are made of has its own name. */
  readonly id: string;
  /** Position of the fact in the vector; -1 for a field that is no fact. */
  readonly position: number;
  readonly subject: Subject;
  readonly atoms: readonly Atom[];
  /** Where its words begin in a domain. */
  readonly offset: number;
  readonly words: number;
  readonly fact: Fact;
  /** Members that stand for the pieces of a field that is no fact: the first of each piece. */
  readonly members?: readonly string[];
}

/** A variable lies within a mask. */
export interface Literal {
  readonly variable: number;
  readonly mask: Mask;
}

/** Literals that hold together. */
export type Conjunction = readonly Literal[];

export interface Space {
  readonly rulebook: Rulebook;
  readonly variables: readonly Variable[];
  readonly words: number;
  /** Combinations that no case has. */
  readonly impossible: readonly Conjunction[];
  /** The pieces that each variable can take by itself. */
  readonly everything: Mask;
  /** Variable of a fact, for the applicant or for a relative. */
  readonly variableOf: (position: number, subject: Subject) => number;
  readonly literal: (test: CompiledTest, subject: Subject) => Literal;
  readonly box: (box: CompiledBox, subject: Subject) => Conjunction;
  /** A literal that says which values of a variable are meant. */
  readonly where: (variable: number, admits: (value: number) => boolean) => Literal;
}

/** Whether a fact is one of each person: relation, age, income, and what tables decide person by person. */
export function isPersonal({ book }: Rulebook, { derive }: Fact): boolean {
  if (derive.how === 'table') return book.tables[derive.table]?.per === 'person';
  return ['person', 'relation', 'age', 'own-income', 'exempt', 'counted'].includes(derive.how);
}

/** The space of a rule book; with `margin`, fine enough for bounds moved by one. */
export function spaceOf(rulebook: Rulebook, margin = false): Space {
  const variables: Variable[] = [];
  let words = 0;
  const add = (variable: Omit<Variable, 'offset' | 'words'>) => {
    const own = wordsFor(variable.atoms.length);
    variables.push({ ...variable, offset: words, words: own });
    words += own;
    return variables.length - 1;
  };
  const atoms = atomsOfBook(rulebook, margin);
  rulebook.facts.forEach(({ id, fact }, position) =>
    add({ id, fact, position, subject: 'applicant', atoms: atoms[position] ?? [] }),
  );
  const ofRelative = new Map<number, number>();
  rulebook.facts.forEach(({ id, fact }, position) => {
    if (!isPersonal(rulebook, fact)) return;
    ofRelative.set(position, add({ id, fact, position, subject: 'relative', atoms: atoms[position] ?? [] }));
  });
  const variableOf = (position: number, subject: Subject) =>
    subject === 'relative' ? (ofRelative.get(position) ?? position) : position;
  const where = (variable: number, admits: (value: number) => boolean): Literal => ({
    variable,
    mask: maskOf(variables[variable]?.atoms ?? [], admits),
  });
  const masks = new Map<CompiledTest, Mask>();
  const literal = (test: CompiledTest, subject: Subject): Literal => {
    let mask = masks.get(test);
    if (!mask) masks.set(test, (mask = maskOfTest(atoms[test.fact] ?? [], test)));
    return { variable: variableOf(test.fact, subject), mask };
  };
  const box = (tests: CompiledBox, subject: Subject) => tests.map((test) => literal(test, subject));
  const groups = groupsOf(rulebook, add);
  const base = { rulebook, variables, variableOf, literal, box, where };
  const impossible = [
    ...fieldsRequired(base),
    ...groups.map((group) => groupClauses(base, group)).flat(),
    ...linked(base),
    ...rulebook.impossible.flatMap(({ boxes }) =>
      boxes.flatMap((tests) => [box(tests, 'applicant'), box(tests, 'relative')]),
    ),
  ];
  return { ...base, words, impossible, everything: everything(variables, words, rulebook) };
}

type Base = Pick<Space, 'rulebook' | 'variables' | 'variableOf' | 'literal' | 'box' | 'where'>;

/** All pieces; a person is the applicant or a relative, and the law is read from the book's first day on. */
function everything(variables: readonly Variable[], words: number, { book }: Rulebook): Mask {
  const all = new Int32Array(words);
  for (const { atoms, offset, fact, subject } of variables) {
    const mask = maskOf(atoms, (value) => {
      if (fact.derive.how === 'person') return value === (subject === 'applicant' ? 0 : 1);
      if (fact.derive.how === 'relation') return (value === NONE) === (subject === 'applicant');
      return fact.derive.how !== 'law-date' || value >= toDayNumber(book.earliest);
    });
    all.set(mask, offset);
  }
  return all;
}

/** A field that must be there is not absent, and takes none but the members that go with the others. */
function fieldsRequired({ rulebook, variables, where }: Base): Conjunction[] {
  const named = (id: string) => variables.findIndex((variable) => variable.id === id);
  const condition = (when: Readonly<Record<string, readonly string[]>>): Literal[] =>
    Object.entries(when).map(([id, members]) => {
      const variable = named(id);
      const values = variables[variable]?.fact.values ?? [];
      return where(variable, (value) => members.includes(values[value] ?? ''));
    });
  return Object.entries(rulebook.book.fields).flatMap(([id, { required = [], allowed = [] }]) => {
    const variable = named(id);
    if (variable === -1) return [];
    const values = variables[variable]?.fact.values ?? [];
    return [
      ...required.map((when) => [...condition(when), where(variable, (value) => value === NONE)]),
      ...allowed.map(({ when, values: members }) => [
        ...condition(when),
        where(variable, (value) => value !== NONE && !members.includes(values[value] ?? '')),
      ]),
    ];
  });
}

interface Grouping {
  readonly field: number;
  readonly facts: readonly number[];
  /** For each fact, the group of each piece of the field. */
  readonly signatures: readonly (readonly number[])[];
}

/** Fields that groups are made of, cut where any of their groups tells members apart. */
function groupsOf(
  rulebook: Rulebook,
  add: (variable: Omit<Variable, 'offset' | 'words'>) => number,
): Grouping[] {
  const fields = new Map<string, number[]>();
  rulebook.facts.forEach(({ fact: { derive } }, position) => {
    if (derive.how === 'group') fields.set(derive.of, [...(fields.get(derive.of) ?? []), position]);
  });
  return [...fields].flatMap(([field, facts]) => {
    const members = field === 'citizenship' ? rulebook.book.countries : Object.keys(rulebook.book.provinces);
    const bySignature = new Map<string, { member: string; groups: number[] }>();
    for (const member of members) {
      const groups = facts.map((position) => groupOf(rulebook.facts[position]?.fact, member));
      if (!bySignature.has(groups.join())) bySignature.set(groups.join(), { member, groups });
    }
    const pieces = [...bySignature.values()];
    const fact: Fact = {
      kind: 'enum',
      optional: false,
      values: pieces.map(({ member }) => member),
      derive: { how: 'field', field },
    };
    const variable = add({
      id: field,
      fact,
      position: -1,
      subject: 'applicant',
      atoms: pieces.map((_, index) => ({ low: index, high: index })),
      members: pieces.map(({ member }) => member),
    });
    return [{ field: variable, facts, signatures: pieces.map(({ groups }) => groups) }];
  });
}

function groupOf(fact: Fact | undefined, member: string): number {
  if (fact?.derive.how !== 'group') return NONE;
  const { groups } = fact.derive;
  const found = Object.keys(groups).findIndex((id) => groups[id]?.includes(member));
  return found === -1 ? Object.keys(groups).length : found;
}

/** A group has the members that it has. */
function groupClauses({ where, variables }: Base, { field, facts, signatures }: Grouping): Conjunction[] {
  return facts.flatMap((position, index) =>
    (variables[position]?.atoms ?? []).map(({ low }) => [
      where(position, (value) => value === low),
      where(field, (piece) => signatures[piece]?.[index] !== low),
    ]),
  );
}

/** Facts that say the same of the applicant, and spans of time that are absent exactly when their date is. */
function linked(base: Base): Conjunction[] {
  const { rulebook, variables, where } = base;
  const dateVariable = (id: string) => variables.findIndex((variable) => variable.id === id);
  return rulebook.facts.flatMap(({ fact: { derive } }, position) => {
    if (derive.how === 'own-income') {
      const income = dateVariable('income');
      return [0, 1].map((one) => [
        where(position, (value) => value === one),
        where(income, (value) => value !== one),
      ]);
    }
    if (!('from' in derive)) return [];
    const dates = [derive.from, derive.to].map(dateVariable);
    const absent = (variable: number) => where(variable, (value) => value === NONE);
    const present = (variable: number) => where(variable, (value) => value !== NONE);
    return [
      ...dates.map((date) => [present(position), absent(date)]),
      [absent(position), ...dates.map(present)],
    ];
  });
}

/** A literal that holds wherever another one does not. */
export function negation({ variables }: Pick<Space, 'variables'>, { variable, mask }: Literal): Literal {
  return { variable, mask: complement(variables[variable]?.atoms ?? [], mask) };
}
