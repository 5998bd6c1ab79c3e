import { describe, expect, it } from 'vitest';
import { changed, edgeCases, edgeProblems, saidIn } from '../../src/assess/edges.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { Edge, Example } from '../../src/rulebook/book.ts';
import { adds, answerOf, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const CHILD = { relation: 'child', born: '2020-03-04' };
const YOUTH = { relation: 'child', born: '2010-05-06' };

const law = smallLaw();
const PLACE = { file: 'act.yaml', line: 3 };
const example = (name: string, fields: object = {}): Example => ({
  ...{ name, place: PLACE, expect: {} },
  case: { ...NEWCOMER, on: '2026-11-22', ...fields },
});

describe('an edge', () => {
  const examples = [example('a newcomer'), example('a student', { reason: 'study' })];
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
    const twice = [
      ...examples,
      { ...example('a newcomer', { reason: 'family' }), place: { file: 'b.yaml', line: 9 } },
    ];
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
