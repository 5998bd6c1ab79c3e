/** Choices of a question, and finding one by what somebody types. */
import { plainWords } from '../case/reasons.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Further names by which it is found: codes, names in other languages, words of everyday use. */
  readonly words: readonly string[];
}

/** How well a choice fits, best first. */
const FITS: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name === typed,
  (name, typed) => name.startsWith(typed),
  (name, typed) => name.includes(` ${typed}`),
  (name, typed) => name.includes(typed),
];

/** The choices that fit a typed text, best first; all of them for an empty one. */
export function findChoices(choices: readonly Choice[], typed: string): Choice[] {
  const text = plainWords(typed);
  if (text === '') return [...choices];
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(choice, text) }));
  return ranked
    .filter(({ rank }) => rank < FITS.length)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

/**
 * The choices that a typed text can mean: one when a name is written out or nothing else fits, several when
 * somebody has to choose, none when nothing fits.
 */
export function meantChoices(choices: readonly Choice[], typed: string): Choice[] {
  const text = plainWords(typed);
  if (text === '') return [];
  const exact = choices.filter((choice) => rankOf(choice, text) === 0);
  return exact.length > 0 ? exact : findChoices(choices, text);
}

function rankOf(choice: Choice, text: string): number {
  const names = namesOf(choice);
  // a code fits whole or not at all
  if (/^\d+$/.test(text)) return names.includes(text) ? 0 : FITS.length;
  const rank = FITS.findIndex((fits) => names.some((name) => fits(name, text)));
  return rank === -1 ? FITS.length : rank;
}

const known = new WeakMap<Choice, readonly string[]>();

/** Names in the form in which they are compared, kept because a list is searched at every key. */
function namesOf(choice: Choice): readonly string[] {
  let names = known.get(choice);
  if (!names) {
    names = [choice.value, choice.label, ...choice.words].map(plainWords);
    known.set(choice, names);
  }
  return names;
}
