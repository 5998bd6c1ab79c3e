/** Choices of a question, and finding one by what somebody types. */
import { distance } from 'fastest-levenshtein';
import { plainWords } from '../case/reasons.ts';
import { onceFor } from '../once-for.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What else it is called: codes, names in other languages. */
  readonly names?: readonly string[];
  /** Words by which people look for it, which may fit others as well. */
  readonly words?: readonly string[];
}

/** How well a name fits a typed text, best first. */
const FITS: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name === typed,
  (name, typed) => name.startsWith(typed),
  (name, typed) => name.includes(` ${typed}`),
  (name, typed) => name.includes(typed),
];

/** How well single words of a choice fit those typed: tried only when no name fits as it stands. */
const WORD_FITS: readonly ((words: readonly string[], typed: readonly string[]) => boolean)[] = [
  // the same words in another order, or with others between them
  (words, typed) => typed.every((one) => words.some((word) => word.startsWith(one))),
  // a slip of the keyboard
  (words, typed) => typed.every((one) => words.some((word) => isNear(word, one))),
  // one of several words, unless it is so short that it is in every sentence
  (words, typed) =>
    typed.length > 1 && typed.some((one) => one.length >= TELLING && words.some((word) => isNear(word, one))),
];

/** Letters from which a word tells something by itself. */
const TELLING = 5;
/** Letters from which one slip is forgiven, and two. */
const [ONE_SLIP, TWO_SLIPS] = [4, 8];

function isNear(word: string, typed: string): boolean {
  if (typed.length < ONE_SLIP) return word === typed;
  const slips = typed.length < TWO_SLIPS ? 1 : 2;
  return (
    distance(word, typed) <= slips ||
    isSwapped(word, typed) ||
    (word.length > typed.length && distance(word.slice(0, typed.length), typed) < slips)
  );
}

/** Whether two neighbouring letters have changed places, the commonest slip of all. */
function isSwapped(word: string, typed: string): boolean {
  if (word.length !== typed.length) return false;
  const at = word.split('').findIndex((letter, place) => letter !== typed[place]);
  return (
    word[at] === typed[at + 1] && word[at + 1] === typed[at] && word.slice(at + 2) === typed.slice(at + 2)
  );
}

/** The choices that fit a typed text, best first; all of them for an empty one. */
export function findChoices(choices: readonly Choice[], typed: string): Choice[] {
  const text = plainWords(typed);
  if (text === '') return [...choices];
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(choice, text) }));
  const found = ranked
    .filter(({ rank }) => rank < FITS.length)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
  return found.length > 0 || isNumber(text) ? found : findByWords(choices, text.split(' '));
}

/**
 * The choices that a typed text can mean: one when a name is written out or nothing else fits, several when
 * somebody has to choose, none when nothing fits.
 */
export function meantChoices(choices: readonly Choice[], typed: string): Choice[] {
  const text = plainWords(typed);
  if (text === '') return [];
  const exact = choices.filter((choice) => rankOf(choice, text) === 0);
  if (exact.length === 0) return findChoices(choices, text);
  // what is the name of one and an everyday word for another is a question, not an answer
  const alike = isNumber(text) ? [] : choices.filter((choice) => wordsOf(choice).words.includes(text));
  return [...new Set([...exact, ...alike])];
}

/** The choices that the first of {@link WORD_FITS} to find any finds. */
function findByWords(choices: readonly Choice[], typed: readonly string[]): Choice[] {
  for (const fits of WORD_FITS) {
    const found = choices.filter((choice) => fits(wordsOf(choice).single, typed));
    if (found.length > 0) return found;
  }
  return [];
}

/** Place among {@link FITS}; what people look for by is never the name itself. */
function rankOf(choice: Choice, text: string): number {
  const { names, words, single } = wordsOf(choice);
  // a code fits whole or not at all, and so does the number of an article
  if (isNumber(text)) return names.includes(text) ? 0 : single.includes(text) ? 2 : FITS.length;
  const rank = FITS.findIndex(
    (fits, place) =>
      names.some((name) => fits(name, text)) || (place > 0 && words.some((word) => fits(word, text))),
  );
  return rank === -1 ? FITS.length : rank;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

interface Words {
  readonly names: readonly string[];
  readonly words: readonly string[];
  /** Every word of them by itself, once. */
  readonly single: readonly string[];
}

/** Names in the form in which they are compared, kept because a list is searched at every key. */
const wordsOf = onceFor(({ value, label, names = [], words = [] }: Choice): Words => {
  const [allNames, allWords] = [[value, label, ...names].map(plainWords), words.map(plainWords)];
  const single = [...new Set([...allNames, ...allWords].flatMap((name) => name.split(' ')))];
  return { names: allNames, words: allWords, single };
});
