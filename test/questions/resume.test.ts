import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../src/case/case.ts';
import { resumed, stopped } from '../../src/questions/resume.ts';
import { turn } from '../../src/questions/interview.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { ids, ownSetting, runScript, STUDENT_SCRIPT, type Script } from '../helpers/interview.ts';

const setting = ownSetting();
const { book } = setting.rulebook;

describe('an interview that was stopped', () => {
  it.each<[string, Script]>([
    ['a student', STUDENT_SCRIPT],
    ['one who does not know how long the course is', { ...STUDENT_SCRIPT, months: UNKNOWN }],
    [
      'a worker who does not know the contract',
      { ...STUDENT_SCRIPT, reason: 'employment', contract: UNKNOWN },
    ],
  ])('goes on with every answer, what is not known and what was left open included: %s', (_, script) => {
    const { interview } = runScript(setting, script);
    const { fields, rest } = stopped(book, interview);
    const again = turn(setting, resumed(fields, rest, caseDomains(book)));
    expect(again.asked).toBeUndefined();
    expect(again.interview.answers).toEqual(interview.answers);
    expect(ids(again.interview.answers)).toContain('event');
  });
});
