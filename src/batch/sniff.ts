/** What a file is, seen from its first bytes: encoding, JSON Lines or CSV, and the character between cells. */
import { recordEnd } from './record-end.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const INPUTS = ['jsonl', 'csv'] as const;
export type InputKind = (typeof INPUTS)[number];

/** Characters that may stand between cells, by the name they have in flags. */
export const DELIMITERS = { ';': ';', ',': ',', tab: '\t' } as const;

/** Bytes that are looked at, or all of a smaller input. */
export const WINDOW_BYTES = 65_536;

/** The encoding that a byte order mark, or the zeros of 16-bit text, give away; with the length of the mark. */
export function markedEncoding(window: Uint8Array): { encoding: Encoding; mark: number } | undefined {
  const [a, b, c] = window;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (a !== undefined && a !== 0 && b === 0) return { encoding: 'utf-16le', mark: 0 };
  if (a === 0 && b !== undefined && b !== 0) return { encoding: 'utf-16be', mark: 0 };
  return undefined;
}

/** Whether bytes are UTF-8, but for a character that the end of the window cuts. */
export function isUtf8Window(window: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(window, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** JSON Lines or CSV, by the name of the file or else by the first character that is not white space. */
export function inputKindOf(fileName: string | undefined, window: Uint8Array): InputKind {
  const ending = /\.([a-z]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  if (['jsonl', 'ndjson', 'json'].includes(ending)) return 'jsonl';
  if (['csv', 'tsv'].includes(ending)) return 'csv';
  const first = window.find((byte) => byte > 0x20);
  return first === undefined || first === 0x7b || first === 0x5b ? 'jsonl' : 'csv';
}

/** The first line of a CSV, where the character between cells can be told, and how many bytes it takes. */
export interface HeaderLine {
  readonly text: string;
  readonly delimiter: string;
  readonly bytes: number;
  readonly lines: number;
}

/**
 * The header of a CSV as UTF-8: the first line that is not empty, behind a line `sep=;` where there is one.
 * `undefined` when there is none. The most frequent of the characters outside quotes separates the cells.
 */
export function headerLine(window: Uint8Array, given: string | undefined): HeaderLine | undefined {
  let delimiter = given;
  let bytes = 0;
  let lines = 0;
  while (bytes < window.length) {
    // a comma is as good as any other here: a header has no quoted line ends before its first cell
    const end = recordEnd(window, bytes, (delimiter ?? ',').charCodeAt(0), true);
    if (end === undefined) return undefined;
    const text = new TextDecoder().decode(window.subarray(bytes, end.end)).replace(/[\r\n]+$/, '');
    bytes = end.end;
    lines += end.lines;
    const told = /^"?sep=(.)"?$/i.exec(text)?.[1];
    if (told !== undefined) delimiter ??= told;
    else if (text.trim() !== '') return { text, delimiter: delimiter ?? mostFrequent(text), bytes, lines };
  }
  return undefined;
}

function mostFrequent(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return Object.values(DELIMITERS).reduce((best, other) => (count(other) > count(best) ? other : best));
}
