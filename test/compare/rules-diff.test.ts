import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assess/assessment.ts';
import { assessTraced } from '../../src/assess/assess.ts';
import { addDays, type PlainDate } from '../../src/case/plain-date.ts';
import { compareBooks, compareDays, type BookComparison } from '../../src/compare/compare-books.ts';
import { told } from '../../src/compare/differences-in-words.ts';
import { has } from '../../src/compare/spans.ts';
import { en } from '../../src/messages/en.ts';
import { atomsOfBook } from '../../src/proof/atoms.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownRulebook, RULES_FOLDER } from '../helpers/rulebook.ts';
import { permesso, tempFolder } from '../helpers/run.ts';
import { bookWith } from '../helpers/small-book.ts';
import { ownCase } from '../helpers/own-case.ts';

const rulebook = ownRulebook();
const days = (a: string, b: string) => compareDays(rulebook, a as PlainDate, b as PlainDate);
const tell = (comparison: BookComparison) =>
  comparison.differences.map((one) =>
    told(one, { book: rulebook.book, earlier: rulebook.book, messages: en, universe: comparison.universe }),
  );
/** `+` for a line that appears, `-` for one that goes, `~` for one that says something else. */
const lines = (comparison: BookComparison) => [
  ...new Set(
    tell(comparison).map(({ list, id, before, after }) => {
      const sign = before.length === 0 ? '+' : after.length === 0 ? '-' : '~';
      return `${sign} ${list} ${id}`;
    }),
  ),
];

/** What the reforms of these days changed, and nothing else. */
const REFORMS: [string, string, string[]][] = [
  [
    // D.Lgs. 83/2026: renewal 90 days before, the office's time 90 and 30 days, job search, change of employer
    '2026-05-21',
    '2026-05-22',
    [
      '+ disputes renewal-lead-2026',
      '+ rights domestic-employer-change',
      '+ rights employer-change-by-notice',
      '+ rights job-search-months',
      '+ warnings decision-thirty-days',
      '+ warnings renewal-lead-transition',
      '+ warnings renewal-of-short-permit',
      '~ deadlines office-decision',
      '~ deadlines renewal-recommended',
      '~ warnings renewal-of-short-permit',
    ],
  ],
  [
    // DL 146/2025: 150 days for a reunion, twelve months under art. 18 and 18-ter, work on the receipt alone
    '2025-10-03',
    '2025-10-04',
    [
      '+ disputes social-protection-length',
      '+ rights cohesion-work-waiting',
      '+ rights work-on-conversion-receipt',
      '+ rights work-on-receipt',
      '+ warnings clearance-before-entry',
      '+ warnings clearance-before-season',
      '+ warnings six-months-before-october-2025',
      '- rights work-on-receipt-timely',
      '- rights work-on-renewal-receipt-timely',
      '- warnings no-work-during-conversion',
      '~ permit length',
      '~ warnings family-nulla-osta-term',
    ],
  ],
  [
    // DM 5 May 2017: the contribution is back at 40, 50 and 100 euro; duplicates and conversions are free of it
    '2017-06-08',
    '2017-06-09',
    [
      '+ disputes contribution-above-two-years',
      '+ disputes conversion-contribution',
      '+ disputes old-leaflet-costs',
      '+ disputes protected-relatives-contribution',
      '+ disputes slip-and-contribution',
      '+ disputes slip-counted-twice',
      '+ disputes stateless-contribution',
      '+ disputes study-band',
      '+ exemptions exempt-conversion',
      '+ exemptions exempt-duplicate',
      '+ warnings citizenship-fee-follows-length',
      '+ warnings family-protected-pay',
      '+ warnings fee-follows-the-order',
      '+ warnings one-slip-never-two',
      '+ warnings stateless-contribution',
      '- warnings contribution-of-open-files',
      '~ fees contribution',
      '~ warnings ict-say-role',
    ],
  ],
  [
    // L. 122/2016: a card of their own for every child, no step at fourteen
    '2016-07-22',
    '2016-07-23',
    [
      '+ disputes child-costs',
      '+ disputes permit-at-fourteen',
      '+ documents slip-receipt',
      '+ fees card',
      '+ steps child-fingerprints',
      '+ steps child-no-fingerprints',
      '+ steps list-child-on-form',
      '+ warnings child-one-parent',
      '+ warnings child-slip-own-name',
      '+ warnings child-soon-14',
      '+ warnings child-two-slips',
      '+ warnings child-with-renewal',
      '- warnings child-before-2016',
      '- warnings permit-at-14-before-2016',
    ],
  ],
];

describe('the law of two days', () => {
  it.each(REFORMS)('from %s to %s changes these lines and no others', (a, b, expected) => {
    const comparison = days(a, b);
    expect(comparison.undecided).toEqual([]);
    expect(lines(comparison).sort()).toEqual([...expected].sort());
  });

  it('moves the recommended day of a renewal by thirty days, whatever the permit', () => {
    const found = tell(days('2026-05-21', '2026-05-22')).filter(({ id }) => id === 'renewal-recommended');
    // a card of temporary protection only if it ends before the protection does: a region of its own
    expect(found.map(({ facts }) => facts.expiry !== undefined)).toEqual([false, true]);
    for (const one of found) {
      expect(one).toMatchObject({
        by: 'filing',
        facts: { procedure: ['renewal'] },
        before: [{ term: { length: 60, direction: 'before' } }],
        after: [{ term: { length: 90, direction: 'before' } }],
      });
      expect(one.change).toContain('30 days earlier');
      expect(one.sources).toContainEqual({ id: 'dlgs-83-2026' });
    }
  });

  it('knows that entry selects the term of the residence contract', () => {
    const found = tell(days('2025-12-01', '2025-12-02')).find(({ id }) => id === 'residence-contract');
    expect(found).toMatchObject({
      by: 'entry',
      before: [{ term: { length: 8 } }],
      after: [{ term: { length: 15 } }],
    });
  });

  it.each(['2006-12-12', '2017-06-09', '2026-05-22', '2026-11-22'])('is the same twice on %s', (day) => {
    expect(days(day, day)).toMatchObject({ differences: [], undecided: [] });
  });

  it.each(REFORMS)('tells of the step from %s to %s what happens to real cases, all of it', (a, b) => {
    const comparison = days(a, b);
    fc.assert(
      fc.property(anyCase(rulebook.book), (fields) => {
        const [before, after] = [at(fields, a), at(fields, b)];
        // months are not all of one length: only where every fact but the days is the same is it the law that differs
        fc.pre(sameFacts(before.people, after.people) && !onTheDay(after.answer, [a, b]));
        const expected = new Set<string>();
        for (const difference of comparison.differences) {
          if (difference.by !== 'filing' || !LISTED.test(difference.name)) continue;
          const meant = after.people.some(({ facts }) =>
            [...difference.region].every(([fact, spans]) => has(spans, facts[position(fact)] ?? Number.NaN)),
          );
          const [table, id] = difference.name.split(' ');
          if (meant && (difference.before.length === 0) !== (difference.after.length === 0)) {
            expected.add(`${table ?? ''} ${id ?? ''}`);
          }
        }
        const [old, now] = [idsOf(before.answer), idsOf(after.answer)];
        const actual = [...old].filter((id) => !now.has(id)).concat([...now].filter((id) => !old.has(id)));
        // a line that another person has anyway stays: what differs must be foretold, what is foretold may be there already
        for (const id of actual) expect([...expected]).toContain(id);
        for (const id of expected) expect(actual.includes(id) || (old.has(id) && now.has(id))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

const LISTED = /^(steps|rights|warnings|deadlines) /;

function at(fields: Record<string, unknown>, day: string) {
  const shift = (Date.parse(day) - Date.parse(String(fields.on))) / 86_400_000;
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner)]));
    return typeof value === 'string' && /^\d{4}-/.test(value) ? addDays(value as PlainDate, shift) : value;
  };
  const { filed: _filed, ...rest } = moved(fields) as Record<string, unknown>;
  return assessTraced(ownCase(rest, day as PlainDate), rulebook);
}

type People = ReturnType<typeof assessTraced>['people'];

function position(fact: string): number {
  return rulebook.positions.get(fact) ?? -1;
}

const PIECES = atomsOfBook(rulebook);

function pieceOf(fact: number, value: number): number {
  return (PIECES[fact] ?? []).findIndex(({ low, high }) => value >= low && value <= high);
}

function sameFacts(one: People, other: People): boolean {
  const free = rulebook.facts.map(({ fact }) => !['table', 'exempt', 'length'].includes(fact.derive.how));
  return one.every(({ facts }, person) =>
    facts.every((value, index) => {
      const { id, fact } = rulebook.facts[index] ?? {};
      if (!free[index] || id === 'filing') return true;
      const there = other[person]?.facts[index] ?? Number.NaN;
      // a date that moved along must not have crossed a day on which a rule turns
      if (fact?.kind === 'date') return pieceOf(index, value) === pieceOf(index, there);
      return Object.is(value, there);
    }),
  );
}

/** Another date of the case lies on one of the days: then it, too, can select another law. */
function onTheDay({ case: theCase }: Assessment, steps: readonly string[]): boolean {
  return Object.entries(theCase).some(([name, value]) => name !== 'on' && steps.includes(String(value)));
}

function idsOf({ steps, rights, warnings, deadlines }: Assessment): Set<string> {
  const lists = { steps, rights, warnings, deadlines };
  return new Set(Object.entries(lists).flatMap(([list, found]) => found.map(({ id }) => `${list} ${id}`)));
}

describe('two rule books', () => {
  const split = bookWith({
    file: 'deadlines.yaml',
    replace: [
      '    - add: address-notice\n      when: { moved: "..9999-12-31" }\n',
      '    - id: address-notice-renewal\n      add: address-notice\n      when: { moved: "..9999-12-31", procedure: renewal }\n      from: moved\n      term: { value: address-notice-days, count: calendar }\n      source: tui-2025 art. 6 c. 8\n      sure: confirmed\n    - add: address-notice\n      when: { moved: "..9999-12-31", procedure: { not: renewal } }\n',
    ],
  });

  it('do not differ where a rule was only written as two', () => {
    expect(compareBooks(rulebook, split)).toMatchObject({ differences: [], undecided: [] });
  });

  it('differ in one region where a rule was narrowed', () => {
    const narrower = bookWith({
      file: 'deadlines.yaml',
      replace: [
        '    - add: address-notice\n      when: { moved: "..9999-12-31" }\n',
        '    - add: address-notice\n      when: { moved: "..9999-12-31", procedure: { not: renewal } }\n',
      ],
    });
    expect(tell(compareBooks(rulebook, narrower))).toMatchObject([
      { list: 'deadlines', id: 'address-notice', facts: { procedure: ['renewal'] }, after: [] },
    ]);
  });

  it('differ for whom an amount differs, from the day on', () => {
    const dearer = bookWith({ file: 'fees.yaml', replace: ['is: 3046,', 'is: 3500,'] });
    const found = tell(compareBooks(rulebook, dearer));
    const card = found.filter(({ list, id }) => list === 'fees' && id === 'card');
    expect(card.length).toBeGreaterThan(0);
    for (const { before, after, facts } of card) {
      expect([before, after]).toEqual([[{ cents: 3046 }], [{ cents: 3500 }]]);
      for (const span of facts.filing as string[]) expect(span >= '2016-04-28').toBe(true);
    }
    expect(card.some(({ facts }) => JSON.stringify(facts.filing).startsWith('["2016-04-28..'))).toBe(true);
    expect(compareBooks(rulebook, dearer, '2015-01-01' as PlainDate).differences).toEqual([]);
  });
});

describe('permesso rules diff', () => {
  it('says whom it concerns, before, after and the source, in both languages', async () => {
    const { code, stdout, stderr } = await permesso(['rules', 'diff', '2026-05-21', '2026-05-22']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Procedure: Renewal.*handed in from Friday 22 May 2026/);
    expect(stdout).toContain('90 days before expiry of the permit, 30 days earlier, before: 60 days');
    expect(stdout).toContain('D.Lgs. 16 aprile 2026 n. 83');
    const italian = await permesso(['rules', 'diff', '2026-05-21', '2026-05-22', '--lang', 'it']);
    expect(italian.stdout).toContain('30 giorni prima');
  });

  it('gives JSON, and an empty diff of a book with itself', async () => {
    const { stdout, code } = await permesso([
      'rules',
      'diff',
      RULES_FOLDER,
      RULES_FOLDER,
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ same: true, changes: [], beside: [], undecided: [] });
  });

  it('compares a day of the own book with a changed folder', async () => {
    const folder = join(tempFolder(), 'rules');
    cpSync(RULES_FOLDER, folder, { recursive: true });
    const file = join(folder, 'fees.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('is: 3046,', 'is: 3500,'));
    const { stdout } = await permesso(['rules', 'diff', '2026-11-22', folder, '--format', 'json']);
    const { changes } = JSON.parse(stdout) as { changes: { id: string }[] };
    expect(changes.map(({ id }) => id)).toContain('card');
    expect((await permesso(['rules', 'diff', '2016-01-01', folder])).stdout).toMatch(/^No answer differs/);
  });

  it('counts a new holiday', async () => {
    const { stdout } = await permesso(['rules', 'diff', '2025-12-31', '2026-01-01']);
    expect(stdout).toMatch(/no longer counts \(.*(Francis|October)/);
  });

  it('refuses what is neither a day nor a folder', async () => {
    expect(await permesso(['rules', 'diff', '2026-02-30', '2026-05-22'])).toMatchObject({
      code: 2,
      stdout: '',
    });
    expect(await permesso(['rules', 'diff', '2026-02-20', 'no-such-folder'])).toMatchObject({ code: 2 });
  });
});
