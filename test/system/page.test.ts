import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { renderHtml } from '../../src/render/html.ts';
import { viewOf, type View } from '../../src/render/view.ts';
import { withoutMarks } from '../../src/rulebook/term-marks.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { bookSaying, HOSTILE } from '../render/hostile.ts';
import { openBrowser, type Browser } from './browser.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { CASES } from './cases.ts';
import { readPdf, type Paper } from './pdf.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  .map((tag) => `"${tag}"`)
  .join();
const MM = 96 / 25.4;
/** What the page leaves free: A4 less the margins of its own style sheet. */
const PRINTED = { width: (210 - 2 * 11) * MM, height: (297 - 9 - 11) * MM };

const rulebook = ownRulebook();
const folder = mkdtempSync(join(tmpdir(), 'permesso-pages-'));
const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document'],
    root: true,
  }),
);
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const squeezed = (text: string) => withoutMarks(text).replace(/\s+/g, '');

/** A tab of its own with the page in it, and what the page asked the network for. */
async function open(html: string): Promise<{ page: Page; url: string; requests: string[] }> {
  const file = join(folder, `${randomUUID()}.html`);
  writeFileSync(file, html);
  const page = await browser.context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${file}`);
  return { page, url: `file://${file}`, requests };
}

/** What html-validate has to say. */
async function invalid(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

/** Elements that stick out of the window or of their box; a table's thickest border may reach 4 pixels out. */
async function overflow(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(`[...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 4 && element.clientWidth > 0)
    .map((element) => element.tagName + ' ' + element.textContent.slice(0, 60))
    .concat(document.documentElement.scrollWidth > innerWidth ? ['the page'] : [])`);
}

/** What axe finds; a contrast that it cannot judge counts as found. */
async function axe(page: Page, rules: string): Promise<string[]> {
  // only what was found crosses from the browser: what passed is thousands of nodes
  const found = await page.evaluate<Pick<AxeResults, 'violations' | 'incomplete'>>(
    `axe.run(document, { runOnly: [${rules}], resultTypes: ['violations', 'incomplete'] })
      .then(({ violations, incomplete }) => ({ violations, incomplete }))`,
  );
  const unclear = found.incomplete.filter(({ id }) => id === 'color-contrast');
  return [...found.violations, ...unclear].map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

async function print(page: Page): Promise<Paper> {
  const path = join(folder, `${randomUUID()}.pdf`);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.pdf({ path, preferCSSPageSize: true });
  return readPdf(path);
}

/** Pages that the parts between forced page breaks fill, as laid out for print on paper of endless length. */
async function partsInPages(page: Page): Promise<number[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: Math.floor(PRINTED.width), height: 800 });
  const heights = await page.evaluate<number[]>(`(() => {
    const tops = [...document.querySelectorAll('.sheet, .more')]
      .filter((element) => getComputedStyle(element).breakBefore === 'page')
      .map((element) => element.getBoundingClientRect().top + scrollY);
    const edges = [0, ...tops, document.body.scrollHeight];
    return edges.slice(1).map((edge, index) => edge - edges[index]);
  })()`);
  return heights.map((height) => height / PRINTED.height);
}

/** The first lines of a page; poppler may read the foot of the page before them. */
function startOf(text: string): string[] {
  return text.split('\n').slice(0, 4);
}

/** Every line to tick, and everything that is paid: what the paper is for. */
function lines(view: View): string[] {
  const groups = view.sheets.flatMap(({ piles, payments }) => [...piles, payments]);
  return groups.flatMap(({ items }) =>
    items.flatMap(({ text, fields = [] }) => [text, ...fields.map(({ value }) => value)]),
  );
}

function expectWholePaper(paper: Paper, view: View): void {
  const all = squeezed(paper.pages.join(' '));
  for (const line of lines(view)) expect(all, line).toContain(squeezed(line));
  const digest = view.footer.at(-1) ?? '';
  for (const text of paper.pages) expect(text).toContain(digest);
  const { width, height } = paper;
  const cut = paper.words.filter(
    ({ left, right, top, bottom }) => left < 20 || right > width - 20 || top < 20 || bottom > height - 5,
  );
  expect(cut).toEqual([]);
}

describe.concurrent.each([en, italian])('the page in $language', (messages) => {
  it.each(CASES)(
    '%s',
    async (_, fields) => {
      const view = viewOf(ownAnswer(fields), rulebook, messages, { sheets: true });
      const html = renderHtml(view, { first: messages.view.first });
      expect(await invalid(html)).toEqual([]);

      const { page, url, requests } = await open(html);
      expect(await overflow(page, 1280)).toEqual([]);
      expect(await overflow(page, 360)).toEqual([]);
      expect(requests).toEqual([url]);
      await page.addScriptTag({ content: AXE });
      expect(await axe(page, EVERYTHING)).toEqual([]);
      // the colours are the same in every language
      if (messages === en) {
        await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
        expect(await axe(page, '"color-contrast"')).toEqual([]);
      }

      const parts = await partsInPages(page);
      const paper = await print(page);
      expectWholePaper(paper, view);
      const least = parts.reduce((sum, part) => sum + Math.ceil(part - 0.02), 0);
      expect(paper.pages.length).toBeGreaterThanOrEqual(least);
      // what is kept whole leaves gaps: at most one page more for each part
      expect(paper.pages.length).toBeLessThanOrEqual(least + parts.length);
      for (const { name } of view.sheets.slice(1)) {
        expect(paper.pages.filter((text) => startOf(text).includes(name ?? '?'))).toHaveLength(1);
      }
      await page.close();
    },
    120_000,
  );
});

describe('the page of a student', () => {
  const [, student = {}] = CASES[0] ?? [];
  const pageOf = (book: Rulebook, big = false) => {
    const view = viewOf(ownAnswer(student, book), book, en, { sheets: true });
    return { view, html: renderHtml(view, { first: en.view.first, big }) };
  };

  it('has everything to tick and to pay on the first sheet of paper', async () => {
    const { view, html } = pageOf(rulebook);
    const { page } = await open(html);
    const [first = ''] = (await print(page)).pages;
    for (const line of lines(view)) expect(squeezed(first), line).toContain(squeezed(line));
    await page.close();
  });

  it('is complete in large print', async () => {
    const { view, html } = pageOf(rulebook, true);
    const { page } = await open(html);
    expect(await overflow(page, 360)).toEqual([]);
    const paper = await print(page);
    expectWholePaper(paper, view);
    const heights = paper.words.map(({ top, bottom }) => Math.round(bottom - top));
    expect(heights.filter((height) => height >= 14).length / heights.length).toBeGreaterThan(0.9);
    await page.close();
  });

  it.each(HOSTILE)('runs nothing and stays in its width: %s', async (_, text) => {
    const { html } = pageOf(bookSaying(text));
    const { page, url, requests } = await open(html);
    const opened: string[] = [];
    page.on('dialog', (dialog) => {
      opened.push(dialog.message());
      void dialog.dismiss();
    });
    expect(await overflow(page, 360)).toEqual([]);
    await page.locator('input').first().click();
    await page.locator('label').first().hover();
    expect(opened).toEqual([]);
    expect(requests).toEqual([url]);
    await page.close();
  });
});
