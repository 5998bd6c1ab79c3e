/** What comes out. Language has no place here: every line has an id, and the wording is found later. */
import type { Case, FieldName } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { WalkedDay } from '../calendar/count.ts';
import type { DeadlineRole, SourceRef, Sure } from '../rulebook/book.ts';

export interface AlternativeAnswer {
  /** Wording key of the circumstances under which the other answer is met. */
  readonly when: string;
  readonly value: number | string | null;
  readonly sources: readonly SourceRef[];
}

/** Answers to a question that nobody could answer; `null` stands for any province without rules of its own. */
export interface Condition {
  readonly field: FieldName;
  readonly values: readonly (string | number | boolean | null)[];
}

/** What comes out with some answers to an open question. */
export interface DependentAnswer {
  readonly values: Condition['values'];
  /** There is a permit to ask for. */
  readonly permit: boolean;
  /** Shortest and longest permit in months, and least and most to pay in cents: other open questions decide. */
  readonly months?: readonly [number, number];
  readonly totalCents: readonly [number, number];
  readonly routes: readonly string[];
  /** Dates and lines that not every answer has. */
  readonly dates: readonly { readonly id: string; readonly date: PlainDate }[];
  readonly lines: readonly { readonly list: string; readonly id: string; readonly person?: string }[];
}

/** An open question that makes a difference. */
export interface Dependence {
  readonly field: FieldName;
  readonly answers: readonly DependentAnswer[];
}

/** What every line carries: which rule put it there, on which authority, how sure. */
export interface Line {
  readonly id: string;
  readonly person?: string;
  readonly rule: string;
  readonly sources: readonly SourceRef[];
  readonly sure: Sure;
  readonly alternatives?: readonly AlternativeAnswer[];
  readonly practice?: string;
  readonly disputes?: readonly string[];
  /** The answers to open questions with which the line is there; absent where it always is. */
  readonly only?: readonly Condition[];
  /** Dated values that the wording mentions, by id. */
  readonly values?: Readonly<Record<string, number>>;
  /** A form, a paper or a payment that went in with an application already handed in. */
  readonly handedIn?: true;
}

export interface FeeLine extends Line {
  readonly person: string;
  readonly cents: number;
}

export interface PaymentLine extends Line {
  readonly person: string;
  readonly cents: number;
  readonly account?: string;
  readonly payee?: string;
  readonly reason?: string;
}

export interface DocumentLine extends Line {
  readonly person: string;
  readonly pile: string;
  readonly count?: number;
}

export interface TermCount {
  readonly from: PlainDate;
  readonly length: number;
  readonly unit: 'days' | 'months';
  readonly kind: 'working' | 'calendar';
  readonly direction: 'after' | 'before';
  /** The days walked, for working-day terms: the safe reading. */
  readonly days?: readonly WalkedDay[];
  /** The days walked in the generous reading, where it ends on another day. */
  readonly latestDays?: readonly WalkedDay[];
}

export interface DeadlineLine extends Line {
  readonly date: PlainDate;
  readonly latest?: PlainDate;
  readonly workingDay?: PlainDate;
  /** Days from the day of the answer to the date; negative once it has passed. */
  readonly inDays: number;
  /** The day by which the file itself is handed in. */
  readonly headline?: true;
  /** Absent where the person has to act by the date. */
  readonly role?: DeadlineRole;
  /** What was to be done by the date is done, as the answers or the ticks of a case file say. */
  readonly met?: true;
  readonly count: TermCount;
}

export interface StepLine extends Line {
  readonly order: number;
}

export interface PermitAnswer extends Line {
  readonly reason: string;
  readonly code: string | null;
  readonly maxMonths: number | null;
  /** The months are the least that the law gives: the permit may last longer. */
  readonly least?: boolean;
}

/** One envelope: who hands it in, and whose requests travel in it. */
export interface Kit {
  readonly person: string;
  readonly carries: readonly string[];
}

export interface DisputeLine {
  readonly id: string;
  readonly rule: string;
  readonly sure: 'disputed';
  /** A line of the answer rests on it; otherwise only other pages may say something else. */
  readonly cited: boolean;
  readonly shown: string;
  readonly sources: readonly SourceRef[];
  readonly positions: readonly { readonly id: string; readonly sources: readonly SourceRef[] }[];
}

export interface Assessment {
  readonly schema: 1;
  readonly on: PlainDate;
  readonly rulebook: { readonly version: string; readonly digest: string; readonly read: PlainDate };
  readonly case: Case;
  readonly outcome: Line;
  readonly permit: PermitAnswer | null;
  readonly route: readonly string[];
  readonly handIn: Line & { readonly offices: readonly string[] };
  readonly kits: readonly Kit[];
  readonly fees: {
    readonly currency: 'EUR';
    readonly totalCents: number;
    readonly lines: readonly FeeLine[];
    readonly payments: readonly PaymentLine[];
    /** Why someone owes no contribution. */
    readonly exemptions: readonly Line[];
  };
  readonly forms: readonly Line[];
  readonly documents: readonly DocumentLine[];
  readonly deadlines: readonly DeadlineLine[];
  readonly steps: readonly StepLine[];
  readonly rights: readonly Line[];
  readonly warnings: readonly Line[];
  readonly disputes: readonly DisputeLine[];
  /** What hangs on answers that are not known; absent where all are. */
  readonly depends?: readonly Dependence[];
}
