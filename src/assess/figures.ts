/** The figures of an answer: what can be told before any line with its rule and sources is written. */
import type { Case } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Assessment, PermitAnswer } from './assessment.ts';
import { deadlineDates, type DeadlineDates } from './deadlines.ts';
import { decideCase } from './decisions.ts';
import { totalCents } from './fees.ts';

/** Parts of an {@link Assessment}, under the names and with the values that they have there. */
export interface Figures {
  readonly on: PlainDate;
  readonly case: Case;
  readonly outcome: { readonly id: string };
  readonly permit: Pick<PermitAnswer, 'id' | 'reason' | 'code' | 'maxMonths'> | null;
  readonly route: readonly string[];
  readonly handIn: { readonly id: string };
  readonly fees: Pick<Assessment['fees'], 'currency' | 'totalCents'>;
  readonly deadlines: readonly DeadlineDates[];
}

/** What the figures hold below each part; a part that is not a mapping of figures stands whole. */
const PARTS: Readonly<Record<string, readonly string[] | 'whole'>> = {
  on: 'whole',
  case: 'whole',
  outcome: ['id'],
  permit: ['id', 'reason', 'code', 'maxMonths'],
  route: 'whole',
  handIn: ['id'],
  fees: ['currency', 'totalCents'],
};
const OF_DEADLINES = ['id', 'date', 'latest', 'workingDay', 'inDays'];

/**
 * Whether the figures hold what stands in an answer at a path, given in parts: `fees`, `totalCents`. `headline` is
 * the deadline of handing in, whichever it is.
 */
export function isFigure([part = '', below, property]: readonly string[]): boolean {
  if (part === 'headline') return below !== undefined && OF_DEADLINES.includes(below);
  if (part === 'deadlines')
    return below === 'id' || (property !== undefined && OF_DEADLINES.includes(property));
  const held = PARTS[part];
  return held === 'whole' || (below !== undefined && held?.includes(below) === true);
}

/** The figures of a case. Throws `TableGap` when a table of the book does not decide it. */
export function figuresOf(theCase: Case, rulebook: Rulebook): Figures {
  const { stage, deadlines, dues } = decideCase(theCase, rulebook);
  const { outcome, routeId, route, length } = stage;
  const { on, reason, province } = theCase;
  const { book } = rulebook;
  return {
    on,
    case: theCase,
    outcome: { id: outcome.give },
    permit: length
      ? {
          id: length.row.give,
          reason,
          code: book.reasons[reason]?.code ?? null,
          maxMonths: length.maxMonths,
        }
      : null,
    route: (routeId === undefined ? undefined : book.routes[routeId]?.offices) ?? [],
    handIn: { id: routeId ?? (route ?? outcome).give },
    fees: { currency: 'EUR', totalCents: totalCents(rulebook, dues) },
    deadlines: deadlineDates(rulebook, deadlines, on, province),
  };
}
