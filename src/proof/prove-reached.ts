/**
 * The proof that everything in the book is reached by some case: lines with their wording, sources, disputes, and
 * what the frame of the book declares. What a rule says is reached where the rule is proved to apply.
 */
import { rowsOf, statementsOf } from '../rulebook/backed.ts';
import type { Book, CollectRow, DecisionRow } from '../rulebook/book.ts';
import { applies } from '../rulebook/condition.ts';
import type { Finding } from './finding.ts';
import { seek, type Proving } from './proving.ts';

type Row = DecisionRow | CollectRow;

/** What nobody comes to, given the rules that no case meets and the entries in force for nobody. */
export function proveReached(proving: Proving, before: readonly Finding[]): Finding[] {
  const { book } = proving.rulebook;
  const dead = new Map(
    before.flatMap((one): [string, Finding][] => {
      if (one.kind !== 'rule' && one.kind !== 'entry') return [];
      const name = one.rule ?? one.entry;
      return name === undefined ? [] : [[name, one]];
    }),
  );
  return [
    ...deadLines(book, dead),
    ...idleDisputes(proving, dead),
    ...deadSources(book, dead),
    ...unused(book),
  ];
}

/** What never comes to be, by the name of the statement. */
type Dead = ReadonlyMap<string, Finding>;

/** Lines that only rules give which never apply. */
function deadLines(book: Book, dead: Dead): Finding[] {
  if (dead.size === 0) return [];
  return Object.entries(book.collections).flatMap(([table, rows]) => {
    const alive = new Set(rows.filter(({ id }) => !dead.has(id)).flatMap(({ add }) => add));
    const cut = rows.filter(({ id }) => dead.has(id));
    return cut.flatMap((row) =>
      row.add.flatMap((line): Finding[] => {
        if (alive.has(line)) return [];
        const message = `no case reaches the line ${line} of ${table}, nor its wording`;
        return [{ ...likeRule(row, dead), kind: 'line', message }];
      }),
    );
  });
}

/** What is said of the rule: how sure it is, and the nearest case. */
function likeRule({ id, place }: Row, dead: Dead): Pick<Finding, 'verdict' | 'place' | 'rule' | 'case'> {
  const { verdict = 'refuted', case: shown } = dead.get(id) ?? {};
  return { verdict, place, rule: id, ...(shown && { case: shown }) };
}

/** Disputes about which no case is: their own condition holds of nobody, and nothing that cites them is reached. */
function idleDisputes(proving: Proving, dead: Dead): Finding[] {
  const { rulebook, space } = proving;
  const alive = [...statementsOf(rulebook.book)].filter(({ name }) => !dead.has(name));
  const cited = new Set(alive.flatMap(({ backed }) => backed.disputes ?? []));
  return rulebook.disputes.flatMap(({ id, entry, boxes }): Finding[] => {
    const base = { kind: 'dispute', place: entry.place } as const;
    const answers = boxes.map((box) =>
      seek(proving, {
        subjects: ['applicant'],
        wanted: () => ({ all: space.box(box, 'applicant') }),
        shows: (facts) => applies([box], facts),
      }),
    );
    const idle = answers.filter(({ found }) => found === undefined);
    if (idle.length > 0) {
      const sure = idle.every((one) => one.found === undefined && one.sure);
      const message = `a condition of the dispute ${id} holds of nobody`;
      return [{ ...base, verdict: sure ? 'refuted' : 'undecided', message }];
    }
    if (boxes.length > 0 || cited.has(id)) return [];
    return [{ ...base, verdict: 'refuted', message: `no case reaches the dispute ${id}` }];
  });
}

/** Sources that only statements cite which never come to be. */
function deadSources(book: Book, dead: Dead): Finding[] {
  if (dead.size === 0) return [];
  const alive = new Set<string>();
  const gone = new Map<string, Finding>();
  for (const { name, backed } of statementsOf(book)) {
    const finding = dead.get(name);
    for (const { id } of backed.sources) {
      if (finding) gone.set(id, finding);
      else alive.add(id);
    }
  }
  const others = rowsOf(book).flatMap((row) => (dead.has(row.id) ? [] : (row.alternatives ?? [])));
  const positions = Object.values(book.disputes).flatMap((dispute) => dispute.positions);
  for (const { sources } of [...others, ...positions]) for (const { id } of sources) alive.add(id);
  return [...gone].flatMap(([id, { verdict, case: shown }]): Finding[] => {
    if (alive.has(id)) return [];
    const message = `no case reaches the source ${id}`;
    return [
      { kind: 'source', verdict, place: { file: 'sources.yaml' }, message, ...(shown && { case: shown }) },
    ];
  });
}

/** What the frame of the book declares and no rule can come to. */
function unused(book: Book): Finding[] {
  const given = (table: string) => (book.decisions[table] ?? []).map(({ give }) => give);
  const fees = (book.collections.fees ?? []).flatMap(({ add }) => add);
  const elsewhere = Object.values(book.outcomes).flatMap(({ route }) => route ?? []);
  const piles = [
    ...(book.collections.documents ?? []).flatMap(({ pile }) => pile ?? []),
    ...Object.values(book.routes).flatMap((route) => Object.values(route.piles ?? {})),
  ];
  const lists = [
    { what: 'the outcome', declared: Object.keys(book.outcomes), reached: given('outcome') },
    { what: 'the route', declared: Object.keys(book.routes), reached: [...given('route'), ...elsewhere] },
    { what: 'the pile', declared: book.piles, reached: piles },
    {
      what: 'the payment',
      declared: Object.keys(book.payments),
      reached: Object.entries(book.payments).flatMap(([id, { lines }]) =>
        lines.some((line) => line === CONTRIBUTION || fees.includes(line)) ? [id] : [],
      ),
    },
  ];
  return lists.flatMap(({ what, declared, reached }) =>
    declared
      .filter((id) => !reached.includes(id))
      .map((id): Finding => ({
        kind: 'unused',
        verdict: 'refuted',
        place: { file: 'book.yaml' },
        message: `no case reaches ${what} ${id}`,
      })),
  );
}

/** The line of a fee that a table of decisions gives. */
const CONTRIBUTION = 'contribution';
