import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { foldFor } from '../../src/render/fold.ts';
import { inkFor } from '../../src/render/ink.ts';
import { renderText } from '../../src/render/text.ts';
import { viewOf } from '../../src/render/view.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { CASES } from '../system/cases.ts';

const simple = await foldFor('');
const any = await foldFor('語');
const inks = [await inkFor(0), await inkFor(1)];

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmno-/.€—’“”…·àèù×→[]()0123456789'.split('')),
  minLength: 1,
  maxLength: 90,
});

describe('a simple text', () => {
  it('is measured and folded as the libraries do it', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 130 }), (words, columns) => {
        const text = words.join(' ');
        const lines = wrapAnsi(text, columns, { hard: true })
          .split('\n')
          .map((line) => line.trimEnd());
        expect(simple.lines(text, columns)).toEqual(lines);
        expect(simple.width(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['日本', 'e\u0301', '👍', 'a  b', '\u200d', '\u00ad', 'ﬀ', 'عربي'])('is not %j', async (text) => {
    expect(await foldFor({ deep: ['plain', { text }] })).not.toBe(simple);
  });
});

it.each([en, italian])(
  'an answer in $language has the same lines either way, in colour too',
  async ({ language }) => {
    const rulebook = ownRulebook();
    const messages = language === 'en' ? en : italian;
    for (const [, fields] of CASES) {
      const view = viewOf(ownAnswer(fields), rulebook, messages, { walk: true });
      expect(await foldFor(view)).toBe(simple);
      for (const width of [24, 40, 80, 120]) {
        for (const ink of inks)
          expect(renderText(view, { width, ink, fold: simple })).toBe(
            renderText(view, { width, ink, fold: any }),
          );
      }
    }
  },
);
