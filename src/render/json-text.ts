/** Many answers as JSON text, fast: what `JSON.stringify(jsonOf(…))` gives without the forms box by box. */
import type { Assessment, DisputeLine, Line, PermitAnswer } from '../assess/assessment.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { disputeJson, permitJson, worded } from './json.ts';
import { LineTexts } from './line-texts.ts';
import { makeWords } from './words.ts';

/** Lists of an answer whose lines are worded alike, with the kind of their wording. */
const LISTS = ['forms', 'documents', 'deadlines', 'steps', 'rights', 'warnings'] as const;

/**
 * A writer for answers from one book in one language. It keeps the text of lines that it wrote, as many as the
 * book can give.
 */
export function answerWriter(rulebook: Rulebook, messages: Messages): (answer: Assessment) => string {
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
  return (answer) => {
    current = answer;
    const { permit } = answer;
    let text =
      `{"schema":${answer.schema},"on":${JSON.stringify(answer.on)},"language":${language}` +
      `,"rulebook":${JSON.stringify(answer.rulebook)},"case":${JSON.stringify(answer.case)}` +
      `,"outcome":${outcomes.write(answer.outcome)},"permit":${permit ? permits.write(permit) : 'null'}` +
      `,"route":${JSON.stringify(answer.route)},"handIn":${routes.write(answer.handIn)}` +
      `,"kits":${JSON.stringify(answer.kits)}` +
      `,"fees":{"currency":${JSON.stringify(answer.fees.currency)},"totalCents":${answer.fees.totalCents}` +
      `,"lines":${fees.writeAll(answer.fees.lines)},"payments":${payments.writeAll(answer.fees.payments)}` +
      `,"exemptions":${exemptions.writeAll(answer.fees.exemptions)}}`;
    for (const { kind, texts: list } of lists) text += `,"${kind}":${list.writeAll(answer[kind])}`;
    return `${text},"disputes":${disputes.writeAll(answer.disputes)}}`;
  };
}
