/** Printed forms and their code tables, as the book holds them. */
import type { Backed, DecisionRow } from './book.ts';

/** Whom a value of the case is about: the person of the form unless one of these is given. */
interface ValueOf {
  /** The relative of this relation; on that relative's own form, the applicant. */
  readonly relation?: string;
  /** The first, second… of those whose requests travel in the same envelope. */
  readonly carried?: number;
}

export type ValueKind = 'day' | 'country' | 'code' | 'code-of' | 'province' | 'number' | 'payment';

/** What is written in a box. */
export type FormWrite =
  | { readonly how: 'constant'; readonly text: string }
  /** Copied from a document, chosen by the person, or left for later: the wording says which. */
  | { readonly how: 'instruction'; readonly key: string }
  | (ValueOf & {
      readonly how: 'value';
      readonly kind: ValueKind;
      /** Field, reason, fact or part of a payment that is written. */
      readonly of: string;
      readonly digits?: number;
      /** Instruction for a case that does not hold the value. */
      readonly or: string;
    })
  | { readonly how: 'blank'; readonly why: string };

/** One rule of a box: the first of a box is what holds unless an exception does. */
export interface FormRow extends DecisionRow {
  readonly write: FormWrite;
  /** What each of the alternatives writes; `null` where it only explains. */
  readonly others?: readonly (FormWrite | null)[];
}

export interface FormBox {
  /** Printed number, or a name where the form prints none. */
  readonly box: string;
  /** Wording key: what is asked for. */
  readonly is: string;
  /** The Italian label as printed. */
  readonly label: string;
  readonly cells?: number;
  /** Letter of the printed note. */
  readonly note?: string;
  readonly rows: readonly FormRow[];
}

export interface FormSection {
  readonly label: string;
  /** First and last printed number, headings included. */
  readonly first?: number;
  readonly last?: number;
  /** Numbers that are headings and not boxes. */
  readonly headings: readonly number[];
  readonly boxes: readonly FormBox[];
}

export interface FormModule {
  readonly label: string;
  readonly of: 'forms' | 'payments';
  readonly sections: readonly FormSection[];
}

/** A country as the form writes it. */
export interface CountryCode extends Backed {
  readonly code: string;
  readonly iso: string | null;
  readonly name: string;
}

export interface CodeTable extends Backed {
  readonly entries: readonly { readonly id: string; readonly code: string | null }[];
}

/** The sections of a book that are about forms. */
export interface FormBook {
  readonly modules: Readonly<Record<string, FormModule>>;
  readonly countryCodes: readonly CountryCode[];
  readonly codeTables: Readonly<Record<string, CodeTable>>;
}

/** Every rule of every box. */
export function formRows(book: FormBook): FormRow[] {
  return Object.values(book.modules).flatMap(({ sections }) =>
    sections.flatMap(({ boxes }) => boxes.flatMap(({ rows }) => rows)),
  );
}

/** What a rule may write: its own answer and the other readings. */
export function writesOf(row: FormRow): FormWrite[] {
  return [row.write, ...(row.others ?? []).flatMap((write) => write ?? [])];
}

/** The table of remarks about a form as a whole. */
export const FORM_NOTES = 'form-notes';
