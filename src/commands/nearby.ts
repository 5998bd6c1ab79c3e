/** What would change an answer, for every format that has a place for it. */
import type { Assessment } from '../assess/assessment.ts';
import { nearbyInWords, nearbyJson } from '../compare/nearby-in-words.ts';
import { nearbyOf } from '../compare/nearby.ts';
import { compareMessages } from '../messages/compare.ts';
import type { Messages } from '../messages/messages.ts';
import { harmless } from '../render/harmless.ts';
import type { Section } from '../render/view.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** The nearest changes as a section of a view. */
export function nearbySection(answer: Assessment, rulebook: Rulebook, messages: Messages): Section {
  const { nearby } = compareMessages(messages.language);
  const items = nearbyInWords(nearbyOf(answer, rulebook), answer, rulebook, messages);
  return harmless({
    id: 'nearby',
    heading: nearby.heading,
    groups: [{ marker: 'bullet', items: items.map((item) => ({ ...item, note: '' })) }],
  });
}

/** The nearest changes as JSON. */
export function nearbyJsonOf(answer: Assessment, rulebook: Rulebook, messages: Messages): unknown[] {
  return nearbyJson(nearbyOf(answer, rulebook), answer, rulebook, messages);
}
