import { describe, expect, it } from 'vitest';
import { provingOf, searchedCase } from '../../src/proof/proving.ts';
import { decidingOf } from '../../src/rulebook/deciding.ts';
import { cellsOf, proveTable } from '../../src/rulebook/prove.ts';
import { mergeRules } from '../../src/rulebook/merge.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownBook } from '../helpers/rulebook.ts';
import { bookWith, ownFiles } from '../helpers/small-book.ts';
import { contradictions, impossibleOf, undecidedOneByOne } from './brute-force.ts';

const MOST_CELLS = 1_000_000;
const SAMPLE = { count: 2_000, seed: 20_261_122 };

describe('cells tried one by one', () => {
  const { rulebook } = ownBook();
  const small = decidingOf(rulebook).filter(({ rows }) => cellsOf(rulebook, rows).count < MOST_CELLS);

  it('are left over exactly where the proof says so, in every table and box of under a million cells', () => {
    expect(small.length).toBeGreaterThan(200);
    for (const deciding of small) {
      const oneByOne = undecidedOneByOne(rulebook, deciding);
      const proved = proveTable(rulebook, deciding.rows).map(({ cell }) => [...cell.values()].join());
      expect(proved.length > 0, deciding.name).toBe(oneByOne.length > 0);
      expect(oneByOne).toEqual(expect.arrayContaining(proved));
    }
  });

  it('that are left over have no case, as the proof of the whole says', () => {
    const proving = provingOf(rulebook, []);
    const table = decidingOf(rulebook).find((one) => one.table === 'contribution');
    const { facts } = cellsOf(rulebook, table?.rows ?? []);
    const cells = table ? undecidedOneByOne(rulebook, table) : [];
    // the table is read where there is a permit to ask for
    const outcomes = Object.values(rulebook.book.outcomes);
    const outcome = rulebook.positions.get('outcome') ?? -1;
    const permitted = proving.space.where(outcome, (value) => outcomes[value]?.permit === true);
    for (const cell of cells) {
      const values = cell.split(',').map(Number);
      for (const subject of ['applicant', 'relative'] as const) {
        const all = facts.map((fact, at) =>
          proving.space.where(proving.space.variableOf(fact, subject), (value) => value === values[at]),
        );
        const answer = searchedCase(proving, { all: [...all, permitted] }, subject, () => true);
        expect(answer, cell).toEqual({ sure: true });
      }
    }
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
    const rulebook = openRulebook({ ...book, digest: '' });
    const impossible = impossibleOf(rulebook, written, (rule) => rule.startsWith('extra/'));
    expect(impossible.length).toBeGreaterThan(3);
    expect(contradictions(rulebook, impossible, SAMPLE)).toEqual([]);
  });
});
