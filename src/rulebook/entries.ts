/** Entries of sections as people write them → entries of the book. */
import type { DatedValue, FieldEntry, Place } from './book.ts';
import { given, givenList } from './given.ts';
import { listOf, sourceRefs } from './notation.ts';
import type { RuleFile } from './schema.ts';
import type { Share } from './shares.ts';

/** A value's own series, or the value it is a share of. */
export function valueEntry(value: NonNullable<RuleFile['values']>[string], place: Place): DatedValue | Share {
  if ('share-of' in value) {
    const { 'share-of': of, percent, source, sure } = value;
    return { of, percent, sources: sourceRefs(source), sure, place };
  }
  return { unit: value.unit, lookedUpOn: value['looked-up-on'], series: value.series.map(backed) };
}

/** The limits of a field and when it is asked for. */
export function fieldEntry(field: NonNullable<RuleFile['fields']>[string]): FieldEntry {
  return given({
    values: field.values,
    required: field.required?.map(listsOf),
    allowed: field.allowed?.map(({ when, values }) => ({ when: listsOf(when), values })),
    range: field.range,
    ask: field.ask,
    askWhen: field['ask-when']?.map(listsOf),
    unknown: field.unknown,
  });
}

/** A statement with its sources and disputes in the long form. */
export function backed<Entry extends { source: string | string[]; dispute?: string | string[] | undefined }>(
  entry: Entry,
) {
  const { source, dispute, ...rest } = entry;
  return { ...rest, sources: sourceRefs(source), ...given({ disputes: givenList(dispute) }) };
}

function listsOf(when: Readonly<Record<string, string | string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(when).map(([key, value]) => [key, listOf(value)]));
}
