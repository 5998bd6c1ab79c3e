/** The first screen of an answer: what a person needs before anything else. */
import type { Assessment } from '../assess/assessment.ts';
import { isHandedIn } from '../case/case.ts';
import { conditionText, dateName, openQuestions } from './view-depends.ts';
import type { SummaryLine } from './view.ts';
import type { Words } from './words.ts';

/** The lines of the first screen: where, how much, by when, and how long where that is decided anew. */
export function summaryOf(answer: Assessment, words: Words): SummaryLine[] {
  const { messages } = words;
  const where = words.say('routes', answer.handIn.id, undefined);
  const behind = isHandedIn(answer.case);
  const lines: SummaryLine[] = [
    {
      label: behind ? messages.view.handedInAt : messages.view.where,
      value: where.text,
      // how and where else to hand in no longer matters to who has done it
      notes: behind
        ? []
        : [
            ...(where.detail === undefined ? [] : [where.detail]),
            ...(answer.handIn.alternatives ?? []).map((other) => words.alternative(other)),
          ],
    },
    { label: messages.view.howMuch, ...costSummary(answer, words) },
    { label: messages.view.byWhen, ...dateSummary(answer, words) },
  ];
  const open = openQuestions(answer, words);
  if (open.length > 0) {
    lines.push({ label: messages.depends.summary, value: open.join(', '), notes: [messages.depends.covers] });
  }
  if (!answer.permit || !words.book.newLength.includes(answer.case.procedure)) return lines;
  const { maxMonths } = answer.permit;
  const others = (answer.permit.alternatives ?? []).map((other) => words.alternative(other, 'months'));
  const unknown = others.length > 0 ? messages.view.notInMonths : messages.view.noLength;
  const months = answer.permit.least === true ? messages.monthsAtLeast : messages.months;
  const value = maxMonths === null ? unknown : months(maxMonths);
  return [...lines, { label: messages.view.howLong, value, notes: others }];
}

/** What stands where no amount does: an office that gives no permit may ask for something of its own. */
export function nothingToPay({ permit, route }: Assessment, { messages }: Words): string {
  return permit === null && route.length > 0 ? messages.view.noFeeForPermit : messages.view.nothingToPay;
}

function costSummary(answer: Assessment, words: Words): { value: string; notes: string[] } {
  const { fees } = answer;
  const { messages } = words;
  if (fees.totalCents === 0) return { value: nothingToPay(answer, words), notes: [] };
  const kinds = [...new Set(fees.payments.map(({ id }) => id))];
  const parts = kinds.map((kind) => {
    const amounts = fees.payments.filter(({ id }) => id === kind).map(({ cents }) => messages.money(cents));
    return `${words.say('payments', kind).text} ${amounts.join(' + ')}`;
  });
  const others = fees.payments
    .flatMap((payment) => payment.alternatives ?? [])
    .map((other) => words.alternative(other));
  return {
    value: messages.total(messages.money(fees.totalCents)),
    notes: [...parts, ...new Set(others)],
  };
}

function dateSummary(answer: Assessment, words: Words): { value: string; notes: string[] } {
  const { messages } = words;
  // what was handed in is met, and need not be handed in any more
  const open = answer.deadlines.filter(({ met }) => met !== true);
  const main = open.find((deadline) => deadline.headline);
  const next = main ?? open.find((deadline) => deadline.inDays >= 0);
  if (!next) {
    const { noneOpen, noDeadline } = messages.view;
    return { value: answer.deadlines.length > 0 ? noneOpen : noDeadline, notes: [] };
  }
  const when =
    next.inDays < 0
      ? `${messages.inDays(next.inDays)}: ${messages.view.passed}`
      : messages.inDays(next.inDays);
  const rest = open.filter((deadline) => deadline !== next && deadline.inDays >= 0);
  return {
    value: `${messages.day(next.date)} (${when})`,
    notes: [
      dateName(next, words),
      ...(next.only ? [conditionText(next.only, words)] : []),
      ...(next.latest ? [messages.atLatest(next.latest)] : []),
      ...(next.workingDay ? [messages.workingDay(next.workingDay)] : []),
      ...rest.map((line) => `${messages.day(line.date)}: ${dateName(line, words)}`),
    ],
  };
}
