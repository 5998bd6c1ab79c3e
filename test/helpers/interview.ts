import type { PlainDate } from '../../src/case/plain-date.ts';
import type { Answer, AnswerValue, QuestionId } from '../../src/questions/answers.ts';
import { answered, fits, START, turn, type Interview } from '../../src/questions/interview.ts';
import type { Asked, Setting } from '../../src/questions/next.ts';
import { ownRulebook } from './rulebook.ts';

export const TODAY = '2026-11-22' as PlainDate;

export function ownSetting(): Setting {
  return { rulebook: ownRulebook(), on: TODAY };
}

export type Script = Partial<Record<QuestionId, AnswerValue>>;

export const STUDENT_SCRIPT: Script = {
  event: 'arrived',
  reason: 'study',
  entry: '2026-11-20',
  born: '2003-05-04',
  citizenship: 'IN',
  months: 12,
};

/** Where the script leads: the student's answers, and nobody along with them. */
const STUDENT_ANSWERS = [...Object.entries(STUDENT_SCRIPT), ['family.0.relation', undefined] as const].map(
  ([id, value]): Answer => ({ id: id as QuestionId, value }),
);
export const STUDENT: Interview = {
  ...START,
  answers: STUDENT_ANSWERS,
  earlier: new Map(STUDENT_ANSWERS.map(({ id, value }) => [id, value])),
};

/** Answers every question that comes up from a script; what the script does not name is left open. */
export function runScript(setting: Setting, script: Script, from: Interview = START) {
  const asked: Asked[] = [];
  let now = turn(setting, from);
  while (now.asked) {
    const value = script[now.asked.id];
    if (!fits(now.asked, value))
      throw new Error(`the script has no answer for ${now.asked.id}: ${String(value)}`);
    asked.push(now.asked);
    now = turn(setting, answered(now.interview, now.asked, value));
  }
  return { interview: now.interview, asked: asked.map(({ id }) => id) };
}

export function ids(answers: readonly Answer[]): QuestionId[] {
  return answers.map(({ id }) => id);
}
