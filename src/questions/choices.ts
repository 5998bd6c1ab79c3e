/** Choices of a question, and finding one by what somebody types. */
import { plainWords } from '../case/reasons.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What else it is called: codes, names in other languages. */
  readonly names?: readonly string[];
  /** Words by which people look for it, which may fit others as well. */
  readonly words?: readonly string[];
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

/** Place among {@link FITS}; what people look for by is never the name itself. */
function rankOf(choice: Choice, text: string): number {
  const { names, words } = wordsOf(choice);
  // a code fits whole or not at all
  if (/^\d+$/.test(text)) return names.includes(text) ? 0 : FITS.length;
  const rank = FITS.findIndex(
    (fits, place) =>
      names.some((name) => fits(name, text)) || (place > 0 && words.some((word) => fits(word, text))),
  );
  return rank === -1 ? FITS.length : rank;
}

interface Words {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

const known = new WeakMap<Choice, Words>();

/** Names in the form in which they are compared, kept because a list is searched at every key. */
function wordsOf(choice: Choice): Words {
  let found = known.get(choice);
  if (!found) {
    const { value, label, names = [], words = [] } = choice;
    found = { names: [value, label, ...names].map(plainWords), words: words.map(plainWords) };
    known.set(choice, found);
  }
  return found;
}
