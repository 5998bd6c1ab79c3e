import { describe, expect, it } from 'vitest';
import { countCells, decidingOf, undecidedCells } from '../../src/rulebook/check-tables.ts';
import { NONE } from '../../src/rulebook/condition.ts';
import { cellsOf, proveTable } from '../../src/rulebook/prove.ts';
import { opened } from '../helpers/written-rules.ts';

const FIELDS = `
fields:
  contract: { values: [fixed, open-ended] }
  procedure: { values: [renewal, update], required: [{}] }
  months: { range: [1, 60] }
facts:
  age: { kind: integer, range: [0, 120], derive: { how: age } }
  days: { kind: integer, optional: true, derive: { how: days, from: expiry, to: expiry } }
`;

/** A book with one table, of these rules: what each gives and the rest of it. */
function table(rules: readonly string[], more = '') {
  const rows = rules.map((rule) => `    - { source: tui, sure: single, ${rule} }\n`).join('');
  return opened({ 'a.yaml': `${FIELDS}${more}\nrules:\n  t:\n${rows}` });
}
const toldOf = (...given: Parameters<typeof table>) =>
  undecidedCells(table(...given)).map(({ message }) => message);
const cellsIn = (...given: Parameters<typeof table>) => {
  const rulebook = table(...given);
  const { facts, values, count } = cellsOf(rulebook, rulebook.decisions.get('t') ?? []);
  return { count, values: facts.map((fact, index) => [rulebook.facts[fact]?.id, values[index]]) };
};

describe('the cells of a table', () => {
  it.each<[string, string[], unknown[], number]>([
    ['a choice that need not be there', ['give: a, when: { contract: fixed }'], [['contract', [0, 1]]], 2],
    [
      'a choice of which each member is told',
      ['give: a, when: { contract: fixed }', 'give: b, when: { contract: open-ended }'],
      [['contract', [0, 1, NONE]]],
      3,
    ],
    ['a choice that is always there', ['give: a, when: { procedure: renewal }'], [['procedure', [0, 1]]], 2],
    ['yes or no', ['give: a, when: { income: true }'], [['income', [0, 1]]], 2],
    ['a number', ['give: a, when: { age: "14..17" }'], [['age', [0, 14]]], 2],
    ['a number from its least', ['give: a, when: { age: "0..17" }'], [['age', [0, 18]]], 2],
    ['a number to its most', ['give: a, when: { age: "18..120" }'], [['age', [0, 18]]], 2],
    [
      'a number with three pieces',
      ['give: a, when: { age: "..13" }', 'give: b, when: { age: "18.." }'],
      [['age', [0, 14, 18]]],
      3,
    ],
    [
      'a number by its first value with the same answer',
      ['give: a, when: { age: [50, 20] }'],
      [['age', [0, 20]]],
      2,
    ],
    ['a number beyond what it can be', ['give: a, when: { age: "200.." }'], [['age', [0]]], 1],
    ['a number that is absent', ['give: a, when: { months: none }'], [['months', [NONE, 1]]], 2],
    ['a number without a range', ['give: a, when: { days: none }'], [['days', [NONE, 0]]], 2],
    ['a day', ['give: a, when: { expiry: 1970-01-02.. }'], [['expiry', [NONE, 1]]], 2],
    ['a day before all that people type', ['give: a, when: { expiry: 1899-12-31 }'], [['expiry', [NONE]]], 1],
    [
      'the first day that people type',
      ['give: a, when: { expiry: 1900-01-01 }'],
      [['expiry', [NONE, -25_567]]],
      2,
    ],
    [
      'the last day that people type',
      ['give: a, when: { expiry: 2199-12-31 }'],
      [['expiry', [NONE, 84_005]]],
      2,
    ],
    [
      'two facts',
      ['give: a, when: { income: true, age: "18.." }'],
      [
        ['income', [0, 1]],
        ['age', [0, 18]],
      ],
      4,
    ],
    ['nothing', ['give: a'], [], 1],
  ])('cut %s', (_, rules, values, count) => {
    expect(cellsIn(rules)).toEqual({ values, count });
  });

  it('are cut by what is impossible too, where the table looks at all of it', () => {
    const rules = ['give: a, when: { income: true }'];
    const impossible = (when: string) => `impossible: [{ when: ${when}, because: x }]`;
    expect(cellsIn(rules, impossible('{ income: true, age: 3 }')).count).toBe(2);
    expect(cellsIn(['give: a, when: { age: "18.." }'], impossible('{ age: "65.." }')).values).toEqual([
      ['age', [0, 18, 65]],
    ]);
  });

  it('are counted over all tables and the boxes of forms', () => {
    const more =
      'modules: { f: { label: A, of: forms, sections: [{ label: B, source: tui, sure: single, boxes: [{ box: 7, is: a, label: L, blank: x, unless: [{ when: { contract: fixed }, write: X }] }] }] } }';
    const rulebook = table(['give: a, when: { age: "14..17" }', 'give: b, when: { age: "18.." }'], more);
    expect(countCells(rulebook)).toBe(3 + 2);
    expect(decidingOf(rulebook).map(({ name, table: id, rows }) => [name, id, rows.length])).toEqual([
      ['table t', 't', 2],
      ['f, box 7', undefined, 2],
    ]);
  });
});

describe('a table that does not decide every case once', () => {
  it.each<[string, string[], string[]]>([
    ['nothing of one that does', ['give: a, when: { income: true }', 'give: b, when: { income: false }'], []],
    ['nothing of exceptions', ['give: a', 'give: b, overrides: a, when: { income: true }'], []],
    [
      'nothing of exceptions to exceptions',
      [
        'give: a',
        'give: b, overrides: a, when: { income: true }',
        'give: c, overrides: b, when: { income: true, age: "18.." }',
      ],
      [],
    ],
    [
      'nothing of a rule with two conditions that both hold',
      ['give: a, when: [{ income: true }, { age: "18.." }]', 'give: b, when: { income: false, age: "..17" }'],
      [],
    ],
    ['a gap', ['give: a, when: { income: true }'], ['table t: no rule applies, for { income: false }']],
    [
      'a gap by all its facts',
      ['give: a, when: { income: true }', 'give: b, when: { income: false, age: "18.." }'],
      ['table t: no rule applies, for { income: false, age: 0 }'],
    ],
    [
      'a gap where a fact is absent',
      ['give: a, when: { expiry: ".." }'],
      ['table t: no rule applies, for { expiry: none }'],
    ],
    [
      'an overlap',
      ['give: a', 'give: b, when: { contract: fixed }'],
      ['table t: these rules apply together: a/t/a, a/t/b, for { contract: fixed }'],
    ],
    [
      'an overlap of exceptions',
      [
        'give: a',
        'give: b, overrides: a, when: { income: true }',
        'give: c, overrides: a, when: { age: "18.." }',
      ],
      ['table t: these rules apply together: a/t/b, a/t/c, for { income: true, age: 18 }'],
    ],
    [
      'an exception alone',
      ['give: a, when: { income: false }', 'give: b, overrides: a, when: { age: "18.." }'],
      ['table t: no rule applies, for { income: true, age: 0 }'],
    ],
    [
      'a handful and no more',
      [
        'give: a, when: { age: [1, 3, 5, 7, 9, 11] }',
        'give: b, when: { age: 1 }',
        'give: c, when: { age: 3 }',
        'give: d, when: { age: 5 }',
        'give: e, when: { age: 7 }',
        'give: f, when: { age: 9 }',
        'give: g, when: { age: 11 }',
      ],
      [
        'no rule applies, for { age: 0 }',
        ...['b', 'c', 'd', 'e'].map(
          (id, index) => `these rules apply together: a/t/a, a/t/${id}, for { age: ${2 * index + 1} }`,
        ),
      ].map((what) => `table t: ${what}`),
    ],
  ])('is told %s', (_, rules, messages) => {
    expect(toldOf(rules)).toEqual(messages);
  });

  it('is not told of what is impossible', () => {
    const rules = ['give: a, when: { income: true }', 'give: b, when: { income: false, age: "18.." }'];
    const because = (when: string) => `impossible: [{ when: ${when}, because: x }]`;
    expect(toldOf(rules, because('{ income: false, age: "..17" }'))).toEqual([]);
    expect(toldOf(rules, because('{ income: false, age: "..16" }'))).toEqual([
      'table t: no rule applies, for { income: false, age: 17 }',
    ]);
    // what hangs on a fact that the table does not look at may be possible
    expect(toldOf(rules, because('{ income: false, age: "..17", contract: fixed }'))).toHaveLength(1);
  });

  it('has its place: the first rule of an overlap, else the first of the table, else its name', () => {
    const lines = (rules: readonly string[]) => undecidedCells(table(rules)).map(({ place }) => place);
    const first = FIELDS.split('\n').length + 3;
    expect(lines(['give: z, when: { age: 200 }', 'give: a', 'give: b, when: { contract: fixed }'])).toEqual([
      { file: 'a.yaml', line: first + 1 },
    ]);
    expect(lines(['give: z, when: { income: true }'])).toEqual([{ file: 'a.yaml', line: first }]);
    expect(undecidedCells(opened({ 'a.yaml': 'rules: { t: [] }' }))).toEqual([]);
    const rulebook = table(['give: z, when: { income: true }']);
    const [found] = undecidedCells({ ...rulebook, decisions: new Map([['t', []]]) });
    expect(found).toMatchObject({
      place: { file: 'table t' },
      message: 'table t: no rule applies, for {  }',
    });
  });

  it('has the rules, the facts and their numbers by position', () => {
    const rulebook = table(['give: a', 'give: b, when: { contract: open-ended, age: "18.." }']);
    const at = (id: string) => rulebook.positions.get(id) ?? -1;
    expect(proveTable(rulebook, rulebook.decisions.get('t') ?? [])).toEqual([
      {
        rules: ['a/t/a', 'a/t/b'],
        facts: { contract: 'open-ended', age: '18' },
        cell: new Map([
          [at('contract'), 1],
          [at('age'), 18],
        ]),
      },
    ]);
  });
});
