/** Texts folded at words to the width of the terminal. */
import wrapAnsi from 'wrap-ansi';

/** Lines no wider than `width`, every one after `indent`; only a word wider than a line is broken. */
export function wrap(text: string, width: number, indent = ''): string {
  return wrapAnsi(text, Math.max(1, width - indent.length), { hard: true })
    .split('\n')
    .map((line) => indent + line.trimEnd())
    .join('\n');
}

/** The same with the first line after a mark such as `1. ` and the others below its text. */
export function wrapAfter(mark: string, text: string, width: number): string {
  const indent = ' '.repeat(mark.length);
  return mark + wrap(text, width, indent).slice(indent.length);
}
