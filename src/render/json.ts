/** Assessment → the documented JSON, each line with its wording in the language asked for. */
import type { Assessment, AlternativeAnswer, Line } from '../assess/assessment.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { makeWords, withoutMarks, type Words } from './words.ts';

/** The answer as a value for `JSON.stringify`; amounts in cents, days in ISO form. */
export function jsonOf(answer: Assessment, rulebook: Rulebook, messages: Messages): Record<string, unknown> {
  const words = makeWords(answer, rulebook, messages);
  const lines = (kind: string, list: readonly Line[]) => list.map((line) => worded(line, kind, words));
  const { outcome, permit, handIn, fees, ...rest } = answer;
  return {
    schema: rest.schema,
    on: rest.on,
    language: messages.language,
    rulebook: rest.rulebook,
    case: rest.case,
    outcome,
    permit: permit && {
      ...permit,
      ...otherAnswers(permit, words),
      text: words.say('reasons', permit.reason).text,
    },
    route: rest.route,
    handIn: worded(handIn, 'routes', words),
    kits: rest.kits,
    fees: {
      currency: fees.currency,
      totalCents: fees.totalCents,
      lines: lines('fees', fees.lines),
      payments: lines('payments', fees.payments),
      exemptions: lines('exemptions', fees.exemptions),
    },
    forms: lines('forms', rest.forms),
    documents: lines('documents', rest.documents),
    deadlines: lines('deadlines', rest.deadlines),
    steps: lines('steps', rest.steps),
    rights: lines('rights', rest.rights),
    warnings: lines('warnings', rest.warnings),
    disputes: rest.disputes.map((dispute) => ({
      ...dispute,
      text: plain(words.part('disputes', dispute.id, 'question')),
      shownText: plain(words.part('disputes', dispute.id, 'shown')),
      positions: dispute.positions.map((position) => ({
        ...position,
        text: plain(words.part('disputes', dispute.id, position.id)),
      })),
    })),
  };
}

function worded(line: Line, kind: string, words: Words): Record<string, unknown> {
  const { text, detail } = words.say(kind, line.id, line.values);
  return {
    ...line,
    ...otherAnswers(line, words),
    text: plain(text),
    ...(detail !== undefined && { detail: plain(detail) }),
  };
}

/** The other answers with their circumstances in words. */
function otherAnswers(line: Line, words: Words): { alternatives?: unknown } {
  if (!line.alternatives) return {};
  const alternatives = line.alternatives.map(({ when, value, sources }: AlternativeAnswer) => ({
    when: plain(words.say('alternatives', when).text),
    value,
    sources,
  }));
  return { alternatives };
}

function plain(text: string): string {
  return withoutMarks(text);
}
