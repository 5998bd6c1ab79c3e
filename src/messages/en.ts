import type { Problem } from '../errors.ts';
import { batchEn, batchProblemsEn } from './batch-en.ts';
import { amount, dayInWords, grouped, monthInWords, type CalendarNames } from './format.ts';
import { deskEn, deskHelpEn } from './desk-en.ts';
import type { Messages } from './messages.ts';
import { caseFileEn } from './case-file-en.ts';
import { wizardEn } from './wizard-en.ts';
import { dependsEn } from './depends-en.ts';

const NAMES: CalendarNames = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const given = ({ value }: Problem) => (value === undefined ? '' : ` “${value}”`);

export const en: Messages = {
  language: 'en',
  usage: `permesso asks questions on a terminal. Without one, give the case as flags or as a file:

  permesso check --procedure first-issue --reason study --months 12 --entry 2026-11-20 \\
    --born 2003-05-04 --citizenship IN
  permesso check --case FILE
  permesso --help
`,
  ...deskEn,
  help: {
    ...deskHelpEn,
    description:
      'What to bring, what to pay, where to go and by when for a residence permit in Italy (permesso di soggiorno), each line with its legal source and how sure it is. Without a command it asks.',
    versions: 'the version of the program and of the rules, and when the law was read',
    examples: 'Examples:',
    check: 'answer one case, given as flags or as a file; never asks',
    batch: 'answer many cases: JSON Lines or CSV in, one answer out for each line',
    rules: 'read and check the rule book',
    rulesCheck: 'prove the tables, look for missing sources and wording, run the worked examples',
    rulesList: 'list the rules, or one kind of entry',
    rulesShow: 'show one rule, value, source or dispute',
    rulesWhy: 'why a line is in the answer to a case or is not, or what hangs on a question',
    like: 'a case file whose answers stand ready for a similar case; each is shown, none is taken silently',
    rulesDiff: 'who gets another answer under another state of the law, with before, after and source',
    diffState: 'a day (YYYY-MM-DD) or a folder of rules',
    nearby: 'add the smallest changes of one answer that would change office, total or a date',
    verify: 'check that a saved JSON or HTML result is what its case gives, and what changed since',
    verifyFile: 'a saved result; - reads standard input',
    whyCase: 'a case file; - reads standard input',
    whyLine: 'id of a line or of a rule, or name of a field; without it, the lines of the answer',
    why: 'says why a line is in the answer or is not (its id), or what hangs on a field',
    rulesStale: 'list the values that were checked too long ago, most used first',
    staleDays: 'how many days a check is good for',
    wizard: 'ask the questions one by one (the same as no command)',
    format: 'text, html (a page to print), markdown, ics (dates for a phone), json for programs',
    big: 'html in large print, for weak eyes',
    count: 'count working-day terms day by day',
    out: 'write to a file, whole or not at all',
    force: 'let --out replace a file that exists',
    lang: 'language of the answer',
    on: 'the day as of which the answer is given (YYYY-MM-DD; today in Rome)',
    rulesDir: 'another rule book, a folder of YAML files',
    quiet: 'no progress and no notes on the error stream',
    noColor: 'no colour',
    plain: 'numbered lines instead of menus; no cursor movement (for screen readers)',
    case: 'a case as YAML or JSON; - reads standard input. Flags win over the file',
    family: 'someone who applies with you; once per person',
    event: 'what happened; gives procedure and reason (with --from)',
    file: 'JSON Lines or CSV; - or nothing reads standard input',
    version: 'print the version of the program; every answer says when the law was last read',
    help: 'show this help',
    terms: 'the glossary: Italian words of the counter, explained',
    section: 'print one section only, with its sources: steps, checklist, fees, calendar, form…',
    codes: 'look up the codes of the form: provinces, reasons, countries, documents, authorities…',
    codesTable: 'which table; without one, the list of tables',
    codesWord: 'a name, a code or the beginning of a word',
    termsWord: 'a word to look for, in Italian or in the language of the answer',
    save: 'keep the case in a file (YAML), with what was answered, to compare later; never over another case',
    label: 'a name of your own for the saved case',
    printTemplate: 'print an empty case with comments, to be filled in',
    resume: 'go on with the questions where they stopped',
    tick: 'mark papers of a case file as in hand and dates as done; on a terminal a list to tick',
    tickFile: 'a case file',
    tickDocument: 'DOCUMENT, PERSON/DOCUMENT or PERSON/DOCUMENT/PILE, or a date, as --format json names them',
    undo: 'untick instead',
    listWhat: 'rules, values, sources, disputes, reasons or tables',
    showId: 'id as printed by rules list',
  },
  error: {
    heading: (count, origin) =>
      `${count === 1 ? 'One thing' : `${count} things`} to correct${origin === undefined ? '' : ` in ${origin}`}:`,
    problem: {
      missing: () => 'is missing',
      'unknown-field': () => 'is not a field of a case',
      'unknown-value': (problem) => `cannot be${given(problem)}`,
      'ambiguous-value': (problem) => `${given(problem).trim()} fits several: choose one`,
      'not-a-date': (problem) =>
        `${given(problem).trim()} is not a date written YYYY-MM-DD, such as 2026-11-20`,
      'no-such-day': (problem) => `${given(problem).trim()} is not a day of the calendar`,
      'date-too-early': ({ value, allowed }) =>
        `“${value ?? ''}” is too early: the rule book begins on ${allowed?.[0] ?? ''}`,
      'date-after-answer-day': ({ value, allowed }) =>
        `“${value ?? ''}” lies after the day of the answer (${allowed?.[0] ?? ''})`,
      'not-a-boolean': (problem) => `cannot be${given(problem)}`,
      'not-an-integer': (problem) => `cannot be${given(problem)}: a whole number is needed`,
      'out-of-range': (problem) => `cannot be${given(problem)}`,
      'not-a-list': () => 'must be a list of people',
      'not-a-mapping': () => 'must be fields with values, such as “procedure: renewal”',
      'not-text': (problem) => `cannot be${given(problem)}: text is needed`,
      'bad-family': (problem) =>
        `${given(problem).trim()} must be RELATION:BORN or RELATION:BORN:income, such as child:2020-02-01`,
      'bad-tick': (problem) =>
        `${given(problem).trim()} must be PERSON/DOCUMENT or PERSON/DOCUMENT/PILE, such as applicant/passport-copy`,
      'not-ticks': () => 'must be a list of papers, each PERSON/DOCUMENT',
      'bad-block': () =>
        'is kept by permesso and can no longer be read; take the block out, nothing else depends on it',
      'changed-since-read': () =>
        'the file was changed by someone else meanwhile and was left as it is; run the command again',
      'not-in-answer': (problem) => `${given(problem).trim()} is not asked for in this case`,
      'empty-input': () => 'the input is empty',
      'not-readable': ({ detail }) => `the file cannot be read${detail === undefined ? '' : ` (${detail})`}`,
      'not-a-file': () => 'this is a folder, not a file',
      'not-a-folder': () => 'this is not a folder',
      'too-large': ({ detail }) => `the file is too large for one case (more than ${detail ?? ''})`,
      'not-utf8': () => 'this is not text (UTF-8)',
      'not-yaml': ({ detail }) => `this is neither YAML nor JSON: ${detail ?? ''}`,
      'no-result': () => 'this is no result of permesso that can be verified (JSON or HTML with its digests)',
      'not-writable': ({ detail }) => `the file cannot be written (${detail ?? ''})`,
      'file-exists': () => 'the file exists already; --force replaces it',
      'not-available': (problem) => `${given(problem).trim()} is not available here`,
      usage: ({ detail }) => detail ?? '',
      ...batchProblemsEn,
    },
    allowed: (members) => `allowed: ${members.join(', ')}`,
    suggestion: (member) => `did you mean “${member}”?`,
    more: (count) => `and ${count} more`,
    place: (line, column) => `line ${line}, column ${column}`,
    internal: (message, versions) =>
      `Something went wrong inside the program: ${message}\n(${versions})\nThis is a fault of permesso, not yours. Run again with PERMESSO_DEBUG=1 for the details to report.`,
    rulebook: (count) => `The rule book cannot be used (${count} ${count === 1 ? 'problem' : 'problems'}):`,
    interrupted: 'Stopped. Nothing was saved.',
    endOfInput: 'The answers ended before the questions did: no result.',
    batchNeedsInput: 'Waiting for cases, one JSON object on each line or a CSV; end with Ctrl-D.',
  },
  money: (cents) => `€${amount(cents, '.', ',')}`,
  day: (date) => dayInWords(NAMES, date, true),
  shortDay: (date) => dayInWords(NAMES, date, false),
  weekday: (weekday) => NAMES.weekdays[weekday] ?? '',
  inDays: (days) => {
    if (days === 0) return 'today';
    if (days === 1) return 'tomorrow';
    if (days > 0) return `in ${days} days`;
    return days === -1 ? 'yesterday' : `${-days} days ago`;
  },
  sure: {
    confirmed: 'confirmed by two or more sources',
    single: 'one source only',
    unconfirmed: 'not verified: ask before you rely on it',
    disputed: 'disputed: see below',
  },
  rank: {
    law: 'law',
    decree: 'decree',
    ruling: 'judgment',
    circular: 'circular',
    office: 'office page',
    guide: 'guide',
    press: 'press',
  },
  view: {
    where: 'Where',
    howMuch: 'How much',
    byWhen: 'By when',
    howLong: 'How long',
    noPermit: 'There is no permit to ask for here',
    nothingToPay: 'nothing for this',
    noFeeForPermit: 'no fee for a permit; what the office asks for stands below',
    noDeadline: 'no date follows from these answers',
    noneOpen: 'no date lies ahead that is not done',
    notInMonths: 'not counted in months',
    noLength: 'no source gives a length',
    steps: 'What to do',
    checklist: 'What to bring',
    fees: 'What it costs',
    handOver: 'What you hand over',
    handedOver: 'What was handed over',
    handedInAt: 'Handed in',
    handedIn: 'Handed in with the application',
    handedInCopies: 'Nothing to do with these any more; keep your copies.',
    envelopes: 'Applications',
    exemptions: 'Why there is no contribution',
    calendar: 'Dates',
    rights: 'Your rights',
    warnings: 'Watch out',
    disputes: 'Where sources disagree',
    depends: 'What depends on answers that are not known',
    sources: 'Sources',
    form: 'What to write on the forms',
    leaveBlank: 'leave blank',
    repeat: 'The same answer again',
    applicant: 'you',
    everyone: 'everyone',
    code: 'code',
    account: 'account (_conto_)',
    payee: 'payee (_intestato a_)',
    reason: 'reason (_causale_)',
    inName: 'in the name of (_eseguito da_)',
    shown: 'Shown here',
    practice: 'practice of',
    startDay: 'the day itself',
    disclaimer:
      'The office may ask for more. This is information, not legal advice; a patronato helps for free.',
    passed: 'this date has passed, act now',
    first: 'Do this first',
    calendarName: 'Residence permit',
    legend: 'The letters stand beside the dates below; * is the day of this answer.',
    walk: 'Day by day:',
    wholeCourse: 'the whole course',
  },
  months: (count) => (count === 1 ? 'up to 1 month' : `up to ${count} months`),
  monthsAtLeast: (count) => `at least ${count} months`,
  bornOn: (born) => `(${born})`,
  workingDay: (date) => `the last working day before it is ${dayInWords(NAMES, date, true)}`,
  atLatest: (date) => `read more generously: ${dayInWords(NAMES, date, true)}`,
  shortWeekday: (weekday) => (NAMES.weekdays[weekday] ?? '').slice(0, 2),
  month: (date) => monthInWords(NAMES, date),
  counted: ({ from, length, unit, kind, direction }, skipped) => {
    const noun = length === 1 ? unit.slice(0, -1) : unit;
    const term = `${length} ${kind === 'working' ? 'working ' : ''}${noun}`;
    const without = skipped.length === 0 ? '' : `; not counted: ${skipped.join(', ')}`;
    return `Counted: ${term} ${direction} ${dayInWords(NAMES, from, true)}${without}.`;
  },
  dayNumber: (number) => `day ${number}`,
  dayNotCounted: (why) => `not counted (${why})`,
  readGenerously: (what) => `read more generously: ${what}`,
  total: (sum) => `${sum} in all`,
  otherwise: (value, when) => `${value}: ${when}`,
  envelope: (person, carried) =>
    carried.length === 0 ? person : `${person}, with the requests of: ${carried.join(', ')}`,
  oldRules: (read) =>
    `Careful: the law was last read on ${read}, more than a year before the day of this answer. It may have changed: look for newer rules, and ask the office.`,
  readOn: (date, version) => `Law last read on ${dayInWords(NAMES, date, true)} (rule book ${version}).`,
  sourceRead: (date) => (date === null ? 'not read' : `read ${date}`),
  yes: 'yes',
  no: 'no',
  wizard: wizardEn,
  depends: dependsEn,
  batch: batchEn,
  caseFile: caseFileEn,
  why: {
    applies: 'Applies',
    doesNotApply: 'Does not apply',
    absent: 'No rule gives this line for this case. The nearest ones:',
    asked: 'the rule asks for',
    butAsked: 'but the rule asks for',
    since: 'in force since',
    dispute: 'disputed',
    decidesWhether: 'The answer decides whether these are there:',
    decidesValue: 'These are there, and count from the answer:',
    nothingHangs: 'No rule hangs on the answer in this case.',
  },
  rules: {
    fine: (counts) =>
      `The rule book holds: ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}.`,
    proved: (cells, dates) =>
      `Proved: ${grouped(cells, ',')} cells of the tables, each decided exactly once, over ${dates} periods of the law.`,
    stale: (checked, id, uses) => `${checked}  ${id}  used by ${uses} ${uses === 1 ? 'rule' : 'rules'}`,
    allFresh: (days) => `Every value was checked within ${days} days.`,
    wrong: (count) => `${count} ${count === 1 ? 'problem' : 'problems'} in the rule book:`,
  },
};
