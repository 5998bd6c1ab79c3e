/** How help fits a terminal: columns where there is room, one thing below the other where there is none. */
import { Help, type HelpConfiguration } from 'commander';

/** Columns below which a description stands under its flag. */
const NARROW = 60;
const USAGE = 'Usage: ';
const INDENT = 2;
const DEEP = 6;
/** No text is so narrow that wrapping it would not help. */
const LEAST_TO_WRAP = 16;
const FILLER = Object.assign(new Help(), { minWidthToWrap: LEAST_TO_WRAP });

/** What commander is told about the layout on a terminal of so many columns. */
export function helpLayout(width: number): HelpConfiguration {
  return {
    minWidthToWrap: LEAST_TO_WRAP,
    styleUsage: (usage) => words(usage, width - USAGE.length).join(`\n${' '.repeat(USAGE.length)}`),
    formatItem(term, termWidth, description, helper: Help) {
      const room = width >= NARROW ? width - termWidth - 2 * INDENT : width - DEEP;
      const lines = helper.boxWrap(description, Math.max(LEAST_TO_WRAP, room)).split('\n');
      const flag = ' '.repeat(INDENT) + term;
      if (width < NARROW) return [flag, ...lines.map((line) => ' '.repeat(DEEP) + line)].join('\n');
      const beside = termWidth + 2 * INDENT;
      const [first = '', ...rest] = lines;
      return [flag.padEnd(beside) + first, ...rest.map((line) => ' '.repeat(beside) + line)]
        .map((line) => line.trimEnd())
        .join('\n');
    },
  };
}

/** Paragraphs wrapped anew to a width. A line that is indented stands alone. */
export function wrapParagraphs(text: string, width: number): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const last = lines.at(-1);
    const goesOn = last !== undefined && /^\S/.test(last) && /^\S/.test(line);
    if (goesOn) lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines
    .flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return words(line.slice(indent.length), width - indent.length).map((part) => indent + part);
    })
    .join('\n');
}

/** A command line, cut where a shell allows it. */
export function wrapCommand(command: string, width: number): string {
  const parts = words(command, width - DEEP - 2);
  return parts
    .map(
      (part, index) =>
        ' '.repeat(index === 0 ? INDENT : DEEP) + part + (index < parts.length - 1 ? ' \\' : ''),
    )
    .join('\n');
}

/** Filled into lines as commander fills its descriptions. */
function words(text: string, width: number): string[] {
  return FILLER.boxWrap(text, width).split('\n');
}
