/** The words of comparisons: what changed, what would change, whether a printout still holds. */
import type { PlainDate } from '../case/plain-date.ts';
import type { Language } from './language.ts';
import { compareEn } from './compare-en.ts';
import { compareIt } from './compare-it.ts';

/** Parts of an answer as a change names them. */
export type PartName =
  | 'outcome'
  | 'permit'
  | 'route'
  | 'total'
  | 'payments'
  | 'fees'
  | 'exemptions'
  | 'kits'
  | 'forms'
  | 'documents'
  | 'deadlines'
  | 'steps'
  | 'rights'
  | 'warnings'
  | 'disputes';

/** Sentences about changes; every language has the same ones. */
export interface CompareMessages {
  readonly part: Readonly<Record<PartName, string>>;
  readonly appeared: (line: string) => string;
  readonly vanished: (line: string) => string;
  readonly changed: (line: string, before: string, after: string) => string;
  readonly nothing: string;
  readonly daysEarlier: (days: number) => string;
  readonly daysLater: (days: number) => string;
  readonly oneKit: string;
  readonly carrying: (people: readonly string[]) => string;
  readonly alternatively: (values: readonly string[]) => string;
  readonly latest: (date: PlainDate) => string;
  readonly times: (count: number) => string;
  /** `rules diff`. */
  readonly diff: DiffMessages;
  readonly nearby: NearbyMessages;
  readonly verify: VerifyMessages;
}

export interface DiffMessages {
  readonly same: (a: string, b: string) => string;
  readonly heading: (a: string, b: string, count: number) => string;
  readonly everybody: string;
  readonly not: (members: string) => string;
  readonly absent: string;
  readonly given: string;
  readonly and: string;
  readonly orLess: (value: string) => string;
  readonly orMore: (value: string) => string;
  /** `from 22 May 2026`, after the name of a date. */
  /** Days come in words. */
  readonly fromDay: (fact: string, day: string) => string;
  readonly term: (
    length: number,
    unit: 'days' | 'months',
    kind: 'working' | 'calendar',
    direction: 'after' | 'before',
  ) => string;
  readonly equalFacts: string;
  readonly holidayBegins: (name: string) => string;
  readonly holidayEnds: (name: string) => string;
  readonly structure: (what: string) => string;
  readonly undecided: (line: string) => string;
  /** Names of facts that are no field of a case. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface NearbyMessages {
  readonly heading: string;
  readonly none: string;
  readonly by: (day: string) => string;
  readonly from: (day: string) => string;
  readonly atMost: (months: number) => string;
  readonly atLeast: (months: number) => string;
  readonly with: (label: string, value: string) => string;
}

export interface VerifyMessages {
  readonly same: string;
  readonly lawChanged: string;
  readonly lawChangedNothing: string;
  readonly altered: string;
  /** Heading above texts that differ. */
  readonly inTheFile: string;
  readonly oldBook: (digest: string) => string;
  readonly integrityHolds: string;
  readonly whatItProves: string;
  readonly rulebookDigest: string;
  readonly caseDigest: string;
}

/** The words of comparisons in a language. */
export function compareMessages(language: string): CompareMessages {
  return (language as Language) === 'it' ? compareIt : compareEn;
}
