/** What would change an answer, as a section of its view and as JSON. */
import type { Assessment } from '../assess/assessment.ts';
import { kebab } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { compareMessages } from '../messages/compare.ts';
import type { Messages } from '../messages/messages.ts';
import type { SourceRef } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { wordingOf } from '../rulebook/wording.ts';
import { changeInWords, type ChangeWords } from './changes-in-words.ts';
import { personOf } from './people.ts';
import type { Nearby } from './nearby.ts';

/** One line of the section: the change of the case, then what it does, then on which sources. */
export interface NearbyText {
  readonly text: string;
  readonly details: readonly string[];
}

/** The list in words; one line says so where nothing near changes anything. */
export function nearbyInWords(
  found: readonly Nearby[],
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
): NearbyText[] {
  const { nearby } = compareMessages(messages.language);
  if (found.length === 0) return [{ text: nearby.none, details: [] }];
  const words: ChangeWords = { book: rulebook.book, messages, person: personOf(answer, rulebook, messages) };
  return found.map((one) => ({
    text: changeOfCase(one, rulebook, messages),
    details: [
      ...one.changes.map((change) => changeInWords(change, words)),
      `[${one.sources.map((ref) => cited(ref, rulebook)).join('; ')}]`,
    ],
  }));
}

/** The list for programs, with its sentences. */
export function nearbyJson(
  found: readonly Nearby[],
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
): unknown[] {
  const words = nearbyInWords(found, answer, rulebook, messages);
  return found.map(({ field, value, side, changes, sources }, index) => {
    const [text, ...details] = [words[index]?.text, ...(words[index]?.details.slice(0, -1) ?? [])];
    return {
      field,
      value,
      side,
      text,
      changes: changes.map((change, at) => ({ ...change, text: details[at] })),
      sources,
    };
  });
}

function changeOfCase({ field, value, side }: Nearby, rulebook: Rulebook, messages: Messages): string {
  const { nearby, diff } = compareMessages(messages.language);
  const part = (...path: string[]) => {
    const text = wordingOf(rulebook.book, messages.language, 'fields', kebab(field), ...path)?.text;
    return text === undefined ? undefined : withoutMarks(text);
  };
  const label = (field === 'on' ? diff.facts.filing : part('label')) ?? field;
  return nearby.with(label.charAt(0).toUpperCase() + label.slice(1), said());

  function said(): string {
    if (typeof value === 'boolean') return value ? messages.yes : messages.no;
    if (typeof value === 'number') return side === 'from' ? nearby.atLeast(value) : nearby.atMost(value);
    if (side === 'other') return part(value) ?? value;
    const day = messages.day(value as PlainDate);
    return side === 'from' ? nearby.from(day) : nearby.by(day);
  }
}

function cited({ id, at }: SourceRef, { book }: Rulebook): string {
  const title = book.sources[id]?.title ?? id;
  return at === undefined ? title : `${title}, ${at}`;
}
