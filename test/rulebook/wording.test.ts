import { describe, expect, it } from 'vitest';
import { markedTerms, splitTerms, withoutMarks } from '../../src/rulebook/term-marks.ts';
import { placeholders, presentWording, wordingOf } from '../../src/rulebook/wording.ts';

const BOOK = {
  texts: {
    en: {
      fees: {
        stamp: 'A stamp.',
        slip: { text: 'A slip.', detail: 'At the post.' },
        card: { text: 'A card.' },
      },
      disputes: { days: { question: 'Which?', shown: { text: 'This.', detail: 'So far.' } } },
    },
  },
};

describe('wording', () => {
  it.each<[string[], object | undefined]>([
    [['en', 'fees', 'stamp'], { text: 'A stamp.' }],
    [['en', 'fees', 'slip'], { text: 'A slip.', detail: 'At the post.' }],
    [['en', 'fees', 'card'], { text: 'A card.' }],
    [['en', 'disputes', 'days', 'question'], { text: 'Which?' }],
    [['en', 'disputes', 'days', 'shown'], { text: 'This.', detail: 'So far.' }],
    // a group is no sentence, and a sentence has no parts
    [['en', 'disputes', 'days'], undefined],
    [['en', 'disputes', 'days', 'why'], undefined],
    [['en', 'disputes', 'days', 'why', 'not'], undefined],
    [['en', 'fees', 'stamp', '0'], undefined],
    [['en', 'fees', 'nothing'], undefined],
    [['en', 'nothing', 'stamp'], undefined],
    [['de', 'fees', 'stamp'], undefined],
  ])('of %j is there, or not', ([language = '', kind = '', id = '', ...parts], sentence) => {
    expect(wordingOf(BOOK, language, kind, id, ...parts)).toStrictEqual(sentence);
  });

  it('of a language is listed sentence by sentence', () => {
    expect(presentWording(BOOK, 'en').map(({ key, sentence }) => [key.join('.'), sentence.text])).toEqual([
      ['fees.stamp', 'A stamp.'],
      ['fees.slip', 'A slip.'],
      ['fees.card', 'A card.'],
      ['disputes.days.question', 'Which?'],
      ['disputes.days.shown', 'This.'],
    ]);
    expect(presentWording(BOOK, 'de')).toEqual([]);
  });

  it('names the values that are put in', () => {
    expect(placeholders({ text: 'Pay {stamp-2} and {a}', detail: '{b}, not {B} nor {} nor {c d}' })).toEqual([
      'stamp-2',
      'a',
      'b',
    ]);
    expect(placeholders({ text: 'Pay.' })).toEqual([]);
  });
});

describe('the marks of Italian terms', () => {
  it.each<[string, string, [string, boolean][]]>([
    ['no marks', 'no marks', [['no marks', false]]],
    ['', '', []],
    ['_bollo_', 'bollo', [['bollo', true]]],
    [
      'the _marca da bollo_.',
      'the marca da bollo.',
      [
        ['the ', false],
        ['marca da bollo', true],
        ['.', false],
      ],
    ],
    [
      '(_a_, _b_) “_c_” "_d_" ’_e_’',
      '(a, b) “c” "d" ’e’',
      [
        ['(', false],
        ['a', true],
        [', ', false],
        ['b', true],
        [') “', false],
        ['c', true],
        ['” "', false],
        ['d', true],
        ['" ’', false],
        ['e', true],
        ['’', false],
      ],
    ],
    [
      "'_a_'; _b_: _c_! _d_?",
      "'a'; b: c! d?",
      [
        ["'", false],
        ['a', true],
        ["'; ", false],
        ['b', true],
        [': ', false],
        ['c', true],
        ['! ', false],
        ['d', true],
        ['?', false],
      ],
    ],
    ['under_score_here', 'under_score_here', [['under_score_here', false]]],
    [
      'a _ b _ c',
      'a  b  c',
      [
        ['a ', false],
        [' b ', true],
        [' c', false],
      ],
    ],
    ['__ and _x_y', '__ and _x_y', [['__ and _x_y', false]]],
  ])('in “%s” stand at the edges of words', (text, plain, parts) => {
    expect(withoutMarks(text)).toBe(plain);
    expect(splitTerms(text).map((part) => [part.text, part.term])).toEqual(parts);
    expect(markedTerms(text)).toEqual(parts.filter(([, term]) => term).map(([term]) => term));
  });
});
