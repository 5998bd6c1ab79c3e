import type { PlainDate } from './plain-date.ts';

/** Someone who applies together with the applicant. */
export interface Relative {
  readonly relation: string;
  readonly born: PlainDate;
  readonly income: boolean;
}

/** The facts of one application, defaults filled in. Ids are those of the rule book. */
export interface Case {
  readonly procedure: string;
  readonly reason: string;
  readonly from?: string;
  readonly change?: string;
  readonly contract?: string;
  readonly domestic: boolean;
  readonly role?: string;
  readonly months?: number;
  readonly entry?: PlainDate;
  readonly expiry?: PlainDate;
  readonly filed?: PlainDate;
  readonly appointment?: PlainDate;
  readonly jobEnd?: PlainDate;
  readonly cardReady?: PlainDate;
  readonly moved?: PlainDate;
  readonly refusalNotified?: PlainDate;
  readonly born: PlainDate;
  readonly citizenship: string;
  readonly income: boolean;
  readonly province?: string;
  readonly office?: string;
  readonly visa?: string;
  readonly family: readonly Relative[];
  readonly on: PlainDate;
  /** Fields that nobody knows the answer to; their defaults stand in their place until every answer is tried. */
  readonly unknown?: readonly FieldName[];
}

/** Whether the application of a case was handed in by the day of the answer. */
export function isHandedIn({ filed, on }: Pick<Case, 'filed' | 'on'>): boolean {
  return filed !== undefined && filed <= on;
}

/** What a field of a case holds; the allowed members of a choice come from the rule book. */
export type FieldKind =
  'choice' | 'reason' | 'date' | 'boolean' | 'integer' | 'country' | 'province' | 'family';

export type FieldName = Exclude<keyof Case, 'unknown'>;

/** What stands in a field whose answer is not known. */
export const UNKNOWN = 'unknown';

/** Every field of a case, once, in the order in which it is written down and shown. */
export const FIELD_KINDS = {
  procedure: 'choice',
  reason: 'reason',
  from: 'reason',
  change: 'choice',
  contract: 'choice',
  domestic: 'boolean',
  role: 'choice',
  months: 'integer',
  entry: 'date',
  expiry: 'date',
  jobEnd: 'date',
  born: 'date',
  citizenship: 'country',
  income: 'boolean',
  family: 'family',
  visa: 'choice',
  province: 'province',
  office: 'choice',
  filed: 'date',
  appointment: 'date',
  cardReady: 'date',
  moved: 'date',
  refusalNotified: 'date',
  on: 'date',
} as const satisfies Record<FieldName, FieldKind>;

export const FIELD_NAMES = Object.keys(FIELD_KINDS) as FieldName[];

/** A field's name as a flag and as a fact of the rule book: `jobEnd` is `job-end`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A case in the form in which it is given: what is not known says so in its field. */
export function asGiven(theCase: Case): Readonly<Record<string, unknown>> {
  const { unknown, ...fields } = theCase;
  // most cases of a batch: they stand in the order of the fields already
  if (unknown === undefined) return fields;
  const given: Readonly<Record<string, unknown>> = fields;
  return Object.fromEntries(
    FIELD_NAMES.map((name) => [name, unknown.includes(name) ? UNKNOWN : given[name]]),
  );
}

/** A reason for staying, as far as reading a case needs it. */
export interface ReasonName {
  readonly id: string;
  readonly code: string | null;
  readonly names: readonly string[];
  /** What people say for it: never taken for the reason, but it tells which one is meant. */
  readonly words: readonly string[];
}

/** Members allowed for a field under a condition on other choices; no `when` means always. */
export interface FieldCondition {
  readonly when?: Readonly<Record<string, readonly string[]>>;
}

/** What the rule book says about the fields of a case. */
export interface CaseDomains {
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Narrower members that hold when other fields have given values (kinds of change per procedure). */
  readonly allowed: Readonly<Record<string, readonly (FieldCondition & { values: readonly string[] })[]>>;
  readonly required: Readonly<Record<string, readonly FieldCondition[]>>;
  /** Fields whose answer may be that it is not known. */
  readonly unknown: readonly string[];
  readonly reasons: readonly ReasonName[];
  readonly countries: readonly string[];
  readonly provinces: readonly string[];
  /** Abbreviations no longer in use, with the one that took their place. */
  readonly formerProvinces: Readonly<Record<string, string>>;
  readonly months: { readonly min: number; readonly max: number };
  /** First day for which the book holds the law. */
  readonly earliest: PlainDate;
}
