/** Assessment → the documented JSON, each line with its wording in the language asked for. */
import type { AlternativeAnswer, Assessment, DisputeLine, Line, PermitAnswer } from '../assess/assessment.ts';
import { asGiven } from '../case/case.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { News } from '../desk/news.ts';
import { newsJson, withState } from './json-news.ts';
import { formJson } from './json-form.ts';
import type { SectionId } from './sections.ts';
import { conditionText, dependsJson } from './view-depends.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { makeWords, type Words } from './words.ts';

export interface JsonOptions {
  /** Without the forms box by box, which are most of an answer: for many answers at once. */
  readonly form?: false;
  /** What a case file adds. */
  readonly news?: News;
}

/** The answer as a value for `JSON.stringify`; amounts in cents, days in ISO form. */
export function jsonOf(
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
  options: JsonOptions = {},
): Record<string, unknown> {
  const words = makeWords(answer, rulebook, messages);
  const forms = options.form === false ? undefined : formJson(answer, rulebook, words);
  const lines = (kind: string, list: readonly Line[]) => list.map((line) => worded(line, kind, words));
  const { outcome, permit, handIn, fees, ...rest } = answer;
  const news = options.news && newsJson(options.news, answer, words);
  const inHand = (kind: 'forms' | 'documents', list: readonly Record<string, unknown>[]) =>
    options.news?.progress ? withState(kind, list, options.news.progress) : list;
  return {
    schema: rest.schema,
    on: rest.on,
    language: messages.language,
    ...news,
    rulebook: rest.rulebook,
    case: asGiven(rest.case),
    outcome,
    permit: permit && permitJson(permit, words),
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
    forms: inHand('forms', lines('forms', rest.forms)),
    documents: inHand('documents', lines('documents', rest.documents)),
    deadlines: lines('deadlines', rest.deadlines),
    steps: lines('steps', rest.steps),
    rights: lines('rights', rest.rights),
    warnings: lines('warnings', rest.warnings),
    ...(rest.depends && { depends: dependsJson(answer, words) }),
    disputes: [...rest.disputes, ...(forms?.disputes ?? [])].map((dispute) => disputeJson(dispute, words)),
    ...forms?.json,
  };
}

/** Keys of the JSON that a section of the view draws. */
const SECTION_KEYS: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  checklist: ['forms', 'documents'],
  calendar: ['deadlines'],
  form: ['form', 'slips', 'formNotes', 'disputes'],
};

/** What any part of an answer needs beside it, to be read by itself. */
const FRAME = [
  'schema',
  'on',
  'language',
  'label',
  'changes',
  'progress',
  'rulebook',
  'case',
  'permit',
  'route',
];

/** One section of the answer, with what says which answer it is. */
export function sectionJson(answer: Record<string, unknown>, section: SectionId): Record<string, unknown> {
  const keys = [...FRAME, ...(SECTION_KEYS[section] ?? [section])];
  return Object.fromEntries(Object.entries(answer).filter(([key]) => keys.includes(key)));
}

/** The permit with its name. */
export function permitJson(permit: PermitAnswer, words: Words): Record<string, unknown> {
  return {
    ...permit,
    ...otherAnswers(permit, words),
    text: words.say('reasons', permit.reason).text,
  };
}

/** A dispute with the wording of its question and of everyone's position. */
export function disputeJson(dispute: DisputeLine, words: Words): Record<string, unknown> {
  return {
    ...dispute,
    text: plain(words.part('disputes', dispute.id, 'question')),
    shownText: plain(words.part('disputes', dispute.id, 'shown')),
    positions: dispute.positions.map((position) => ({
      ...position,
      text: plain(words.part('disputes', dispute.id, position.id)),
    })),
  };
}

/** A line with its wording, which stands in the rule book under this kind. */
export function worded(line: Line, kind: string, words: Words): Record<string, unknown> {
  const { text, detail } = words.say(kind, line.id, line.values);
  return {
    ...line,
    ...otherAnswers(line, words),
    text: plain(text),
    ...(detail !== undefined && { detail: plain(detail) }),
    ...(line.only && { onlyIf: plain(conditionText(line.only, words)) }),
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
