import { describe, expect, it } from 'vitest';
import { proveRows } from '../../src/proof/prove-rows.ts';
import { provingOf } from '../../src/proof/proving.ts';
import { mergeRules } from '../../src/rulebook/merge.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownFiles } from '../helpers/small-book.ts';

/** What the proof finds of the rules that a further file adds to the own book. */
function findingsOf(when: string, atFault: boolean) {
  const text = `rules:\n  rights:\n    - { id: added, add: stay-on-receipt, when: ${when}, source: tui, sure: single }\n`;
  const { book, written } = mergeRules([...ownFiles(), { path: 'added.yaml', text }]);
  const rulebook = openRulebook({
    ...book,
    digest: '',
    // the added rule is all that is asked about; its facts still come from the whole book
    collections: { ...book.collections, rights: (book.collections.rights ?? []).slice(-1) },
  });
  const only = new Map([['added/rights/added', written.get('added/rights/added') ?? []]]);
  return proveRows(provingOf(rulebook, []), only)
    .findings.filter(({ rule }) => rule === 'added/rights/added')
    .filter(({ kind }, _, all) => !atFault || kind === all[0]?.kind)
    .map(({ kind, condition, verdict }) => [kind, condition, verdict]);
}

describe('a rule that is added to the own book', () => {
  it.each<[string, string, unknown[]]>([
    ['applies', '{ procedure: renewal, reason: study }', []],
    ['applies through what tables decide', '{ conversion: prefecture, length: "13.." }', []],
    [
      'would need two outcomes of one table',
      '{ conversion: prefecture, reason: study }',
      [['rule', undefined, 'refuted']],
    ],
    [
      'would need a date that lies on both sides of another',
      '{ filing: "2024-01-01..", expiry: "..2023-06-30", days-to-expiry: "0.." }',
      [['rule', undefined, 'refuted']],
    ],
    [
      'says twice that a conversion is asked for',
      '{ procedure: conversion, conversion: prefecture }',
      [['condition', 'procedure: conversion', 'refuted']],
    ],
  ])('%s: %s', (_, when, expected) => {
    expect(findingsOf(when, expected.length > 0)).toEqual(expected);
  });
});
