import { describe, expect, it } from 'vitest';
import type { AnswerValue, QuestionId } from '../../src/questions/answers.ts';
import { fits, START, turn, answered, type Interview } from '../../src/questions/interview.ts';
import type { Asked } from '../../src/questions/next.ts';
import { ownSetting } from '../helpers/interview.ts';

const setting = ownSetting();
const { book } = setting.rulebook;
/** Answers of somebody who has just arrived, alone: the way of most cases at a desk. */
const TYPICAL: Partial<Record<QuestionId, AnswerValue>> = {
  procedure: 'first-issue',
  entry: '2026-11-20',
  born: '1990-05-04',
  citizenship: 'IN',
  months: 12,
  contract: 'fixed-term',
  domestic: false,
  role: 'specialist',
  income: false,
  visa: 'd',
  office: 'post-office',
  province: 'MI',
};
/** Reasons for which others are born, or come from elsewhere. */
const PARTICULAR: Partial<Record<string, Partial<Record<QuestionId, AnswerValue>>>> = {
  'family-minor': { born: '2011-05-04' },
  pupil: { born: '2010-05-04' },
  'foster-care': { born: '2014-05-04' },
  'unaccompanied-minor': { born: '2010-05-04' },
  'eu-citizen': { citizenship: 'FR' },
  'temporary-protection': { citizenship: 'UA' },
  'withdrawal-agreement': { citizenship: 'GB' },
  stateless: { citizenship: 'stateless' },
};
/** What has happened to those who do not come from abroad. */
const EVENTS: Readonly<Record<string, string>> = { 'family-cohesion': 'married', 'long-term': 'five-years' };
const MOST_ANSWERS = 10;

function interviewOf(reason: string): QuestionId[] {
  const offered = turn(setting, answered(START, { id: 'event', optional: false }, 'arrived')).asked;
  const event = EVENTS[reason] ?? (offered?.members?.includes(reason) === true ? 'arrived' : 'other');
  const script = { ...TYPICAL, ...PARTICULAR[reason], event, reason };
  const asked: QuestionId[] = [];
  let interview: Interview = START;
  for (;;) {
    const now = turn(setting, interview);
    if (!now.asked) return asked;
    asked.push(now.asked.id);
    interview = answered(now.interview, now.asked, valueFor(now.asked, script));
  }
}

function valueFor(asked: Asked, script: Partial<Record<QuestionId, AnswerValue>>): AnswerValue {
  const value = script[asked.id];
  if (!fits(asked, value)) throw new Error(`no answer for ${asked.id}: ${String(value)}`);
  return value;
}

describe('a whole first issue', () => {
  it.each(Object.keys(book.reasons))('%s takes at most ten answers', (reason) => {
    const asked = interviewOf(reason);
    expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(MOST_ANSWERS);
  });
});
