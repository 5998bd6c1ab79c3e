/** Code tables as people write them → rows. */
import type { CodeTable, CountryCode } from './form.ts';
import { given, givenList } from './given.ts';
import { sourceRefs } from './notation.ts';
import type { CodeTableInput, CountryCodesInput } from './schema-form.ts';

/** Rows of the country table, sorted by code. */
export function countryCodesOf(groups: readonly CountryCodesInput[]): CountryCode[] {
  return groups
    .flatMap(({ codes, source, sure, dispute }) =>
      Object.entries(codes).map(([code, [iso, name]]) => ({
        code,
        iso,
        name,
        sources: sourceRefs(source),
        sure,
        ...given({ disputes: givenList(dispute) }),
      })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A small table in the order in which it is written. */
export function codeTableOf({ entries, source, sure, dispute }: CodeTableInput): CodeTable {
  return {
    entries: Object.entries(entries).map(([id, code]) => ({ id, code })),
    sources: sourceRefs(source),
    sure,
    ...given({ disputes: givenList(dispute) }),
  };
}
