/**
 * Lines of answers as JSON text, each written once. Most of a line is the same in every answer that has it:
 * a line that agrees with one written before takes its text, with its own dates and people put in. What agrees
 * is compared, never assumed, so the text is always the one that `JSON.stringify` gives.
 */

import { utf8Of, type Utf8 } from './utf8.ts';

/** What differs from case to case; everything else of a line makes it another line. */
const VARYING = new Set(['person', 'date', 'latest', 'workingDay', 'inDays', 'count', 'maxMonths']);

/** Texts kept for one rule; a rule that has more is written anew each time. */
const MOST_TEXTS = 100;

interface LineText {
  readonly keys: readonly string[];
  /** What each key must hold for the text to be that of a line; what varies is left out. */
  readonly fixed: readonly unknown[];
  readonly varies: readonly boolean[];
  /** The text before, between and after the values that vary, as UTF-8. */
  readonly pieces: readonly Uint8Array[];
  readonly holes: readonly string[];
}

/** Anything with the rule that put it there. */
interface Ruled {
  readonly rule: string;
}

/** Writes lines of one kind. `complete` gives a line as it is printed, with its wording. */
export class LineTexts<L extends Ruled> {
  readonly #texts = new Map<string, LineText[]>();
  readonly #complete: (line: L) => Record<string, unknown>;

  constructor(complete: (line: L) => Record<string, unknown>) {
    this.#complete = complete;
  }

  /** Writes `JSON.stringify(complete(line))`. */
  write(line: L, to: Utf8): void {
    const texts = this.#texts.get(line.rule);
    if (texts) {
      for (const text of texts) {
        if (!fits(text, line)) continue;
        fill(text, line, to);
        return;
      }
    }
    const complete = this.#complete(line);
    const text = textOf(line, complete);
    to.text(JSON.stringify(complete));
    if (text === undefined) return;
    if (!texts) this.#texts.set(line.rule, [text]);
    else if (texts.length < MOST_TEXTS) texts.push(text);
  }

  /** Writes the lines of a list as a JSON array. */
  writeAll(lines: readonly L[], to: Utf8): void {
    to.text('[');
    let first = true;
    for (const line of lines) {
      if (!first) to.text(',');
      first = false;
      this.write(line, to);
    }
    to.text(']');
  }
}

function fill({ pieces, holes }: LineText, line: object, to: Utf8): void {
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece) to.bytes(piece);
    const hole = holes[index];
    if (hole !== undefined) to.text(JSON.stringify((line as Record<string, unknown>)[hole]));
  }
}

function textOf(line: object, complete: Record<string, unknown>): LineText | undefined {
  const keys = Object.keys(line);
  const values = Object.values(line) as unknown[];
  const holes: string[] = [];
  const pieces: string[] = [];
  let piece = '{';
  for (const [key, value] of Object.entries(complete)) {
    if (value === undefined) return undefined;
    piece += `${piece === '{' && pieces.length === 0 ? '' : ','}${JSON.stringify(key)}:`;
    if (VARYING.has(key)) {
      pieces.push(piece);
      holes.push(key);
      piece = '';
    } else piece += JSON.stringify(value);
  }
  const varies = keys.map((key) => VARYING.has(key));
  const fixed = values.map((value, index) => (varies[index] === true ? undefined : value));
  return { keys, fixed, varies, pieces: [...pieces, `${piece}}`].map(utf8Of), holes };
}

function fits({ keys, fixed, varies }: LineText, line: object): boolean {
  let index = 0;
  for (const key in line) {
    if (keys[index] !== key) return false;
    const value = (line as Record<string, unknown>)[key];
    if (varies[index] === true ? value === undefined : !same(fixed[index], value)) return false;
    index++;
  }
  return index === keys.length;
}

/** Whether two values are written alike; parts that they share need no second look. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!same(a[index], b[index])) return false;
    return true;
  }
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
  return (
    !Array.isArray(b) &&
    keysOfA.length === keysOfB.length &&
    keysOfA.every(
      (key, index) =>
        key === keysOfB[index] &&
        same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
