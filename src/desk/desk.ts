/** What a case file holds besides the case: the file's name for people, notes, papers in hand, what was last seen. */
import { FIELD_NAMES } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { RawFields } from '../case/read-case.ts';
import type { LineState } from '../compare/lines.ts';

/** Keys of a case file that are no fields of a case, in the order in which they are written after the fields. */
export const DESK_KEYS = ['label', 'notes', 'ticked', 'interview', 'seen'] as const;
export type DeskKey = (typeof DESK_KEYS)[number];

/** Every key that a case file may have at its top level. */
export const CASE_FILE_KEYS: readonly string[] = [...FIELD_NAMES, ...DESK_KEYS];

/**
 * A paper in hand: `person/document` wherever the paper is asked for, `person/document/pile` where only one of
 * the piles has it. People are named as in an answer: `applicant`, `family-1`.
 */
export interface Tick {
  readonly person: string;
  readonly document: string;
  readonly pile?: string;
}

/** The answer that was last kept: as of which day, by which rules, from which answers, and its lines. */
export interface Seen {
  readonly on: PlainDate;
  readonly version: string;
  readonly digest: string;
  readonly case: RawFields;
  readonly lines: readonly LineState[];
}

/** Where an interview stopped: what no field of a case says. */
export interface Stopped {
  /** The answer at the front door. */
  readonly event?: string;
  /** Questions that were left open on purpose, by id. */
  readonly open: readonly string[];
}

/** The part of a case file that is no case. */
export interface Desk {
  /** A name chosen by the person, to tell files apart. */
  readonly label?: string;
  readonly notes?: string;
  readonly ticked: readonly Tick[];
  readonly interview?: Stopped;
  readonly seen?: Seen;
}

export const EMPTY_DESK: Desk = { ticked: [] };
