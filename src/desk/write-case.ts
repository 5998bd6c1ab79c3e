/** A case and what the desk keeps with it → the text of its file; what a person wrote around them stays. */
import {
  isMap,
  isPair,
  isScalar,
  parseDocument,
  Scalar,
  type Document,
  type Node,
  type Pair,
  YAMLMap,
} from 'yaml';
import type { LineState } from '../compare/lines.ts';
import type { RawFields } from '../case/read-case.ts';
import type { Messages } from '../messages/messages.ts';
import { CASE_FILE_KEYS, DESK_KEYS, type Desk, type DeskKey, type Seen } from './desk.ts';
import { sourceText } from './read-desk.ts';
import { tickText } from './ticks.ts';

type DeskWords = Messages['caseFile'];

/** How a file is written: one line for each line of an answer, whatever its length. */
const STYLE = { lineWidth: 0, flowCollectionPadding: true } as const;

/** Words that other readers of YAML take for truth values. */
const MISREAD = /^(y|n|yes|no|on|off)$/i;

/** A new case file: a line that says what it is, the fields, then the desk's keys. */
export function newCaseText(fields: RawFields, desk: Desk, words: DeskWords): string {
  return caseText(`# ${words.fileHeading}\n{}\n`, fields, desk, words);
}

/**
 * The text of a case file with these fields and desk keys in place of those that it held. Comments, order and
 * everything whose value stays are kept as they were written; keys that are absent now go. A file in JSON stays JSON.
 */
export function caseText(before: string, fields: RawFields, desk: Desk, words: DeskWords): string {
  const values: RawFields = { ...fields, ...deskValues(desk) };
  if (isJson(before)) return `${JSON.stringify(inOrder(before, values), null, 2)}\n`;
  const document = parseDocument(before, { schema: 'core' });
  const map = isMap(document.contents) ? document.contents : new YAMLMap(document.schema);
  if (map !== document.contents) Object.assign(document, { contents: map });
  if (map.items.length === 0) map.flow = false;
  for (const key of CASE_FILE_KEYS) put(document, map, key, values[key], words);
  return document.toString(STYLE);
}

/** The desk's keys as plain values. */
function deskValues({ label, notes, ticked, interview, seen }: Desk): Partial<Record<DeskKey, unknown>> {
  return {
    label,
    notes,
    ticked: ticked.length === 0 ? undefined : ticked.map(tickText),
    interview,
    seen: seen && { ...seen, lines: seen.lines.map(lineValue) },
  };
}

function lineValue({ sources, value, ...line }: LineState): Record<string, unknown> {
  return { ...line, ...(Object.keys(value).length > 0 && { value }), sources: sources.map(sourceText) };
}

function put(document: Document, map: YAMLMap, key: string, value: unknown, words: DeskWords): void {
  const at = map.items.findIndex((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key);
  const held = map.items[at];
  if (held && same(plainValue(held.value, document), value)) return;
  if (value === undefined) {
    // a key with nothing behind it, as in a template, says the same
    if (held && plainValue(held.value, document) !== null) map.items.splice(at, 1);
    return;
  }
  const scalar = typeof value !== 'object';
  if (held && scalar && isScalar(held.value)) {
    held.value.value = value;
    if (typeof value === 'string' && MISREAD.test(value)) held.value.type = Scalar.QUOTE_DOUBLE;
    return;
  }
  const node = valueNode(document, key, value);
  if (held) {
    const { value: old } = held as Pair<unknown, { comment?: string; commentBefore?: string } | null>;
    Object.assign(node, old?.comment !== undefined && { comment: old.comment });
    held.value = node;
  } else map.items.splice(placeFor(map, key), 0, newPair(document, key, node, words));
}

/** A new key stands after the last one that comes before it in the order of keys. */
function placeFor(map: YAMLMap, key: string): number {
  const rank = (name: unknown) => CASE_FILE_KEYS.indexOf(String(name));
  const before = map.items.findLastIndex(({ key: held }) => isScalar(held) && rank(held.value) < rank(key));
  return before + 1;
}

function newPair(document: Document, key: string, node: Node, words: DeskWords): Pair {
  const name = new Scalar(key);
  if (key === 'seen') name.commentBefore = ` ${words.seenComment}`;
  if (key === 'interview') name.commentBefore = ` ${words.interviewComment}`;
  if (key === 'ticked') name.commentBefore = ` ${words.tickedComment}`;
  if (DESK_KEYS.some((known) => known === key)) name.spaceBefore = true;
  const pair = document.createPair(name, null);
  pair.value = node;
  return pair;
}

function valueNode(document: Document, key: string, value: unknown) {
  if (key === 'seen') return seenNode(document, value as Record<keyof Seen, unknown>);
  const node = document.createNode(value);
  if (key === 'notes' && isScalar(node)) node.type = Scalar.BLOCK_LITERAL;
  if (isScalar(node) && typeof value === 'string' && MISREAD.test(value)) node.type = Scalar.QUOTE_DOUBLE;
  return node;
}

/** One row for each line of the answer, so that a page of answers is not ten pages of file. */
function seenNode(document: Document, seen: Record<keyof Seen, unknown>) {
  const node = document.createNode({
    ...seen,
    case: document.createNode(seen.case, { flow: true }),
    lines: (seen.lines as readonly unknown[]).map((line) => document.createNode(line, { flow: true })),
  });
  return node;
}

function plainValue(node: unknown, document: Document): unknown {
  return typeof node === 'object' && node !== null && 'toJS' in node
    ? (node as { toJS(document: Document): unknown }).toJS(document)
    : node;
}

/** Whether two plain values say the same; their keys may stand in another order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The keys of a JSON file first, in its order. */
function inOrder(before: string, values: RawFields): RawFields {
  const held = Object.keys(JSON.parse(before) as object);
  const names = [...new Set([...held, ...CASE_FILE_KEYS])];
  return Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
}
