/** The program's own words, as one type: every language has the same ones or does not compile. */
import type { PlainDate } from '../case/plain-date.ts';
import type { Problem, ProblemCode } from '../errors.ts';
import type { Sure } from '../rulebook/book.ts';

export interface Messages {
  readonly language: string;
  readonly usage: string;
  readonly help: Readonly<Record<HelpKey, string>>;
  readonly error: {
    /** Heading above the problems of an input. */
    readonly heading: (count: number, origin: string | undefined) => string;
    readonly problem: Readonly<Record<ProblemCode, (problem: Problem) => string>>;
    readonly allowed: (members: readonly string[]) => string;
    readonly suggestion: (member: string) => string;
    readonly more: (count: number) => string;
    readonly place: (line: number, column: number) => string;
    readonly internal: (message: string) => string;
    readonly rulebook: (count: number) => string;
    readonly interrupted: string;
    readonly endOfInput: string;
    readonly batchNeedsInput: string;
  };
  readonly money: (cents: number) => string;
  /** A day in full, with the day of the week. */
  readonly day: (date: PlainDate) => string;
  /** A day without its year, for days that stand beside a full one. */
  readonly shortDay: (date: PlainDate) => string;
  readonly weekday: (weekday: number) => string;
  readonly inDays: (days: number) => string;
  readonly sure: Readonly<Record<Sure, string>>;
  readonly view: Readonly<Record<ViewKey, string>>;
  readonly rank: Readonly<Record<string, string>>;
  readonly months: (count: number) => string;
  readonly bornOn: (born: PlainDate) => string;
  readonly workingDay: (date: PlainDate) => string;
  readonly atLatest: (date: PlainDate) => string;
  readonly counted: (days: string) => string;
  readonly notCounted: (days: string) => string;
  readonly inName: (person: string) => string;
  readonly total: (sum: string) => string;
  readonly otherwise: (value: string, when: string) => string;
  readonly envelope: (person: string, carried: readonly string[]) => string;
  readonly readOn: (date: PlainDate, version: string) => string;
  readonly sourceRead: (date: PlainDate | null) => string;
  readonly yes: string;
  readonly no: string;
  readonly wizard: WizardMessages;
  readonly rules: {
    readonly fine: (counts: Readonly<Record<string, number>>) => string;
    readonly wrong: (count: number) => string;
    readonly stale: (checked: PlainDate, id: string, uses: number) => string;
    readonly allFresh: (days: number) => string;
  };
}

/** What the interview says besides the questions themselves, whose wording is in the rule book. */
export interface WizardMessages {
  readonly greeting: string;
  readonly keys: string;
  readonly plainKeys: string;
  readonly happened: string;
  readonly whyHappened: string;
  readonly expert: string;
  readonly dateFormat: string;
  readonly notADate: (typed: string) => string;
  readonly usDate: (typed: string) => string;
  readonly noSuchDay: (typed: string) => string;
  readonly notAnInteger: (typed: string, range: string) => string;
  readonly notAChoice: (typed: string, count: number) => string;
  readonly notFound: (typed: string) => string;
  readonly severalFound: (typed: string) => string;
  readonly afterToday: (date: string) => string;
  readonly skip: string;
  readonly searchHint: string;
  readonly choose: (count: number) => string;
  readonly yesNo: string;
  readonly addRelative: string;
  readonly anotherRelative: string;
  readonly relation: string;
  readonly relativeBorn: string;
  readonly relativeIncome: string;
  readonly nobody: string;
  readonly reviewHeading: string;
  readonly reviewShow: string;
  readonly reviewChange: string;
  readonly reviewWhich: string;
  readonly reviewAdd: string;
  readonly notProvided: string;
  readonly repeat: string;
  readonly because: (why: string) => string;
}

export type HelpKey =
  | 'description'
  | 'examples'
  | 'check'
  | 'batch'
  | 'rules'
  | 'rulesCheck'
  | 'rulesList'
  | 'rulesShow'
  | 'rulesStale'
  | 'staleDays'
  | 'wizard'
  | 'format'
  | 'out'
  | 'force'
  | 'lang'
  | 'on'
  | 'rulesDir'
  | 'quiet'
  | 'noColor'
  | 'plain'
  | 'case'
  | 'family'
  | 'event'
  | 'file'
  | 'version'
  | 'help'
  | 'listWhat'
  | 'showId';

export type ViewKey =
  | 'where'
  | 'howMuch'
  | 'byWhen'
  | 'howLong'
  | 'noPermit'
  | 'nothingToPay'
  | 'noDeadline'
  | 'noLength'
  | 'steps'
  | 'checklist'
  | 'fees'
  | 'handOver'
  | 'envelopes'
  | 'exemptions'
  | 'calendar'
  | 'rights'
  | 'warnings'
  | 'disputes'
  | 'sources'
  | 'repeat'
  | 'applicant'
  | 'code'
  | 'account'
  | 'payee'
  | 'reason'
  | 'shown'
  | 'practice'
  | 'startDay'
  | 'disclaimer'
  | 'passed'
  | 'wholeCourse';
