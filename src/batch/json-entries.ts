/** Where the entries of a JSON object stand in its text: for columns in errors, and to carry values as written. */

export interface JsonEntry {
  readonly key: string;
  /** The value as written. */
  readonly text: string;
  /** Where the value begins in the text, from 0. */
  readonly at: number;
}

/** The entries of an object, in order. The text must be one that `JSON.parse` accepts as an object. */
export function jsonEntries(text: string): JsonEntry[] {
  const entries: JsonEntry[] = [];
  let at = behindSpace(text, 0) + 1;
  for (;;) {
    at = behindSpace(text, at);
    if (text.charAt(at) !== '"') return entries;
    const keyEnd = behindString(text, at);
    const key = JSON.parse(text.slice(at, keyEnd)) as string;
    const from = behindSpace(text, behindSpace(text, keyEnd) + 1);
    const end = behindValue(text, from);
    entries.push({ key, text: text.slice(from, end), at: from });
    at = behindSpace(text, end) + 1;
  }
}

function behindSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function behindString(text: string, from: number): number {
  let at = from + 1;
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function behindValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const character = text.charAt(at);
    if (character === '"') at = behindString(text, at);
    else if ('[{'.includes(character)) {
      depth++;
      at++;
    } else if (']}'.includes(character)) {
      depth--;
      at++;
    } else if (depth > 0) at++;
    else while (at < text.length && !/[\s,}\]]/.test(text.charAt(at))) at++;
  } while (depth > 0 && at < text.length);
  return at;
}
