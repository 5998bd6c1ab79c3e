/** Typed text → the value of an answer, or what is wrong with it in words. */
import type { PlainDate } from '../case/plain-date.ts';
import { plainWords } from '../case/reasons.ts';
import { UNKNOWN } from '../case/case.ts';
import type { Messages, WizardMessages } from '../messages/messages.ts';
import type { AnswerValue } from './answers.ts';
import type { Question } from './catalogue.ts';
import { meantChoices, type Choice } from './choices.ts';
import { readTypedDate, tidy } from './typed-date.ts';

export type Typed =
  | { readonly value: AnswerValue }
  | { readonly problem: string }
  /** The text fits several choices, best first. */
  | { readonly several: readonly Choice[] };

/** Words for yes and no in every language of the program; the reader may think in another than it prints. */
const YES: readonly string[] = ['y', 'yes', 's', 'si', 'true'];
const NO: readonly string[] = ['n', 'no', 'false'];

/**
 * Reads what was typed as an answer to a question. An empty text leaves an optional question open; a number is
 * the place in `shown`, the list that the person sees.
 */
export function readTyped(
  question: Question,
  typed: string,
  messages: Messages,
  shown: readonly Choice[] = [],
): Typed {
  const { wizard } = messages;
  const text = tidy(typed);
  const numbered = /^\d+$/.test(text) ? shown[Number(text) - 1] : undefined;
  if (numbered) return { value: valueOf(question, numbered) };
  if (saysUnknown(text, messages)) return notKnown(question, wizard);
  if (text === '' && question.skip === undefined && question.unknown !== undefined) return { value: UNKNOWN };
  if (text === '')
    return question.skip === undefined ? { problem: wizard.answerNeeded } : { value: undefined };
  switch (question.kind) {
    case 'date':
      return typedDate(question, text, messages);
    case 'integer': {
      const [least, most] = question.range ?? [1, 1];
      const number = /^\d+$/.test(text) ? Number(text) : NaN;
      return number >= least && number <= most
        ? { value: number }
        : { problem: wizard.notAnInteger(text, least, most) };
    }
    case 'boolean': {
      const word = plainWords(text);
      if (YES.includes(word) || word === plainWords(messages.yes)) return { value: true };
      if (NO.includes(word) || word === plainWords(messages.no)) return { value: false };
      return { problem: wizard.notAChoice(text, shown.length) };
    }
    case 'choice':
      return typedChoice(question, text, messages, shown);
  }
}

/** “I do not know” in every language of the program. */
const NOT_KNOWN: readonly string[] = [
  'unknown',
  'i do not know',
  'i don t know',
  'i dont know',
  'do not know',
  'don t know',
  'dont know',
  'no idea',
  'non so',
  'non lo so',
  'non saprei',
  'boh',
  'sconosciuto',
];

function saysUnknown(text: string, { wizard }: Messages): boolean {
  const words = plainWords(text);
  return NOT_KNOWN.includes(words) || words === plainWords(wizard.unknown);
}

/** Where not knowing is no answer, the person learns where the answer can be found. */
function notKnown({ unknown, skip, mustKnow }: Question, wizard: WizardMessages): Typed {
  if (unknown !== undefined) return { value: UNKNOWN };
  if (skip !== undefined) return { value: undefined };
  return { problem: mustKnow ?? wizard.answerNeeded };
}

function typedDate(question: Question, text: string, messages: Messages): Typed {
  const { wizard } = messages;
  const read = readTypedDate(text);
  if ('problem' in read) return { problem: wizard[read.problem](text) };
  const { date } = read;
  if (question.latest !== undefined && date > question.latest) return { problem: wizard.afterToday(text) };
  if (question.earliest !== undefined && date < question.earliest) {
    return { problem: wizard.tooEarly(text, messages.day(question.earliest)) };
  }
  return { value: date };
}

function typedChoice(question: Question, text: string, messages: Messages, shown: readonly Choice[]): Typed {
  const { wizard } = messages;
  const [choice, ...more] = meantChoices(listed(question, messages), text);
  if (choice && more.length === 0) return { value: valueOf(question, choice) };
  if (choice) return { several: [choice, ...more] };
  return { problem: shown.length > 0 ? wizard.notAChoice(text, shown.length) : wizard.notFound(text) };
}

/**
 * What a list shows: the choices, or yes and no, and leaving the question open where that is possible. Nothing
 * for dates and numbers, which are typed.
 */
export function listed(question: Question, messages: Messages): Choice[] {
  const { kind, choices, skip, unknown } = question;
  if (kind === 'date' || kind === 'integer') return [];
  const yesNo = [
    { value: String(true), label: messages.yes },
    { value: String(false), label: messages.no },
  ];
  const open = skip === undefined ? [] : [{ value: LEFT_OPEN, label: skip }];
  const notKnown = unknown === undefined ? [] : [{ value: UNKNOWN, label: unknown }];
  return [...(kind === 'boolean' ? yesNo : choices), ...notKnown, ...open];
}

/** Value of the choice that leaves a question open. */
const LEFT_OPEN = '';

/** The answer that a listed choice stands for. */
export function valueOf({ kind }: Question, choice: Pick<Choice, 'value'>): AnswerValue {
  if (choice.value === LEFT_OPEN) return undefined;
  if (choice.value === UNKNOWN) return UNKNOWN;
  return kind === 'boolean' ? choice.value === String(true) : choice.value;
}

/** The choice that stands for an answer. */
export function choiceOf(value: AnswerValue): string {
  return value === undefined ? LEFT_OPEN : String(value);
}

/** A value as somebody would type it, to be edited. */
export function asTyped(value: AnswerValue): string {
  if (value === undefined || typeof value === 'boolean') return '';
  const [year, month, day] = String(value).split('-');
  return isDate(value) ? `${day}/${month}/${year}` : String(value);
}

function isDate(value: AnswerValue): value is PlainDate {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
