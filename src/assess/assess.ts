/**
 * Case + rule book → assessment. Pure: no clock, no disk, no terminal, no language. The tables are read in
 * stages; what one decides is a fact for the next.
 */
import type { Case, FieldName } from '../case/case.ts';
import type { CollectRow, DecisionRow, RouteEntry } from '../rulebook/book.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import type {
  Assessment,
  DeadlineLine,
  DocumentLine,
  Kit,
  Line,
  PermitAnswer,
  StepLine,
} from './assessment.ts';
import { assessBranches } from './branches.ts';
import { deadlinesOf } from './deadlines.ts';
import { disputesOf } from './disputes.ts';
import { APPLICANT, encode, factVector, type Fields, type Person } from './facts.ts';
import { exemptionsOf, feesOf, totalFees, type PersonFees } from './fees.ts';
import { datedValue, lineOf, mentionedValues, withValues } from './lines.ts';
import { collect, decide } from './tables.ts';

/** A person of the case with the facts that hold of them. */
interface Applicant {
  readonly person: Person;
  readonly facts: number[];
}

/** An answer with the facts that it was read from, those of every person: what explaining it needs. */
export interface TracedAssessment {
  readonly answer: Assessment;
  readonly people: readonly { readonly id: string; readonly facts: readonly number[] }[];
}

/**
 * Answers a case. The same case and rule book give the same assessment, whatever the machine.
 * Throws `TableGap` when a table of the book does not decide the case.
 */
export function assess(theCase: Case, rulebook: Rulebook): Assessment {
  return assessPart(theCase, rulebook, EVERY_LIST);
}

/** Lists that no other part of an answer is made from. */
export const LEAF_LISTS = ['forms', 'documents', 'steps', 'rights', 'warnings', 'disputes'] as const;
export type LeafList = (typeof LEAF_LISTS)[number];

/** Like {@link assess}, with only these of the leaf lists read and the others empty; all else is the same. */
export function assessPart(theCase: Case, rulebook: Rulebook, lists: ReadonlySet<LeafList>): Assessment {
  const assessOne = (one: Case) => assessTraced(one, rulebook, lists).answer;
  return theCase.unknown === undefined ? assessOne(theCase) : assessBranches(theCase, rulebook, assessOne);
}

const EVERY_LIST: ReadonlySet<LeafList> = new Set(LEAF_LISTS);

/** Like {@link assess}, with the facts of everyone in the case, the ones that tables set included. */
export function assessTraced(
  theCase: Case,
  rulebook: Rulebook,
  lists: ReadonlySet<LeafList> = EVERY_LIST,
): TracedAssessment {
  const { book } = rulebook;
  const fields: Fields = (name: FieldName) => theCase[name] as ReturnType<Fields>;
  const people = peopleOf(theCase).map((person) => ({
    person,
    facts: factVector(rulebook, fields, person),
  }));
  const [applicant] = people as [Applicant, ...Applicant[]];
  const set = (fact: string, value: string | number | boolean | undefined, of = people) => {
    const position = rulebook.positions.get(fact);
    const declared = book.facts[fact] && rulebook.facts[position ?? -1]?.fact;
    if (position === undefined || !declared) return;
    for (const { facts } of of) facts[position] = encode(declared, value);
  };

  const conversion = decide(rulebook, 'conversion', applicant.facts);
  set('conversion', conversion.give);
  const outcome = decide(rulebook, 'outcome', applicant.facts);
  set('outcome', outcome.give);
  const permitted = book.outcomes[outcome.give]?.permit === true;
  const route = permitted ? decide(rulebook, 'route', applicant.facts) : undefined;
  const routeId = route?.give ?? book.outcomes[outcome.give]?.route;
  set('route', routeId);
  const permit = permitted ? permitAnswer(theCase, rulebook, applicant.facts, fields) : null;
  set('length', permit?.maxMonths ?? undefined);
  if (permitted) {
    for (const one of people) set('kit', decide(rulebook, 'kit', one.facts).give, [one]);
  } else set('kit', undefined);

  const deadlines = deadlinesOf(rulebook, applicant.facts, fields, theCase);
  for (const [fact, { derive }] of Object.entries(book.facts)) {
    if (derive.how === 'deadline')
      set(fact, deadlineState(derive.deadline, deadlines, applicant, rulebook, fields));
  }
  const fees = people.map((one): PersonFees => {
    if (!permitted) return { person: one.person.id, lines: [], exemptions: [] };
    const exemptions = exemptionsOf(rulebook, one.facts, fields, one.person.id);
    set('exempt', exemptions.length > 0, [one]);
    return feesOf(rulebook, one.facts, fields, one.person.id, exemptions);
  });
  if (!permitted) set('exempt', false);

  const way = routeId === undefined ? undefined : book.routes[routeId];
  const handIn = { ...lineOf(route ?? outcome, routeId ?? outcome.give), offices: way?.offices ?? [] };
  const answer = {
    schema: 1 as const,
    on: theCase.on,
    rulebook: { version: book.version, digest: book.digest, read: book.read },
    case: theCase,
    outcome: lineOf(outcome, outcome.give),
    permit,
    route: handIn.offices,
    handIn,
    kits: permitted ? kitsOf(rulebook, people) : [],
    fees: totalFees(rulebook, fees),
    deadlines,
    ...leafLists(rulebook, people, fields, lists, { way, decided: [conversion, outcome] }),
  };
  return {
    answer: {
      ...answer,
      disputes: lists.has('disputes') ? disputesOf(rulebook, answer, applicant.facts) : [],
    },
    people: people.map(({ person, facts }) => ({ id: person.id, facts })),
  };
}

/** The lists that are asked for, the others empty. */
function leafLists(
  rulebook: Rulebook,
  people: readonly Applicant[],
  fields: Fields,
  lists: ReadonlySet<LeafList>,
  { way, decided }: { readonly way: RouteEntry | undefined; readonly decided: readonly DecisionRow[] },
) {
  const lines = (table: LeafList) => (lists.has(table) ? plainLines(rulebook, table, people, fields) : []);
  const advice = lists.has('warnings') ? decided.flatMap(adviceOf) : [];
  return {
    forms: lists.has('forms') ? perPerson(rulebook, 'forms', people, fields) : [],
    documents: lists.has('documents') ? documentsOf(rulebook, people, fields, way?.piles ?? {}) : [],
    steps: inOrder(rulebook, 'steps', lines('steps')),
    rights: lines('rights'),
    warnings: [...advice, ...inOrder(rulebook, 'warnings', lines('warnings'))],
  };
}

function peopleOf(theCase: Case): Person[] {
  const relatives = theCase.family.map((relative, index) => ({
    id: `family-${index + 1}`,
    relation: relative.relation,
    born: relative.born,
    income: relative.income,
  }));
  return [{ id: APPLICANT, born: theCase.born, income: theCase.income }, ...relatives];
}

function permitAnswer(
  theCase: Case,
  rulebook: Rulebook,
  facts: readonly number[],
  fields: Fields,
): PermitAnswer {
  const row = decide(rulebook, 'length', facts);
  const ceiling = typeof row.ceiling === 'string' ? datedValue(rulebook, row.ceiling, fields) : undefined;
  const extend = row.extendBy === undefined ? undefined : datedValue(rulebook, row.extendBy, fields);
  const used = [ceiling, extend].filter((value) => value !== undefined);
  // where the permit gets no length anew, one that is asked for means nothing
  const anew = rulebook.book.newLength.includes(theCase.procedure);
  return {
    ...withValues(rulebook, fields, lineOf(row, row.give, undefined, used)),
    reason: theCase.reason,
    code: rulebook.book.reasons[theCase.reason]?.code ?? null,
    maxMonths: longest(row, anew ? theCase.months : undefined, ceiling?.is, extend?.is ?? 0),
    ...(row.least === true && { least: true }),
  };
}

/** The longest permit in months: the ceiling, the length asked for, or that with what the law adds to it. */
function longest(
  row: DecisionRow,
  asked: number | undefined,
  ceiling: number | undefined,
  extra: number,
): number | null {
  if (asked === undefined || row.asked === 'ignore') return ceiling ?? null;
  return Math.min(asked + (row.asked === 'extend' ? extra : 0), ceiling ?? Infinity);
}

function deadlineState(
  id: string,
  deadlines: readonly DeadlineLine[],
  applicant: Applicant,
  rulebook: Rulebook,
  fields: Fields,
): string | undefined {
  const line = deadlines.find((deadline) => deadline.id === id);
  const filing = fields('filed') ?? fields('on');
  if (!line || typeof filing !== 'string') return undefined;
  if (filing <= line.date) return 'open';
  return line.latest !== undefined && filing <= line.latest ? 'between' : 'passed';
}

/** Who hands in an envelope, and the children whose requests travel in it. */
function kitsOf(rulebook: Rulebook, people: readonly Applicant[]): Kit[] {
  const kit = rulebook.positions.get('kit') ?? -1;
  const own = rulebook.facts[kit]?.fact.values?.indexOf('own') ?? -1;
  const carried = people.filter(({ facts }) => facts[kit] !== own).map(({ person }) => person.id);
  const carriers = people.filter(({ facts }) => facts[kit] === own).map(({ person }) => person.id);
  return carriers.map((person, index) => ({ person, carries: index === 0 ? carried : [] }));
}

function perPerson(rulebook: Rulebook, table: string, people: readonly Applicant[], fields: Fields): Line[] {
  return people.flatMap(({ person, facts }) =>
    collect(rulebook, table, facts).flatMap((row) => {
      const { entries, values } = mentionedValues(rulebook, row, fields);
      return row.add.map((id) => ({ ...lineOf(row, id, person.id, entries), ...(row.with && { values }) }));
    }),
  );
}

/** The papers by pile; a pile that the route does not have is merged into the one that takes its place. */
function documentsOf(
  rulebook: Rulebook,
  people: readonly Applicant[],
  fields: Fields,
  moved: Readonly<Record<string, string>>,
): DocumentLine[] {
  const lines = people.flatMap(({ person, facts }) =>
    collect(rulebook, 'documents', facts).flatMap((row) => {
      const count = row.count === undefined ? undefined : datedValue(rulebook, row.count, fields);
      const { entries, values } = mentionedValues(rulebook, row, fields);
      const pile = row.pile ?? '';
      return row.add.map((id) => ({
        ...lineOf(row, id, person.id, [...(count ? [count] : []), ...entries]),
        person: person.id,
        pile: moved[pile] ?? pile,
        ...(count && { count: count.is }),
        ...(row.with && { values }),
      }));
    }),
  );
  const seen = new Set<string>();
  const once = lines.filter(({ id, person, pile }) => {
    const key = `${person} ${pile} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
  const { piles } = rulebook.book;
  return once.sort((a, b) => piles.indexOf(a.pile) - piles.indexOf(b.pile));
}

/**
 * Lines of a table about the case as a whole. A rule that looks at a person (age, relation, own income)
 * gives a line for each person it holds of; any other rule is read once.
 */
function plainLines(rulebook: Rulebook, table: string, people: readonly Applicant[], fields: Fields): Line[] {
  return people.flatMap(({ person, facts }, index) =>
    collect(rulebook, table, facts).flatMap((row) => {
      const personal = looksAtPeople(rulebook, row);
      if (!personal && index > 0) return [];
      const { entries, values } = mentionedValues(rulebook, row, fields);
      return row.add.map((id) => ({
        ...lineOf(row, id, personal ? person.id : undefined, entries),
        ...(row.with && { values }),
      }));
    }),
  );
}

/** Whether a row tests a fact of a person; worked out once for each row. */
function looksAtPeople(rulebook: Rulebook, row: Compiled<CollectRow>): boolean {
  let looks = personal.get(row);
  if (looks === undefined) {
    looks = row.boxes.some((box) => box.some((test) => isPersonal(rulebook, test.fact)));
    personal.set(row, looks);
  }
  return looks;
}

const personal = new WeakMap<Compiled<CollectRow>, boolean>();

function isPersonal(rulebook: Rulebook, position: number): boolean {
  const derive = rulebook.facts[position]?.fact.derive;
  if (derive?.how === 'table') return rulebook.book.tables[derive.table]?.per === 'person';
  return ['person', 'relation', 'age', 'own-income', 'exempt'].includes(derive?.how ?? '');
}

/** Lines of a table by the order that their rules give them; the book's own order where they give none. */
function inOrder(rulebook: Rulebook, table: string, lines: readonly Line[]): StepLine[] {
  const order = ordersOf(rulebook.collections.get(table) ?? []);
  return lines
    .map((line) => ({ ...line, order: order.get(line.rule) ?? MIDDLE }))
    .sort((a, b) => a.order - b.order);
}

/** The order that each row gives, where it gives one; worked out once for each table. */
function ordersOf(rows: readonly CollectRow[]): ReadonlyMap<string, number> {
  let of = orders.get(rows);
  if (!of) {
    of = new Map(rows.flatMap(({ id, order }) => (order === undefined ? [] : [[id, order]])));
    orders.set(rows, of);
  }
  return of;
}

const orders = new WeakMap<readonly CollectRow[], ReadonlyMap<string, number>>();

/** Where lines stand whose rules say nothing of their order: after the urgent ones. */
const MIDDLE = 50;

/** The advice of a decision that there is nothing to ask for leads the warnings. */
function adviceOf(row: DecisionRow): Line[] {
  return row.advice === undefined ? [] : [lineOf(row, row.advice)];
}
