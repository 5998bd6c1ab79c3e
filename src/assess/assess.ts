/**
 * Case + rule book → assessment. Pure: no clock, no disk, no terminal, no language. What the tables decide
 * (`decisions.ts`) is written as lines, each with its rule and sources.
 */
import { isHandedIn, type Case } from '../case/case.ts';
import type { CollectRow, DecisionRow, RouteEntry } from '../rulebook/book.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import type {
  Assessment,
  DisputeLine,
  DocumentLine,
  Kit,
  Line,
  PermitAnswer,
  StepLine,
} from './assessment.ts';
import { assessBranches } from './branches.ts';
import { deadlineLines } from './deadlines.ts';
import { decideCase, type Applicant } from './decisions.ts';
import { disputesOf } from './disputes.ts';
import type { Fields } from './facts.ts';
import { feesOf } from './fees.ts';
import { datedValue, lineOf, mentionedValues, withValues } from './lines.ts';
import type { DecidedLength } from './stages.ts';
import { collect } from './tables.ts';

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

/** Like {@link assess}, with only these of the leaf lists read, the others empty; all else is the same. */
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
  const decisions = decideCase(theCase, rulebook);
  const { fields, people, deadlines, dues } = decisions;
  const { conversion, outcome, route, routeId, length } = decisions.stage;
  const [applicant] = people;
  const way = routeId === undefined ? undefined : book.routes[routeId];
  const handIn = { ...lineOf(route ?? outcome, routeId ?? outcome.give), offices: way?.offices ?? [] };
  const handedIn = isHandedIn(theCase);
  const fees = feesOf(rulebook, fields, dues);
  const answer = {
    schema: 1 as const,
    on: theCase.on,
    rulebook: { version: book.version, digest: book.digest, read: book.read },
    case: theCase,
    outcome: lineOf(outcome, outcome.give),
    permit: length ? permitAnswer(theCase, rulebook, length, fields) : null,
    route: handIn.offices,
    handIn,
    kits: length ? kitsOf(rulebook, people) : [],
    fees: { ...fees, payments: handedIn ? marked(fees.payments) : fees.payments },
    deadlines: deadlineLines(rulebook, deadlines, fields, theCase.on, theCase.province),
    ...leafLists(rulebook, people, fields, lists, {
      way,
      decided: [conversion, outcome],
      handedIn,
    }),
    disputes: [] as DisputeLine[],
  };
  if (lists.has('disputes')) answer.disputes = disputesOf(rulebook, answer, applicant.facts);
  return { answer, people: people.map(({ person, facts }) => ({ id: person.id, facts })) };
}

/** The lists that are asked for, the others empty. */
function leafLists(
  rulebook: Rulebook,
  people: readonly Applicant[],
  fields: Fields,
  lists: ReadonlySet<LeafList>,
  {
    way,
    decided,
    handedIn,
  }: {
    readonly way: RouteEntry | undefined;
    readonly decided: readonly DecisionRow[];
    readonly handedIn: boolean;
  },
) {
  const lines = (table: LeafList) => (lists.has(table) ? plainLines(rulebook, table, people, fields) : []);
  const inOrder = (table: LeafList) => ordered(lines(table));
  const forms = lists.has('forms') ? perPerson(rulebook, 'forms', people, fields) : [];
  const advice = lists.has('warnings') ? decided.flatMap(adviceOf) : [];
  return {
    forms: handedIn ? marked(forms) : forms,
    documents: lists.has('documents')
      ? documentsOf(rulebook, people, fields, way?.piles ?? {}, handedIn)
      : [],
    steps: inOrder('steps'),
    rights: lines('rights').map(({ line }) => line),
    warnings: [...advice, ...inOrder('warnings')],
  };
}

/** Lines of what went in with the application. */
function marked<L extends Line>(lines: readonly L[]): L[] {
  return lines.map((line) => ({ ...line, handedIn: true }));
}

function permitAnswer(
  theCase: Case,
  rulebook: Rulebook,
  { row, ceiling, extend, maxMonths }: DecidedLength,
  fields: Fields,
): PermitAnswer {
  const used = [ceiling, extend].filter((value) => value !== undefined);
  return {
    ...withValues(rulebook, fields, lineOf(row, row.give, undefined, used)),
    reason: theCase.reason,
    code: rulebook.book.reasons[theCase.reason]?.code ?? null,
    maxMonths,
    ...(row.least === true && { least: true }),
  };
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

/**
 * The papers by pile; a pile that the route does not have is merged into the one that takes its place. What went in
 * with the application is marked once it is handed in, unless it is wanted in the same pile again.
 */
function documentsOf(
  rulebook: Rulebook,
  people: readonly Applicant[],
  fields: Fields,
  moved: Readonly<Record<string, string>>,
  handedIn: boolean,
): DocumentLine[] {
  const { piles, handedInPiles } = rulebook.book;
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
        ...(handedIn && handedInPiles.includes(pile) && { handedIn: true as const }),
        ...(row.with && { values }),
      }));
    }),
  );
  const seen = new Set<string>();
  const wantedFirst = [...lines.filter((line) => !line.handedIn), ...lines.filter((line) => line.handedIn)];
  const once = wantedFirst.filter(({ id, person, pile }) => {
    const key = `${person} ${pile} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
  return once.sort((a, b) => piles.indexOf(a.pile) - piles.indexOf(b.pile));
}

/**
 * Lines of a table about the case as a whole. A rule that looks at a person (age, relation, own income)
 * gives a line for each person it holds of; any other rule is read once.
 */
function plainLines(
  rulebook: Rulebook,
  table: string,
  people: readonly Applicant[],
  fields: Fields,
): { readonly line: Line; readonly row: CollectRow }[] {
  return people.flatMap(({ person, facts }, index) =>
    collect(rulebook, table, facts).flatMap((row) => {
      const personal = looksAtPeople(rulebook, row);
      if (!personal && index > 0) return [];
      const { entries, values } = mentionedValues(rulebook, row, fields);
      return row.add.map((id) => ({
        line: {
          ...lineOf(row, id, personal ? person.id : undefined, entries),
          ...(row.with && { values }),
        },
        row,
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
function ordered(lines: readonly { readonly line: Line; readonly row: CollectRow }[]): StepLine[] {
  return lines
    .map(({ line, row }) => ({ ...line, order: row.order ?? MIDDLE }))
    .sort((a, b) => a.order - b.order);
}

/** Where lines stand whose rules say nothing of their order: after the urgent ones. */
const MIDDLE = 50;

/** The advice of a decision that there is nothing to ask for leads the warnings. */
function adviceOf(row: DecisionRow): Line[] {
  return row.advice === undefined ? [] : [lineOf(row, row.advice)];
}
