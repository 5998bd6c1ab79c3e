import type { CompareMessages } from './compare.ts';
import { en } from './en.ts';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const compareEn: CompareMessages = {
  part: {
    outcome: 'What there is to ask for',
    permit: 'Longest permit',
    route: 'Where',
    total: 'In all',
    payments: 'Payment',
    fees: 'Fee',
    exemptions: 'Why there is no contribution',
    kits: 'Envelope',
    forms: 'Form',
    documents: 'Paper',
    deadlines: 'Date',
    steps: 'Step',
    rights: 'Right',
    warnings: 'Warning',
    disputes: 'Disputed',
  },
  appeared: (line) => `new: ${line}`,
  vanished: (line) => `no longer: ${line}`,
  changed: (line, before, after) => `${line}: ${after}, before: ${before}`,
  nothing: 'nothing',
  daysEarlier: (days) => `${counted(days, 'day', 'days')} earlier`,
  daysLater: (days) => `${counted(days, 'day', 'days')} later`,
  oneKit: 'an envelope of one’s own',
  carrying: (people) => (people.length === 0 ? 'alone' : `with the requests of ${people.join(', ')}`),
  alternatively: (values) => `elsewhere ${values.join(' or ')}`,
  latest: (date) => `read more generously ${date}`,
  times: (count) => `× ${count}`,
  diff: {
    same: (a, b) => `No answer differs between ${a} and ${b}.`,
    heading: (a, b, count) =>
      `From ${a} to ${b}, ${counted(count, 'group of people gets', 'groups of people get')} another answer:`,
    everybody: 'everybody',
    not: (members) => `not ${members}`,
    absent: 'not given',
    given: 'given',
    and: 'or',
    orLess: (value) => `${value} or less`,
    orMore: (value) => `${value} or more`,
    fromDay: (fact, day) => `${fact} from ${day}`,
    term: (length, unit, kind, direction) =>
      `${length} ${kind === 'working' ? 'working ' : ''}${length === 1 ? unit.slice(0, -1) : unit} ${direction}`,
    equalFacts:
      'Only the law differs: ages, days to expiry, days since entry and whether a deadline has passed are the same on both sides. Wording and sources are not compared.',
    holidayBegins: (name) => `terms that run over this day: it no longer counts (${name})`,
    holidayEnds: (name) => `terms that run over this day: it counts again (${name})`,
    structure: (what) => `declared differently: ${what}`,
    undecided: (line) => `too many combinations to tell apart: ${line}`,
    dates: { filing: 'filed', entry: 'entered' },
  },
  nearby: {
    heading: 'What would change this answer',
    none: 'No small change of one answer changes office, total or a date.',
    by: (day) => `by ${en.day(day)}`,
    from: (day) => `from ${en.day(day)}`,
    atMost: (months) => `${counted(months, 'month', 'months')} or less`,
    atLeast: (months) => `${counted(months, 'month', 'months')} or more`,
    months: (count) => counted(count, 'month', 'months'),
    with: (label, value) => `${label}: ${value}`,
    bounded: 'Not all values could be tried.',
  },
  verify: {
    same: 'Same: this is what the case in the file and this rule book give.',
    lawChanged: 'Law changed since: these lines',
    lawChangedNothing: 'The rule book changed since, but no line of this answer did.',
    altered: 'Altered: the file is not what its case and its rule book gave.',
    unreadable: 'this is no result of permesso that can be verified (JSON or HTML with its digests)',
    oldBook: (digest) =>
      `The file was made with another rule book (${digest}), which cannot be recomputed here.`,
    integrityHolds: 'The file agrees with its own digests.',
    whatItProves:
      'A digest is no signature: it shows accidental or careless change. Whoever changes the file and computes the digests again is found out only where the rule book is this one.',
    rulebookDigest: 'Rule book',
    caseDigest: 'Case',
    answerDigest: 'Answer',
  },
};
