import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { html, link, phrase } from '../../src/render/html-safe.ts';
import { renderHtml } from '../../src/render/html.ts';
import { viewOf, type View } from '../../src/render/view.ts';
import { splitTerms, withoutMarks } from '../../src/rulebook/term-marks.ts';
import { splitCitation } from '../../src/render/references.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';

const rulebook = ownRulebook();
const STUDENT = {
  ...{ procedure: 'first-issue', reason: 'study', months: 12, entry: '2026-11-20', on: '2026-11-22' },
  ...{ born: '2003-05-04', citizenship: 'IN' },
};
const FAMILY = {
  ...STUDENT,
  reason: 'family',
  family: [
    { relation: 'child', born: '2020-02-01' },
    { relation: 'spouse', born: '1992-01-01' },
  ],
};

const pageOf = (fields: Record<string, unknown>, messages = en, big = false) => {
  const view = viewOf(ownAnswer(fields), rulebook, messages, { sheets: true });
  return { view, page: renderHtml(view, { first: messages.view.first, big }) };
};
const bare = (page: string) => page.replace(/<style>[^]*<\/style>/, '');
const count = (page: string, what: RegExp) => page.match(what)?.length ?? 0;
const ticks = (view: View) =>
  view.sheets.flatMap(({ piles, payments }) => [...piles, payments].flatMap(({ items }) => items)).length;

describe('the page', () => {
  it('is one file that loads and runs nothing', () => {
    const { page } = pageOf(FAMILY);
    expect(page).toContain(`default-src &#39;none&#39;`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|srcset|src=/i);
  });

  it('says where, how much and by when before anything else, then what to do first', () => {
    const { page } = pageOf(STUDENT);
    const text = bare(page)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    const order = ['Where', 'How much', 'By when', 'Do this first', 'What to bring', 'What to do'];
    const at = order.map((word) => text.indexOf(` ${word} `));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('has a box with a label for every paper and payment, once for each person who brings it', () => {
    for (const fields of [STUDENT, FAMILY]) {
      const { view, page } = pageOf(fields);
      const ids = [...page.matchAll(/<input type="checkbox" id="([^"]+)">/g)].map(([, id]) => id);
      expect(ids).toHaveLength(ticks(view));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(page).toContain(`<label for="${id ?? ''}">`);
    }
  });

  it('gives everyone a sheet with the own sum; the sums make the total', () => {
    const { view, page } = pageOf(FAMILY);
    expect(view.sheets.map(({ name }) => name)).toEqual([
      'You',
      'Son or daughter (2020-02-01)',
      'Husband or wife (1992-01-01)',
    ]);
    expect(count(page, /<section\s+class="sheet/g)).toBe(3);
    const cents = view.sheets.map(({ total }) => Number(total.replace(/[^\d]/g, '')));
    expect(cents.reduce((sum, one) => sum + one)).toBe(ownAnswer(FAMILY).fees.totalCents);
  });

  it('says on every sheet of EU citizens that the town hall asks for something of its own', () => {
    const couple = {
      ...{ procedure: 'first-issue', reason: 'eu-citizen', entry: '2026-10-01', on: '2026-11-22' },
      ...{ born: '1990-01-01', citizenship: 'FR', family: [{ relation: 'spouse', born: '1991-01-01' }] },
    };
    const { view, page } = pageOf(couple);
    const { noFeeForPermit, nothingToPay } = en.view;
    expect(view.sheets.map(({ total }) => total)).toEqual([noFeeForPermit, noFeeForPermit]);
    expect(page).not.toContain(nothingToPay);
  });

  it('puts every document of the answer on the sheet of its person', () => {
    const answer = ownAnswer(FAMILY);
    const { view } = pageOf(FAMILY);
    view.sheets.forEach((sheet, index) => {
      const person = index === 0 ? 'applicant' : `family-${index}`;
      const mine = [...answer.documents, ...answer.forms].filter((line) => line.person === person);
      expect(sheet.piles.flatMap(({ items }) => items)).toHaveLength(mine.length);
    });
  });

  it('lets both sides of the counter read: Italian beside every paper, in Italian pages once', () => {
    const { view, page } = pageOf(FAMILY);
    const items = view.sheets.flatMap(({ piles, payments }) =>
      [...piles, payments].flatMap((pile) => pile.items),
    );
    for (const { text, italian: twin } of items) {
      expect(splitTerms(text).some(({ term }) => term) || twin !== undefined, text).toBe(true);
    }
    expect(page).toContain('<i lang="it" dir="ltr">marca da bollo</i>');
    const own = pageOf(FAMILY, italian);
    expect(own.page).toContain('<html lang="it" dir="ltr"');
    expect(own.page).not.toContain('class="twin"');
  });

  it('prints account, payee and reason of the slip', () => {
    const { page } = pageOf(STUDENT);
    expect(page).toMatch(/<dl class="slip">[^]*67422402[^]*in the name of/);
  });

  it('leads every number to a source, and ends with the digest, on every sheet of paper too', () => {
    const { view, page } = pageOf(FAMILY);
    const targets = [...page.matchAll(/href="#(source-\d+)"/g)].map(([, id]) => id ?? '');
    expect(targets.length).toBeGreaterThan(50);
    for (const id of new Set(targets)) expect(page).toContain(`<li id="${id}">`);
    const digest = view.footer.at(-1) ?? '';
    expect(page.slice(page.indexOf('<footer>'))).toContain(digest);
    expect(page).toContain(`content:"${digest}"`);
  });

  it('marks the days of the calendar with letters, not with colour alone', () => {
    const { page } = pageOf(STUDENT);
    expect(page).toContain('<td class="marked"><b>30B</b></td>');
    expect(page).toMatch(/<b class="mark">B<\/b> Monday 30 November 2026/);
  });

  it('is larger on request, and the same otherwise', () => {
    const [plain, big] = [pageOf(STUDENT).page, pageOf(STUDENT, en, true).page];
    expect(big).toContain('class="big"');
    expect(big.replace('class="big"', 'class="plain"')).toBe(plain);
  });

  it('is written from right to left where the language is', () => {
    const { view } = pageOf(STUDENT);
    const page = renderHtml({ ...view, language: 'ar' }, { first: '' });
    expect(page).toContain('<html lang="ar" dir="rtl"');
    expect(bare(page)).not.toMatch(/style=/);
  });
});

describe('building HTML', () => {
  it('escapes what is not markup', () => {
    expect(html`<p title="${'"'}">${'<b>'}${html`<i>${'&'}</i>`}${undefined}${[1, 'x']}</p>`.source).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i>1x</p>',
    );
  });

  it('links addresses of the web only', () => {
    expect(link('https://example.org/?a=1&b=2').source).toContain('href="https://example.org/?a=1&amp;b=2"');
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'https://a b', 'ftp://x']) {
      expect(link(bad).source).not.toContain('<a');
    }
  });

  it('finds Italian terms as the plain formats do', () => {
    for (const text of [
      'a (_marca da bollo_) b',
      '_x_',
      'snake_case_word',
      "l'_atto_, _b_.",
      '_a_ and _b_',
      'no_',
    ]) {
      expect(
        splitTerms(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(withoutMarks(text));
    }
    expect(phrase('a _b_ [2, 5]').source).toBe(
      'a <i lang="it" dir="ltr">b</i> <span class="cite" dir="ltr">[<a href="#source-2">2</a>, <a href="#source-5">5</a>]</span>',
    );
  });

  it('takes citations off as they are written', () => {
    expect(splitCitation('one source only [4]')).toEqual({ text: 'one source only', numbers: [4] });
    expect(splitCitation('[4, 7]')).toEqual({ text: '', numbers: [4, 7] });
    expect(splitCitation('art. [4] of the law')).toEqual({ text: 'art. [4] of the law', numbers: [] });
  });
});
