/**
 * The rule book as data, after its YAML files were read and merged and before it is indexed for use.
 * This is the shape of the compiled file, so everything here survives JSON.
 */
import type { PlainDate } from '../case/plain-date.ts';
import type { FormBook } from './form.ts';

/** How far a statement is verified. */
export const SURENESS = ['confirmed', 'single', 'unconfirmed', 'disputed'] as const;
export type Sure = (typeof SURENESS)[number];

/** What kind of authority speaks, strongest first. */
export const RANKS = ['law', 'decree', 'ruling', 'circular', 'office', 'guide', 'press'] as const;

export interface Source {
  readonly title: string;
  readonly rank: (typeof RANKS)[number];
  readonly url?: string;
  /** Day on which a copy was last read; `null` when nobody on the project read it. */
  readonly read: PlainDate | null;
  readonly dated?: string;
  readonly note?: string;
}

/** A source and the place in it: article, comma, page. */
export interface SourceRef {
  readonly id: string;
  readonly at?: string;
}

/** What every statement of the book carries. */
export interface Backed {
  readonly sources: readonly SourceRef[];
  readonly sure: Sure;
  readonly disputes?: readonly string[];
}

/** One entry of a dated series: in force from its day until the next entry begins. */
export interface DatedEntry extends Backed {
  readonly from: PlainDate;
  readonly is: number;
  readonly checked: PlainDate;
}

export const UNITS = ['cents', 'days', 'months', 'years', 'hours', 'count'] as const;

export interface DatedValue {
  readonly unit: (typeof UNITS)[number];
  /** The date fact that selects the entry. */
  readonly lookedUpOn: string;
  readonly series: readonly DatedEntry[];
  /** The value that this one is a percentage of; its series is computed from it. */
  readonly share?: { readonly of: string; readonly percent: number };
}

/** A test on one fact: members (`study`), ranges (`0..13`, `2017-06-09..`), `none`, or their negation. */
export interface Test {
  readonly not: boolean;
  readonly any: readonly (string | number | boolean)[];
}

/** One alternative of a condition: all its tests hold. */
export type Box = Readonly<Record<string, Test>>;

/** Where a statement stands in the rule files. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Alternative {
  /** Key of the wording that says when the other answer is met. */
  readonly when: string;
  readonly value: number | string | null;
  readonly sources: readonly SourceRef[];
}

/** What all rows of all tables share. A row applies when any of its boxes holds. */
export interface RowBase extends Backed {
  readonly id: string;
  readonly when: readonly Box[];
  readonly alternatives?: readonly Alternative[];
  /** Office and date of a practice that goes beyond the law. */
  readonly practice?: string;
  readonly place: Place;
}

/** A row of a table that decides one thing (`unique` or `override`). */
export interface DecisionRow extends RowBase {
  readonly give: string;
  readonly overrides?: string;
  /** Lengths only: the ceiling in months and what the length asked for does to it. */
  readonly ceiling?: string | null;
  readonly asked?: 'cap' | 'ignore' | 'extend';
  readonly extendBy?: string;
  /** The ceiling is the least that the law gives: the office may give more. */
  readonly least?: boolean;
  /** Key of the advice printed when the decision is that nothing can be asked for. */
  readonly advice?: string;
}

export interface Term {
  /** Dated value that holds the length of the term. */
  readonly value: string;
  readonly count: 'working' | 'calendar';
  readonly direction: 'after' | 'before';
}

/**
 * What a day is where nobody has to act by it: from it something may be done, an office has to act by it, or
 * something happens on it.
 */
export const DEADLINE_ROLES = ['opens', 'office', 'event'] as const;
export type DeadlineRole = (typeof DEADLINE_ROLES)[number];

/** A row of a `collect` table: every row that applies adds its lines. */
export interface CollectRow extends RowBase {
  readonly add: readonly string[];
  readonly pile?: string;
  readonly count?: string;
  readonly amount?: string;
  readonly from?: string;
  readonly term?: Term;
  /** A second, more generous count; working-day terms always have one through the disputed weekday. */
  readonly latest?: Term;
  /** The deadline is the one by which the file must be handed in. */
  readonly headline?: boolean;
  /** Date facts of which any one, once known, says that nothing is left to do by this day. */
  readonly metBy?: readonly string[];
  readonly role?: DeadlineRole;
  readonly order?: number;
  /** Dated values that the wording mentions. */
  readonly with?: readonly string[];
}

export const POLICIES = ['unique', 'override', 'collect'] as const;

export interface Table {
  readonly policy: (typeof POLICIES)[number];
  readonly per: 'case' | 'person';
  /** Fact that a decision sets for the tables after it. */
  readonly sets?: string;
}

export interface ReasonEntry {
  readonly code: string | null;
  /** Names under which people may give the reason, Italian first. */
  readonly names: readonly string[];
  /** Words that people use when they look for it, in any language. */
  readonly words: readonly string[];
}

export interface OutcomeEntry {
  /** There is a permit to ask for. */
  readonly permit: boolean;
  /** Where to go instead. */
  readonly route?: string;
}

export interface RouteEntry {
  readonly offices: readonly string[];
  /** Piles that this route does not have, and the one where their papers go instead. */
  readonly piles?: Readonly<Record<string, string>>;
}

export interface DisputeEntry {
  readonly positions: readonly { readonly id: string; readonly sources: readonly SourceRef[] }[];
  readonly shown: string;
  /** Cases that the dispute touches although no line cites it. */
  readonly when?: readonly Box[];
  readonly place: Place;
}

export interface HolidayEntry {
  /** `MM-DD`, `easter+N`, or a full day for a holiday of one year. */
  readonly day: string;
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  /** Provinces where it is kept; everywhere when absent. */
  readonly provinces?: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly sure: Sure;
}

export interface PaymentEntry {
  /** The fee lines that are paid together in this way. */
  readonly lines: readonly string[];
  readonly account?: string;
  readonly payee?: string;
  readonly reason?: string;
  readonly sources: readonly SourceRef[];
  readonly sure: Sure;
}

export type FactKind = 'enum' | 'boolean' | 'integer' | 'date';

export type Derivation =
  | { readonly how: 'field'; readonly field: string }
  | { readonly how: 'law-date' }
  | { readonly how: 'days' | 'months-begun' | 'months-done'; readonly from: string; readonly to: string }
  | {
      readonly how: 'group';
      readonly of: string;
      readonly groups: Readonly<Record<string, readonly string[]>>;
      readonly else: string;
    }
  | { readonly how: 'person' | 'relation' | 'age' | 'own-income' }
  | { readonly how: 'table'; readonly table: string }
  | { readonly how: 'exempt' }
  | { readonly how: 'length' }
  | { readonly how: 'deadline'; readonly deadline: string }
  /** Known only once the answer is there, for the boxes of forms. */
  | {
      readonly how: 'counted';
      readonly count: 'forms' | 'carried' | 'relatives';
      readonly relation?: string;
    };

export interface Fact {
  readonly kind: FactKind;
  /** Members of an enum, in order. */
  readonly values?: readonly string[];
  /** Smallest and largest integer. */
  readonly range?: readonly [number, number];
  /** The fact can be absent (`none` in a condition). */
  readonly optional: boolean;
  readonly derive: Derivation;
}

export interface FieldEntry {
  readonly values?: readonly string[];
  /** Smallest and largest number. */
  readonly range?: readonly [number, number];
  readonly required?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly allowed?: readonly {
    readonly when: Readonly<Record<string, readonly string[]>>;
    readonly values: readonly string[];
  }[];
  /** Position in the interview; fields without one are asked only on request. */
  readonly ask?: number;
  /** Choices with which it is asked, where it is not always. */
  readonly askWhen?: readonly Readonly<Record<string, readonly string[]>>[];
  /** The answer can be that it is not known; the result then covers every answer. */
  readonly unknown?: boolean;
}

/** A combination of facts that no case has although each of its fields could be so. */
export interface ImpossibleEntry {
  readonly when: readonly Box[];
  readonly because: string;
  readonly place: Place;
}

/** A row of the front door: what happened and the permit held lead to a procedure and a reason. */
export interface EventRow {
  readonly id: string;
  readonly event: string;
  /** Of whom the questions speak, where that is not who answers them: `about-…` of their wording. */
  readonly about?: string;
  /** Permits held that the row is for; `null` stands for none. */
  readonly held?: readonly (string | null)[];
  readonly procedure: string;
  /** A reason, `held` for that of the permit held, or nothing when the person chooses. */
  readonly reason?: string;
  readonly change?: string;
  /** Reasons among which the person chooses. */
  readonly among?: readonly string[];
  readonly place: Place;
}

/** A word of the counter: how it is written, and the other forms under which it is met. */
export interface GlossaryEntry {
  readonly it: string;
  readonly also: readonly string[];
}

export interface Example {
  readonly name: string;
  readonly case: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** A worked example on the edge of a rule: the same case a step inside and a step outside of what the rule asks. */
export interface Edge {
  readonly rule: string;
  /** Name of the example whose case is changed. */
  readonly like: string;
  /** Fields that are changed (`null` takes one away) so that the rule applies to somebody in the case. */
  readonly applies: readonly Readonly<Record<string, unknown>>[];
  /** Fields that are changed so that it applies to nobody. */
  readonly not: readonly Readonly<Record<string, unknown>>[];
  /** The people to whom it applies there, and to nobody else; absent where the edge is not about whom. */
  readonly to?: readonly string[];
  /** What the rule says where it applies: ids of lines, or the decision. */
  readonly says: readonly string[];
  /** Dated values that the wording of its lines shows where it applies. */
  readonly shows: Readonly<Record<string, number>>;
  readonly place: Place;
}

export type Wording = string | { readonly text: string; readonly detail?: string } | WordingGroup;
export interface WordingGroup {
  readonly [key: string]: Wording;
}

/** Wording of one language: kind, then id. */
export type Texts = Readonly<Record<string, Readonly<Record<string, Wording>>>>;

export interface Book extends FormBook {
  readonly version: string;
  readonly earliest: PlainDate;
  /** Day on which the law was last read as a whole. */
  readonly read: PlainDate;
  readonly digest: string;
  /** Procedures whose permit gets a length of its own; after the others it expires when it did before. */
  readonly newLength: readonly string[];
  readonly fields: Readonly<Record<string, FieldEntry>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly tables: Readonly<Record<string, Table>>;
  readonly reasons: Readonly<Record<string, ReasonEntry>>;
  /** Words by which people look for an answer: the question, then its members. Reasons carry their own. */
  readonly words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly countries: readonly string[];
  readonly provinces: Readonly<Record<string, string>>;
  readonly formerProvinces: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, OutcomeEntry>>;
  readonly routes: Readonly<Record<string, RouteEntry>>;
  readonly piles: readonly string[];
  /** The piles whose papers are given away with the application. */
  readonly handedInPiles: readonly string[];
  readonly payments: Readonly<Record<string, PaymentEntry>>;
  readonly week: { readonly rest: readonly number[]; readonly disputed: readonly number[] };
  readonly holidays: Readonly<Record<string, HolidayEntry>>;
  readonly values: Readonly<Record<string, DatedValue>>;
  readonly decisions: Readonly<Record<string, readonly DecisionRow[]>>;
  readonly collections: Readonly<Record<string, readonly CollectRow[]>>;
  readonly disputes: Readonly<Record<string, DisputeEntry>>;
  /** Absent where nothing is impossible beyond what follows from fields and derivations. */
  readonly impossible?: readonly ImpossibleEntry[];
  readonly events: readonly EventRow[];
  readonly terms: Readonly<Record<string, GlossaryEntry>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly texts: Readonly<Record<string, Texts>>;
}
