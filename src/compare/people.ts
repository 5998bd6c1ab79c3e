import type { Assessment } from '../assess/assessment.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { wordingOf } from '../rulebook/wording.ts';

/** How the people of a case are named; nobody needs a name where there is only one. */
export function personOf(
  { case: { family } }: Pick<Assessment, 'case'>,
  { book }: Rulebook,
  messages: Messages,
): (id: string) => string | undefined {
  return (id) => {
    if (family.length === 0) return undefined;
    const relative = family[Number(id.replace(/^family-/, '')) - 1];
    if (!relative) return messages.view.applicant;
    const relation = wordingOf(book, messages.language, 'fields', 'relation', relative.relation)?.text;
    return `${withoutMarks(relation ?? relative.relation)} ${messages.bornOn(relative.born)}`;
  };
}
