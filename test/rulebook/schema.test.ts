import { describe, expect, it } from 'vitest';
import { merged, toldOf } from '../helpers/written-rules.ts';

const SOURCE = 'source: tui, sure: single';
const ID = 'an id of small letters, digits and hyphens';
const RULE_ID = 'an id of small letters, digits, hyphens and slashes';
const MISSING = /^Invalid input: expected .* received undefined$/;
const FEW = /^Too small: .* to have >=1 (items|characters)$/;
const DATED = `unit: cents, looked-up-on: filing, series: [{ from: 2006-01-01, is: 1, checked: 2026-01-01, ${SOURCE} }]`;
const SHARE = `share-of: b, percent: 50, ${SOURCE}`;
const line = (rest: string) => `rules: { fees: [{ add: x, ${SOURCE}, ${rest} }] }`;
const choice = (rest: string) => `rules: { route: [{ give: x, ${SOURCE}, ${rest} }] }`;
const section = (rest: string) =>
  `modules: { f: { label: A, of: forms, sections: [{ label: B, ${SOURCE}, ${rest} }] } }`;
const boxed = (rest: string) => section(`boxes: [{ box: 1, is: a, label: L, ${rest} }]`);
const field = (rest: string) => `fields: { months: { ${rest} } }`;
const derived = (derive: string) => `facts: { a: { kind: integer, derive: ${derive} } }`;
const holiday = (day: string) => `holidays: { a: { day: ${day}, ${SOURCE} } }`;
const edge = (rest: string) => `edges: [{ rule: a/b, like: c, ${rest} }]`;

describe('the shape of a rule file', () => {
  // » stands where the fault is told
  it.each<[string, string | RegExp]>([
    ['»[]', /expected object/],
    ['colour: »red', 'unknown key "colour"'],
    // ids
    ...['-a', 'A', 'aB', 'a_b', 'a b', '""', 'a/b', 'è'].map((id): [string, string] => [
      `piles: [»${id}]`,
      ID,
    ]),
    ...['-a', '/a', 'A', 'a/B', 'a b', '""'].map((id): [string, string] => [line(`id: »${id}`), RULE_ID]),
    ...['-a', 'A', 'a/B'].map((id): [string, string] => [choice(`overrides: »${id}`), RULE_ID]),
    // the book itself
    ['book: »{ version: "1", earliest: 2020-01-01, read: 2026-11-01 }', MISSING],
    ['book: { version: »1, earliest: 2020-01-01, read: 2026-11-01, new-length: [] }', /expected string/],
    ['book: { version: "1", earliest: »2020-02-30, read: 2026-11-01, new-length: [] }', /Invalid ISO date/],
    ['book: { version: "1", earliest: 2020-01-01, read: »soon, new-length: [] }', /Invalid ISO date/],
    [
      'book: { version: "1", earliest: 2020-01-01, read: 2026-11-01, new-length: [], more: »1 }',
      'unknown key "more"',
    ],
    // facts
    ['facts: { a: »{ kind: enum } }', MISSING],
    ['facts: { a: { kind: »text, derive: { how: age } } }', /enum.*boolean.*integer.*date/],
    ['facts: { a: { kind: enum, values: [»A], derive: { how: age } } }', ID],
    ['facts: { a: { kind: integer, range: »[1], derive: { how: age } } }', /Too small|expected/],
    ['facts: { a: { kind: integer, range: [1, »1.5], derive: { how: age } } }', /expected int/],
    ['facts: { a: { kind: integer, optional: »1, derive: { how: age } } }', /expected boolean/],
    ['facts: { a: { kind: integer, more: »1, derive: { how: age } } }', 'unknown key "more"'],
    [derived('{ how: »guess }'), /./],
    [derived('{ how: law-date, more: »1 }'), 'unknown key "more"'],
    [derived('{ how: age, more: »1 }'), 'unknown key "more"'],
    [derived('{ how: counted, count: »papers }'), /forms.*carried.*relatives/],
    // fields
    [field('range: [»a, 1]'), /expected number/],
    [field('range: [1, »1.5]'), /expected int/],
    [field('ask: »1.5'), /expected int/],
    [field('ask-when: [{ reason: »[] }]'), FEW],
    [field('required: [{ A: »b }]'), `the key "A": ${ID}`],
    [field('allowed: [»{ when: { a: b } }]'), MISSING],
    [field('allowed: [{ when: { a: b }, values: [a], more: »1 }]'), 'unknown key "more"'],
    [field('unknown: »maybe'), /expected boolean/],
    [field('more: »1'), 'unknown key "more"'],
    // tables, reasons, words, outcomes, routes
    ['tables: { a: { policy: »first } }', /unique.*override.*collect/],
    ['tables: { a: { policy: unique, per: »family } }', /case.*person/],
    ['tables: { a: { policy: unique, more: »1 } }', 'unknown key "more"'],
    ...['"1"', '"123"', '"1a"', '"a1"', '"a12"', '"12a"'].map((code): [string, RegExp] => [
      `reasons: { a: { code: »${code}, names: [x] } }`,
      /must match pattern/,
    ]),
    ['reasons: { a: { code: null, names: »[] } }', FEW],
    ['reasons: { a: { code: null, names: [x], more: »1 } }', 'unknown key "more"'],
    ['words: { a: { b: »[] } }', FEW],
    ['words: { a: { b: [»""] } }', FEW],
    ['outcomes: { a: »{ route: b } }', MISSING],
    ['outcomes: { a: { permit: true, more: »1 } }', 'unknown key "more"'],
    ['routes: { a: { offices: [a], piles: { a: »B } } }', ID],
    ['routes: { a: { offices: [a], more: »1 } }', 'unknown key "more"'],
    // payments, week, holidays
    [`payments: { a: { lines: »[], ${SOURCE} } }`, FEW],
    [`payments: { a: { lines: [x], more: »1, ${SOURCE} } }`, 'unknown key "more"'],
    ['week: { rest: [»7], disputed: [] }', /Too big/],
    ['week: { rest: [], disputed: [»7] }', /Too big/],
    ['week: { rest: [»-1], disputed: [] }', /Too small/],
    ['week: { rest: [], disputed: [»-1] }', /Too small/],
    ['week: { rest: [], disputed: [], more: »1 }', 'unknown key "more"'],
    ...[
      '1-06',
      '01-6',
      '01-066',
      '001-06',
      'easter',
      'easter+',
      'easter+1a',
      'an-easter+1',
      '2026-01-6',
      '202-01-06',
      '12026-01-06',
      '2026-1-06',
      '2026-01-06a',
      'a2026-01-06',
      'aa-06',
      '01-aa',
      'aaaa-01-06',
      '2026-aa-06',
      '2026-01-aa',
      'easter+a',
    ].map((day): [string, RegExp] => [holiday(`»"${day}"`), /must match pattern/]),
    [`holidays: { a: { day: 01-06, from: »0, ${SOURCE} } }`, /expected string/],
    [`holidays: { a: { day: 01-06, more: »1, ${SOURCE} } }`, 'unknown key "more"'],
    // values
    [`values: { a: { ${DATED.replace('cents', '»euro')} } }`, /cents.*days/],
    [`values: { a: { ${DATED.replace('is: 1', 'is: »1.5')} } }`, /expected int/],
    [`values: { a: { ${DATED.replace('is: 1', 'is: 1, more: »1')} } }`, 'unknown key "more"'],
    [`values: { a: { ${DATED}, more: »1 } }`, 'unknown key "more"'],
    ['values: { a: { unit: cents, looked-up-on: filing, series: »[] } }', FEW],
    [`values: { a: { ${SHARE.replace('50', '»1.5')} } }`, /expected int/],
    [`values: { a: { ${SHARE}, more: »1 } }`, 'unknown key "more"'],
    // conditions
    ['impossible: [{ when: { a: 1 }, because: »"" }]', FEW],
    ['impossible: [{ when: { a: 1 }, because: x, more: »1 }]', 'unknown key "more"'],
    ['impossible: [{ when: »[], because: x }]', FEW],
    ['impossible: [{ when: { a: »[] }, because: x }]', FEW],
    ['impossible: [{ when: { a: { not: »[] } }, because: x }]', FEW],
    ['impossible: [{ when: { a: { not: 1, more: »1 } }, because: x }]', 'unknown key "more"'],
    ['impossible: [{ when: { a: »1.5 }, because: x }]', /expected/],
    ['scope: { A: »1 }', `the key "A": ${ID}`],
    // rules
    [`rules: { fees: [»{ add: x, sure: single }] }`, MISSING],
    [`rules: { fees: [»{ add: x, source: tui }] }`, /./],
    [`rules: { fees: [{ add: x, source: tui, sure: »maybe }] }`, /confirmed.*single.*unconfirmed.*disputed/],
    [`rules: { fees: [{ add: x, source: »"", sure: single }] }`, FEW],
    [`rules: { fees: [{ add: x, source: »[], sure: single }] }`, FEW],
    [`rules: { fees: [{ add: »[], ${SOURCE} }] }`, FEW],
    [line('dispute: »[]'), FEW],
    [line('alternatives: »[]'), FEW],
    [line('alternatives: [»{ when: a, source: b }]'), MISSING],
    [line('alternatives: [{ when: a, value: 1, source: b, more: »1 }]'), 'unknown key "more"'],
    [line('term: »{ value: days }'), /./],
    [line('term: { value: days, count: »moon }'), /working.*calendar/],
    [line('term: { value: days, count: working, direction: »up }'), /after.*before/],
    [line('term: { value: days, count: working, more: »1 }'), 'unknown key "more"'],
    [line('latest: { value: days, count: »moon }'), /working.*calendar/],
    [line('role: »moon'), /opens.*office.*event/],
    [line('met-by: »[]'), FEW],
    [line('with: »[]'), FEW],
    [line('order: »1.5'), /expected int/],
    [line('more: »1'), 'unknown key "more"'],
    [choice('asked: »moon'), /cap.*ignore.*extend/],
    [choice('more: »1'), 'unknown key "more"'],
    // disputes, events, terms, coverage, sources, examples, edges
    ['disputes: { a: { positions: { b: tui }, shown: b, more: »1 } }', 'unknown key "more"'],
    ['disputes: { a: { positions: { b: »[] }, shown: b } }', FEW],
    ['events: [{ event: a, procedure: b, held: »[] }]', FEW],
    ['events: [{ event: a, procedure: b, among: »[] }]', FEW],
    ['events: [{ event: a, procedure: b, more: »1 }]', 'unknown key "more"'],
    ['terms: { a: { it: »"" } }', FEW],
    ['terms: { a: { it: b, more: »1 } }', 'unknown key "more"'],
    ['coverage: [{ id: a, seed: b, says: »"" }]', FEW],
    ['coverage: [{ id: a, seed: b, says: c, left-out: »"" }]', FEW],
    ['coverage: [{ id: a, seed: b, says: c, more: »1 }]', 'unknown key "more"'],
    ['sources: { a: { title: »"", rank: law, read: null } }', FEW],
    ['sources: { a: { title: b, rank: »rumour, read: null } }', /law.*decree.*press/],
    ['sources: { a: { title: b, rank: law, read: null, url: »nowhere } }', /Invalid URL/],
    ['sources: { a: { title: b, rank: law, read: null, more: »1 } }', 'unknown key "more"'],
    ['examples: [{ name: »"", case: {}, expect: {} }]', FEW],
    ['examples: [{ name: a, case: {}, expect: {}, more: »1 }]', 'unknown key "more"'],
    ['edges: [{ rule: »"", like: a }]', FEW],
    ['edges: [{ rule: a, like: »"" }]', FEW],
    [edge('to: »[]'), FEW],
    [edge('says: »[]'), FEW],
    [edge('shows: { a: »1.5 }'), /expected int/],
    [edge('more: »1'), 'unknown key "more"'],
    // forms
    [boxed('write: X').replace('label: A', 'label: »""'), FEW],
    ['modules: { f: { label: A, of: forms, sections: »[] } }', FEW],
    [boxed('write: X').replace('of: forms', 'of: »fees'), /forms.*payments/],
    [`${boxed('write: X').slice(0, -3)}, more: »1 } }`, 'unknown key "more"'],
    [section('boxes: »[]'), FEW],
    [section('more: »1, boxes: [{ heading: 1, label: H }]'), 'unknown key "more"'],
    [section('for: »[], boxes: [{ heading: 1, label: H }]'), FEW],
    [section('otherwise: »[], boxes: [{ heading: 1, label: H }]'), FEW],
    [section('otherwise: [»{ when: { a: 1 } }], boxes: [{ heading: 1, label: H }]'), 'either write or blank'],
    [section('boxes: [{ heading: 1, label: »"" }]'), FEW],
    [section('boxes: [{ heading: 1, label: H, more: »1 }]'), 'unknown key "more"'],
    [boxed('more: »1'), 'unknown key "more"'],
    [section('boxes: [»{ box: 1, is: a, label: L, write: X, blank: no }]'), 'not both write and blank'],
    [boxed('blank: no, unless: »[]'), FEW],
    [boxed('blank: no, unless: [»{ when: { a: 1 } }]'), 'either write or blank'],
    [boxed('blank: no, unless: [»{ when: { a: 1 }, write: X, blank: no }]'), 'either write or blank'],
    [boxed('blank: no, unless: [{ in: a, write: X, more: »1 }]'), 'unknown key "more"'],
    [boxed('write: X, alternatives: »[]'), FEW],
    [boxed('write: X, alternatives: [{ when: a, source: b, more: »1 }]'), 'unknown key "more"'],
    [boxed('write: »-X'), 'what is written in capitals or digits'],
    [boxed('write: { day: expiry, or: »X }'), 'an instruction of small letters and hyphens'],
    [boxed('write: { day: expiry, or: »a_b }'), 'an instruction of small letters and hyphens'],
    [boxed('write: »{ or: x }'), 'one of day, country, code, code-of, province, number, payment'],
    [
      boxed('write: »{ day: expiry, number: months, or: x }'),
      'one of day, country, code, code-of, province, number, payment',
    ],
    [boxed('write: { day: expiry, carried: »0, or: x }'), /Too small/],
    [boxed('write: { day: expiry, digits: »0, or: x }'), /Too small/],
    [boxed('write: { day: expiry, or: x, more: »1 }'), 'unknown key "more"'],
    [boxed('write: { province: »letter, or: x }'), /code.*name/],
    [boxed('write: { payment: »date, or: x }'), /account.*payee.*reason.*figures.*letters/],
    ...['"AB"', '"ABCD"', '"abc"', '"AB1"', '"aABC"'].map((code): [string, RegExp] => [
      `country-codes: [{ ${SOURCE}, codes: { ${code}: »[AL, A] } }]`,
      /must match pattern/,
    ]),
    [`country-codes: [{ ${SOURCE}, codes: { ALB: [AL, »""] } }]`, FEW],
    [`country-codes: [{ ${SOURCE}, codes: {}, more: »1 }]`, 'unknown key "more"'],
    [`code-tables: { a: { ${SOURCE}, entries: { b: »"" } } }`, FEW],
    [`code-tables: { a: { ${SOURCE}, entries: {}, more: »1 } }`, 'unknown key "more"'],
  ])('is refused: %s', (marked, message) => {
    const [told = '', ...others] = toldOf({ 'a.yaml': marked.replace('»', '') });
    const at = `a.yaml:1:${marked.indexOf('»') + 1} `;
    expect(told.slice(0, at.length)).toBe(at);
    if (typeof message === 'string') expect(told).toBe(at + message);
    else expect(told.slice(at.length)).toMatch(message);
    expect(others).toEqual([]);
  });

  it.each<[string, string]>([
    ['fees: { stamp: { text: A stamp., detial: »Of paper. } }', 'unknown key "detial"'],
    ['disputes: { days: { shown: { text: This., more: »x } } }', 'unknown key "more"'],
    ['disputes: { days: { a: { b: { text: This., more: »x } } } }', 'unknown key "more"'],
  ])('of wording has sentences with a text and a detail: %s', (marked, message) => {
    const at = `text/en/a.yaml:1:${marked.indexOf('»') + 1}`;
    expect(toldOf({ 'text/en/a.yaml': marked.replace('»', '') })).toEqual([`${at} ${message}`]);
  });

  it.each([
    'A.',
    '{ text: A. }',
    '{ text: A., detail: B. }',
    '{ a: A., b: { text: B. } }',
    '{ a: { b: A., c: { text: C., detail: D. } } }',
  ])('of wording takes %s', (entry) => {
    expect(
      merged({ 'text/en/a.yaml': `fees: { stamp: ${entry} }` }).book.texts.en?.fees?.stamp,
    ).toBeDefined();
  });

  it.each<[string, object[]]>([
    [
      'a fact can be derived',
      [
        { how: 'law-date' },
        { how: 'days', from: 'a', to: 'b' },
        { how: 'months-begun', from: 'a', to: 'b' },
        { how: 'months-done', from: 'a', to: 'b' },
        { how: 'group', of: 'a', groups: { x: ['y', 'z'] }, else: 'w' },
        ...['person', 'relation', 'age', 'own-income', 'exempt', 'length'].map((how) => ({ how })),
        { how: 'table', table: 'a' },
        { how: 'deadline', deadline: 'a' },
        { how: 'counted', count: 'forms' },
        { how: 'counted', count: 'carried', relation: 'child' },
        { how: 'counted', count: 'relatives' },
      ],
    ],
  ])('knows every way in which %s', (_, ways) => {
    for (const derive of ways) {
      const text = JSON.stringify({ facts: { a: { kind: 'integer', derive } } });
      expect(merged({ 'a.yaml': text }).book.facts.a).toEqual({ kind: 'integer', optional: false, derive });
    }
  });

  it.each(['01-06', 'easter+0', 'easter+49', '2026-12-08'])('takes %s for the day of a holiday', (day) => {
    expect(merged({ 'a.yaml': holiday(`"${day}"`) }).book.holidays.a?.day).toBe(day);
  });

  it.each(['cents', 'days', 'months', 'years', 'hours', 'count'])('counts a value in %s', (unit) => {
    const { values } = merged({ 'a.yaml': `values: { a: { ${DATED.replace('cents', unit)} } }` }).book;
    expect(values.a?.unit).toBe(unit);
  });

  it.each(['confirmed', 'single', 'unconfirmed', 'disputed'])('says that a rule is %s', (sure) => {
    const text = `rules: { fees: [{ add: x, source: tui, sure: ${sure} }] }`;
    expect(merged({ 'a.yaml': text }).book.collections.fees?.[0]?.sure).toBe(sure);
  });

  it.each(['law', 'decree', 'ruling', 'circular', 'office', 'guide', 'press'])(
    'knows sources that are %s',
    (rank) => {
      const text = `sources: { a: { title: b, rank: ${rank}, read: null } }`;
      expect(merged({ 'a.yaml': text }).book.sources.a?.rank).toBe(rank);
    },
  );

  it.each(['opens', 'office', 'event'])('gives a day the role %s', (role) => {
    expect(merged({ 'a.yaml': line(`role: ${role}`) }).book.collections.fees?.[0]?.role).toBe(role);
  });

  it.each(['cap', 'ignore', 'extend'])('can %s the length asked for', (asked) => {
    expect(merged({ 'a.yaml': choice(`asked: ${asked}`) }).book.decisions.route?.[0]?.asked).toBe(asked);
  });
});
