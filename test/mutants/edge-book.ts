/** Edges of rules as they are written down. */
import type { RawFields } from '../../src/case/read-case.ts';
import type { Edge } from '../../src/rulebook/book.ts';

type Change = RawFields;

interface Entry {
  readonly rule: string;
  readonly like: string;
  shows: Edge['shows'];
  readonly to: Edge['to'];
  readonly applies: Map<string, Change>;
  readonly not: Map<string, Change>;
  says: ReadonlySet<string> | undefined;
}

/** Edges by rule, example and the values shown. */
export class EdgeBook {
  private readonly entries = new Map<string, Entry>();

  constructor(before: readonly Edge[]) {
    for (const edge of before) this.add(edge);
  }

  /** Adds the cases of an edge to those of the same rule and example. */
  add({ rule, like, applies, not, says, shows, to }: Omit<Edge, 'place'>): void {
    // values are those of one case: edges that show some go together only where the case is the same
    const key = JSON.stringify(Object.keys(shows).length > 0 ? [rule, like, applies, to] : [rule, like, to]);
    const entry = this.entries.get(key) ?? {
      rule,
      like,
      shows: {},
      to,
      applies: new Map<string, Change>(),
      not: new Map<string, Change>(),
      says: undefined,
    };
    this.entries.set(key, entry);
    entry.shows = { ...entry.shows, ...shows };
    for (const change of applies) entry.applies.set(JSON.stringify(change), change);
    for (const change of not) entry.not.set(JSON.stringify(change), change);
    // a paper that two rules ask for stands there once: what is written down is said in all these cases
    if (applies.length > 0) entry.says = new Set(says.filter((id) => entry.says?.has(id) ?? true));
  }

  /** All edges of a table as YAML, by rule. */
  lines(ofTable: (rule: string) => boolean): string[] {
    return [...this.entries]
      .filter(([, { rule }]) => ofTable(rule))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { rule, like, to, shows, applies, not, says }]) => {
        const parts = [`rule: ${rule}`, `like: ${quoted(like)}`];
        if (to !== undefined) parts.push(`to: ${flow(to)}`);
        const said = [...(says ?? [])].sort();
        if (said.length > 0) parts.push(`says: ${flow(said)}`);
        if (Object.keys(shows).length > 0) parts.push(`shows: ${flow(shows)}`);
        if (applies.size > 0) parts.push(`applies: ${flow([...applies.values()])}`);
        if (not.size > 0) parts.push(`not: ${flow([...not.values()])}`);
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
