/** View → lines for a terminal: no boxes, no meaning by colour alone, words never cut. */
import type { Fold } from './fold.ts';
import type { Ink } from './ink.ts';
import type { MonthGrid } from './month-grid.ts';
import { drawMonths } from './month-grid-text.ts';
import type { Group, Item, Section, View } from './view.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';

export interface TextStyle {
  /** Columns; no line is wider unless one word is. */
  readonly width: number;
  readonly ink: Ink;
  /** What measures the texts of the view. */
  readonly fold: Fold;
  /** One thing after the other: no month grids, which a screen reader would spell out digit by digit. */
  readonly plain?: boolean;
}

/** Below this width a label stands above its value, not beside it. */
const NARROW = 60;

/** The answer as text, ending with a newline. */
export function renderText(view: View, style: TextStyle): string {
  const { ink, fold, width } = style;
  const wide = width >= NARROW;
  const lines: string[] = view.news.flatMap((section) => [...sectionLines(section, style), '']);
  lines.push(...wrap(clean(view.title), style, '', ink.bold), '');
  for (const item of view.advice) lines.push(...itemLines(item, '', style), '');
  const labelWidth = wide ? Math.max(...view.summary.map(({ label }) => fold.width(label))) + 2 : 2;
  for (const { label, value, notes } of view.summary) {
    const indent = ' '.repeat(labelWidth);
    const body = [
      ...wrap(clean(value), style, indent, ink.bold),
      ...notes.flatMap((note) => wrap(clean(note), style, indent)),
    ];
    if (wide)
      lines.push(ink.cyan(label) + ' '.repeat(labelWidth - fold.width(label)) + (body[0] ?? '').trimStart());
    else lines.push(...wrap(label, style, '', ink.cyan), ...body.slice(0, 1));
    lines.push(...body.slice(1));
  }
  for (const section of view.sections) lines.push('', ...sectionLines(section, style));
  lines.push('', ...view.footer.flatMap((line) => wrap(clean(line), style, '')));
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section, style: TextStyle): string[] {
  const { ink } = style;
  return [
    ...wrap(section.heading.toUpperCase(), style, '', ink.heading),
    ...(section.months && style.plain !== true ? months(section.months, section.legend, style) : []),
    ...section.groups.flatMap((group) => groupLines(group, style)),
  ];
}

function groupLines(group: Group, style: TextStyle): string[] {
  const heading =
    group.heading === undefined
      ? []
      : [
          '',
          ...wrap(clean(group.heading), style, '', style.ink.bold),
          ...wrap(clean(group.detail ?? ''), style, '  '),
        ];
  const items = group.items.flatMap((item, index) => {
    const bullet = item.mark === undefined || style.plain === true ? '- ' : `${item.mark}  `;
    const marker = { bullet, box: item.done === true ? '[x] ' : '[ ] ', number: `${index + 1}. ` }[
      group.marker
    ];
    return itemLines(item, marker, style);
  });
  return [...heading.filter((line, index) => index === 0 || line.trim() !== ''), ...items];
}

function itemLines(item: Item, marker: string, style: TextStyle): string[] {
  const indent = ' '.repeat(marker.length);
  const said = clean(item.text);
  const noted = item.note === '' ? said : `${said} ${item.note}`;
  const [first = '', ...rest] = wrap(noted, style, indent, style.ink.dim, said.length + 1);
  return [
    marker + first.slice(indent.length),
    ...rest,
    ...(item.fields ?? []).flatMap(({ label, value }) =>
      wrap(clean(`${label}: ${value}`), style, `${indent}  `),
    ),
    ...item.details.flatMap((detail) => wrap(clean(detail), style, `${indent}  `)),
  ];
}

/** The month grids with their legend; nothing where the terminal is too narrow for one. */
function months(grids: readonly MonthGrid[], legend: string | undefined, style: TextStyle): string[] {
  const lines = drawMonths(grids, style.width, style.fold);
  return lines.length === 0 ? [] : [...lines, '', ...wrap(clean(legend ?? ''), style, ''), ''];
}

/**
 * Folds at words to the width, every line indented; a word wider than the line is broken. The text is painted
 * from a place on, each line for itself.
 */
function wrap(text: string, { fold, width }: TextStyle, indent: string, paint = same, from = 0): string[] {
  if (text === '') return [];
  let at = 0;
  return fold.lines(text, Math.max(1, width - indent.length)).map((line) => {
    const begins = text.indexOf(line, at);
    at = begins + line.length;
    const plain = line.slice(0, Math.max(0, from - begins));
    const painted = line.slice(plain.length);
    return indent + plain + (painted === '' ? '' : paint(painted));
  });
}

function same(text: string): string {
  return text;
}

function clean(text: string): string {
  return withoutMarks(text);
}
