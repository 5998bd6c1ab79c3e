/** `--fields`: which parts of an answer become columns, by dotted path or by a short name. */
import { LEAF_LISTS, type LeafList } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import { isFigure, type Figures } from '../assess/figures.ts';
import { FIELD_NAMES } from '../case/case.ts';
import { suggest } from '../case/reasons.ts';
import type { Problem } from '../errors.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** What a column of the output holds. */
export type OutputColumn =
  | { readonly name: string; readonly from: 'line' }
  | { readonly name: string; readonly from: 'carried'; readonly key: string }
  | { readonly name: string; readonly from: 'error'; readonly key: 'code' | 'path' | 'message' | 'column' }
  | {
      readonly name: string;
      readonly from: 'answer';
      readonly path: readonly string[];
      /** The value holds wording, which the assessment itself has not. */
      readonly worded: boolean;
    };

/** Short names for what is asked for most. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  code: 'permit.code',
  maxMonths: 'permit.maxMonths',
  totalCents: 'fees.totalCents',
};

const ERROR_KEYS = ['code', 'path', 'message', 'column'] as const;

/** Lists of an answer; an element is named by its id, and `id` stands for the ids of all. */
const LISTS = ['forms', 'documents', 'deadlines', 'steps', 'rights', 'warnings', 'disputes', 'kits'];
const FEE_LISTS = ['lines', 'payments', 'exemptions'];
/** Parts that are not lists. */
const PARTS = [
  'schema',
  'on',
  'language',
  'rulebook',
  'case',
  'outcome',
  'permit',
  'route',
  'handIn',
  'fees',
  'depends',
];
/** The deadline of handing in, whichever it is. */
const HEADLINE = 'headline';

/** Properties of lines without any wording. */
const UNWORDED = new Set([
  ...['id', 'person', 'rule', 'sources', 'sure', 'practice', 'pile', 'count', 'cents', 'order', 'values'],
  ...['date', 'latest', 'workingDay', 'inDays', 'account', 'payee', 'reason', 'code', 'maxMonths'],
  ...['totalCents', 'currency', 'offices', 'cited', 'version', 'digest', 'read'],
]);

/** Columns of a CSV where nobody chose: what a volunteer sorts and calls people by. */
export const DEFAULT_FIELDS = [
  ...['procedure', 'reason', 'citizenship', 'born', 'outcome.id', 'code', 'maxMonths', 'route', 'totalCents'],
  ...['headline.id', 'headline.date', 'headline.latest', 'documents.id', 'warnings.id'],
];

/**
 * Reads the names of `--fields`. `carried` are the columns that go through; `id` is always one of them. Gives
 * the columns, or each name that means nothing.
 */
export function readFields(
  names: readonly string[],
  carried: readonly string[] | 'all',
  rulebook: Rulebook,
): { readonly columns: readonly OutputColumn[] } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const columns = names.flatMap((name): OutputColumn[] => {
    const column = columnOf(name, carried, rulebook);
    if (column) return [column];
    const known = [...Object.keys(SHORT_NAMES), ...FIELD_NAMES, ...PARTS, ...LISTS, HEADLINE];
    const suggestion = suggest(name, [
      ...known,
      ...deadlineIds(rulebook).map((id) => `deadlines.${id}.date`),
    ]);
    problems.push({
      code: 'unknown-output',
      path: '--fields',
      value: name,
      ...(suggestion !== undefined && { suggestion }),
    });
    return [];
  });
  return problems.length > 0 ? { problems } : { columns };
}

function columnOf(
  name: string,
  carried: readonly string[] | 'all',
  rulebook: Rulebook,
): OutputColumn | undefined {
  if (name === 'line') return { name, from: 'line' };
  const error = ERROR_KEYS.find((key) => name === `error.${key}`);
  if (error) return { name, from: 'error', key: error };
  if (carried !== 'all' && carried.includes(name)) return { name, from: 'carried', key: name };
  const field = FIELD_NAMES.some((known) => known === name);
  const path = (field ? `case.${name}` : (SHORT_NAMES[name] ?? name)).split('.');
  if (isPath(path, rulebook)) return { name, from: 'answer', path, worded: isWorded(path) };
  return name === 'id' || carried === 'all' ? { name, from: 'carried', key: name } : undefined;
}

function isPath(path: readonly string[], rulebook: Rulebook): boolean {
  const [head = '', second, third] = path;
  if (path.includes('')) return false;
  if (head === 'deadlines')
    return second === undefined || second === 'id' || deadlineIds(rulebook).includes(second);
  if (head === 'fees')
    return second === undefined || third !== undefined || UNWORDED.has(second) || FEE_LISTS.includes(second);
  if (head === 'case') return second === undefined || FIELD_NAMES.some((known) => known === second);
  return head === HEADLINE || LISTS.includes(head) || PARTS.includes(head);
}

function isWorded(path: readonly string[]): boolean {
  const [head = '', second] = path;
  if (['schema', 'on', 'rulebook', 'case', 'route', 'outcome'].includes(head)) return false;
  if (second === undefined) return head !== 'kits';
  return !UNWORDED.has(path.at(-1) ?? '');
}

function deadlineIds(rulebook: Rulebook): string[] {
  return (rulebook.collections.get('deadlines') ?? []).flatMap(({ add }) => add);
}

/** An answer as assessed, as JSON, or its figures. */
type Answered = Assessment | Figures | Readonly<Record<string, unknown>>;

/** What reads the value at a path of an answer; it gives `undefined` where the answer has none. */
export function readerAt(path: readonly string[]): (answer: Answered) => unknown {
  const [first = '', ...rest] = path;
  const begin = first === HEADLINE ? headline : (answer: Answered) => below(answer, first);
  return (answer) => rest.reduce(below, begin(answer));
}

function headline({ deadlines }: Answered): unknown {
  const list: readonly unknown[] = Array.isArray(deadlines) ? deadlines : [];
  return list.find((line) => (line as { headline?: true }).headline);
}

/** What stands under a name: an element of a list by its id, `id` for the ids of all, or a property. */
function below(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const list: readonly { readonly id?: unknown }[] = value;
    return name === 'id' ? [...new Set(list.map(({ id }) => id))] : list.find(({ id }) => id === name);
  }
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** How much of a case has to be answered for these columns: its figures, or all but the leaf lists not among these. */
export function needOf(columns: readonly OutputColumn[]): 'figures' | ReadonlySet<LeafList> {
  const paths = columns.flatMap((column) => (column.from === 'answer' ? [column] : []));
  if (paths.every(({ path, worded }) => !worded && isFigure(path))) return 'figures';
  const heads = new Set(paths.map(({ path }) => path[0]));
  // disputes and what depends on open answers are read off all of them
  const all = heads.has('disputes') || heads.has('depends');
  return new Set(all ? LEAF_LISTS : LEAF_LISTS.filter((list) => heads.has(list)));
}
