/** Month grids as tables: the letter of a date stands beside its day, so no colour is needed to see it. */
import { html, phrase, type Markup } from './html-safe.ts';
import type { DayCell, MonthGrid } from './month-grid.ts';

/** The grids, and how to read them. */
export function monthsParts(months: readonly MonthGrid[], legend: string): Markup {
  return html`<div class="months">${months.map(monthTable)}</div>
    <p class="legend">${phrase(legend)}</p>`;
}

function monthTable(month: MonthGrid): Markup {
  const head = month.weekdays.map(
    ({ short, long }) => html`<th scope="col"><abbr title="${long}">${short}</abbr></th>`,
  );
  const rows = month.weeks.map(
    (week) =>
      html`<tr>
        ${week.map(dayCell)}
      </tr> `,
  );
  return html`<table>
    <caption>
      ${month.heading}
    </caption>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table> `;
}

function dayCell(cell: DayCell | undefined): Markup {
  if (!cell) return html`<td></td>`;
  const today = cell.today ? '*' : '';
  if (cell.marks.length === 0) return html`<td>${cell.day}${today}</td>`;
  return html`<td class="marked"><b>${cell.day}${cell.marks.join('')}${today}</b></td>`;
}
