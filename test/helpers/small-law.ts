import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import type { Case } from '../../src/case/case.ts';
import type { PlainDate } from '../../src/case/plain-date.ts';
import { readCase, type RawFields } from '../../src/case/read-case.ts';
import type {
  Alternative,
  Book,
  Box,
  CollectRow,
  DatedEntry,
  DatedValue,
  DecisionRow,
  SourceRef,
} from '../../src/rulebook/book.ts';
import { caseDomains, openRulebook, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { TODAY } from './interview.ts';
import { ownRulebook } from './rulebook.ts';

/** What a condition asks, in short: `{ reason: 'study', age: '0..13' }`. */
type Asks = Readonly<Record<string, string | number | boolean>>;

/** The one source of the small law: every statement stands in a place of its own. */
export function act(at: string): SourceRef[] {
  return [{ id: 'act', at }];
}

function boxOf(asks: Asks): Box {
  return Object.fromEntries(Object.entries(asks).map(([fact, any]) => [fact, { not: false, any: [any] }]));
}

function base(id: string, when: Asks | readonly Asks[]) {
  const boxes: readonly Asks[] = Array.isArray(when) ? when : [when];
  return {
    id,
    when: boxes.map(boxOf),
    sources: act(id),
    sure: 'confirmed' as const,
    place: { file: 'act.yaml', line: 1 },
  };
}

/** A row of a table of decisions, named after what it gives. */
export function gives(give: string, when: Asks | readonly Asks[], more: Partial<DecisionRow> = {}) {
  return { ...base(more.id ?? give, when), give, ...more };
}

/** A row that adds one line, named after it. */
export function adds(add: string, when: Asks | readonly Asks[], more: Partial<CollectRow> = {}): CollectRow {
  return { ...base(more.id ?? `add-${add}`, when), add: [add], ...more };
}

/** An amount in force from a day on. */
export function entry(from: string, is: number, more: Partial<DatedEntry> = {}): DatedEntry {
  const day = from as PlainDate;
  return { from: day, is, checked: day, sources: act(`${is} from ${from}`), sure: 'confirmed', ...more };
}

const BEGIN = '2006-12-11';

function value(unit: DatedValue['unit'], is: number, more: Partial<DatedEntry> = {}): DatedValue {
  return { unit, lookedUpOn: 'filing', series: [entry(BEGIN, is, more)] };
}

const other = (when: string, given: Alternative['value']): Alternative[] => [
  { when, value: given, sources: act(when) },
];

/**
 * A law of a few rows over the fields, facts and tables of the own book. What an answer is made of is tested with
 * it, whatever the real law comes to say.
 */
const LAW: Pick<
  Book,
  'modules' | 'values' | 'payments' | 'decisions' | 'collections' | 'disputes' | 'routes' | 'holidays'
> = {
  modules: {},
  values: {
    'card-price': {
      unit: 'cents',
      lookedUpOn: 'filing',
      series: [entry(BEGIN, 2000), entry('2020-01-01', 3000, { sure: 'single' })],
    },
    'stamp-price': value('cents', 1600),
    'stamp-of-some': value('cents', 2000),
    'no-price': value('cents', 0),
    band: { unit: 'cents', lookedUpOn: 'filing', series: [entry(BEGIN, 0), entry('2012-01-30', 4000)] },
    'long-band': {
      unit: 'cents',
      lookedUpOn: 'filing',
      series: [entry(BEGIN, 0), entry('2012-01-30', 8000)],
    },
    'photo-number': value('count', 4, { sure: 'unconfirmed' }),
    year: value('months', 12, { sure: 'single' }),
    'two-years': value('months', 24),
    'some-months': value('months', 3),
    'eight-days': value('days', 8),
    'sixty-days': value('days', 60, { disputes: ['sixty'] }),
    'month-to-stay': value('months', 1),
    'three-months-to-stay': value('months', 3),
  },
  payments: {
    slip: {
      lines: ['card', 'contribution'],
      account: '67422402',
      payee: 'Tesoro',
      reason: 'permesso',
      sources: act('slip'),
      sure: 'confirmed',
    },
    stamp: { lines: ['stamp'], sources: act('stamp'), sure: 'confirmed' },
  },
  routes: {
    post: { offices: ['post-office'] },
    questura: { offices: ['questura'], piles: { envelope: 'appointment', counter: 'appointment' } },
    comune: { offices: ['comune', 'questura'] },
  },
  holidays: {
    'all-saints': { day: '11-01', sources: act('all-saints'), sure: 'confirmed' },
    patron: { day: '12-07', provinces: ['MI'], sources: act('patron'), sure: 'confirmed' },
  },
  decisions: {
    conversion: [
      gives('none', {}),
      gives('refused', { procedure: 'conversion' }, { overrides: 'none', advice: 'ask-anew' }),
    ],
    outcome: [
      gives('permit', {}),
      gives('nothing', { conversion: 'refused' }, { overrides: 'permit', advice: 'no-way' }),
      gives('municipality', { 'citizenship-group': 'eu' }, { overrides: 'permit' }),
    ],
    route: [gives('post', {}), gives('questura', { office: 'questura' }, { overrides: 'post' })],
    length: [
      gives('study', { reason: 'study' }, { ceiling: 'year' }),
      gives(
        'employment',
        { reason: 'employment' },
        {
          ceiling: 'two-years',
          asked: 'extend',
          extendBy: 'some-months',
          alternatives: [...other('some-office', 'year'), ...other('other-office', 'as-asked')],
        },
      ),
      gives('blue-card', { reason: 'blue-card' }, { ceiling: 'year', asked: 'ignore', least: true }),
      gives('family', { reason: 'family' }, { ceiling: null, practice: 'Questura di Prato' }),
    ],
    kit: [
      gives('own', [{ person: 'applicant' }, { person: 'relative', age: '14..' }], { id: 'kit-own' }),
      gives('carried', { person: 'relative', age: '..13' }, { id: 'kit-carried' }),
    ],
    contribution: [
      gives('none', { exempt: true }, { id: 'band-none' }),
      gives('band', { exempt: false, length: '..12' }, { id: 'band-short' }),
      gives('long-band', { exempt: false, length: '13..' }, { id: 'band-long' }),
      gives(
        'no-price',
        { exempt: false, length: 'none' },
        {
          id: 'band-open',
          alternatives: other('some-office', 500),
          disputes: ['sixty'],
        },
      ),
    ],
  },
  collections: {
    fees: [
      adds('card', { kit: 'own' }, { amount: 'card-price' }),
      adds(
        'stamp',
        { person: 'applicant' },
        { amount: 'stamp-price', alternatives: other('stamp-office', 'stamp-of-some'), disputes: ['stamps'] },
      ),
      adds('envelope-fee', {}, { amount: 'no-price' }),
      adds('unpriced', {}),
    ],
    exemptions: [
      adds('child', { age: '..17' }, { alternatives: other('asks-of-children', 4000) }),
      adds('valour', { role: 'manager' }),
    ],
    forms: [
      adds('module-1', { kit: 'own' }, { with: ['year'] }),
      adds('module-2', { person: 'applicant', domestic: true }),
    ],
    documents: [
      adds('interview-letter', { person: 'applicant' }, { pile: 'collection' }),
      adds('photos', {}, { pile: 'appointment', count: 'photo-number' }),
      adds('passport', {}, { pile: 'counter' }),
      adds('passport', {}, { id: 'passport-copy', pile: 'envelope', with: ['year'] }),
      adds('passport', { person: 'applicant' }, { id: 'passport-again', pile: 'appointment' }),
    ],
    deadlines: [
      adds(
        'file',
        { procedure: 'first-issue' },
        {
          from: 'entry',
          term: { value: 'eight-days', count: 'working', direction: 'after' },
          headline: true,
          metBy: ['card-ready', 'filed'],
        },
      ),
      adds(
        'renew',
        { procedure: 'renewal' },
        {
          from: 'expiry',
          term: { value: 'sixty-days', count: 'calendar', direction: 'before' },
          role: 'opens',
          with: ['year'],
        },
      ),
      adds(
        'stay',
        {},
        {
          from: 'entry',
          term: { value: 'month-to-stay', count: 'calendar', direction: 'after' },
          latest: { value: 'three-months-to-stay', count: 'calendar', direction: 'after' },
        },
      ),
      adds(
        'decide',
        { reason: 'study' },
        {
          from: 'filing',
          term: { value: 'sixty-days', count: 'calendar', direction: 'after' },
          role: 'office',
        },
      ),
    ],
    steps: [
      adds('last', {}, { order: 90 }),
      adds('middle', {}, { with: ['photo-number'] }),
      adds('first', {}, { order: 10 }),
      adds('vaccinate', { age: '..13' }, { order: 95 }),
    ],
    rights: [adds('to-study', { procedure: 'first-issue' }, { with: ['year'] }), adds('to-work', {})],
    warnings: [
      adds('late', {}),
      adds('urgent', { person: 'relative' }, { order: 5 }),
      adds('register', { outcome: 'municipality' }),
    ],
    'form-notes': [],
  },
  disputes: {
    ages: {
      positions: [{ id: 'a', sources: act('ages') }],
      shown: 'a',
      when: [boxOf({ reason: 'study' })],
      place: { file: 'act.yaml', line: 7 },
    },
    stamps: {
      positions: [
        { id: 'sixteen', sources: act('stamps') },
        { id: 'twenty', sources: [...act('stamps'), ...act('more-stamps')] },
      ],
      shown: 'sixteen',
      place: { file: 'act.yaml', line: 8 },
    },
    sixty: {
      positions: [{ id: 'b', sources: act('sixty') }],
      shown: 'b',
      place: { file: 'act.yaml', line: 9 },
    },
  },
};

/** The small law in the frame of the own book, with what a test changes of either. */
export function smallLaw(change: Partial<Book> = {}): Rulebook {
  return openRulebook({ ...ownRulebook().book, ...LAW, ...change });
}

/** A worker on a first permit by post. */
export const NEWCOMER = {
  procedure: 'first-issue',
  reason: 'employment',
  contract: 'open-ended',
  entry: '2026-11-20',
  born: '1988-01-02',
  citizenship: 'MA',
};

/** A case over the own fields. Throws when it cannot be read. */
export function caseOf(fields: RawFields, rulebook: Rulebook): Case {
  const read = readCase(fields, caseDomains(rulebook.book), TODAY);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.ok;
}

/** The answer of a law to the newcomer with these fields changed. */
export function answerOf(rulebook: Rulebook, fields: RawFields = {}): Assessment {
  return assess(caseOf({ ...NEWCOMER, ...fields }, rulebook), rulebook);
}
