import { expect, it } from 'vitest';
import { mergeRules } from '../../src/rulebook/merge.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownFiles } from '../helpers/small-book.ts';
import { contradictions, impossibleOf } from '../proof/brute-force.ts';

const SAMPLE = { count: 100_000, seed: 7 };

/** Rules of which the proof says that they, or some of their conditions, come to nothing. */
const ADDED = `rules:
  rights:
    - { id: never, add: stay-on-receipt, when: { conversion: prefecture, reason: study }, source: tui, sure: single }
    - { id: idle, add: stay-on-receipt, when: { procedure: conversion, conversion: prefecture }, source: tui, sure: single }
    - { id: graduate, add: stay-on-receipt, when: { reason: job-search-after-study, filing: "2018-07-05.." }, source: tui, sure: single }
    - { id: bought, add: stay-on-receipt, when: { reason: investor, filing: "2017-01-01..", procedure: first-issue }, source: tui, sure: single }
    - { id: under-age, add: stay-on-receipt, when: { kit: carried, age: "..13", person: relative }, source: tui, sure: single }
`;

it('a hundred thousand random cases have an answer, and none shows what the proof calls impossible', () => {
  const { book, written } = mergeRules([...ownFiles(), { path: 'extra.yaml', text: ADDED }]);
  const rulebook = openRulebook({ ...book, digest: '' });
  const impossible = impossibleOf(rulebook, written, (rule) => rule.startsWith('extra/'));
  expect(impossible.length).toBeGreaterThan(5);
  expect(contradictions(rulebook, impossible, SAMPLE)).toEqual([]);
});
