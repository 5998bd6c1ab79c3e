/** Where sources disagree: each question with who says what, and what is shown. */
import type { Assessment, DisputeLine } from '../assess/assessment.ts';
import type { References } from './references.ts';
import type { Item, Section } from './view.ts';
import type { Words } from './words.ts';

/** The section of the disputes that touch an answer. */
export function disputesSection(answer: Assessment, words: Words, references: References): Section {
  const { messages } = words;
  const items = answer.disputes.map((dispute) => disputeItem(dispute, words, references));
  return { id: 'disputes', heading: messages.view.disputes, groups: [{ marker: 'bullet', items }] };
}

/**
 * A dispute: what is unclear, who says what, which answer is shown and why. Where no line of the answer rests
 * on it, the answer alone is enough: it corrects what the person may have read elsewhere.
 */
export function disputeItem(dispute: DisputeLine, words: Words, references: References): Item {
  const positions = dispute.cited ? dispute.positions : [];
  return {
    text: words.part('disputes', dispute.id, 'question'),
    details: [
      ...positions.map(
        (position) =>
          `${words.part('disputes', dispute.id, position.id)} ${references.cite(position.sources)}`,
      ),
      `${words.messages.view.shown}: ${words.part('disputes', dispute.id, 'shown')}`,
    ],
    note: dispute.cited ? '' : references.cite(dispute.sources),
  };
}
