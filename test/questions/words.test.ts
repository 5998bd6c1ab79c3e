import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { makeCatalogue } from '../../src/questions/catalogue.ts';
import { findChoices, meantChoices } from '../../src/questions/choices.ts';
import type { QuestionId } from '../../src/questions/answers.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { bookWith } from '../helpers/small-book.ts';
import { wordsPointSomewhere } from '../../src/rulebook/check-words.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';

const { book } = ownRulebook();

describe.each([en, italian])('what people say at the counter ($language)', (messages) => {
  const catalogue = makeCatalogue(book, messages);
  const meant = (id: QuestionId, typed: string) =>
    meantChoices(catalogue.question({ id, optional: false }).choices, typed).map(({ value }) => value);

  it.each([
    ['badante', 'employment'],
    ['BADANTE', 'employment'],
    ['badnate', 'employment'],
    ['26', 'self-employment'],
    ['24', 'study'],
    ['ricongiungimento', 'family'],
    ['riconjungimento', 'family'],
    ['lost my job', 'pending-employment'],
    ['I lost my job', 'pending-employment'],
    ['ho perso il lavoro', 'pending-employment'],
    ['partita IVA', 'self-employment'],
    ['art. 18-ter', 'labour-exploitation'],
    ['incinta', 'pregnancy'],
    ['calciatore', 'professional-sport'],
    ['iure sanguinis', 'citizenship-pending'],
    ['pensionata', 'elective-residence'],
    ['vendemmia', 'seasonal-employment'],
    ['nun', 'religious'],
  ])('%j is %s', (typed, reason) => {
    expect(meant('reason', typed)).toContain(reason);
    expect(meant('reason', typed).length).toBeLessThanOrEqual(7);
  });

  it('asks which student: one who says so can hold either permit', () => {
    for (const word of ['student', 'studente', 'studnet', 'università', 'universita'])
      expect(meant('reason', word)).toEqual(expect.arrayContaining(['study', 'student']));
    expect(meant('reason', 'study')).toEqual(['study']);
  });

  it.each([
    ['lost my job', 'lost-job'],
    ['licenziata', 'lost-job'],
    ['ho perso il lavoro', 'lost-job'],
    ['rinnovo', 'expiring'],
    ['badante', 'arrived'],
    ['student', 'arrived'],
    ['ricongiungimento', 'arrived'],
    ['smarrito', 'lost-card'],
    ['furto', 'stolen-card'],
    ['trasloco', 'moved'],
    ['laurea', 'finished-studies'],
    ['carta di soggiorno', 'five-years'],
  ])('what happened: %j is %s', (typed, event) => {
    expect(meant('event', typed)[0]).toBe(event);
  });

  it.each([
    ['marocchina', 'MA'],
    ['Moroccan', 'MA'],
    ['usa', 'US'],
    ['england', 'GB'],
    ['mexcio', 'MX'],
  ])('citizenship %j is %s', (typed, country) => {
    expect(meant('citizenship', typed)).toEqual([country]);
  });

  it.each([
    ['milan', 'MI'],
    ['Rome', 'RM'],
    ['bozen', 'BZ'],
    ['napoli', 'NA'],
  ])('province %j is %s', (typed, province) => {
    expect(meant('province', typed)).toEqual([province]);
  });

  it('finds every reason by its id, its code, its names, its words and its name in both languages', () => {
    const { choices } = catalogue.question({ id: 'reason', optional: false });
    for (const [reason, { code, names, words }] of Object.entries(book.reasons)) {
      const labels = [en, italian].map((other) => makeCatalogue(book, other).answer('reason', reason));
      for (const typed of [reason, ...names, ...words, ...labels, ...(code === null ? [] : [code])]) {
        const found = findChoices(choices, typed).map(({ value }) => value);
        expect(found, typed).toContain(reason);
      }
    }
  });
});

describe('the words of the book', () => {
  it('are several for every reason and for everything that can have happened', () => {
    for (const [reason, { words }] of Object.entries(book.reasons)) {
      expect(words.length, reason).toBeGreaterThanOrEqual(4);
    }
    for (const { event } of book.events) {
      expect(book.words.event?.[event]?.length ?? 0, event).toBeGreaterThanOrEqual(2);
    }
  });

  it('are refused where they lead to no answer', () => {
    const problems = (rulebook: Rulebook) => {
      const found: string[] = [];
      wordsPointSomewhere(rulebook, (_, message) => found.push(message));
      return found;
    };
    const added = bookWith({ add: { path: 'extra.yaml', text: 'words: { wish: { more: [money] } }' } });
    expect(problems(added)).toEqual(['no question is called wish']);
    const replaced = bookWith({ file: 'words.yaml', replace: ['  lost-job:', '  lost-jobs:'] });
    expect(problems(replaced)).toEqual(['event has no answer lost-jobs']);
    expect(problems(ownRulebook())).toEqual([]);
  });
});
