/** YAML text with the places of its parts, so that an error can name line and column and show the line. */
import { LineCounter, parseDocument, type Document, isNode } from 'yaml';

export interface YamlText {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** What the parser refused: the reason and its place. */
export interface YamlFault {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads YAML (and therefore JSON) without running anything: no custom tags, few aliases, unique keys.
 * Returns the document, or the first fault with its place.
 */
export function readYaml(text: string): { ok: YamlText } | { fault: YamlFault } {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' });
    const error = document.errors[0] ?? document.warnings[0];
    if (error) return { fault: faultAt(lines, error.pos[0], firstLine(error.message)) };
    return { ok: { text, document, lines } };
  } catch (error) {
    return { fault: { message: firstLine((error as Error).message), line: 1, column: 1 } };
  }
}

/** The plain value of a document; a faulty one (aliases that multiply) is reported, never thrown. */
export function yamlValue(yaml: YamlText): { ok: unknown } | { fault: YamlFault } {
  try {
    return { ok: yaml.document.toJS({ maxAliasCount: 20 }) as unknown };
  } catch (error) {
    return { fault: { message: firstLine((error as Error).message), line: 1, column: 1 } };
  }
}

/** Line and column (from 1) of the part at a path, or of the nearest part above it. */
export function placeOf(yaml: YamlText, path: readonly PropertyKey[]): { line: number; column: number } {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown =
      length === 0 ? yaml.document.contents : yaml.document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = yaml.lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

/** The text of one line (from 1), without its end. */
export function lineText(text: string, line: number): string {
  return text.split(/\r?\n/, line)[line - 1] ?? '';
}

function faultAt(lines: LineCounter, offset: number, message: string): YamlFault {
  const { line, col } = lines.linePos(offset);
  return { message, line, column: col };
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
