/** How far a file has come: papers in hand, papers missing, dates done and open, and what to do next. Pure. */
import type { Assessment, DeadlineLine, Line, StepLine } from '../assess/assessment.ts';
import { isHandedIn } from '../case/case.ts';
import type { Tick } from './desk.ts';
import { isTicked, tickOfDate } from './ticks.ts';

/** A paper of the checklist: a document in a pile, or a form, which stands in the first one. */
export interface Paper {
  readonly kind: 'forms' | 'documents';
  readonly person: string;
  readonly id: string;
  readonly pile: string;
  readonly line: Line;
  readonly inHand: boolean;
}

export interface Progress {
  /** Papers counted once for each person, however many piles ask for them. */
  readonly total: number;
  readonly inHand: number;
  readonly papers: readonly Paper[];
  /** Ticks of papers that this answer does not ask for. */
  readonly unasked: readonly Tick[];
  /** The missing papers of the first pile that lacks any; empty once the application is handed in. */
  readonly nextPapers: readonly Paper[];
  /** What to do next where no paper comes first. */
  readonly nextStep?: StepLine;
  /** The dates by which the person acts, done or not, soonest first. */
  readonly dates: readonly DeadlineLine[];
  /** The open date that comes first, then the day by which the file is handed in, where it is another and open. */
  readonly nextDates: readonly DeadlineLine[];
}

/** The papers that an answer asks for, in the order of its checklist. */
export function papersOf(
  answer: Assessment,
  piles: readonly string[],
  ticked: readonly Tick[] = [],
): Paper[] {
  const [first = ''] = piles;
  const paper = (kind: Paper['kind'], line: Line, pile: string): Paper => {
    const { id, person = 'applicant' } = line;
    return {
      kind,
      person,
      id,
      pile,
      line,
      inHand: line.handedIn === true || isTicked(ticked, { person, document: id, pile }),
    };
  };
  return piles.flatMap((pile) => [
    ...(pile === first ? answer.forms.map((line) => paper('forms', line, pile)) : []),
    ...answer.documents.filter((line) => line.pile === pile).map((line) => paper('documents', line, pile)),
  ]);
}

/**
 * How far the papers and dates of an answer are; `piles` in the order of the book. Dates that are ticked must be met
 * in the answer.
 */
export function progressOf(answer: Assessment, piles: readonly string[], ticked: readonly Tick[]): Progress {
  const papers = papersOf(answer, piles, ticked);
  const keys = [...new Set(papers.map(keyOf))];
  const missing = papers.filter(({ inHand }) => !inHand);
  const lacking = new Set(missing.map(keyOf));
  const filed = isHandedIn(answer.case);
  const pile = piles.find((name) => missing.some((paper) => paper.pile === name));
  const nextPapers = filed ? [] : missing.filter((paper) => paper.pile === pile);
  const [step] = answer.steps;
  const dates = answer.deadlines.filter(({ role }) => role === undefined);
  const open = dates.filter(({ met }) => met !== true);
  const main = open.find(({ headline }) => headline);
  return {
    total: keys.length,
    inHand: keys.filter((key) => !lacking.has(key)).length,
    papers,
    unasked: ticked.filter(
      (tick) =>
        !papers.some((paper) => isTicked([tick], { ...paper, document: paper.id })) &&
        !answer.deadlines.some((line) => isTicked([tick], tickOfDate(line))),
    ),
    nextPapers,
    ...(nextPapers.length === 0 && step && { nextStep: step }),
    dates,
    nextDates: open.filter((line, index) => index === 0 || line === main),
  };
}

function keyOf({ person, id }: Paper): string {
  return `${person}/${id}`;
}
