/** Edges of rules as they are written down. */
import type { RawFields } from '../../src/case/read-case.ts';
import type { Edge } from '../../src/rulebook/book.ts';

/** Edges by rule and example. */
export class EdgeBook {
  private readonly edges = new Map<
    string,
    { applies: Map<string, RawFields>; not: Map<string, RawFields>; says: ReadonlySet<string> | undefined }
  >();

  constructor(before: readonly Edge[]) {
    for (const { rule, like, applies: inside, not, says } of before) {
      for (const change of inside) this.add(rule, like, change, true, says);
      for (const change of not) this.add(rule, like, change, false, []);
    }
  }

  /** Adds one case. */
  add(rule: string, like: string, change: RawFields, does: boolean, says: readonly string[]): void {
    const key = JSON.stringify([rule, like]);
    const edge = this.edges.get(key) ?? { applies: new Map(), not: new Map(), says: undefined };
    this.edges.set(key, edge);
    (does ? edge.applies : edge.not).set(JSON.stringify(change), change);
    // a paper that two rules ask for stands there once: what is written down is said in all these cases
    if (does) edge.says = new Set(says.filter((id) => edge.says?.has(id) ?? true));
  }

  /** All edges of a table as YAML, by rule. */
  lines(ofTable: (rule: string) => boolean): string[] {
    return [...this.edges]
      .map(([key, edge]) => ({ key: JSON.parse(key) as [string, string], edge }))
      .filter(({ key: [rule] }) => ofTable(rule))
      .sort((a, b) => (a.key.join(' ') < b.key.join(' ') ? -1 : 1))
      .map(({ key: [rule, like], edge }) => {
        const parts = [`rule: ${rule}`, `like: ${quoted(like)}`];
        const says = [...(edge.says ?? [])].sort();
        if (says.length > 0) parts.push(`says: ${flow(says)}`);
        if (edge.applies.size > 0) parts.push(`applies: ${flow([...edge.applies.values()])}`);
        if (edge.not.size > 0) parts.push(`not: ${flow([...edge.not.values()])}`);
        return `  - ${parts.join('\n    ')}`;
      });
  }
}

function quoted(text: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9 ().'-]*$/.test(text) && !/^\d+$/.test(text) ? text : JSON.stringify(text);
}

/** A value in YAML's flow style. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(
      ([key, item]) => `${key === 'on' ? '"on"' : key}: ${flow(item)}`,
    );
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'string')
    return /^[A-Za-z][\w-]*$|^\d{4}-\d\d-\d\d$/.test(value) && value !== 'NO' ? value : JSON.stringify(value);
  return String(value);
}
