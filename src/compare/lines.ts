/**
 * An answer as a flat list of lines with what each of them says, and what changed from one answer to another.
 * Lines are plain data: they survive JSON and YAML, so that a saved answer can be compared with a new one.
 */
import type { Assessment, DeadlineLine, Line } from '../assess/assessment.ts';
import type { SourceRef } from '../rulebook/book.ts';

/** The parts of an answer, in the order in which changes are told. */
export const LISTS = [
  'outcome',
  'permit',
  'route',
  'total',
  'payments',
  'fees',
  'exemptions',
  'kits',
  'forms',
  'documents',
  'deadlines',
  'steps',
  'rights',
  'warnings',
  'disputes',
] as const;
export type ListName = (typeof LISTS)[number];

/** What a line says besides that it is there. Cents, months, ISO days. */
export interface LineValue {
  readonly date?: string;
  readonly latest?: string;
  readonly workingDay?: string;
  readonly cents?: number;
  readonly count?: number;
  readonly code?: string;
  readonly maxMonths?: number;
  readonly offices?: readonly string[];
  /** Children whose requests travel in this envelope. */
  readonly carries?: readonly string[];
  /** Which of the positions of a dispute is shown. */
  readonly shown?: string;
  /** Other answers that are met: amounts in cents, months, offices. */
  readonly others?: readonly (string | number | null)[];
  /** Numbers that the wording mentions, by the id of the dated value. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** One line of an answer as it stood. */
export interface LineState {
  readonly list: ListName;
  readonly id: string;
  readonly person?: string;
  readonly pile?: string;
  readonly value: LineValue;
  readonly rule: string;
  readonly sources: readonly SourceRef[];
}

/** A line that is new, gone, or says something else. `before` and `after` are there where the line is. */
export interface Change {
  readonly kind: 'appeared' | 'vanished' | 'changed';
  readonly before?: LineState;
  readonly after?: LineState;
}

/** Every line of an answer that a person acts on, in the order of {@link LISTS}. Pure. */
export function lineStates(answer: Assessment): LineState[] {
  const { outcome, permit, handIn, fees, kits } = answer;
  const plain = (list: ListName, lines: readonly Line[]) => lines.map((line) => state(list, line, {}));
  return [
    state('outcome', outcome, {}),
    ...(permit === null
      ? []
      : [
          state(
            'permit',
            { ...permit, id: permit.reason },
            {
              ...(permit.code !== null && { code: permit.code }),
              ...(permit.maxMonths !== null && { maxMonths: permit.maxMonths }),
            },
          ),
        ]),
    state('route', handIn, { offices: handIn.offices }),
    { list: 'total', id: 'total', value: { cents: fees.totalCents }, ...backing(fees.payments, outcome) },
    ...fees.payments.map((line) => state('payments', line, { cents: line.cents })),
    ...fees.lines.map((line) => state('fees', line, { cents: line.cents })),
    ...plain('exemptions', fees.exemptions),
    ...kits.map(({ person, carries }): LineState => {
      return {
        list: 'kits',
        id: 'kit',
        person,
        value: { carries },
        rule: handIn.rule,
        sources: handIn.sources,
      };
    }),
    ...plain('forms', answer.forms),
    ...answer.documents.map((line) => ({
      ...state('documents', line, { ...(line.count !== undefined && { count: line.count }) }),
      pile: line.pile,
    })),
    ...answer.deadlines.map((line) => state('deadlines', line, dates(line))),
    ...plain('steps', answer.steps),
    ...plain('rights', answer.rights),
    ...plain('warnings', answer.warnings),
    ...answer.disputes.map(({ id, shown, rule, sources }): LineState => {
      return { list: 'disputes', id, value: { shown }, rule, sources };
    }),
  ];
}

/**
 * What changed from one answer to another: in the order of {@link LISTS}, within a list as the later answer has
 * it, what is gone last. Only what a line says is compared: the id of its rule and its sources may differ.
 */
export function changesBetween(
  before: readonly LineState[] | Assessment,
  after: readonly LineState[] | Assessment,
): Change[] {
  const left = statesOf(before).map((line) => ({ line, key: keyOf(line), says: says(line), open: true }));
  const take = (fits: (one: (typeof left)[number]) => boolean) => {
    const found = left.find((one) => one.open && fits(one));
    if (found) found.open = false;
    return found?.line;
  };
  // lines that say the same are paired first: of two alike, one that stays must not look changed
  const later = statesOf(after).map((line) => ({ line, key: keyOf(line), says: says(line) }));
  const rest = later.filter((one) => !take(({ key, says: said }) => key === one.key && said === one.says));
  const changes = rest.map(({ line, key }): Change => {
    const old = take((one) => one.key === key);
    return old ? { kind: 'changed', before: old, after: line } : { kind: 'appeared', after: line };
  });
  for (const { line, open } of left) if (open) changes.push({ kind: 'vanished', before: line });
  const rank = (change: Change) => LISTS.indexOf((change.after ?? change.before)?.list ?? 'outcome');
  return changes.sort((a, b) => rank(a) - rank(b));
}

/** What makes a line the same line in another answer. */
export function keyOf({ list, id, person = '', pile = '' }: Omit<LineState, 'value'>): string {
  // an answer has one outcome, one permit and one route, whatever they are
  const one = list === 'outcome' || list === 'permit' || list === 'route';
  return [list, one ? '' : id, person, pile].join(' ');
}

function statesOf(answer: readonly LineState[] | Assessment): readonly LineState[] {
  return 'schema' in answer ? lineStates(answer) : answer;
}

function says({ id, value }: LineState): string {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([id, entries]);
}

function state(list: ListName, line: Line, value: LineValue): LineState {
  const { id, person, rule, sources, alternatives, values } = line;
  return {
    list,
    id,
    ...(person !== undefined && { person }),
    value: {
      ...value,
      ...(alternatives && { others: alternatives.map((other) => other.value) }),
      ...(values && Object.keys(values).length > 0 && { figures: values }),
    },
    rule,
    sources,
  };
}

function dates({ date, latest, workingDay }: DeadlineLine): LineValue {
  return { date, ...(latest !== undefined && { latest }), ...(workingDay !== undefined && { workingDay }) };
}

/** The rule and sources of a sum: those of its parts; of nothing to pay, those of the outcome. */
function backing(parts: readonly Line[], outcome: Line): Pick<LineState, 'rule' | 'sources'> {
  const sources = new Map(parts.flatMap((part) => part.sources).map((ref) => [JSON.stringify(ref), ref]));
  return parts.length === 0
    ? { rule: outcome.rule, sources: outcome.sources }
    : { rule: parts[0]?.rule ?? outcome.rule, sources: [...sources.values()] };
}
