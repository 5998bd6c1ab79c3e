import { describe, expect, it } from 'vitest';
import { proveRows } from '../../src/proof/prove-rows.ts';
import { provingOf } from '../../src/proof/proving.ts';
import { decidingOf } from '../../src/rulebook/check-tables.ts';
import { cellsOf, proveTable } from '../../src/rulebook/prove.ts';
import { mergeRules } from '../../src/rulebook/merge.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownBook } from '../helpers/rulebook.ts';
import { bookWith, ownFiles } from '../helpers/small-book.ts';
import { contradictions, questionsOf, undecidedOneByOne } from './brute-force.ts';

const MOST_CELLS = 1_000_000;
const SAMPLE = { count: 2_000, seed: 20_261_122 };

describe('cells tried one by one', () => {
  const { rulebook } = ownBook();
  const small = decidingOf(rulebook).filter(({ rows }) => cellsOf(rulebook, rows).count < MOST_CELLS);

  it('are all decided exactly once, in every table and box of under a million cells', () => {
    expect(small.length).toBeGreaterThan(200);
    for (const deciding of small) expect(undecidedOneByOne(rulebook, deciding), deciding.name).toEqual([]);
  });

  it.each([
    { file: 'fees.yaml', replace: ['age: "14.."', 'age: "15.."'] as [string, string], table: 'kit' },
    {
      file: 'fees.yaml',
      replace: ['age: "..13", person: relative', 'age: "..14", person: relative'] as [string, string],
      table: 'kit',
    },
  ])('are left over in a broken copy where the proof says so: $replace', ({ file, replace, table }) => {
    const copy = bookWith({ file, replace });
    const deciding = decidingOf(copy).find((one) => one.table === table);
    const oneByOne = deciding ? undecidedOneByOne(copy, deciding) : [];
    const proved = proveTable(copy, deciding?.rows ?? []).map(({ cell }) => [...cell.values()].join());
    expect(proved.length).toBeGreaterThan(0);
    expect(oneByOne).toEqual(expect.arrayContaining(proved));
  });
});

describe('random cases', () => {
  it('all have an answer', () => {
    expect(contradictions(ownBook().rulebook, [], SAMPLE)).toEqual([]);
  });

  it('never show what the proof calls impossible', () => {
    const text = `rules:
  rights:
    - { id: never, add: stay-on-receipt, when: { conversion: prefecture, reason: study }, source: tui, sure: single }
    - { id: idle, add: stay-on-receipt, when: { procedure: conversion, conversion: prefecture }, source: tui, sure: single }
    - { id: length, add: stay-on-receipt, when: { reason: seasonal-employment, length: "..60" }, source: tui, sure: single }
    - { id: routes, add: stay-on-receipt, when: { outcome: nothing, route: [post, nowhere] }, source: tui, sure: single }
`;
    const { book, written } = mergeRules([...ownFiles(), { path: 'extra.yaml', text }]);
    const rulebook = openRulebook({
      ...book,
      digest: '',
      collections: { rights: (book.collections.rights ?? []).slice(-4) },
    });
    const whole = openRulebook({ ...book, digest: '' });
    const proving = {
      ...provingOf(whole, []),
      rulebook: { ...rulebook, decisions: new Map(), modules: new Map() },
    };
    const added = new Map([...written].filter(([id]) => id.startsWith('extra/')));
    const { findings } = proveRows(proving, added);
    const refuted = findings.filter(({ verdict }) => verdict === 'refuted');
    expect(refuted.length).toBeGreaterThan(3);
    const names = new Set(refuted.map(({ rule, condition }) => `${rule ?? ''} ${condition ?? ''}`));
    expect(contradictions(whole, questionsOf(whole, added, names), SAMPLE)).toEqual([]);
  });
});
