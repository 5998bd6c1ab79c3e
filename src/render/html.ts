/**
 * View → one self-contained page: no script, nothing loaded. On paper everyone's sheet begins a page and
 * what explains it follows; on a screen it is one column to scroll.
 */
import { html, phrase, type Markup } from './html-safe.ts';
import { detailParts, doubt, itemParts, sectionParts } from './html-section.ts';
import { sheetParts } from './html-sheet.ts';
import { style } from './html-style.ts';
import type { Item, SummaryLine, View } from './view.ts';

export interface HtmlStyle {
  /** Large print, for weak eyes: one column, whatever the number of pages. */
  readonly big?: boolean;
  /** The heading over the first step. */
  readonly first: string;
}

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur']);

/** What a page without scripts and without a network may do: use the style it brings. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Sections that the sheets already show. */
const ON_SHEETS = new Set(['checklist']);

/** The page, ending with a newline. */
export function renderHtml(view: View, { big = false, first }: HtmlStyle): string {
  const direction = RIGHT_TO_LEFT.has(view.language) ? 'rtl' : 'ltr';
  const title = view.title.replaceAll('_', '');
  const digest = view.footer.at(-1) ?? '';
  const page = html`<!doctype html>
    <html lang="${view.language}" dir="${direction}" class="${big ? 'big' : 'plain'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${style(digest)}
        </style>
      </head>
      <body>
        <main>
          <h1>${phrase(view.title)}</h1>
          ${view.advice.map(advice)}
          <dl class="summary">${view.summary.map(summaryLine)}</dl>
          ${firstStep(view, first)} ${view.sheets.map((sheet, index) => sheetParts(sheet, index, view))}
          <div class="more">${view.sections.filter(({ id }) => !ON_SHEETS.has(id)).map(sectionParts)}</div>
        </main>
        <footer>${view.footer.map((line) => html`<p>${phrase(line)}</p>`)}</footer>
      </body>
    </html> `;
  return page.source;
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
