import { describe, expect, it } from 'vitest';
import { RulebookError } from '../../src/errors.ts';
import { caseDomains, entryOn, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { opened } from '../helpers/written-rules.ts';

const SOURCE = 'source: tui, sure: single';
const TEXT = `
fields:
  contract: { values: [fixed, open-ended], required: [{ reason: study }, {}], allowed: [{ when: { reason: study }, values: [fixed] }] }
  relation: { values: [spouse, child] }
  months: { range: [2, 60], unknown: true }
  expiry: { unknown: true }
  born: { unknown: false }
reasons: { study: { code: "17", names: [studio], words: [university] }, other: { code: null, names: [altro] } }
countries: [MA, AL]
provinces: { MI: Milano, TO: Torino }
former-provinces: { FO: FC }
outcomes: { permit: { permit: true }, card: { permit: true }, nothing: { permit: false } }
routes: { post: { offices: [poste] }, desk: { offices: [questura] } }
facts:
  outcome: { kind: enum, derive: { how: table, table: outcome } }
  route: { kind: enum, derive: { how: table, table: route } }
  kit: { kind: enum, derive: { how: table, table: kit } }
  idle: { kind: enum, derive: { how: table, table: idle } }
  sort: { kind: enum, derive: { how: group, of: reason, groups: { learning: [study], living: [x] }, else: rest } }
  person: { kind: enum, derive: { how: person } }
  relation: { kind: enum, optional: true, derive: { how: relation } }
  limit: { kind: enum, derive: { how: deadline, deadline: x } }
  age: { kind: integer, range: [0, 120], derive: { how: age } }
values:
  stamp:
    unit: cents
    looked-up-on: expiry
    series: [{ from: 2006-01-01, is: 1, checked: 2026-01-01, ${SOURCE} }, { from: 2013-06-26, is: 2, checked: 2026-01-01, ${SOURCE} }]
rules:
  kit: [{ give: one, ${SOURCE} }, { give: two, id: x, overrides: one, when: { age: 3 }, ${SOURCE} }, { give: one, id: y, overrides: one, when: { age: 4 }, ${SOURCE} }]
  rights:
    - { add: a, ${SOURCE} }
    - { add: b, when: [{ outcome: nothing }, { age: 3 }], ${SOURCE} }
disputes:
  idle: { positions: { p: tui }, shown: p }
  wide: { positions: { p: tui }, shown: p, when: [{ age: 3 }, { outcome: card }] }
impossible: [{ when: { age: 3, person: relative }, because: x }]
`;
const openedBook = () => opened({ 'a.yaml': TEXT });
const testsOf =
  ({ positions }: Rulebook) =>
  (id: string, ...values: number[]) => ({
    ...{ fact: positions.get(id), not: false },
    intervals: values.map((value) => ({ low: value, high: value })),
  });

describe('a rule book ready for use', () => {
  it.each([
    ['outcome', ['permit', 'card', 'nothing']],
    ['route', ['post', 'desk']],
    ['kit', ['one', 'two']],
    ['idle', []],
    ['sort', ['learning', 'living', 'rest']],
    ['person', ['applicant', 'relative']],
    ['relation', ['spouse', 'child']],
    ['limit', ['open', 'between', 'passed']],
    ['contract', ['fixed', 'open-ended']],
    ['reason', ['study', 'other']],
    ['age', undefined],
  ])('knows what the fact %s can be', (id, values) => {
    const { facts, positions } = openedBook();
    const { id: same, fact } = facts[positions.get(id) ?? -1] ?? {};
    expect([same, fact?.values]).toEqual([id, values]);
  });

  it('has relations to nobody where the book names none', () => {
    const { facts, positions } = opened({
      'a.yaml': 'facts: { r: { kind: enum, derive: { how: relation } } }',
    });
    expect(facts[positions.get('r') ?? -1]?.fact.values).toEqual([]);
  });

  it('has lines for those who can have a permit, unless they say otherwise, and decisions for all', () => {
    const rulebook = openedBook();
    const test = testsOf(rulebook);
    const permit = test('outcome', 0, 1);
    expect(rulebook.collections.get('rights')?.map(({ add, boxes }) => [add, boxes])).toEqual([
      [['a'], [[permit]]],
      [['b'], [[test('outcome', 2)], [permit, test('age', 3)]]],
    ]);
    expect(rulebook.decisions.get('kit')?.map(({ boxes }) => boxes)).toEqual([
      [[]],
      [[test('age', 3)]],
      [[test('age', 4)]],
    ]);
  });

  it('has the conditions of disputes and of what is impossible', () => {
    const rulebook = openedBook();
    const test = testsOf(rulebook);
    expect(rulebook.disputes.map(({ id, entry, boxes }) => [id, entry.shown, boxes])).toEqual([
      ['idle', 'p', []],
      ['wide', 'p', [[test('age', 3)], [test('outcome', 1)]]],
    ]);
    expect(rulebook.impossible.map(({ entry, boxes }) => [entry.because, boxes])).toEqual([
      ['x', [[test('age', 3), test('person', 1)]]],
    ]);
    expect(opened({}).impossible).toEqual([]);
  });

  it('tells of every condition that cannot be read, at its rule', () => {
    const text = `
rules:
  kit: [{ give: a, when: [{ moon: 1 }, { age: 3 }, { sun: 1 }], ${SOURCE} }]
  rights:
    - { add: b, when: { income: maybe }, ${SOURCE} }
disputes:
  d: { positions: { p: tui }, shown: p, when: { star: 1 } }
impossible:
  - { when: { income: true }, because: x }
  - { when: { sky: 1 }, because: x }
facts: { age: { kind: integer, derive: { how: age } }, outcome: { kind: enum, derive: { how: table, table: outcome } } }
outcomes: { permit: { permit: true } }
`;
    const problems = () => opened({ 'a.yaml': text });
    expect(problems).toThrow(RulebookError);
    expect(problems).toThrow(
      [
        'a.yaml: a/kit/a: no fact is called moon',
        'a.yaml: a/kit/a: no fact is called sun',
        'a.yaml: a/rights/b: income is true or false, not maybe',
        'a.yaml: disputes/d: no fact is called star',
        'a.yaml: impossible/2: no fact is called sky',
      ].join('\n'),
    );
    try {
      problems();
    } catch (error) {
      expect((error as RulebookError).problems.map(({ line }) => line)).toEqual([3, 3, 5, 7, 10]);
    }
  });

  it('tells of the conditions of forms when the forms are asked for, each time', () => {
    const rulebook = opened({
      'a.yaml': `modules: { f: { label: A, of: forms, sections: [{ label: B, ${SOURCE}, boxes: [{ box: 1, is: a, label: L, blank: x, unless: [{ when: { moon: 1 }, write: X }] }] }] } }`,
    });
    for (const _ of [1, 2]) expect(() => rulebook.modules).toThrow('form/f/1/1: no fact is called moon');
  });

  it('has the rules of forms by form and box', () => {
    const { modules } = opened({
      'a.yaml': `modules: { f: { label: A, of: forms, sections: [{ label: B, ${SOURCE}, boxes: [{ box: 1, is: a, label: L, write: X }] }, { label: C, ${SOURCE}, boxes: [{ box: x, is: a, label: L, blank: b, unless: [{ when: { income: true }, write: X }] }] }] } }`,
    });
    const ids = [...modules].map(([form, boxes]) => [
      form,
      [...boxes].map(([box, rows]) => [box, rows.map(({ id, boxes: when }) => [id, when.flat().length])]),
    ]);
    expect(ids).toEqual([
      [
        'f',
        [
          ['1', [['form/f/1', 0]]],
          [
            'x',
            [
              ['form/f/x', 0],
              ['form/f/x/1', 1],
            ],
          ],
        ],
      ],
    ]);
  });

  it.each([
    ['2005-12-31', undefined],
    ['2006-01-01', 1],
    ['2013-06-25', 1],
    ['2013-06-26', 2],
    ['2026-01-01', 2],
  ])('has the entry of a dated value in force on %s', (day, is) => {
    const { book } = openedBook();
    expect(entryOn(book, 'stamp', day as never)?.is).toBe(is);
    expect(entryOn(book, 'moon', day as never)).toBeUndefined();
  });

  it('says what reading a case needs to know', () => {
    expect(caseDomains(openedBook().book)).toStrictEqual({
      choices: { contract: ['fixed', 'open-ended'], relation: ['spouse', 'child'] },
      allowed: { contract: [{ when: { reason: ['study'] }, values: ['fixed'] }] },
      required: { contract: [{ when: { reason: ['study'] } }, { when: {} }] },
      unknown: ['months', 'expiry'],
      reasons: [
        { id: 'study', code: '17', names: ['studio'], words: ['university'] },
        { id: 'other', code: null, names: ['altro'], words: [] },
      ],
      countries: ['MA', 'AL'],
      provinces: ['MI', 'TO'],
      formerProvinces: { FO: 'FC' },
      months: { min: 2, max: 60 },
      earliest: '2020-01-01',
    });
    expect(caseDomains(opened({}).book).months).toEqual({ min: 1, max: 1 });
  });
});
