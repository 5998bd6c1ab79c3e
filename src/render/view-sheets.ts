/** One sheet for each person: what this person brings, in piles, and what this person pays. */
import type { Assessment } from '../assess/assessment.ts';
import type { Progress } from '../desk/progress.ts';
import type { References } from './references.ts';
import { checklist } from './view-checklist.ts';
import { nothingToPay } from './view-summary.ts';
import { handOver, paymentItem, type Group } from './view.ts';
import type { Words } from './words.ts';

export interface Sheet {
  /** Whose sheet it is; nothing where there is only one. */
  readonly name?: string;
  readonly total: string;
  readonly piles: readonly Group[];
  readonly payments: Group;
}

/** The sheets of everyone on the application, the applicant first. */
export function sheetsOf(
  answer: Assessment,
  words: Words,
  references: References,
  progress?: Progress,
): Sheet[] {
  const people = ['applicant', ...answer.case.family.map((_, index) => `family-${index + 1}`)];
  // on a sheet of one's own nobody is named line by line
  const own: Words = { ...words, people: () => '' };
  return people.map((person) => {
    const mine = <T extends { person?: string }>(lines: readonly T[]) =>
      lines.filter((line) => (line.person ?? 'applicant') === person);
    const payments = mine(answer.fees.payments);
    const part = { ...answer, forms: mine(answer.forms), documents: mine(answer.documents) };
    const sum = payments.reduce((total, { cents }) => total + cents, 0);
    return {
      ...(people.length > 1 && { name: capital(words.person(person)) }),
      total: sum === 0 ? nothingToPay(answer, words) : words.messages.money(sum),
      piles: explainedOnce(checklist(part, own, references, progress).groups),
      payments: handOver(
        payments.map((payment) => paymentItem(payment, own, references)),
        answer,
        words,
      ),
    };
  });
}

/** A paper that comes back in a later pile is explained where it stands first: the sheet stays short. */
function explainedOnce(piles: readonly Group[]): Group[] {
  const explained = new Set<string>();
  return piles.map((pile) => ({
    ...pile,
    items: pile.items.map((item) => {
      const key = [item.text, ...item.details].join('\n');
      if (explained.has(key)) return { ...item, details: [] };
      explained.add(key);
      return item;
    }),
  }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
