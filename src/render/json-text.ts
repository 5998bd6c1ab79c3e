/** Many answers as JSON text, fast: the UTF-8 of what `JSON.stringify(jsonOf(…))` gives without the forms box by box. */
import type { Assessment, DisputeLine, Line, PermitAnswer } from '../assess/assessment.ts';
import { asGiven } from '../case/case.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { disputeJson, permitJson, worded } from './json.ts';
import { LineTexts } from './line-texts.ts';
import type { Utf8 } from './utf8.ts';
import { dependsJson } from './view-depends.ts';
import { makeWords } from './words.ts';

/** Lists of an answer whose lines are worded alike, with the kind of their wording. */
const LISTS = ['forms', 'documents', 'deadlines', 'steps', 'rights', 'warnings'] as const;

/** Writes an answer; `before` are entries that stand at the beginning of the object, each with its comma. */
export type AnswerWriter = (answer: Assessment, to: Utf8, before?: string) => void;

/**
 * A writer for answers from one book in one language. It keeps the text of lines that it wrote, as many as the
 * book can give.
 */
export function answerWriter(rulebook: Rulebook, messages: Messages): AnswerWriter {
  let current: Assessment | undefined;
  // words that know nobody of the case: lines of JSON name people by id
  const words = () => {
    if (!current) throw new Error('no answer is being written');
    return makeWords(current, rulebook, messages);
  };
  const texts = (kind: string) => new LineTexts<Line>((line) => worded(line, kind, words()));
  const [routes, fees, payments, exemptions] = [
    texts('routes'),
    texts('fees'),
    texts('payments'),
    texts('exemptions'),
  ];
  const outcomes = new LineTexts<Line>((line) => ({ ...line }));
  const permits = new LineTexts<PermitAnswer>((permit) => permitJson(permit, words()));
  const disputes = new LineTexts<DisputeLine>((dispute) => disputeJson(dispute, words()));
  const lists = LISTS.map((kind) => ({ kind, texts: texts(kind) }));
  const language = JSON.stringify(messages.language);
  return (answer, to, before = '') => {
    current = answer;
    const { permit, fees: cost } = answer;
    to.text(
      `{${before}"schema":${answer.schema},"on":${JSON.stringify(answer.on)},"language":${language}` +
        `,"rulebook":${JSON.stringify(answer.rulebook)},"case":${JSON.stringify(asGiven(answer.case))},"outcome":`,
    );
    outcomes.write(answer.outcome, to);
    to.text(',"permit":');
    if (permit) permits.write(permit, to);
    else to.text('null');
    to.text(`,"route":${JSON.stringify(answer.route)},"handIn":`);
    routes.write(answer.handIn, to);
    to.text(`,"kits":${JSON.stringify(answer.kits)},"fees":{"currency":${JSON.stringify(cost.currency)}`);
    to.text(`,"totalCents":${cost.totalCents},"lines":`);
    fees.writeAll(cost.lines, to);
    to.text(',"payments":');
    payments.writeAll(cost.payments, to);
    to.text(',"exemptions":');
    exemptions.writeAll(cost.exemptions, to);
    to.text('}');
    for (const { kind, texts: list } of lists) {
      to.text(`,"${kind}":`);
      list.writeAll(answer[kind], to);
    }
    if (answer.depends) to.text(`,"depends":${JSON.stringify(dependsJson(answer, words()))}`);
    to.text(',"disputes":');
    disputes.writeAll(answer.disputes, to);
    to.text('}');
  };
}
