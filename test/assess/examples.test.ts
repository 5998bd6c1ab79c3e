import { describe, expect, it } from 'vitest';
import { caseReader, keptReader } from '../../src/assess/answered.ts';
import { changed, edgeCases, edgeProblems, saidIn } from '../../src/assess/edges.ts';
import { runExample, unreachedRules } from '../../src/assess/examples.ts';
import { ValueHole } from '../../src/assess/lines.ts';
import { TableGap } from '../../src/assess/tables.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { Edge, Example } from '../../src/rulebook/book.ts';
import type { FormModule } from '../../src/rulebook/form.ts';
import { adds, answerOf, gives, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

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

describe('an edge', () => {
  const examples = [example({}), { ...example({}, { reason: 'study' }), name: 'a student' }];
  const edge: Edge = {
    ...{ rule: 'add-child', like: 'a newcomer', place: { file: 'edges.yaml', line: 5 } },
    ...{ applies: [{ born: '2009-01-01' }], not: [{ born: '2008-01-01' }], says: ['child'], shows: {} },
  };
  const problems = (change: Partial<Edge>) => edgeProblems([{ ...edge, ...change }], examples, law);
  const messages = (change: Partial<Edge>) => problems(change).map(({ message }) => message);

  it.each<[string, Partial<Edge>]>([
    ['on both its sides', {}],
    ['on one of them', { not: [] }],
    ['with the people to whom it applies', { to: ['applicant'] }],
    [
      'with a relative',
      {
        rule: 'add-vaccinate',
        applies: [{ family: [CHILD] }],
        not: [{ family: [YOUTH] }],
        says: ['vaccinate'],
        to: ['family-1'],
      },
    ],
    [
      'of a decision',
      {
        rule: 'study',
        like: 'a student',
        applies: [{}],
        not: [{ reason: 'family' }],
        says: ['study'],
        shows: { year: 12 },
      },
    ],
    [
      'of a decision about somebody',
      { rule: 'kit-carried', applies: [{ family: [CHILD] }], not: [{}], says: ['carried'], to: ['family-1'] },
    ],
    [
      'of a number of papers',
      { rule: 'add-photos', applies: [{}], not: [], says: ['photos'], shows: { 'photo-number': 4 } },
    ],
    [
      'of a value that its wording shows',
      { rule: 'add-to-study', applies: [{}], not: [], says: ['to-study'], shows: { year: 12 } },
    ],
    [
      'of a term',
      {
        rule: 'add-file',
        applies: [{}],
        not: [{ procedure: 'renewal', expiry: '2027-03-31' }],
        says: ['file'],
        shows: { 'eight-days': 8, term: 8 },
      },
    ],
    [
      'that takes a field away',
      {
        rule: 'add-stay',
        applies: [{}],
        not: [{ procedure: 'conversion', from: 'study', expiry: '2027-03-31', entry: null }],
        says: ['stay'],
      },
    ],
  ])('holds %s', (_, change) => {
    expect(messages(change)).toEqual([]);
  });

  it.each<[string, Partial<Edge>, string]>([
    ['a rule of nobody', { rule: 'moon' }, 'edge of moon: no rule is called so'],
    ['an example of nobody', { like: 'moon' }, 'edge of add-child: no example is called moon'],
    [
      'outside within',
      { not: [], applies: [{ born: '2008-01-01' }] },
      'edge of add-child: with {"born":"2008-01-01"} it does not apply',
    ],
    [
      'inside without',
      { applies: [], not: [{ born: '2009-01-01' }] },
      'edge of add-child: with {"born":"2009-01-01"} it applies',
    ],
    [
      'another line',
      { says: ['child', 'valour'] },
      'edge of add-child: with {"born":"2009-01-01"} it does not say valour',
    ],
    [
      'other people',
      { to: ['family-1', 'applicant'] },
      'edge of add-child: with {"born":"2009-01-01"} it applies to applicant, not to family-1, applicant',
    ],
    [
      'a value that is not shown',
      { shows: { year: 12 } },
      'edge of add-child: with {"born":"2009-01-01"} it should show year as 12 and shows nothing',
    ],
    [
      'another number',
      { rule: 'add-photos', applies: [{}], not: [], says: [], shows: { 'photo-number': 5 } },
      'edge of add-photos: with {} it should show photo-number as 5 and shows 4',
    ],
    [
      'a length of another rule',
      {
        rule: 'study',
        like: 'a student',
        applies: [{}],
        not: [],
        says: ['study'],
        shows: { 'two-years': 12 },
      },
      'edge of study: with {} it should show two-years as 12 and shows nothing',
    ],
    [
      'no case',
      { applies: [], not: [{ born: 'never' }] },
      'edge of add-child: with {"born":"never"} there is no case: born',
    ],
    [
      'no answer',
      { applies: [{ reason: 'mission' }], not: [] },
      'edge of add-child: with {"reason":"mission"}: table length: no rule applies to this case',
    ],
  ])('tells of %s', (_, change, message) => {
    expect(problems(change)).toEqual([{ file: 'edges.yaml', line: 5, message }]);
  });

  it('is told of two examples of one name, of which it means one', () => {
    const [first] = examples;
    const twice = [...examples, { ...example({}, { reason: 'family' }), place: { file: 'b.yaml', line: 9 } }];
    expect(edgeProblems([], twice, law)).toEqual([
      { ...PLACE, message: 'two examples are called a newcomer' },
    ]);
    expect(first?.place).toEqual(PLACE);
  });

  it('has a case on each side', () => {
    const cases = edgeCases(
      [edge, { ...edge, like: 'moon' }, { ...edge, applies: [], not: [{ entry: null }] }],
      examples,
    );
    const base = { ...NEWCOMER, on: '2026-11-22' };
    const { entry: _, ...without } = base;
    expect(cases).toStrictEqual([{ ...base, born: '2009-01-01' }, { ...base, born: '2008-01-01' }, without]);
  });

  it('changes a case: null takes a field away', () => {
    expect(changed({ a: 1, b: 2 }, { b: null, c: 3, d: undefined })).toStrictEqual({
      a: 1,
      c: 3,
      d: undefined,
    });
  });
});

describe('what a row says in an answer', () => {
  const row = (table: 'length' | 'route', id: string) => {
    const found = law.decisions.get(table)?.find((one) => one.id === id);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  };

  it.each<[string, RawFields, 'length' | 'route', string, object]>([
    [
      'its decision, and its length under the name of the ceiling',
      { reason: 'study' },
      'length',
      'study',
      { year: 12 },
    ],
    ['no length of another row', {}, 'length', 'study', {}],
    ['no length where there is no permit', { citizenship: 'FR' }, 'length', 'study', {}],
    ['no length without a ceiling', { reason: 'family', months: 7 }, 'length', 'family', {}],
    ['no length where it decides something else', {}, 'route', 'post', {}],
  ])('is %s', (_, fields, table, id, values) => {
    const { ids, values: shown } = saidIn(answerOf(law, fields), row(table, id));
    expect([[...ids], shown]).toStrictEqual([[row(table, id).give], values]);
  });

  it('is its lines, with what they show', () => {
    const answer = answerOf(law, { family: [YOUTH] });
    const photos = { ...adds('photos', {}), count: 'photo-number' };
    expect(saidIn(answer, photos)).toStrictEqual({ ids: new Set(['photos']), values: { 'photo-number': 4 } });
    // the count of a term is no number of papers
    const term = saidIn(answer, { ...adds('file', {}), count: 'eight-days' });
    expect(term).toStrictEqual({ ids: new Set(['file']), values: { 'eight-days': 8, term: 8 } });
    expect(saidIn(answer, adds('photos', {}))).toStrictEqual({ ids: new Set(['photos']), values: {} });
    expect(saidIn(answer, adds('moon', {}))).toStrictEqual({ ids: new Set(), values: {} });
  });
});

describe('a case of raw fields', () => {
  const raw = example({}, { family: [CHILD] }).case;

  it('is read, as of the day of the book where it names none, and answered with the facts of forms', () => {
    const { on: _, ...undated } = raw;
    const read = caseReader(law)(undated);
    if (!('answer' in read)) throw new Error('no answer');
    expect([read.theCase.on, read.answer.on, read.answer.case]).toEqual([
      law.book.read,
      law.book.read,
      read.theCase,
    ]);
    expect(read.people.map(({ id, facts }) => [id, facts[law.positions.get('carried-count') ?? -1]])).toEqual(
      [
        ['applicant', 1],
        ['family-1', 0],
      ],
    );
  });

  it('tells what is wrong with it, or what of the book has no answer', () => {
    expect(caseReader(law)({ ...raw, born: 'never' })).toMatchObject({ problems: [{ path: 'born' }] });
    const { gap } = caseReader(law)({ ...raw, reason: 'mission' }) as { gap: unknown };
    expect(gap).toBeInstanceOf(TableGap);
    const { year: __, ...values } = law.book.values;
    const hole = caseReader(smallLaw({ values }))(raw) as { gap: unknown };
    expect(hole.gap).toBeInstanceOf(ValueHole);
    const broken = { ...law, collections: undefined } as never;
    expect(() => caseReader(broken)(raw)).toThrow(TypeError);
  });

  it('is answered once by a reader that keeps answers', () => {
    const kept = keptReader(law);
    const first = kept(raw);
    expect(first).toEqual(caseReader(law)(raw));
    expect(kept({ ...raw })).toBe(first);
    const other = kept({ ...raw, reason: 'study' });
    expect(other).not.toEqual(first);
    expect(kept(raw)).toBe(first);
  });
});
