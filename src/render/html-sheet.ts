/** The sheet of one person: boxes to tick, pile by pile, and what is paid with what stands on the slip. */
import { detailParts, doubt, list } from './html-section.ts';
import { html, phrase, type Markup } from './html-safe.ts';
import type { Group, Item, Section, View } from './view.ts';
import type { Sheet } from './view-sheets.ts';

/** Characters of a line on paper, in a heading and below it; the lines that a sheet of paper holds. */
const WIDTH = 52;
const WIDTH_BELOW = 62;
const WIDTH_SUMMARY = 38;
const MOST_AT_EASE = 118;

/** One sheet; the sheets after the first repeat what the paper is about, since they begin a page. */
export function sheetParts(sheet: Sheet, index: number, view: View): Markup | undefined {
  const groups = [...sheet.piles, sheet.payments].filter(({ items }) => items.length > 0);
  if (groups.length === 0) return undefined;
  const heading = sheet.name ?? headingOf(view.sections, 'checklist');
  return html`<section class="sheet ${fullness(linesOf(groups) + (index === 0 ? headLines(view) : 0))}">
    <h2>${heading}</h2>
    ${sheet.name === undefined ? undefined : reminder(sheet, index, view)}
    <div class="piles">${groups.map((group, number) => pile(group, `${index + 1}-${number + 1}`))}</div>
  </section> `;
}

/** How full the paper is: more than full is set smaller, and a page that is nearly full is left alone. */
function fullness(lines: number): 'short' | 'full' | 'dense' {
  if (lines > MOST_AT_EASE) return 'dense';
  return lines * 4 > MOST_AT_EASE * 3 ? 'full' : 'short';
}

/** Lines that the first screen takes from both columns of the first sheet. */
function headLines({ title, summary, sections }: View): number {
  const notes = summary.map(({ value, notes: below }) =>
    [value, ...below].reduce((sum, text) => sum + Math.ceil(text.length / WIDTH_SUMMARY), 1),
  );
  const step = sections.find(({ id }) => id === 'steps')?.groups[0]?.items[0];
  const wide = [title, [step?.text ?? '', ...(step?.details ?? [])].join(' ')];
  const across = wide.reduce((sum, text) => sum + Math.ceil(text.length / (WIDTH_BELOW * 2)), 0);
  const [where = 0, cost = 0, date = 0, length = 0] = notes;
  return 2 * (Math.max(where + length, cost, date) + across);
}

/** Lines that a sheet needs in one of the two columns of the paper, roughly. */
function linesOf(groups: readonly Group[]): number {
  const lines = (text: string | undefined, width: number) => Math.ceil((text ?? '').length / width);
  const item = ({ text, italian, details, fields = [] }: Item) =>
    lines(text + (italian ?? ''), WIDTH) +
    details.reduce((sum, detail) => sum + lines(detail, WIDTH_BELOW), 0) +
    fields.reduce((sum, { label, value }) => sum + lines(label + value, WIDTH_BELOW), 0);
  return groups.reduce((sum, group) => sum + 2 + group.items.reduce((all, one) => all + item(one), 0), 0);
}

function headingOf(sections: readonly Section[], id: string): string {
  return sections.find((section) => section.id === id)?.heading ?? '';
}

/** Where, how much for this person, and by when, in one line. */
function reminder(sheet: Sheet, index: number, view: View): Markup {
  const [where, cost, date] = view.summary;
  const parts = [
    ...(index > 0 && where ? [{ label: where.label, value: where.value }] : []),
    ...(cost ? [{ label: cost.label, value: sheet.total }] : []),
    ...(index > 0 && date ? [{ label: date.label, value: date.value }] : []),
  ];
  const title = index > 0 ? html`<p>${phrase(view.title)}</p>` : undefined;
  return html`<div class="reminder">
    ${title}
    <p>${parts.map(({ label, value }) => html`<span>${label}: <strong>${phrase(value)}</strong></span> `)}</p>
  </div>`;
}

function pile(group: Group, id: string): Markup {
  const detail = group.detail === undefined ? undefined : html`<p class="detail">${phrase(group.detail)}</p>`;
  return html`<section class="pile">
    <h3>${phrase(group.heading ?? '')}${inItalian(group.italian, ' · ')}</h3>
    ${detail}
    ${
      group.marker === 'box'
        ? html`<ul class="ticks">
            ${group.items.map((item, index) => tick(item, `tick-${id}-${index + 1}`))}
          </ul>`
        : list(group)
    }
  </section> `;
}

function tick(item: Item, id: string): Markup {
  const fields = (item.fields ?? []).map(
    ({ label, value }) =>
      html`<div>
        <dt>${phrase(label)}</dt>
        <dd>${phrase(value)}</dd>
      </div>`,
  );
  const slip = fields.length === 0 ? undefined : html`<dl class="slip">${fields}</dl>`;
  return html`<li>
    ${item.done === true ? html`<input type="checkbox" id="${id}" checked />` : html`<input type="checkbox" id="${id}" />`}
    <div>
      <label for="${id}">${phrase(item.text)}${inItalian(item.italian, ' / ')}</label
      >${doubt(item)}${slip}${detailParts(item)}
    </div>
  </li> `;
}

function inItalian(text: string | undefined, before: string): Markup | undefined {
  return text === undefined
    ? undefined
    : html`<span class="twin">${before}<i lang="it" dir="ltr">${text}</i></span>`;
}
