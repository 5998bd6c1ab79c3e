/** What a case file adds, as JSON: the same facts as the sections before the result, for programs. */
import type { Assessment } from '../assess/assessment.ts';
import { changeInWords } from '../compare/changes-in-words.ts';
import type { News } from '../desk/news.ts';
import type { Paper, Progress } from '../desk/progress.ts';
import { tickOfDate, tickText } from '../desk/ticks.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { dateName } from './view-depends.ts';
import { paperName, progressLines, sinceText } from './view-news.ts';
import type { Words } from './words.ts';

/** `label`, `changes` and `progress`, each only where the file has it. */
export function newsJson(news: News, answer: Assessment, words: Words): Record<string, unknown> {
  const { label, changes, progress } = news;
  const { book, messages } = words;
  const several = answer.case.family.length > 0;
  const naming = { book, messages, person: (id: string) => (several ? words.person(id) : undefined) };
  return {
    ...(label !== undefined && { label }),
    ...(changes && {
      changes: {
        ...changes,
        text: withoutMarks(sinceText(changes, answer, words)),
        lines: changes.lines.map((change) => ({ ...change, text: changeInWords(change, naming) })),
      },
    }),
    ...(progress && { progress: progressJson(progress, words) }),
  };
}

function progressJson(progress: Progress, words: Words): Record<string, unknown> {
  const { total, inHand, papers, unasked, dates, nextPapers, nextStep, nextDates } = progress;
  const open = dates.filter(({ met }) => met !== true);
  const [nextDate] = nextDates;
  const named = (paper: Paper) => ({
    paper: tickText({ person: paper.person, document: paper.id, pile: paper.pile }),
    text: withoutMarks(paperName(paper, words)),
  });
  return {
    total,
    inHand,
    missing: papers.filter((paper) => !paper.inHand).map(named),
    dates: {
      total: dates.length,
      done: dates.length - open.length,
      open: open.map((line) => {
        const { person, document } = tickOfDate(line);
        const text = withoutMarks(dateName(line, words));
        return { tick: tickText({ person, document }), date: line.date, text };
      }),
    },
    unasked: unasked.map(tickText),
    next: {
      papers: nextPapers.map(named),
      step: nextStep?.id ?? null,
      deadline: nextDate ? { id: nextDate.id, date: nextDate.date } : null,
      text: progressLines(progress, words).map(withoutMarks),
    },
  };
}

/** Lines of a list of papers, each with whether it is in hand. */
export function withState(
  kind: Paper['kind'],
  lines: readonly Record<string, unknown>[],
  { papers }: Progress,
): Record<string, unknown>[] {
  return lines.map((line) => {
    const paper = papers.find(
      (one) =>
        one.kind === kind &&
        one.id === line.id &&
        one.person === line.person &&
        (line.pile === undefined || one.pile === line.pile),
    );
    return { ...line, inHand: paper?.inHand === true };
  });
}
