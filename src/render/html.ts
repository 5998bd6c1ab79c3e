/**
 * View → one self-contained page: no script, nothing loaded. On paper everyone's sheet begins a page and
 * what explains it follows; on a screen it is one column to scroll.
 */
import { html, phrase, type Markup } from './html-safe.ts';
import { detailParts, doubt, itemParts, sectionParts } from './html-section.ts';
import { sheetParts } from './html-sheet.ts';
import { style } from './html-style.ts';
import type { Group, Item, Section, SummaryLine, View } from './view.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';

export interface HtmlStyle {
  /** Large print, for weak eyes: one column, whatever the number of pages. */
  readonly big?: boolean;
  /** The heading over the first step. */
  readonly first: string;
  /** Data about the page for programs, by the name of its `meta` element. */
  readonly meta?: Readonly<Record<string, string>>;
}

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur']);

/** What a page without scripts and without a network may do: use the style it brings. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const LONGEST_TITLE = 70;

/** The section whose lines stand on the sheets. */
const ON_SHEETS = 'checklist';

/** The page, ending with a newline. */
export function renderHtml(view: View, { big = false, first, meta = {} }: HtmlStyle): string {
  const direction = RIGHT_TO_LEFT.has(view.language) ? 'rtl' : 'ltr';
  const title = shortTitle(withoutMarks(view.title));
  const digest = view.footer.at(-1) ?? '';
  const page = html`<html lang="${view.language}" dir="${direction}" class="${big ? 'big' : 'plain'}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      ${Object.entries(meta).map(([name, content]) => html`<meta name="${name}" content="${content}" /> `)}
      <title>${title}</title>
      <style>
        ${style(digest)}
      </style>
    </head>
    <body>
      <main>
        <h1>${phrase(view.title)}</h1>
        ${view.news.map(sectionParts)} ${view.advice.map(advice)}
        <dl class="summary">${view.summary.map(summaryLine)}</dl>
        ${firstStep(view, first)} ${view.sheets.map((sheet, index) => sheetParts(sheet, index, view))}
        <div class="more">${explained(view).map(sectionParts)}</div>
      </main>
      <footer>${view.footer.map((line) => html`<p>${phrase(line)}</p>`)}</footer>
    </body>
  </html>`;
  return `<!DOCTYPE html>\n${page.source.replace(/[ \t]+$/gm, '')}\n`;
}

/** Enough for a tab: cut at a word where there is one. */
function shortTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  return `${title.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…`;
}

/** The sections without what the sheets show already, where there are sheets. */
function explained({ sheets, sections }: View): Section[] {
  if (sheets.length === 0) return [...sections];
  const payments = new Set(sheets.map((sheet) => sheet.payments.heading));
  const isOnSheets = ({ marker, heading }: Group) =>
    marker === 'box' || (heading !== undefined && payments.has(heading));
  return sections
    .filter(({ id }) => id !== ON_SHEETS)
    .map((section) => ({ ...section, groups: section.groups.filter((group) => !isOnSheets(group)) }));
}

function advice(item: Item): Markup {
  return html`<div class="advice">${itemParts(item)}</div>`;
}

function summaryLine({ label, value, notes }: SummaryLine): Markup {
  const [first, ...rest] = notes;
  const said = first === undefined ? undefined : html`<p>${phrase(first)}</p>`;
  return html`<div>
    <dt>${label}</dt>
    <dd><strong>${phrase(value)}</strong>${said}${rest.map((note) => html`<p>${phrase(note)}</p>`)}</dd>
  </div>`;
}

/** The first of the steps again, at the top: what to do today. */
function firstStep(view: View, heading: string): Markup | undefined {
  const step = view.sections.find(({ id }) => id === 'steps')?.groups[0]?.items[0];
  if (!step) return undefined;
  return html`<section class="first">
    <h2>${heading}</h2>
    <p><strong>${phrase(step.text)}</strong>${doubt(step)}</p>
    ${detailParts(step)}
  </section>`;
}
