import { describe, expect, it } from 'vitest';
import { rawFields, readAnswers, type QuestionId } from '../../src/questions/answers.ts';
import {
  add,
  answered,
  back,
  change,
  fits,
  START,
  turn,
  type Interview,
} from '../../src/questions/interview.ts';
import {
  ids,
  ownSetting,
  runScript,
  STUDENT,
  STUDENT_SCRIPT,
  TODAY,
  type Script,
} from '../helpers/interview.ts';

const setting = ownSetting();
const placeOf = (interview: Interview, id: QuestionId) => ids(interview.answers).indexOf(id);
/** Changes one answer and answers what comes up from a script. */
const changed = (interview: Interview, id: QuestionId, script: Script) =>
  runScript(setting, script, change(interview, placeOf(interview, id)));
const rawOf = (interview: Interview) =>
  rawFields(readAnswers(setting.rulebook.book, interview.answers), TODAY);

describe('the questions', () => {
  it('lead a student to the interview that these tests begin with', () => {
    expect(runScript(setting, STUDENT_SCRIPT).interview).toEqual(STUDENT);
  });
});

describe('going back', () => {
  it('asks the question before, with the earlier answer at hand', () => {
    const now = turn(setting, { ...START, answers: [{ id: 'event', value: 'arrived' }] });
    const second = answered(now.interview, now.asked ?? fail(), 'study');
    const first = back(second);
    expect(turn(setting, first ?? fail()).asked?.id).toBe('reason');
    expect(first?.earlier.get('reason')).toBe('study');
  });

  it('ends at the first question', () => {
    expect(back(START)).toBeUndefined();
  });

  it('goes from the review to the last question', () => {
    const last = STUDENT.answers.at(-1)?.id;
    expect(turn(setting, back(STUDENT) ?? fail()).asked?.id).toBe(last);
  });

  it('gives a change up and returns to the answers as they were', () => {
    const changing = change(STUDENT, placeOf(STUDENT, 'reason'));
    expect(turn(setting, changing).asked?.id).toBe('reason');
    expect(back(changing)).toBe(STUDENT);
  });
});

describe('changing one answer', () => {
  it('asks that question alone where nothing else hangs on it', () => {
    const { asked, interview } = changed(STUDENT, 'months', { months: 6 });
    expect(asked).toEqual(['months']);
    expect(rawOf(interview)).toEqual({ ...rawOf(STUDENT), months: 6 });
  });

  it('asks what newly matters and keeps the rest', () => {
    const { asked, interview } = changed(STUDENT, 'reason', { reason: 'employment', contract: 'open-ended' });
    expect(asked.slice(0, 2)).toEqual(['reason', 'contract']);
    expect(asked).not.toContain('born');
    expect(rawOf(interview)).toMatchObject({
      reason: 'employment',
      contract: 'open-ended',
      months: 12,
      citizenship: 'IN',
    });
  });

  it('drops what no longer applies', () => {
    const { interview } = changed(STUDENT, 'citizenship', { citizenship: 'FR' });
    expect(ids(interview.answers)).not.toContain('months');
    expect(rawOf(interview)).not.toHaveProperty('months');
  });

  it('remembers what was dropped, should it matter again', () => {
    const french = changed(STUDENT, 'citizenship', { citizenship: 'FR' }).interview;
    expect(french.earlier.get('months')).toBe(12);
    expect(turn(setting, french).asked).toBeUndefined();
  });

  it('goes through the front door again when something else happened', () => {
    const { asked, interview } = changed(STUDENT, 'event', {
      event: 'expiring',
      from: 'study',
      expiry: '2027-01-15',
    });
    expect(asked.slice(0, 3)).toEqual(['event', 'from', 'expiry']);
    expect(rawOf(interview)).toMatchObject({ procedure: 'renewal', reason: 'study', born: '2003-05-04' });
    expect(rawOf(interview)).not.toHaveProperty('entry');
  });

  it('asks for the birth date of another person', () => {
    const child: Script = { 'family.0.relation': 'child', 'family.0.born': '2020-02-01' };
    const { interview } = runScript(setting, { ...STUDENT_SCRIPT, ...child });
    const { asked } = changed(interview, 'family.0.relation', {
      'family.0.relation': 'spouse',
      'family.0.born': '1990-01-01',
      'family.0.income': true,
    });
    expect(asked.slice(0, 2)).toEqual(['family.0.relation', 'family.0.born']);
  });

  it('takes away everybody when nobody applies any more', () => {
    const child: Script = { 'family.0.relation': 'child', 'family.0.born': '2020-02-01' };
    const { interview } = runScript(setting, { ...STUDENT_SCRIPT, ...child });
    expect(rawOf(changed(interview, 'family.0.relation', {}).interview)).not.toHaveProperty('family');
  });
});

describe('adding a date', () => {
  it('keeps every answer that still applies', () => {
    const { asked, interview } = runScript(setting, {}, add(STUDENT, 'moved', '2026-11-01'));
    expect(asked).toEqual([]);
    expect(interview.added).toEqual([{ id: 'moved', value: '2026-11-01' }]);
    expect(ids(interview.answers)).toEqual(ids(STUDENT.answers));
  });

  it('takes it away again when it is left open', () => {
    const moved = add(STUDENT, 'moved', '2026-11-01');
    expect(add(moved, 'moved', undefined).added).toEqual([]);
  });

  it('asks again what an earlier day of the answer makes impossible', () => {
    const before = add(STUDENT, 'on', '2003-01-01');
    expect(turn(setting, add(before, 'on', '2010-01-01')).asked).toBeUndefined();
    const young = runScript(setting, { ...STUDENT_SCRIPT, born: '2020-05-04' }).interview;
    expect(turn(setting, add(young, 'on', '2012-01-01')).asked?.id).toBe('born');
  });
});

describe('fits', () => {
  it.each([
    [{ optional: true }, undefined, true],
    [{ optional: false }, undefined, false],
    [{ optional: false, members: ['loss', 'theft'] }, 'theft', true],
    [{ optional: false, members: ['loss', 'theft'] }, 'photo', false],
    [{ optional: true, leads: ['study', undefined] }, 'study', true],
    [{ optional: true, leads: ['study', undefined] }, 'family', false],
    [{ optional: false, latest: TODAY }, TODAY, true],
    [{ optional: false, latest: TODAY }, '2026-11-23', false],
  ])('%j takes %j: %s', (asked, value, expected) => {
    expect(fits({ id: 'change', ...asked }, value)).toBe(expected);
  });
});

function fail(): never {
  throw new Error('there is no such step');
}
