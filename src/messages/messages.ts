/** The program's own words, as one type: every language has the same ones or does not compile. */
import type { PlainDate } from '../case/plain-date.ts';
import type { FieldKind } from '../case/case.ts';
import type { BatchProblemCode, Problem, ProblemCode } from '../errors.ts';
import type { CaseFileMessages } from './case-file-words.ts';
import type { Sure } from '../rulebook/book.ts';
import type { DeskHelpKey, DeskMessages } from './desk-words.ts';

export interface Messages extends DeskMessages {
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
    readonly internal: (message: string, versions: string) => string;
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
  /** The law was read on a day that lies more than a year before the answer. */
  readonly oldRules: (read: string) => string;
  readonly sure: Readonly<Record<Sure, string>>;
  readonly view: Readonly<Record<ViewKey, string>>;
  readonly rank: Readonly<Record<string, string>>;
  readonly months: (count: number) => string;
  readonly monthsAtLeast: (count: number) => string;
  readonly bornOn: (born: PlainDate) => string;
  readonly workingDay: (date: PlainDate) => string;
  readonly atLatest: (date: PlainDate) => string;
  /** A weekday in two or three letters, for the head of a column. */
  readonly shortWeekday: (weekday: number) => string;
  /** The month of a day, with its year. */
  readonly month: (date: PlainDate) => string;
  /** How a term was counted, in one line; `skipped` are the days left out. */
  readonly counted: (term: CountedTerm, skipped: readonly string[]) => string;
  readonly dayNumber: (number: number) => string;
  readonly dayNotCounted: (why: string) => string;
  /** What the later reading makes of a day of which the safe one was just told. */
  readonly readGenerously: (what: string) => string;
  readonly total: (sum: string) => string;
  readonly otherwise: (value: string, when: string) => string;
  readonly envelope: (person: string, carried: readonly string[]) => string;
  readonly readOn: (date: PlainDate, version: string) => string;
  readonly sourceRead: (date: PlainDate | null) => string;
  readonly yes: string;
  readonly no: string;
  readonly wizard: WizardMessages;
  readonly depends: DependsMessages;
  readonly batch: BatchMessages;
  readonly caseFile: CaseFileMessages;
  /** Words of an explanation: why a line is there, why another is not. */
  readonly why: Readonly<Record<WhyKey, string>>;
  readonly rules: {
    readonly fine: (counts: Readonly<Record<string, number>>) => string;
    readonly proved: (cells: number, dates: number) => string;
    readonly wrong: (count: number) => string;
    readonly stale: (checked: PlainDate, id: string, uses: number) => string;
    readonly allFresh: (days: number) => string;
  };
}

/** Words for what hangs on answers that are not known. */
export interface DependsMessages {
  readonly on: (question: string) => string;
  readonly findOut: (how: string) => string;
  readonly onlyIf: (conditions: readonly string[]) => string;
  readonly onAnswers: string;
  /** Beside a line that some of the answers do not give. */
  readonly perhaps: string;
  readonly months: (count: number) => string;
  readonly range: (least: string, most: string) => string;
  readonly noPermit: string;
  readonly nothingMore: string;
  /** Lines that an answer adds, and how many more there are. */
  readonly added: (lines: readonly string[], more: number) => string;
  readonly elsewhere: string;
  /** Label and note of the first screen. */
  readonly summary: string;
  readonly covers: string;
}

/** What can be wrong with the input or the output of many cases. */
export type BatchProblems = Readonly<Record<BatchProblemCode, (problem: Problem) => string>>;

/** What `batch` says of its flags, while it works, and at the end. */
export interface BatchMessages {
  readonly help: Readonly<Record<BatchHelpKey, string>>;
  readonly progress: (done: {
    readonly records: number;
    readonly refused: number;
    /** Records a second. */
    readonly rate: number;
    readonly percent: number | undefined;
    /** Seconds. */
    readonly left: number | undefined;
  }) => string;
  readonly interrupted: (out: string) => string;
  /** The run stopped at a refused record; `out` is the file whose part is left. */
  readonly stopped: (message: string, out: string | undefined) => string;
  readonly someRefused: (records: number, refused: number, message: string) => string;
  readonly noRecords: string;
  readonly guessedEncoding: (encoding: string) => string;
  readonly templateHeading: string;
  /** What a column of a kind takes. */
  readonly kinds: Readonly<Record<FieldKind, string>>;
}

export type BatchHelpKey =
  | 'input'
  | 'encoding'
  | 'delimiter'
  | 'outDelimiter'
  | 'bom'
  | 'format'
  | 'fields'
  | 'carry'
  | 'strict'
  | 'jobs'
  | 'resume'
  | 'out'
  | 'printTemplate'
  | 'after';

/** A term as a sentence needs it. */
export interface CountedTerm {
  readonly from: PlainDate;
  readonly length: number;
  readonly unit: 'days' | 'months';
  readonly kind: 'working' | 'calendar';
  readonly direction: 'after' | 'before';
}

/** What the interview says besides the questions themselves, whose wording is in the rule book. */
export interface WizardMessages {
  readonly greeting: string;
  /** Keys of menus, of lists that are searched, of lines that are typed, and of plain mode. */
  readonly menuKeys: string;
  readonly searchKeys: string;
  readonly lineKeys: string;
  readonly plainKeys: string;
  /** Said first when answers of another case stand ready. */
  readonly likeBefore: string;
  readonly happened: string;
  readonly whyHappened: string;
  readonly happenedLabel: string;
  readonly expert: string;
  readonly because: (why: string) => string;
  /** The answer given before, which an empty line keeps. */
  readonly earlier: (answer: string) => string;
  readonly emptySkips: (skip: string) => string;
  readonly dashSkips: (skip: string) => string;
  readonly dateFormat: string;
  readonly numberFormat: (least: number, most: number) => string;
  readonly choose: (count: number) => string;
  readonly searchHint: string;
  readonly searchOrNumber: string;
  readonly answerNeeded: string;
  readonly notADate: (typed: string) => string;
  readonly usDate: (typed: string) => string;
  readonly noSuchDay: (typed: string) => string;
  readonly afterToday: (typed: string) => string;
  readonly tooEarly: (typed: string, earliest: string) => string;
  readonly notAnInteger: (typed: string, least: number, most: number) => string;
  readonly notAChoice: (typed: string, count: number) => string;
  readonly notFound: (typed: string) => string;
  readonly severalFound: (typed: string) => string;
  readonly moreFound: (count: number) => string;
  /** The event leads nowhere with this permit; the permits with which it does. */
  readonly leadsNowhere: (permit: string, permits: readonly string[]) => string;
  readonly atTheStart: string;
  readonly skip: string;
  /** What not knowing is called, how to say so on a line, and a length that is not fixed. */
  readonly unknown: string;
  readonly orWrite: (word: string) => string;
  readonly noLength: string;
  readonly notProvided: string;
  readonly noPermit: string;
  readonly anotherRelative: string;
  /** The same where the application is not that of who answers. */
  readonly anotherAlso: string;
  readonly nobody: string;
  readonly relativeBorn: string;
  readonly whyRelativeBorn: string;
  readonly relativeIncome: string;
  readonly whyRelativeIncome: string;
  /** Short names of what is told of a relative, by their number. */
  readonly relativeLabel: Readonly<Record<'relation' | 'born' | 'income', (person: number) => string>>;
  readonly reviewHeading: string;
  readonly reviewQuestion: string;
  readonly reviewShow: string;
  readonly reviewChange: string;
  readonly reviewWhich: string;
  readonly reviewAdd: string;
  readonly reviewAddWhich: string;
  readonly repeat: string;
}

export type HelpKey =
  | DeskHelpKey
  | 'description'
  | 'versions'
  | 'examples'
  | 'check'
  | 'batch'
  | 'rules'
  | 'rulesCheck'
  | 'rulesList'
  | 'rulesShow'
  | 'rulesStale'
  | 'rulesWhy'
  | 'like'
  | 'rulesDiff'
  | 'diffState'
  | 'nearby'
  | 'verify'
  | 'verifyFile'
  | 'whyCase'
  | 'whyLine'
  | 'why'
  | 'staleDays'
  | 'wizard'
  | 'format'
  | 'big'
  | 'count'
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
  | 'terms'
  | 'termsWord'
  | 'listWhat'
  | 'showId'
  | 'section'
  | 'codes'
  | 'codesTable'
  | 'codesWord'
  | 'save'
  | 'label'
  | 'printTemplate'
  | 'resume'
  | 'tick'
  | 'tickFile'
  | 'tickDocument'
  | 'undo';

export type WhyKey =
  | 'applies'
  | 'doesNotApply'
  | 'absent'
  | 'asked'
  | 'butAsked'
  | 'since'
  | 'dispute'
  | 'decidesWhether'
  | 'decidesValue'
  | 'nothingHangs';

export type ViewKey =
  | 'depends'
  | 'where'
  | 'howMuch'
  | 'byWhen'
  | 'howLong'
  | 'noPermit'
  | 'nothingToPay'
  | 'noFeeForPermit'
  | 'noDeadline'
  | 'noneOpen'
  | 'noLength'
  | 'notInMonths'
  | 'steps'
  | 'checklist'
  | 'fees'
  | 'handOver'
  | 'handedOver'
  | 'handedInAt'
  | 'handedIn'
  | 'handedInCopies'
  | 'envelopes'
  | 'exemptions'
  | 'calendar'
  | 'rights'
  | 'warnings'
  | 'disputes'
  | 'sources'
  | 'form'
  | 'leaveBlank'
  | 'repeat'
  | 'applicant'
  | 'everyone'
  | 'code'
  | 'account'
  | 'payee'
  | 'reason'
  | 'shown'
  | 'practice'
  | 'startDay'
  | 'disclaimer'
  | 'passed'
  | 'first'
  | 'calendarName'
  | 'inName'
  | 'legend'
  | 'walk'
  | 'wholeCourse';
