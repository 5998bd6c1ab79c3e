/** Disputes that touch a case: cited by one of its lines, or by their own condition. */
import { applies } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Assessment, DisputeLine, Line } from './assessment.ts';
import { joinSources } from './lines.ts';

/** All disputes of an answer, in the order of the book. */
export function disputesOf(
  rulebook: Rulebook,
  answer: Omit<Assessment, 'disputes'>,
  facts: readonly number[],
): DisputeLine[] {
  const cited = new Map<string, string>();
  for (const line of allLines(answer)) {
    for (const id of line.disputes ?? []) if (!cited.has(id)) cited.set(id, line.rule);
  }
  return rulebook.disputes.flatMap(({ id, entry, boxes }) => {
    const rule = cited.get(id) ?? (applies(boxes, facts) ? `${entry.place.file}#${id}` : undefined);
    if (rule === undefined) return [];
    return [
      {
        id,
        rule,
        sure: 'disputed' as const,
        shown: entry.shown,
        sources: joinSources(...entry.positions.map((position) => position.sources)),
        positions: entry.positions,
      },
    ];
  });
}

/** Every line of an answer that can cite a dispute. */
function allLines(answer: Omit<Assessment, 'disputes'>): Line[] {
  return [
    answer.outcome,
    answer.handIn,
    ...(answer.permit ? [answer.permit] : []),
    ...answer.fees.lines,
    ...answer.fees.exemptions,
    ...answer.forms,
    ...answer.documents,
    ...answer.deadlines,
    ...answer.steps,
    ...answer.rights,
    ...answer.warnings,
  ];
}
