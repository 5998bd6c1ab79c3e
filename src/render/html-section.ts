/** Sections of the page: lists of items, month grids, sources. */
import { monthsParts } from './html-months.ts';
import { citation, html, link, phrase, type Markup } from './html-safe.ts';
import { splitCitation } from './references.ts';
import type { Group, Item, Section } from './view.ts';

/** A section with its heading; dates with their months, sources as the targets of the numbers. */
export function sectionParts(section: Section): Markup {
  const draw = section.id === 'sources' ? sourcesList : list;
  return html`<section id="${section.id}">
    <h2>${section.heading}</h2>
    ${section.months ? monthsParts(section.months, section.legend ?? '') : undefined}
    ${section.groups.map((group) => html`${group.heading === undefined ? undefined : html`<h3>${phrase(group.heading)}</h3>`}${draw(group)}`)}
  </section> `;
}

/** The items of a group, numbered or not. */
export function list(group: Group): Markup {
  const items = group.items.map((item) => html`<li>${itemParts(item)}</li> `);
  return group.marker === 'number'
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

function sourcesList(group: Group): Markup {
  const items = group.items.map(
    (item, index) =>
      html`<li id="source-${index + 1}">
        ${phrase(item.text)}${doubt(item)}${item.details.map((detail) => html` ${link(detail)}`)}
      </li> `,
  );
  return html`<ol class="sources">
    ${items}
  </ol>`;
}

/** The inside of an item: what it says, then what to know about it. */
export function itemParts(item: Item): Markup {
  const mark = item.mark === undefined ? undefined : html`<b class="mark">${item.mark}</b> `;
  return html`<p class="said">${mark}${phrase(item.text)}${doubt(item)}</p>
    ${detailParts(item)}`;
}

/** How sure, where that is not “confirmed”: beside what it is about. With nothing below, the sources too. */
export function doubt(item: Item): Markup | undefined {
  const { text, numbers } = splitCitation(item.note);
  const sure = text === '' ? undefined : html` <small class="note">${text}</small>`;
  return html`${sure}${item.details.length === 0 ? citation(numbers) : undefined}`;
}

/** What stands below an item; its sources come at the end, where they interrupt nobody. */
export function detailParts(item: Item): Markup[] {
  const sources = citation(splitCitation(item.note).numbers);
  const last = item.details.length - 1;
  return item.details.map(
    (detail, index) => html`<p class="detail">${phrase(detail)}${index === last ? sources : undefined}</p>`,
  );
}
