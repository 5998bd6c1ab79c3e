/** Finding a reason by id, official code or Italian name. */
import { closest, distance } from 'fastest-levenshtein';
import type { ReasonName } from './case.ts';

/** Lower case, no accents, single spaces: how names are compared. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Ids of the reasons that an input can mean: one when it is clear, several when a code is shared. */
export function findReasons(reasons: readonly ReasonName[], input: string | number): string[] {
  const text = String(input).trim();
  const byId = reasons.find(({ id }) => id === text.toLowerCase());
  if (byId) return [byId.id];
  if (/^\d{1,2}$/.test(text)) {
    const code = text.padStart(2, '0');
    return reasons.filter((reason) => reason.code === code).map(({ id }) => id);
  }
  const words = plainWords(text);
  return reasons.filter(({ names }) => names.some((name) => plainWords(name) === words)).map(({ id }) => id);
}

/**
 * The reason that somebody most likely meant who typed no name of one: what people say for it, letter for
 * letter or nearly, in the order of the book; `undefined` when nothing is near.
 */
export function suggestReason(reasons: readonly ReasonName[], input: string): string | undefined {
  const typed = plainWords(input);
  const saying = (said: string) =>
    reasons.find(({ names, words }) => [...names, ...words].some((word) => plainWords(word) === said))?.id;
  const ids = reasons.map(({ id }) => id);
  const near = () => {
    const word = suggest(
      typed,
      reasons.flatMap(({ names, words }) => [...names, ...words].map(plainWords)),
    );
    return word === undefined ? undefined : saying(word);
  };
  return saying(typed) ?? suggest(input, ids) ?? near();
}

/** The member that a typing error most likely meant, or `undefined` when none is near. */
export function suggest(input: string, members: readonly string[]): string | undefined {
  if (members.length === 0 || input === '') return undefined;
  // letters in another order are one slip, however many the distance counts
  const letters = (text: string) => text.split('').sort().join('');
  const slipped = members.find((member) => letters(member) === letters(input.toLowerCase()));
  if (slipped !== undefined) return slipped;
  const best = closest(input.toLowerCase(), members);
  return distance(input.toLowerCase(), best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}
