/** What a rule file leaves out is not there at all in the book, rather than there and undefined. */
import { listOf } from './notation.ts';

/** The properties that have a value, as they are; the others are left out. */
export function given<Properties extends object>(
  properties: Properties,
): { [Key in keyof Properties]?: Exclude<Properties[Key], undefined> } {
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Properties]?: Exclude<Properties[Key], undefined> };
}

/** One or many as a list; nothing where nothing is given. */
export function givenList<T>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : listOf(value);
}
