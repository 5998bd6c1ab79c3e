/** View → lines for a terminal: no boxes, no meaning by colour alone, words never cut. */
import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { MonthGrid } from './month-grid.ts';
import { drawMonths } from './month-grid-text.ts';
import type { Group, Item, Section, View } from './view.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';

export interface TextStyle {
  /** Columns; no line is wider unless one word is. */
  readonly width: number;
  readonly colour: 0 | 1;
  /** One thing after the other: no month grids, which a screen reader would spell out digit by digit. */
  readonly plain?: boolean;
}

/** Below this width a label stands above its value, not beside it. */
const NARROW = 60;

/** The answer as text, ending with a newline. */
export function renderText(view: View, style: TextStyle): string {
  const chalk = new Chalk({ level: style.colour });
  const wide = style.width >= NARROW;
  const lines: string[] = view.news.flatMap((section) => [...sectionLines(section, style, chalk), '']);
  lines.push(...wrap(chalk.bold(clean(view.title)), style.width, ''), '');
  for (const item of view.advice) lines.push(...itemLines(item, '', style, chalk), '');
  const labelWidth = wide ? Math.max(...view.summary.map(({ label }) => stringWidth(label))) + 2 : 2;
  for (const { label, value, notes } of view.summary) {
    const indent = ' '.repeat(labelWidth);
    const body = [
      ...wrap(chalk.bold(clean(value)), style.width, indent),
      ...notes.flatMap((note) => wrap(clean(note), style.width, indent)),
    ];
    const name = chalk.cyan(label);
    if (wide) lines.push(name + ' '.repeat(labelWidth - stringWidth(label)) + (body[0] ?? '').trimStart());
    else lines.push(...wrap(name, style.width, ''), ...body.slice(0, 1));
    lines.push(...body.slice(1));
  }
  for (const section of view.sections) {
    lines.push('', ...sectionLines(section, style, chalk));
  }
  lines.push('', ...view.footer.flatMap((line) => wrap(clean(line), style.width, '')));
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section, style: TextStyle, chalk: ChalkInstance): string[] {
  return [
    ...wrap(chalk.bold.cyan(section.heading.toUpperCase()), style.width, ''),
    ...(section.months && style.plain !== true ? months(section.months, section.legend, style) : []),
    ...section.groups.flatMap((group) => groupLines(group, style, chalk)),
  ];
}

function groupLines(group: Group, style: TextStyle, chalk: ChalkInstance): string[] {
  const heading =
    group.heading === undefined
      ? []
      : [
          '',
          ...wrap(chalk.bold(clean(group.heading)), style.width, ''),
          ...wrap(clean(group.detail ?? ''), style.width, '  '),
        ];
  const items = group.items.flatMap((item, index) => {
    const bullet = item.mark === undefined || style.plain === true ? '- ' : `${item.mark}  `;
    const marker = { bullet, box: item.done === true ? '[x] ' : '[ ] ', number: `${index + 1}. ` }[
      group.marker
    ];
    return itemLines(item, marker, style, chalk);
  });
  return [...heading.filter((line, index) => index === 0 || line.trim() !== ''), ...items];
}

function itemLines(item: Item, marker: string, style: TextStyle, chalk: ChalkInstance): string[] {
  const indent = ' '.repeat(marker.length);
  const note = item.note === '' ? '' : ` ${chalk.dim(item.note)}`;
  const [first = '', ...rest] = wrap(clean(item.text) + note, style.width, indent);
  return [
    marker + first.slice(indent.length),
    ...rest,
    ...(item.fields ?? []).flatMap(({ label, value }) =>
      wrap(clean(`${label}: ${value}`), style.width, `${indent}  `),
    ),
    ...item.details.flatMap((detail) => wrap(clean(detail), style.width, `${indent}  `)),
  ];
}

/** The month grids with their legend; nothing where the terminal is too narrow for one. */
function months(grids: readonly MonthGrid[], legend: string | undefined, style: TextStyle): string[] {
  const lines = drawMonths(grids, style.width);
  return lines.length === 0 ? [] : [...lines, '', ...wrap(clean(legend ?? ''), style.width, ''), ''];
}

/** Wraps at words to a width, every line indented; a word wider than the line is broken. */
function wrap(text: string, width: number, indent: string): string[] {
  if (text === '') return [];
  return wrapAnsi(text, Math.max(1, width - indent.length), { hard: true })
    .split('\n')
    .map((line) => indent + line.trimEnd());
}

function clean(text: string): string {
  return withoutMarks(text);
}
