/** Measuring and folding texts for a terminal. Nearly all are simple; for the others libraries are loaded. */

export interface Fold {
  /** Columns that a text takes. */
  width(text: string): number;
  /** Lines no wider than so many columns, folded at words; only a word wider than a line is broken. */
  lines(text: string, columns: number): string[];
}

/**
 * Characters of one column each that belong to no other: Latin letters, and the signs that the program uses. Between
 * words stands one space.
 */
const SIMPLE = /^[\x20-\x7e\u00a0-\u024f\u2010-\u2015\u2018-\u201e\u2022\u2026\u2190-\u2193\u20ac]*$/;
const SOFT_HYPHEN = '\u00ad';

/**
 * What measures and folds a text, or all texts of a view. The libraries take as long to load as an answer takes:
 * they are loaded only for letters of other scripts, and what is simple folds without them to the same lines.
 */
export async function foldFor(value: unknown): Promise<Fold> {
  if (textsOf(value).every(isSimple)) return SIMPLE_FOLD;
  const [{ default: stringWidth }, { default: wrapAnsi }] = await Promise.all([
    import('string-width'),
    import('wrap-ansi'),
  ]);
  return {
    width: (part) => stringWidth(part),
    lines: (part, columns) =>
      wrapAnsi(part, columns, { hard: true })
        .split('\n')
        .map((line) => line.trimEnd()),
  };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function isSimple(text: string): boolean {
  return SIMPLE.test(text) && !text.includes(SOFT_HYPHEN) && !/ {2}/.test(text);
}

const SIMPLE_FOLD: Fold = { width: (text) => text.length, lines: foldSimple };

/** As wrap-ansi folds: a word that is broken begins on the line where it needs fewer breaks. */
function foldSimple(text: string, columns: number): string[] {
  const lines = [''];
  const last = () => lines.at(-1) ?? '';
  const put = (line: string) => (lines[lines.length - 1] = line);
  for (const word of text.trim().split(' ')) {
    const line = last() === '' ? '' : `${last()} `;
    if (line.length + word.length <= columns) {
      put(line + word);
      continue;
    }
    if (word.length <= columns) {
      lines.push(word);
      continue;
    }
    const room = Math.max(0, columns - line.length);
    const here = 1 + Math.floor((word.length - room - 1) / columns);
    const below = Math.floor((word.length - 1) / columns);
    const begun = below < here ? '' : line;
    if (begun === '' && line !== '') lines.push('');
    const whole = begun + word;
    put(whole.slice(0, columns));
    for (let at = columns; at < whole.length; at += columns) lines.push(whole.slice(at, at + columns));
  }
  return lines.map((line) => line.trimEnd());
}
