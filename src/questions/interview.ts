/** The interview as a value: answers given, answers to take again, the way back. Pure. */
import { UNKNOWN } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { Answer, AnswerValue, QuestionId } from './answers.ts';
import { nextQuestion, type Asked, type Setting } from './next.ts';

export interface Interview {
  /** In the order in which they were asked. */
  readonly answers: readonly Answer[];
  /** Given before something was changed, and taken again without asking if their question comes up again. */
  readonly kept: readonly Answer[];
  /** Dates added at the review, which no question asks for. */
  readonly added: readonly Answer[];
  /** The last answer to each question, to start from when it is asked again. */
  readonly earlier: ReadonlyMap<QuestionId, AnswerValue>;
  /** Where to return when a change is given up: the interview as it was, and the answer being changed. */
  readonly beforeChange?: { readonly interview: Interview; readonly index: number };
}

/** What is to be asked now; nothing when the interview is complete. */
export interface Turn {
  readonly interview: Interview;
  readonly asked?: Asked;
}

export const START: Interview = { answers: [], kept: [], added: [], earlier: new Map() };

/** Takes again every kept answer that still has a question, up to the first question that has none. */
export function turn(setting: Setting, interview: Interview): Turn {
  const answers = [...interview.answers];
  let kept = interview.kept;
  for (;;) {
    const asked = nextQuestion(settingOf(setting, interview), [...interview.added, ...answers]);
    if (!asked) {
      const { added, earlier } = interview;
      return { interview: { answers, kept: [], added, earlier } };
    }
    const again = kept.find(({ id, value }) => id === asked.id && fits(asked, value));
    if (!again) return { interview: { ...interview, answers, kept }, asked };
    answers.push(again);
    kept = kept.filter((answer) => answer !== again);
  }
}

/** The setting with the day that was added at the review, where one was. */
export function settingOf(setting: Setting, { added }: Interview): Setting {
  const on = added.find(({ id }) => id === 'on')?.value;
  return typeof on === 'string' ? { ...setting, on: on as PlainDate } : setting;
}

/** Whether a value answers the question as it comes up now. */
export function fits(asked: Asked, value: AnswerValue): boolean {
  if (value === undefined) return asked.optional;
  if (value === UNKNOWN) return asked.unknown === true;
  if (asked.latest !== undefined && String(value) > asked.latest) return false;
  const within = asked.members?.includes(String(value)) ?? true;
  return within && (asked.leads?.includes(String(value)) ?? true);
}

/** Adds an answer to the question that {@link turn} gave. */
export function answered(interview: Interview, { id }: Asked, value: AnswerValue): Interview {
  const answers = [...interview.answers, { id, value }];
  return { ...interview, answers, earlier: new Map(interview.earlier).set(id, value) };
}

/**
 * One step back: the last answer is taken away, or the change given up. `undefined` where nothing lies before.
 */
export function back(interview: Interview): Interview | undefined {
  const { answers, beforeChange } = interview;
  if (beforeChange && answers.length <= beforeChange.index) return beforeChange.interview;
  return answers.length === 0 ? undefined : { ...interview, answers: answers.slice(0, -1) };
}

/** Asks one answer again; those after it stay as far as they still apply. */
export function change(interview: Interview, index: number): Interview {
  const { answers } = interview;
  const changed = answers[index]?.id;
  // another person has another birth date
  const person = changed?.endsWith('.relation') ? changed.replace('relation', '') : undefined;
  const kept = answers.slice(index + 1).filter(({ id }) => person === undefined || !id.startsWith(person));
  return { ...interview, answers: answers.slice(0, index), kept, beforeChange: { interview, index } };
}

/** Adds, changes or (with `undefined`) takes away a date that no question asks for. */
export function add(interview: Interview, id: QuestionId, value: AnswerValue): Interview {
  const others = interview.added.filter((answer) => answer.id !== id);
  const added = value === undefined ? others : [...others, { id, value }];
  return { ...interview, added, answers: [], kept: [...interview.answers, ...interview.kept] };
}
