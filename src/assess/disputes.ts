/** Disputes that touch a case: cited by one of its lines, or by their own condition. */
import type { DisputeEntry } from '../rulebook/book.ts';
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
  const cited = citedBy(linesOf(answer));
  return rulebook.disputes.flatMap(({ id, entry, boxes }) => {
    const rule = cited.get(id);
    if (rule !== undefined) return [disputeLine(id, entry, rule, true)];
    return applies(boxes, facts) ? [disputeLine(id, entry, `${entry.place.file}#${id}`, false)] : [];
  });
}

/** The disputes that some lines cite, but for those already told, in the order of the book. */
export function disputeLines(
  rulebook: Rulebook,
  lines: readonly Line[],
  told: (id: string) => boolean,
): DisputeLine[] {
  const cited = citedBy(lines);
  return rulebook.disputes.flatMap(({ id, entry }) => {
    const rule = cited.get(id);
    return rule === undefined || told(id) ? [] : [disputeLine(id, entry, rule, true)];
  });
}

/** The first rule that cites each dispute. */
function citedBy(lines: readonly Line[]): Map<string, string> {
  const cited = new Map<string, string>();
  for (const line of lines) {
    for (const id of line.disputes ?? []) if (!cited.has(id)) cited.set(id, line.rule);
  }
  return cited;
}

function disputeLine(id: string, entry: DisputeEntry, rule: string, cited: boolean): DisputeLine {
  return {
    id,
    rule,
    sure: 'disputed',
    cited,
    shown: entry.shown,
    sources: joinSources(...entry.positions.map((position) => position.sources)),
    positions: entry.positions,
  };
}

/** Every line of an answer that can cite a dispute. */
export function linesOf(answer: Omit<Assessment, 'disputes'>): Line[] {
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
