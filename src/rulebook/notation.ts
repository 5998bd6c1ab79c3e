/** The short notations that rule files use, turned into the long form of the book. */
import type { Box, SourceRef, Test } from './book.ts';
import type { WhenInput } from './schema.ts';

export type Sets = Readonly<Record<string, readonly string[]>>;

/** One item or a list of items, as a list. */
export function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** `tui art. 5 c. 2` is the source `tui` at `art. 5 c. 2`. */
export function sourceRefs(input: string | readonly string[]): SourceRef[] {
  return listOf(input).map((text) => {
    const space = text.indexOf(' ');
    return space === -1 ? { id: text } : { id: text.slice(0, space), at: text.slice(space + 1).trim() };
  });
}

/**
 * A `when:` with the scope of its file added to every box that says nothing of the scoped fact.
 * `$name` stands for a declared set. Throws with the name of a set that nobody declared.
 */
export function boxes(when: WhenInput | undefined, scope: Box, sets: Sets): Box[] {
  return alternativesOf(when).map((input) => {
    const own: Record<string, Test> = {};
    for (const [fact, test] of Object.entries(input)) own[fact] = toTest(test, sets);
    return { ...scope, ...own };
  });
}

/** A `when:` item by item: what a person could take away from it. */
export function asWritten(
  when: WhenInput | undefined,
  sets: Sets,
): Record<string, { not: boolean; units: { text: string; any: (string | number | boolean)[] }[] }>[] {
  return alternativesOf(when).map((input) =>
    Object.fromEntries(
      Object.entries(input).map(([fact, test]) => {
        const not = typeof test === 'object' && !Array.isArray(test);
        const items = listOf(not ? test.not : test);
        return [fact, { not, units: items.map((item) => ({ text: String(item), any: expand(item, sets) })) }];
      }),
    ),
  );
}

type BoxInput = Exclude<WhenInput, readonly unknown[]>;
type TestInput = BoxInput[string];

/** The boxes of a `when:` as written: one that tests nothing where there is none. */
function alternativesOf(when: WhenInput | undefined): readonly BoxInput[] {
  return when === undefined ? [{}] : listOf<BoxInput>(when);
}

function toTest(input: TestInput, sets: Sets): Test {
  if (typeof input === 'object' && !Array.isArray(input)) return { not: true, any: expand(input.not, sets) };
  return { not: false, any: expand(input, sets) };
}

function expand(
  input: string | number | boolean | readonly (string | number | boolean)[],
  sets: Sets,
  within: readonly string[] = [],
): (string | number | boolean)[] {
  return listOf(input).flatMap((item) => {
    if (typeof item !== 'string' || !item.startsWith('$')) return [item];
    const members = sets[item.slice(1)];
    if (!members) throw new Error(`no set is called ${item}`);
    if (within.includes(item)) throw new Error(`the set ${item} contains itself`);
    return expand(members, sets, [...within, item]);
  });
}
