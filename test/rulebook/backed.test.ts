import { describe, expect, it } from 'vitest';
import { rowsOf, statementsOf } from '../../src/rulebook/backed.ts';
import { datedValuesOf, valuesUsedBy } from '../../src/rulebook/uses.ts';
import { merged } from '../helpers/written-rules.ts';

const BACKED = 'source: tui, sure: single';
const DATED = `{ from: 2006-01-01, is: 1, checked: 2026-01-01, ${BACKED} }`;
const series = (...froms: string[]) =>
  `{ unit: days, looked-up-on: filed, series: [${froms.map((from) => DATED.replace('2006-01-01', from)).join(', ')}] }`;
const TEXT = `
values: { fee: ${series('2006-01-01', '2016-01-01')}, days: ${series('2006-01-01')}, more: ${series('2006-01-01')}, other: ${series('2006-01-01')} }
holidays: { epiphany: { day: 01-06, ${BACKED} } }
payments: { slip: { lines: [a], ${BACKED} } }
code-tables: { papers: { ${BACKED}, entries: {} } }
country-codes: [{ ${BACKED}, codes: { ALB: [AL, Albania] } }]
modules: { f: { label: A, of: forms, sections: [{ label: B, ${BACKED}, boxes: [{ box: 1, is: a, label: L, write: X }] }] } }
rules:
  length: [{ give: long, ceiling: days, extend-by: more, ${BACKED}, alternatives: [{ when: a, value: other, source: tui }, { when: b, value: 3, source: tui }, { when: c, value: long, source: tui }] }, { give: none, ceiling: null, ${BACKED} }]
  contribution: [{ give: fee, ${BACKED} }, { give: nothing, ${BACKED} }]
  deadlines: [{ add: a, count: more, amount: fee, term: { value: days, count: working }, latest: { value: other, count: working }, with: [fee, days], ${BACKED} }]
  fee: [{ add: fee, ${BACKED} }]
`;
const bookOf = () => ({ ...merged({ 'a.yaml': TEXT }).book, digest: '' });

describe('what rests on sources', () => {
  it('is every rule, entry, holiday, payment and code, each with its name and place', () => {
    const found = [...statementsOf(bookOf())];
    expect(found.map(({ where, name }) => `${where.file}: ${name}`)).toEqual([
      'a.yaml: a/length/long',
      'a.yaml: a/length/none',
      'a.yaml: a/contribution/fee',
      'a.yaml: a/contribution/nothing',
      'a.yaml: a/deadlines/a',
      'a.yaml: a/fee/fee',
      'a.yaml: form/f/1',
      'value fee: fee from 2006-01-01',
      'value fee: fee from 2016-01-01',
      'value days: days from 2006-01-01',
      'value more: more from 2006-01-01',
      'value other: other from 2006-01-01',
      'holiday epiphany: epiphany',
      'payment slip: slip',
      'code table papers: papers',
      'country codes: ALB',
    ]);
    for (const { backed } of found)
      expect(backed).toMatchObject({ sources: [{ id: 'tui' }], sure: 'single' });
  });
});

describe('the dated values of a rule', () => {
  it.each<[string, string[], string[]]>([
    ['a/length/long', ['days', 'more'], ['days', 'more', 'other']],
    ['a/length/none', [], []],
    ['a/contribution/fee', [], ['fee']],
    ['a/contribution/nothing', [], []],
    ['a/deadlines/a', ['more', 'fee', 'days', 'other', 'fee', 'days'], ['more', 'fee', 'days', 'other']],
    ['a/fee/fee', [], []],
  ])('%s are those it names, and what it gives and others say', (id, named, all) => {
    const book = bookOf();
    const row = rowsOf(book).find((one) => one.id === id);
    if (!row) throw new Error(`no ${id}`);
    expect(valuesUsedBy(row)).toEqual(named);
    expect(datedValuesOf(book, id.split('/')[1] ?? '', row)).toEqual(all);
  });

  it('are not what a rule of another table gives', () => {
    const book = bookOf();
    const [row] = book.decisions.contribution ?? [];
    if (!row) throw new Error('no contribution');
    expect(datedValuesOf(book, 'length', row)).toEqual([]);
  });
});
