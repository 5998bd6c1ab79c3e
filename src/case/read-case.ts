/** Raw fields (flags, a file, a line of a batch) → a case, or everything that is wrong with them. */
import type { Problem } from '../errors.ts';
import { onceFor } from '../once-for.ts';
import {
  FIELD_KINDS,
  FIELD_NAMES,
  kebab,
  UNKNOWN,
  type Case,
  type CaseDomains,
  type FieldCondition,
  type FieldName,
  type Relative,
} from './case.ts';
import { parsePlainDate, type PlainDate } from './plain-date.ts';
import { findReasons, suggest, suggestReason } from './reasons.ts';

export type RawFields = Readonly<Record<string, unknown>>;

export type CaseReading = { readonly ok: Case } | { readonly problems: readonly Problem[] };

type Read<T> = { readonly value: T } | { readonly problem: Omit<Problem, 'path'> };

const FAMILY_KEYS = ['relation', 'born', 'income'] as const;

/**
 * Reads a case. Unknown keys, wrong types, impossible dates and missing fields are all reported together;
 * fields that this procedure does not need are checked for form only.
 */
export function readCase(raw: RawFields, domains: CaseDomains, today: PlainDate): CaseReading {
  const problems: Problem[] = [];
  const values: Values = { ...NOTHING };
  const unknown: FieldName[] = [];
  for (const name of Object.keys(raw)) {
    const input = raw[name];
    if (!isField(name)) problems.push(unknownField(name, FIELD_NAMES));
    else if (input === undefined || input === null) continue;
    else if (name === 'family') {
      const { relatives, problems: found } = readFamily(input, domains);
      problems.push(...found);
      values.family = relatives;
    } else if (isUnknown(name, input, domains)) unknown.push(name);
    else {
      const read = readField(name, input, domains);
      if ('problem' in read) problems.push({ path: name, ...read.problem });
      else values[name] = read.value;
    }
  }
  if (values.on === undefined && !problems.some(({ path }) => path === 'on')) values.on = today;
  problems.push(...missing(values, unknown, problems, domains), ...disallowed(values, domains));
  problems.push(...impossibleDates(values, domains));
  if (problems.length > 0) return { problems: inFieldOrder(problems) };
  values.domestic ??= false;
  values.income ??= false;
  values.family ??= [];
  if (unknown.length > 0) return { ok: { ...(values as Case), unknown: inOrder(unknown) } };
  return { ok: values as Case };
}

/** Every field, in order and absent. Cases that all have the same fields in the same order are read faster. */
const NOTHING: Values = Object.fromEntries(FIELD_NAMES.map((name) => [name, undefined]));

/** The fields read so far. */
type Values = Partial<Record<FieldName, unknown>>;

function inOrder(names: readonly FieldName[]): FieldName[] {
  return FIELD_NAMES.filter((name) => names.includes(name));
}

function isUnknown(name: FieldName, input: unknown, domains: CaseDomains): boolean {
  const says = typeof input === 'string' && input.trim().toLowerCase() === UNKNOWN;
  return says && domains.unknown.includes(kebab(name));
}

/** Reads one field in the form that files and flags use. Exported for the questions of the interview. */
export function readField(
  name: Exclude<FieldName, 'family'>,
  input: unknown,
  domains: CaseDomains,
): Read<string | number | boolean> {
  switch (FIELD_KINDS[name]) {
    case 'choice':
      return readMember(input, domains.choices[name] ?? []);
    case 'reason':
      return readReason(input, domains);
    case 'date':
      return readDate(input);
    case 'boolean':
      if (typeof input === 'boolean') return { value: input };
      return { problem: { code: 'not-a-boolean', value: show(input), allowed: ['true', 'false'] } };
    case 'integer':
      return readMonths(input, domains);
    case 'country':
      return readCountry(input, domains);
    case 'province':
      return readProvince(input, domains);
  }
}

function isField(key: string): key is FieldName {
  return Object.hasOwn(FIELD_KINDS, key);
}

function unknownField(key: string, known: readonly string[], prefix = ''): Problem {
  const suggestion = key.length > LONGEST_WORD ? undefined : suggest(key, known);
  return {
    code: 'unknown-field',
    path: `${prefix}${show(key)}`,
    allowed: known,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function readMember(input: unknown, members: readonly string[]): Read<string> {
  if (typeof input !== 'string')
    return { problem: { code: 'not-text', value: show(input), allowed: members } };
  const text = input.trim().toLowerCase();
  if (members.includes(text)) return { value: text };
  return { problem: unknownValue(input, members) };
}

/** Longest text that is searched for a typing error, and told whole. */
const LONGEST_WORD = 60;

function unknownValue(input: string, members: readonly string[]): Omit<Problem, 'path'> {
  const suggestion = input.length > LONGEST_WORD ? undefined : suggest(input, members);
  return {
    code: 'unknown-value',
    value: show(input),
    allowed: members,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function readReason(input: unknown, domains: CaseDomains): Read<string> {
  const ids = () => domains.reasons.map(({ id }) => id);
  if (typeof input !== 'string' && typeof input !== 'number') {
    return { problem: { code: 'not-text', value: show(input), allowed: ids() } };
  }
  const found = findReasons(domains.reasons, input);
  const [only] = found;
  if (only === undefined) {
    const suggestion = suggestReason(domains.reasons, String(input));
    return {
      problem: { ...unknownValue(String(input), ids()), ...(suggestion !== undefined && { suggestion }) },
    };
  }
  if (found.length > 1) return { problem: { code: 'ambiguous-value', value: String(input), allowed: found } };
  return { value: only };
}

function readDate(input: unknown): Read<PlainDate> {
  const date = typeof input === 'string' ? parsePlainDate(input.trim()) : undefined;
  if (date !== undefined) return { value: date };
  const shaped = typeof input === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(input.trim());
  return { problem: { code: shaped ? 'no-such-day' : 'not-a-date', value: show(input) } };
}

function readMonths(input: unknown, domains: CaseDomains): Read<number> {
  const { min, max } = domains.months;
  const allowed = [`${min}..${max}`];
  if (typeof input !== 'number' || !Number.isInteger(input)) {
    return { problem: { code: 'not-an-integer', value: show(input), allowed } };
  }
  if (input < min || input > max) return { problem: { code: 'out-of-range', value: show(input), allowed } };
  return { value: input };
}

function readCountry(input: unknown, domains: CaseDomains): Read<string> {
  if (typeof input !== 'string') return { problem: { code: 'not-text', value: show(input) } };
  const text = input.trim();
  const code = domains.countries.includes(text)
    ? text
    : domains.countries.find((country) => country.toLowerCase() === text.toLowerCase());
  return code === undefined ? { problem: { code: 'unknown-value', value: show(input) } } : { value: code };
}

function readProvince(input: unknown, domains: CaseDomains): Read<string> {
  if (typeof input !== 'string') return { problem: { code: 'not-text', value: show(input) } };
  const code = input.trim().toUpperCase();
  const current = domains.formerProvinces[code] ?? code;
  if (domains.provinces.includes(current)) return { value: current };
  return { problem: { code: 'unknown-value', value: show(input) } };
}

function readFamily(input: unknown, domains: CaseDomains): { relatives: Relative[]; problems: Problem[] } {
  if (!Array.isArray(input)) {
    return { relatives: [], problems: [{ code: 'not-a-list', path: 'family', value: show(input) }] };
  }
  const problems: Problem[] = [];
  const relatives = input.map((member: unknown, index): Relative => {
    const path = `family.${index}`;
    if (member === null || typeof member !== 'object' || Array.isArray(member)) {
      problems.push({ code: 'not-a-mapping', path, value: show(member) });
      return { relation: '', born: '' as PlainDate, income: false };
    }
    const entries = member as RawFields;
    for (const key of Object.keys(entries)) {
      if (!FAMILY_KEYS.some((known) => known === key)) {
        problems.push(unknownField(key, FAMILY_KEYS, `${path}.`));
      }
    }
    const relations = domains.choices.relation ?? [];
    const part = <T>(key: string, read: (value: unknown) => Read<T>, fallback: T): T => {
      const value = Object.hasOwn(entries, key) ? entries[key] : undefined;
      const result: Read<T> =
        value === undefined
          ? { problem: { code: 'missing', ...(key === 'relation' && { allowed: relations }) } }
          : read(value);
      if ('value' in result) return result.value;
      problems.push({ path: `${path}.${key}`, ...result.problem });
      return fallback;
    };
    const income = entries.income ?? false;
    return {
      relation: part('relation', (value) => readMember(value, relations), ''),
      born: part('born', readDate, '' as PlainDate),
      income:
        income === false
          ? false
          : part('income', (value) => readField('income', value, domains), false) === true,
    };
  });
  return { relatives, problems };
}

/** What a book asks of single fields, by the names that a case has for them. */
interface FieldRules {
  readonly required: readonly { readonly name: FieldName; readonly conditions: readonly FieldCondition[] }[];
  readonly allowed: readonly {
    readonly name: FieldName;
    readonly conditions: readonly (FieldCondition & { readonly values: readonly string[] })[];
  }[];
}

/** {@link FieldRules} of the book, put together once: a batch reads many cases under one. */
const rulesOf = onceFor((domains: CaseDomains): FieldRules => {
  const of = <T>(conditions: Readonly<Record<string, readonly T[]>>) =>
    FIELD_NAMES.flatMap((name) => {
      const found = conditions[kebab(name)];
      return found ? [{ name, conditions: found }] : [];
    });
  return { required: of(domains.required), allowed: of(domains.allowed) };
});

function missing(
  values: Values,
  unknown: readonly FieldName[],
  problems: readonly Problem[],
  domains: CaseDomains,
): Problem[] {
  const found: Problem[] = [];
  for (const { name, conditions } of rulesOf(domains).required) {
    if (values[name] !== undefined || unknown.includes(name)) continue;
    if (problems.some(({ path }) => path === name)) continue;
    if (!conditions.some((condition) => meets(condition, values))) continue;
    const allowed = allowedMembers(name, values, domains);
    found.push({ code: 'missing', path: name, ...(allowed.length > 0 && { allowed }) });
  }
  return found;
}

function disallowed(values: Values, domains: CaseDomains): Problem[] {
  const problems: Problem[] = [];
  for (const { name, conditions } of rulesOf(domains).allowed) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    const narrower = conditions.find((condition) => meets(condition, values));
    if (narrower && !narrower.values.includes(value))
      problems.push({ path: name, ...unknownValue(value, narrower.values) });
  }
  return problems;
}

/** Members that a choice can take in this case, for the reader of an error. */
function allowedMembers(name: FieldName, values: Values, domains: CaseDomains): readonly string[] {
  if (FIELD_KINDS[name] === 'reason') return domains.reasons.map(({ id }) => id);
  const narrower = domains.allowed[kebab(name)]?.find((condition) => meets(condition, values));
  return narrower?.values ?? domains.choices[kebab(name)] ?? [];
}

/** Whether the answers given meet a condition on choices. */
function meets(condition: FieldCondition, values: Values): boolean {
  const { when = {} } = condition;
  for (const field in when) {
    if (when[field]?.includes(String(values[field as FieldName])) !== true) return false;
  }
  return true;
}

function impossibleDates(values: Values, domains: CaseDomains): Problem[] {
  const on = values.on as PlainDate | undefined;
  if (on === undefined) return [];
  if (on < domains.earliest) {
    return [{ code: 'date-too-early', path: 'on', value: on, allowed: [domains.earliest] }];
  }
  const family = (values.family ?? []) as readonly Relative[];
  const born = values.born as PlainDate | undefined;
  if (!(born !== undefined && born > on) && family.every((relative) => !(relative.born > on))) return [];
  const births = [
    { path: 'born', born },
    ...family.map(({ born }, index) => ({ path: `family.${index}.born`, born })),
  ];
  return births.flatMap(({ path, born }) =>
    born !== undefined && born > on
      ? [{ code: 'date-after-answer-day' as const, path, value: born, allowed: [on] }]
      : [],
  );
}

function inFieldOrder(problems: readonly Problem[]): Problem[] {
  const rank = ({ path }: Problem) => {
    const index = FIELD_NAMES.findIndex((name) => name === path.split('.', 1)[0]);
    return index === -1 ? -1 : index;
  };
  return [...problems].sort((a, b) => rank(a) - rank(b));
}

/** A value as a short text for an error message. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_WORD ? `${text.slice(0, LONGEST_WORD - 3)}...` : text;
}
