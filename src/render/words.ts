/** Finding the wording of an answer's ids, with values put in and people named. */
import type { AlternativeAnswer, Assessment } from '../assess/assessment.ts';
import type { Messages } from '../messages/messages.ts';
import type { Book } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { splitTerms } from '../rulebook/term-marks.ts';
import { wordingOf, type Sentence } from '../rulebook/wording.ts';

/** What is spoken on the other side of the counter. */
const COUNTER_LANGUAGE = 'it';

export interface Words {
  readonly book: Book;
  readonly messages: Messages;
  /** The sentence of an entry, with its values put in. */
  say(kind: string, id: string, values?: Readonly<Record<string, number>>): Sentence;
  /** One part of an entry that has several: a position of a dispute, a value of a field. */
  part(kind: string, id: string, part: string): string;
  /** A person as the reader knows them: “you”, “son or daughter born 2020-02-01”. */
  person(id: string): string;
  /** Whom a line is for, as `: you; son or daughter born …`; nothing where it is for the only person. */
  people(ids: readonly string[]): string;
  /** Another answer in one sentence: what it is, and when it is met. Numbers are cents unless said otherwise. */
  alternative(other: AlternativeAnswer, unit?: 'cents' | 'months'): string;
  /** The same entry for the clerk: in Italian, unless `shown` is Italian or names the Italian term already. */
  italian(
    kind: string,
    id: string,
    shown: string,
    values?: Readonly<Record<string, number>>,
  ): string | undefined;
}

/** The words for one answer, with `twins` also in the language of the counter. A missing wording shows its id: the check of the book reports it. */
export function makeWords(
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
  { twins = false }: { readonly twins?: boolean } = {},
): Words {
  const { book } = rulebook;
  const find = (kind: string, id: string, ...parts: string[]): Sentence =>
    wordingOf(book, messages.language, kind, id, ...parts) ?? { text: [id, ...parts].join(' ') };
  const part = (kind: string, id: string, name: string) => find(kind, id, name).text;
  return {
    book,
    messages,
    part,
    say(kind, id, values = {}) {
      const sentence = find(kind, id);
      const fill = (text: string) => putIn(text, values, book, messages);
      return {
        text: fill(sentence.text),
        ...(sentence.detail !== undefined && { detail: fill(sentence.detail) }),
      };
    },
    person(id) {
      const relative = answer.case.family[Number(id.replace(/^family-/, '')) - 1];
      if (!relative) return messages.view.applicant;
      const relation = part('fields', 'relation', relative.relation);
      return `${relation.charAt(0).toLowerCase()}${relation.slice(1)} ${messages.bornOn(relative.born)}`;
    },
    people(ids) {
      const count = answer.case.family.length + 1;
      if (count === 1 || ids.length === 0) return '';
      const named = ids.map((id) => this.person(id)).join('; ');
      return ` (${ids.length === count ? messages.view.everyone : named})`;
    },
    alternative(other, unit = 'cents') {
      const when = find('alternatives', other.when).text;
      if (typeof other.value === 'number') {
        const value = unit === 'months' ? messages.months(other.value) : messages.money(other.value);
        return messages.otherwise(value, when);
      }
      if (typeof other.value === 'string' && other.value in book.routes) {
        return messages.otherwise(find('routes', other.value).text, when);
      }
      return when;
    },
    italian(kind, id, shown, values = {}) {
      if (!twins || messages.language === COUNTER_LANGUAGE || splitTerms(shown).some(({ term }) => term))
        return undefined;
      const sentence = wordingOf(book, COUNTER_LANGUAGE, kind, id);
      return sentence && putIn(sentence.text, values, book, messages);
    },
  };
}

/** The words for many answers, made once for each. */
export function wordsOfMany(rulebook: Rulebook, messages: Messages): (answer: Assessment) => Words {
  const made = new Map<Assessment, Words>();
  return (answer) => {
    let words = made.get(answer);
    if (!words) made.set(answer, (words = makeWords(answer, rulebook, messages)));
    return words;
  };
}

/** Puts dated values into a text: money as money, everything else as a number. */
function putIn(
  text: string,
  values: Readonly<Record<string, number>>,
  book: Book,
  messages: Messages,
): string {
  return text.replace(/\{([a-z0-9-]+)\}/g, (whole, id: string) => {
    const value = values[id];
    if (value === undefined) return whole;
    return book.values[id]?.unit === 'cents' ? messages.money(value) : String(value);
  });
}
