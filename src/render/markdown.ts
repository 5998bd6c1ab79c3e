/** View → Markdown that reads well in a mail and draws well in a ticket. */
import type { Group, Item, Section, View } from './view.ts';
import { splitTerms } from '../rulebook/term-marks.ts';

/** The answer as Markdown, ending with a newline. */
export function renderMarkdown(view: View): string {
  const blocks = [
    ...view.news.map(section),
    `# ${phrase(view.title)}`,
    ...view.advice.map((item) => entry(item, '', '')),
    ...view.summary.map(({ label, value, notes }) =>
      [`**${plain(label)}: ${phrase(value)}**`, ...notes.map(phrase)].join('  \n'),
    ),
    ...view.sections.map(section),
    '---',
    view.footer.map(phrase).join('  \n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section({ heading, groups }: Section): string {
  return [`## ${phrase(heading)}`, ...groups.map(group)].join('\n\n');
}

function group({ heading, detail, marker, items }: Group): string {
  const lines = items.map((item, index) => {
    if (marker === 'number') return entry(item, `${index + 1}. `, ' '.repeat(`${index + 1}. `.length));
    return entry(item, marker === 'box' ? (item.done === true ? '- [x] ' : '- [ ] ') : '- ', '  ');
  });
  const head = heading === undefined ? [] : [`### ${phrase(heading)}`];
  return [...head, ...(detail === undefined ? [] : [phrase(detail)]), lines.join('\n')].join('\n\n');
}

/** The line in bold where something stands below it; each thing to know on a line of its own. */
function entry(item: Item, mark: string, indent: string): string {
  const note = item.note === '' ? '' : ` ${plain(item.note)}`;
  const below = [
    ...(item.fields ?? []).map(({ label, value }) => `${phrase(label)}: ${phrase(value)}`),
    ...item.details.map((detail) => (isAddress(detail) ? `<${detail}>` : phrase(detail))),
  ];
  const said = below.length === 0 ? phrase(item.text) : `**${phrase(item.text)}**`;
  return [`${mark}${said}${note}`, ...below.map((line) => indent + line)].join('  \n');
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/i.test(text);
}

/** A text with its Italian terms in italics. */
function phrase(text: string): string {
  return splitTerms(text)
    .map(({ text: part, term }) => (term ? `*${plain(part)}*` : plain(part)))
    .join('');
}

/** Escapes what Markdown would read as markup; what is harmless in plain text stays as it is typed. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_<>[\]|~]/g, (character) => `\\${character}`)
    .replace(/&(?=[a-z#]\w*;)/gi, '\\&')
    .replace(
      /^(\s*)([-+=#]|\d+[.)])/,
      (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    );
}
