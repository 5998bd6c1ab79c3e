import { describe, expect, it } from 'vitest';
import { runExample, unreachedRules } from '../../src/assess/examples.ts';
import type { Example } from '../../src/rulebook/book.ts';
import type { FormModule } from '../../src/rulebook/form.ts';
import { adds, gives, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const CHILD = { relation: 'child', born: '2020-03-04' };
const YOUTH = { relation: 'child', born: '2010-05-06' };

const bare = smallLaw();
const constant = (box: string, text: string, blank?: string) => ({
  ...{ box, is: 'name', label: 'Nome' },
  rows: [
    {
      ...gives('constant', {}, { id: box }),
      write:
        blank === undefined ? ({ how: 'constant', text } as const) : ({ how: 'blank', why: blank } as const),
    },
  ],
});
const instruction = {
  ...{ box: '3', is: 'name', label: 'Nome' },
  rows: [
    { ...gives('instruction', {}, { id: '3' }), write: { how: 'instruction', key: 'as-passport' } as const },
  ],
};
const MODULE: FormModule = {
  ...{ label: 'Modulo 1', of: 'forms' },
  sections: [
    { label: 'A', headings: [], boxes: [constant('1', 'X')] },
    { label: 'B', headings: [], boxes: [constant('2', '', 'office'), instruction] },
  ],
};
const law = smallLaw({ modules: { 'module-1': MODULE } });

const PLACE = { file: 'act.yaml', line: 3 };
const example = (expects: Example['expect'], fields: object = {}): Example => ({
  ...{ name: 'a newcomer', place: PLACE },
  ...{ case: { ...NEWCOMER, on: '2026-11-22', ...fields }, expect: expects },
});
const run = (expects: Example['expect'], fields: object = {}, by = law) =>
  runExample(example(expects, fields), by).map(({ message }) => message);
const said = (...messages: string[]) => messages.map((message) => `example “a newcomer”: ${message}`);

describe('an example', () => {
  it.each<[string, unknown, object]>([
    ['code', '01', { reason: 'study' }],
    ['code', null, { citizenship: 'FR' }],
    ['permit', null, { citizenship: 'FR' }],
    ['maxMonths', 15, { months: 12 }],
    ['maxMonths', null, { reason: 'family' }],
    ['maxMonths', null, { citizenship: 'FR' }],
    ['route', ['post-office'], {}],
    ['totalCents', 12600, {}],
    // what is paid into an account
    ['slips', [11000, 3000], { family: [YOUTH] }],
    ['payments', { stamp: [1600], slip: [11000, 3000], none: [] }, { family: [YOUTH] }],
    ['slipAlternatives', [2000, 7000], { family: [YOUTH] }],
    ['forms', ['module-1', 'module-2'], { domestic: true, family: [YOUTH] }],
    ['familyForms', [[], ['module-1']], { domestic: true, family: [CHILD, YOUTH] }],
    ['kits', [['applicant', 'family-1'], ['family-2']], { family: [CHILD, YOUTH] }],
    [
      'deadlines',
      { file: ['2026-11-30', '2026-12-02'], renew: null, stay: ['2026-12-20', '2027-02-20'] },
      {},
    ],
    ['deadlines', { renew: ['2027-01-30'] }, { procedure: 'renewal', expiry: '2027-03-31' }],
    ['workingDays', { renew: '2027-01-29' }, { procedure: 'renewal', expiry: '2027-03-31' }],
    ['workingDays', { renew: null, moon: null }, { procedure: 'renewal', expiry: '2027-04-02' }],
    [
      'values',
      {
        passport: { year: 12, moon: null },
        file: { 'eight-days': 8, term: 8 },
        middle: { 'photo-number': 4 },
        'to-study': { year: 12 },
        late: { 'two-years': 24 },
        nothing: { year: null },
      },
      {},
    ],
    [
      'has',
      {
        documents: ['photos', 'interview-letter'],
        appointment: ['photos'],
        ...{ deadlines: ['file'], steps: ['first'], rights: ['to-work'], warnings: ['late'] },
        ...{ exemptions: ['child'], disputes: ['stamps'] },
      },
      { family: [CHILD] },
    ],
    [
      'lacks',
      {
        ...{
          documents: ['moon'],
          appointment: ['interview-letter'],
          deadlines: ['renew'],
          steps: ['vaccinate'],
        },
        ...{ rights: ['moon'], warnings: ['urgent'], exemptions: ['child'], disputes: ['sixty'] },
      },
      {},
    ],
    [
      'boxes',
      { 'module-1': { 1: 'X', 2: 'office', 3: 'as-passport' }, 'family-1/module-1': { 1: 'X' } },
      { family: [YOUTH] },
    ],
  ])('holds where the %s comes out as it says', (key, expected, fields) => {
    const warnings = [
      ...(bare.book.collections.warnings ?? []).slice(1),
      adds('late', {}, { with: ['two-years'] }),
    ];
    const { reasons } = bare.book;
    const by = smallLaw({
      modules: { 'module-1': MODULE },
      collections: { ...bare.book.collections, warnings },
      reasons: { ...reasons, study: { ...reasons.study, code: '01' } as never },
    });
    expect(run({ [key]: expected }, fields, by)).toEqual([]);
  });

  it.each<[string, Example['expect'], object, string[]]>([
    ['another total', { totalCents: 1, route: ['post-office'] }, {}, ['totalCents should be 1 and is 12600']],
    ['a word that means nothing', { total: 1 }, {}, ['nothing is called total']],
    [
      'a date',
      { deadlines: { file: ['2026-12-01'] } },
      {},
      ['deadlines should be {"file":["2026-12-01"]} and is {"file":["2026-11-30","2026-12-02"]}'],
    ],
    [
      'a paper that is not there',
      { has: { documents: ['moon', 'photos'], steps: ['sun'] } },
      {},
      ['documents lacks moon', 'steps lacks sun'],
    ],
    [
      'a paper that should not be there',
      { lacks: { counter: ['passport', 'photos'] } },
      {},
      ['counter has passport'],
    ],
    ['a list of nobody', { has: { songs: ['a'] } }, {}, ['no list is called songs']],
    [
      'a form of nobody',
      { boxes: { 'family-1/module-1': { 1: 'X' } } },
      {},
      ['nobody fills in family-1/module-1'],
    ],
    ['a form of nobody', { boxes: { 'module-9': { 1: 'X' } } }, {}, ['nobody fills in module-9']],
    [
      'other boxes',
      { boxes: { 'module-1': { 1: 'Y', 2: 'office', 9: 'Z' } } },
      {},
      ['module-1, box 1, should be Y and is X', 'module-1, box 9, should be Z and is missing'],
    ],
    [
      'a case that cannot be read',
      { totalCents: 1 },
      { born: 'never', reason: undefined },
      ['the case has missing at reason ', 'the case has not-a-date at born never'],
    ],
  ])('tells of %s', (_, expects, fields, messages) => {
    expect(run(expects, fields)).toEqual(said(...messages));
  });

  it('stands at its place', () => {
    expect(runExample(example({ totalCents: 1 }), law)).toEqual([
      { ...PLACE, message: 'example “a newcomer”: totalCents should be 1 and is 12600' },
    ]);
  });

  it('covers every answer to what is not known', () => {
    const unknown = { office: 'unknown', domestic: 'unknown' };
    expect(run({ forms: ['module-1', 'module-2'] }, unknown)).toEqual([]);
  });

  it('tells where the book does not decide its case', () => {
    const { decisions } = bare.book;
    const gap = smallLaw({ decisions: { ...decisions, kit: [gives('own', { domestic: false })] } });
    expect(run({ totalCents: 1 }, { domestic: true }, gap)).toEqual(
      said('table kit: no rule applies to this case'),
    );
    // as does one of several answers that nobody knows
    expect(run({ totalCents: 1 }, { domestic: 'unknown' }, gap)).toEqual(
      said('table kit: no rule applies to this case'),
    );
    const box = { ...constant('1', 'X'), rows: [] };
    const modules = { 'module-1': { ...MODULE, sections: [{ label: 'A', headings: [], boxes: [box] }] } };
    expect(run({ boxes: { 'module-1': { 1: 'X' } } }, {}, smallLaw({ modules }))).toEqual(
      said('table module-1 1: no rule applies to this case'),
    );
  });
});

describe('rules that no example reaches', () => {
  it('are told at their place', () => {
    const decisions = { ...bare.book.decisions, length: (bare.book.decisions.length ?? []).slice(0, 2) };
    const by = smallLaw({
      decisions,
      collections: { rights: [adds('to-work', {}), adds('to-rest', { reason: 'family' })] },
    });
    const unreached = (...fields: object[]) =>
      unreachedRules(
        fields.map((one) => example({}, one)),
        by,
      ).map(({ message }) => message);
    const without = (...names: string[]): unknown =>
      expect.not.arrayContaining(names.map((name) => `no worked example reaches ${name}`));
    expect(unreached({})).toContain('no worked example reaches add-to-rest');
    expect(unreached({})).toContain('no worked example reaches study');
    expect(unreached({})).toEqual(without('add-to-work', 'employment', 'post', 'kit-own'));
    expect(unreached({ reason: 'study' }, { family: [CHILD] })).toEqual(
      without('study', 'employment', 'kit-carried'),
    );
    // a case that has no answer reaches nothing
    expect(unreached({ born: 'never' })).toContain('no worked example reaches add-to-work');
    expect(unreachedRules([], by)[0]).toMatchObject({ file: 'act.yaml', line: 1 });
  });
});
