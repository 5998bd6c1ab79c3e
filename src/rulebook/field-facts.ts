import { FIELD_KINDS, kebab, type FieldName } from '../case/case.ts';
import type { Book, Fact } from './book.ts';

/** Facts that every field of a case is by itself, under its own name. */
export function fieldFacts(
  fields: Book['fields'],
  reasons: readonly string[],
  provinces: readonly string[],
): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const [name, kind] of Object.entries(FIELD_KINDS) as [FieldName, string][]) {
    const id = kebab(name);
    const derive = { how: 'field', field: name } as const;
    const required = fields[id]?.required?.some((when) => Object.keys(when).length === 0) ?? false;
    if (kind === 'choice')
      facts[id] = { kind: 'enum', values: fields[id]?.values ?? [], optional: !required, derive };
    if (kind === 'reason') facts[id] = { kind: 'enum', values: reasons, optional: !required, derive };
    if (kind === 'province') facts[id] = { kind: 'enum', values: provinces, optional: true, derive };
    if (kind === 'boolean') facts[id] = { kind: 'boolean', optional: false, derive };
    if (kind === 'integer')
      facts[id] = { kind: 'integer', range: fields[id]?.range ?? [0, 0], optional: true, derive };
    if (kind === 'date' && name !== 'on') facts[id] = { kind: 'date', optional: true, derive };
  }
  return facts;
}
