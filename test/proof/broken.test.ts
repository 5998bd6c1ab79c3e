import { beforeAll, describe, expect, it } from 'vitest';
import { caseReader, type Answered, type AnsweredCase } from '../../src/assess/answered.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { Finding, Kind } from '../../src/proof/finding.ts';
import { proveInterview } from '../../src/proof/prove-interview.ts';
import { proveQuestions } from '../../src/proof/prove-questions.ts';
import { proveReached } from '../../src/proof/prove-reached.ts';
import { proveRows } from '../../src/proof/prove-rows.ts';
import { proveTables } from '../../src/proof/prove-tables.ts';
import { proveValues } from '../../src/proof/prove-values.ts';
import { provingOf, type Proving } from '../../src/proof/proving.ts';
import type { Book, RowBase } from '../../src/rulebook/book.ts';
import { mergeRules } from '../../src/rulebook/merge.ts';
import { openRulebook, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { ownBook } from '../helpers/rulebook.ts';
import { ownFiles } from '../helpers/small-book.ts';

/** A change of the own files: a further one, or a text in one of them replaced. */
type Change =
  { readonly added: string } | { readonly file: string; readonly from: string; readonly to: string };

const cases = ownBook().examples.map((example) => example.case);

/** A broken copy of the own book. */
function broken(change: Change) {
  const files = ownFiles().map((one) => {
    if (!('file' in change) || one.path !== change.file) return one;
    expect(one.text).toContain(change.from);
    return { ...one, text: one.text.replace(change.from, change.to) };
  });
  const more = 'added' in change ? [{ path: 'extra.yaml', text: change.added }] : [];
  const { book, written } = mergeRules([...files, ...more]);
  return { rulebook: openRulebook({ ...book, digest: '' }), written };
}

/** A finding of a kind, and the answer of the broken copy to the case that it shows. */
function shown(rulebook: Rulebook, findings: readonly Finding[], kind: Kind) {
  const finding = findings.find((one) => one.kind === kind);
  if (!finding?.case) throw new Error(`no case shows a finding of the kind ${kind}`);
  expect(finding.verdict).toBe('refuted');
  return { finding, raw: finding.case, answered: caseReader(rulebook)(finding.case) };
}

/** No field can be taken away without losing what the case shows. */
function expectSmallest(raw: RawFields, shows: (raw: RawFields) => boolean): void {
  for (const name of Object.keys(raw).filter((one) => one !== 'on')) {
    expect(shows(Object.fromEntries(Object.entries(raw).filter(([key]) => key !== name))), name).toBe(false);
  }
}

describe('a table of a broken copy', () => {
  it('has a gap: a case is shown for which no rule applies', () => {
    const { rulebook } = broken({ file: 'fees.yaml', from: 'age: "14.."', to: 'age: "15.."' });
    const { finding, raw, answered } = shown(rulebook, proveTables(provingOf(rulebook, cases)), 'gap');
    expect(finding.message).toContain('table kit: no rule applies, for { age: 14');
    expect(answered).toMatchObject({ gap: { table: 'kit', rules: [] } });
    const read = caseReader(rulebook);
    expectSmallest(raw, (smaller) => 'gap' in read(smaller));
  });

  it('has an overlap: a case is shown to which two rules apply', () => {
    const change = { from: 'age: "..13", person: relative', to: 'age: "..14", person: relative' };
    const { rulebook } = broken({ file: 'fees.yaml', ...change });
    const { finding, answered } = shown(rulebook, proveTables(provingOf(rulebook, cases)), 'overlap');
    expect(finding.message).toContain('apply together: fees/kit/own, fees/kit/carried, for { age: 14');
    expect(answered).toMatchObject({ gap: { table: 'kit', rules: ['fees/kit/own', 'fees/kit/carried'] } });
  });

  it('has an exception beyond its rule: a case is shown where it applies and the rule does not', () => {
    const added =
      'rules: { route: [{ id: stray, give: post, overrides: routes/route/late-renewal, when: { procedure: first-issue, reason: mission }, source: tui, sure: single }] }';
    const { rulebook } = broken({ added });
    const { finding, raw, answered } = shown(rulebook, proveTables(provingOf(rulebook, cases)), 'exception');
    expect(finding.rule).toBe('extra/route/stray');
    expect(raw).toMatchObject({ procedure: 'first-issue', reason: 'mission' });
    expect(answered).toMatchObject({ gap: { table: 'route' } });
  });

  it('lets two rules of a box of a form apply together: somebody is shown for whom they do', () => {
    const { rulebook } = broken({
      file: 'form/module-1.yaml',
      from: 'blank: other-request, unless: [{ when: { procedure: renewal }',
      to: 'blank: other-request, unless: [{ when: { procedure: renewal }, write: X }, { when: { reason: study }',
    });
    const { raw } = shown(rulebook, proveTables(provingOf(rulebook, cases)), 'overlap');
    expect(raw).toMatchObject({ procedure: 'renewal', reason: 'study' });
  });
});

/** Rules, values and disputes that are wrong in one way each; the ids say how. */
const ADDED = `
sources:
  nobody-cites: { title: An act that only a dead rule cites, rank: law, url: "https://example.org", read: 2026-01-01 }
values:
  begins-late: { unit: days, looked-up-on: filing, series: [{ from: 2010-01-01, is: 1, source: tui, sure: single, checked: 2026-01-01 }] }
  never-first:
    unit: days
    looked-up-on: filing
    series:
      - { from: 2006-01-01, is: 1, source: tui, sure: single, checked: 2026-01-01 }
      - { from: 2015-01-01, is: 2, source: tui, sure: single, checked: 2026-01-01 }
routes:
  by-boat: { offices: [questura] }
disputes:
  about-nobody: { positions: { a: tui, b: reg }, shown: a, when: { conversion: prefecture, reason: study } }
rules:
  rights:
    - { id: never, add: dead-line, when: { conversion: prefecture, reason: study }, source: nobody-cites, sure: single }
    - { id: half, add: stay-on-receipt, when: [{ reason: mission }, { conversion: prefecture, reason: study }], source: tui, sure: single }
    - { id: idle, add: stay-on-receipt, when: { procedure: conversion, conversion: prefecture }, source: tui, sure: single }
    - { id: hole, add: stay-on-receipt, with: begins-late, when: { procedure: duplicate, reason: mission }, source: tui, sure: single }
    - { id: late, add: stay-on-receipt, with: never-first, when: { filing: "2016-01-01.." }, source: tui, sure: single }
`;

describe('a broken copy', () => {
  let rulebook: Rulebook;
  let findings: readonly Finding[];

  beforeAll(() => {
    const copy = broken({ added: ADDED });
    rulebook = copy.rulebook;
    const added = new Map([...copy.written].filter(([id]) => id.startsWith('extra/')));
    // only what was added is asked about, as rules, but by the whole book
    const whole = provingOf(rulebook, cases);
    const only = (id: string) => id.startsWith('extra/') || !id.includes('/rights/');
    const proving: Proving = {
      ...whole,
      rulebook: {
        ...rulebook,
        decisions: new Map(),
        modules: new Map(),
        collections: new Map(
          [...rulebook.collections].map(([table, rows]) => [table, rows.filter(({ id }) => only(id))]),
        ),
      },
    };
    const rows = proveRows(proving, added).findings.filter(({ rule = '' }) => rule.startsWith('extra/'));
    const before = [...rows, ...proveValues(whole)];
    findings = [...before, ...proveReached(whole, before)];
  });

  const find = (kind: Kind) => shown(rulebook, findings, kind);

  /** Whether a rule applies to somebody in the case. */
  const appliesIn = (answered: Answered, rule: string) =>
    (answered as AnsweredCase).answer.rights.some((line) => line.rule === rule);

  it('has a rule that never applies: the nearest case is shown, where all holds but one thing', () => {
    const { finding, answered } = find('rule');
    expect(finding).toMatchObject({ rule: 'extra/rights/never' });
    expect(finding.message).toMatch(/all holds but (conversion|reason): /);
    expect(appliesIn(answered, 'extra/rights/never')).toBe(false);
  });

  it('has an alternative that never applies', () => {
    expect(find('alternative').finding).toMatchObject({ rule: 'extra/rights/half' });
  });

  it('has a condition that changes nothing: a case is shown where the rule applies', () => {
    const { finding, answered } = find('condition');
    expect(finding).toMatchObject({ rule: 'extra/rights/idle', condition: 'procedure: conversion' });
    expect(appliesIn(answered, 'extra/rights/idle')).toBe(true);
  });

  it('has a dated value with a hole: a case is shown that needs it on a day before', () => {
    const { finding, raw, answered } = find('hole');
    expect(finding.message).toContain('begins-late begins on 2010-01-01');
    expect(answered).toMatchObject({ gap: { value: 'begins-late' } });
    expect(String(raw.on) < '2010-01-01').toBe(true);
  });

  it('has an entry that is in force for nobody: a case is shown that needs the value on another day', () => {
    const { finding, answered } = find('entry');
    expect(finding.entry).toBe('never-first from 2006-01-01');
    expect(appliesIn(answered, 'extra/rights/late')).toBe(true);
  });

  it('has a line, a wording and a source that no case reaches', () => {
    expect(find('line').finding.message).toBe(
      'no case reaches the line dead-line of rights, nor its wording',
    );
    expect(find('source').finding.message).toBe('no case reaches the source nobody-cites');
  });

  it('has a dispute and a route that no case reaches', () => {
    const messages = findings.map(({ message }) => message);
    expect(messages).toContain('a condition of the dispute about-nobody holds of nobody');
    expect(messages).toContain('no case reaches the route by-boat');
  });
});

describe('the interview of a broken copy', () => {
  const { rulebook } = ownBook();

  /** The own book without the rules that look at a fact. */
  function withoutRulesOn(fact: string): Rulebook {
    const { book } = rulebook;
    const left = <Row extends RowBase>(rows: readonly Row[]) =>
      rows.filter(({ when }) => !when.some((box) => fact in box));
    const map = <In, Out>(of: Readonly<Record<string, In>>, change: (one: In) => Out) =>
      Object.fromEntries(Object.entries(of).map(([id, one]) => [id, change(one)]));
    return openRulebook({
      ...book,
      decisions: map(book.decisions, left),
      collections: map(book.collections, left),
      disputes: map(book.disputes, (one) => ({
        ...one,
        when: (one.when ?? []).filter((box) => !(fact in box)),
      })),
      modules: map(book.modules, (module) => ({
        ...module,
        sections: module.sections.map((section) => ({
          ...section,
          boxes: section.boxes.map((box) => ({ ...box, rows: left(box.rows) })),
        })),
      })),
    });
  }

  it('has a question that changes no answer: a case is shown in which every answer to it is as good', () => {
    const copy = withoutRulesOn('visa');
    const { finding, raw } = shown(copy, proveQuestions(provingOf(copy, []), cases), 'question');
    expect(finding.message).toContain('the question visa changes no answer');
    const answers = ['d', 'c', 'none'].map((visa) => caseReader(copy)({ ...raw, visa }));
    const texts = answers.map((one) => JSON.stringify({ ...(one as AnsweredCase).answer, case: 0 }));
    expect(new Set(texts).size).toBe(1);
  });

  it.each<[string, Partial<Book['events'][number]>, RegExp]>([
    ['comes to answers that make no case', { procedure: 'duplicate', change: 'address' }, /make no case/],
    ['has a question without an answer', { procedure: 'renewal', among: [] }, /reason has no answer/],
  ])('%s: the answers before are shown', (_, change, message) => {
    const [first] = rulebook.book.events;
    const row = { ...first, ...change } as Book['events'][number];
    const copy = openRulebook({ ...rulebook.book, events: [row] });
    const { findings } = proveInterview(copy);
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.case).toMatchObject({ procedure: row.procedure });
  });
});
