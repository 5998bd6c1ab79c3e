import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, kebab } from '../../src/case/case.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { DATES_ON_REQUEST, makeCatalogue } from '../../src/questions/catalogue.ts';
import type { QuestionId } from '../../src/questions/answers.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const { book } = ownRulebook();
const ASKED: QuestionId[] = [
  'event',
  ...FIELD_NAMES.filter((name) => name !== 'family' && book.fields[kebab(name)]?.ask !== undefined),
  'family.0.relation',
  'family.1.relation',
  'family.0.born',
  'family.0.income',
];

describe.each([en, italian])('the questions ($language)', (messages) => {
  const catalogue = makeCatalogue(book, messages);

  it.each(ASKED)('%s has a text, and either a list or a form to type', (id) => {
    const question = catalogue.question({ id, optional: false });
    expect(question.text).not.toBe('');
    expect(question.choices.length > 0).toBe(question.kind === 'choice');
    expect(question.skip).toBeUndefined();
    expect(question.text).not.toMatch(/_/);
  });

  it('offers to leave open what is optional', () => {
    expect(catalogue.question({ id: 'jobEnd', optional: true }).skip).toBe(messages.wizard.skip);
    expect(catalogue.question({ id: 'months', optional: true }).skip).toBe(messages.wizard.noLength);
    expect(catalogue.question({ id: 'family.0.relation', optional: true }).skip).toBe(messages.wizard.nobody);
    expect(catalogue.question({ id: 'from', optional: true, leads: [undefined] }).skip).toBe(
      messages.wizard.noPermit,
    );
  });

  it('narrows the choices to those that the interview allows', () => {
    const { choices } = catalogue.question({ id: 'change', optional: false, members: ['loss', 'theft'] });
    expect(choices.map(({ value }) => value)).toEqual(['loss', 'theft']);
  });

  it('has a question for every date on request', () => {
    for (const id of DATES_ON_REQUEST) {
      expect(catalogue.dateOnRequest(id)).toMatchObject({ kind: 'date', skip: messages.wizard.skip });
    }
    expect(catalogue.dateOnRequest('on').earliest).toBe(book.earliest);
  });
});

it('a text that is missing shows its id', () => {
  const bare = makeCatalogue({ ...book, texts: {} }, en);
  expect(bare.question({ id: 'entry', optional: false }).text).toBe('entry');
  expect(bare.question({ id: 'reason', optional: false }).choices[0]?.label).toBe(
    Object.keys(book.reasons)[0],
  );
});
