/** Where a record ends: at its line end, but for line ends inside a quoted cell. */

export const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
const QUOTE = 0x22;

export interface RecordEnd {
  /** Behind the line end. */
  readonly end: number;
  /** How many lines the record takes. */
  readonly lines: number;
}

/**
 * The end of the record that begins at `from`; `undefined` when it is not within these bytes, or (at the end
 * of the input) when a quote is never closed. Without a delimiter quotes mean nothing and a line feed ends
 * the record; with one, a lone carriage return ends it too, as old spreadsheets write it.
 */
export function recordEnd(
  bytes: Uint8Array,
  from: number,
  delimiter: number | undefined,
  atEnd: boolean,
): RecordEnd | undefined {
  if (delimiter === undefined) {
    const feed = bytes.indexOf(LINE_FEED, from);
    if (feed !== -1) return { end: feed + 1, lines: 1 };
    return atEnd ? { end: bytes.length, lines: 1 } : undefined;
  }
  const { length } = bytes;
  let lines = 1;
  let cellBegins = true;
  let at = from;
  while (at < length) {
    const byte = bytes[at];
    if (byte === QUOTE && cellBegins) {
      const closed = behindQuoted(bytes, at, atEnd);
      if (closed === undefined) return undefined;
      at = closed.end;
      lines += closed.lines;
      cellBegins = false;
    } else if (byte === LINE_FEED) {
      return { end: at + 1, lines };
    } else if (byte === RETURN) {
      // whether a line feed follows decides where the next record begins
      if (at + 1 === length && !atEnd) return undefined;
      return { end: bytes[at + 1] === LINE_FEED ? at + 2 : at + 1, lines };
    } else {
      cellBegins = byte === delimiter;
      at++;
    }
  }
  return atEnd ? { end: length, lines } : undefined;
}

/** Behind the closing quote of a cell, and the line ends inside it. */
function behindQuoted(bytes: Uint8Array, from: number, atEnd: boolean): RecordEnd | undefined {
  const { length } = bytes;
  let lines = 0;
  for (let at = from + 1; at < length; at++) {
    const byte = bytes[at];
    if (byte === LINE_FEED || (byte === RETURN && bytes[at + 1] !== LINE_FEED)) lines++;
    if (byte !== QUOTE) continue;
    if (at + 1 === length && !atEnd) return undefined;
    if (bytes[at + 1] !== QUOTE) return { end: at + 1, lines };
    at++;
  }
  return undefined;
}
