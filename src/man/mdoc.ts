/** Text → the macro language of manual pages (mdoc), where dots, hyphens and backslashes mean things. */

/** Longest line of the source, as the checkers of manual pages ask. */
const MOST_COLUMNS = 78;

/** A paragraph as text lines: every sentence begins a line, and no line begins like a macro. */
export function textLines(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+(?=\p{Lu})/u)
    .flatMap((sentence) => folded(sentence))
    .map((line) => line.replace(/^(?=[.'])/, '\\&'));
}

/** Words as arguments of a macro: each quoted where it could be read as something else. */
export function macroArguments(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(macroWord)
    .join(' ');
}

function macroWord(word: string): string {
  // two or three letters can be the name of a macro, and lone punctuation is set apart
  const guarded = /^(?:[A-Z%][A-Za-z]{1,2}|[[\](){}|.,:;!?-]+)$/.test(word)
    ? `\\&${escaped(word)}`
    : escaped(word);
  return guarded.includes('"') ? guarded.replaceAll('"', '\\(dq') : guarded;
}

/** Everything outside ASCII by its number, so that the page reads the same under every encoding. */
export function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\n -~]/gu, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `\\[u${code}]`;
    });
}

function folded(sentence: string): string[] {
  const lines: string[] = [];
  for (const word of escaped(sentence).split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > MOST_COLUMNS) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
