import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import type { Asker, Reply } from '../../src/questions/asker.ts';
import { makeCatalogue } from '../../src/questions/catalogue.ts';
import { turn } from '../../src/questions/interview.ts';
import { review, reviewItems } from '../../src/questions/review.ts';
import { ownSetting, runScript, STUDENT, STUDENT_SCRIPT } from '../helpers/interview.ts';

const setting = ownSetting();
const catalogue = makeCatalogue(setting.rulebook.book, en);

/** Somebody who gives these answers, one after the other. */
function person(...replies: Reply[]): Asker & { readonly said: string[] } {
  const said: string[] = [];
  return {
    said,
    say: (text) => void said.push(text),
    echo: () => undefined,
    close: () => undefined,
    line: () => Promise.resolve(''),
    ask: () => Promise.resolve(replies.shift() ?? 'back'),
  };
}

const pick = (place: number): Reply => ({ value: String(place) });

describe('the list of answers', () => {
  const items = reviewItems(setting, catalogue, STUDENT);

  it('names everything that was asked, and what the front door made of it', () => {
    const targets = items.map(({ target }) => target);
    expect(targets.filter((target) => target !== undefined)).toEqual(
      STUDENT.answers.map((_, index) => index),
    );
    expect(items.find(({ label }) => label === catalogue.label('procedure'))).toEqual({
      label: catalogue.label('procedure'),
      value: catalogue.answer('procedure', 'first-issue'),
    });
  });

  it('shows days in words and what was left open as not provided', () => {
    expect(items.map(({ value }) => value)).toEqual(
      expect.arrayContaining([en.day('2003-05-04' as never), en.wizard.nobody]),
    );
    const open = runScript(setting, { ...STUDENT_SCRIPT, months: undefined }).interview;
    expect(reviewItems(setting, catalogue, open).map(({ value }) => value)).toContain(en.wizard.notProvided);
  });
});

describe('the review', () => {
  it('ends when the person is content', async () => {
    const asker = person(pick(0));
    expect(await review(setting, catalogue, asker, STUDENT)).toBe('done');
    expect(asker.said).toHaveLength(reviewItems(setting, catalogue, STUDENT).length + 1);
  });

  it('says when the case is to be saved first', async () => {
    expect(await review(setting, catalogue, person(pick(3)), STUDENT)).toBe('save');
  });

  it('goes back to the last question', async () => {
    const next = await review(setting, catalogue, person('back'), STUDENT);
    expect(next).toMatchObject({ answers: STUDENT.answers.slice(0, -1) });
  });

  it('changes the answer that is chosen', async () => {
    const changeable = reviewItems(setting, catalogue, STUDENT).filter(({ target }) => target !== undefined);
    const place = changeable.findIndex(({ label }) => label === catalogue.label('citizenship'));
    const next = await review(setting, catalogue, person(pick(1), pick(place)), STUDENT);
    if (next === 'done' || next === 'save') throw new Error('the review ended');
    expect(turn(setting, next).asked?.id).toBe('citizenship');
  });

  it('adds a date, shows it, and lets it be changed', async () => {
    const next = await review(setting, catalogue, person(pick(2), pick(0), { value: '2026-11-21' }), STUDENT);
    if (next === 'done' || next === 'save') throw new Error('the review ended');
    expect(next.added).toEqual([{ id: 'filed', value: '2026-11-21' }]);
    const again = turn(setting, next).interview;
    const items = reviewItems(setting, catalogue, again);
    expect(items.at(-1)).toMatchObject({ label: catalogue.label('filed'), target: 'filed' });
    const place = items.filter(({ target }) => target !== undefined).length - 1;
    const removed = await review(
      setting,
      catalogue,
      person(pick(1), pick(place), { value: undefined }),
      again,
    );
    expect(removed).toMatchObject({ added: [] });
  });

  it.each([
    [['back']],
    [[pick(1), 'back']],
    [[pick(2), 'back']],
    [[pick(2), pick(0), 'back']],
  ] as Reply[][][])('changes nothing when a choice is given up (%#)', async (replies) => {
    const next = await review(setting, catalogue, person(...replies), STUDENT);
    if (next === 'done' || next === 'save') throw new Error('the review ended');
    expect(next.added).toEqual([]);
    expect(next.answers.length).toBeGreaterThanOrEqual(STUDENT.answers.length - 1);
  });
});
