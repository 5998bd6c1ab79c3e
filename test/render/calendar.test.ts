import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { foldFor } from '../../src/render/fold.ts';
import { inkFor } from '../../src/render/ink.ts';
import { renderText } from '../../src/render/text.ts';
import { viewOf } from '../../src/render/view.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { CASES } from '../system/cases.ts';

/** Any letters. */
const fold = await foldFor('語');
const pencil = await inkFor(0);
const crayons = await inkFor(1);

const rulebook = ownRulebook();
const CHRISTMAS = {
  ...{ procedure: 'first-issue', reason: 'study', months: 12, entry: '2026-12-23', on: '2026-12-24' },
  ...{ born: '2003-05-04', citizenship: 'IN' },
};

function calendarOf(fields: Record<string, unknown>, walk: boolean, messages = en) {
  const view = viewOf(ownAnswer(fields), rulebook, messages, { walk });
  const section = view.sections.find(({ id }) => id === 'calendar');
  const item = section?.groups[0]?.items.find(({ text }) => /first application|prima domanda/.test(text));
  return { section, details: item?.details ?? [] };
}

describe('the dates', () => {
  it('tell in one line how a term was counted, holidays by name', () => {
    const { details } = calendarOf(CHRISTMAS, false);
    expect(details).toContain(
      'Counted: 8 working days after Wednesday 23 December 2026; not counted: Friday 25 December (Christmas Day), ' +
        "Saturday 26 December (Saint Stephen's Day), Sunday 27 December, Friday 1 January (New Year's Day), Sunday 3 January.",
    );
    expect(details.some((line) => /: day 1\b/.test(line))).toBe(false);
  });

  it('walk day by day on request, and say where the two readings of Saturday part', () => {
    const { details } = calendarOf(CHRISTMAS, true);
    const walk = details.slice(details.indexOf('Day by day:') + 1);
    expect(walk).toEqual([
      'Wednesday 23 December: not counted (the day itself)',
      'Thursday 24 December: day 1',
      'Friday 25 December: not counted (Christmas Day)',
      "Saturday 26 December: not counted (Saint Stephen's Day)",
      'Sunday 27 December: not counted (Sunday)',
      'Monday 28 December: day 2',
      'Tuesday 29 December: day 3',
      'Wednesday 30 December: day 4',
      'Thursday 31 December: day 5',
      "Friday 1 January: not counted (New Year's Day)",
      'Saturday 2 January: day 6; read more generously: not counted (Saturday)',
      'Sunday 3 January: not counted (Sunday)',
      'Monday 4 January: day 7; read more generously: day 6',
      'Tuesday 5 January: day 8; read more generously: day 7',
      'Wednesday 6 January: read more generously: not counted (Epiphany)',
      'Thursday 7 January: read more generously: day 8',
    ]);
  });

  it('walk in Italian too', () => {
    const { details } = calendarOf(CHRISTMAS, true, italian);
    expect(details).toContain('sabato 2 gennaio: giorno 6; con la lettura più larga: non contato (sabato)');
  });

  it('stand in the grids under the letter of their line', () => {
    for (const [name, fields] of CASES) {
      const { section } = calendarOf(fields, false);
      const items = section?.groups[0]?.items ?? [];
      const marks = section?.months?.flatMap(({ weeks }) =>
        weeks.flat().flatMap((cell) => cell?.marks ?? []),
      );
      expect(marks ?? [], name).toEqual(items.flatMap(({ mark }) => mark ?? []));
    }
  });
});

describe('the text of any case', () => {
  it.each([24, 40, 80, 120])('fits %i columns, without lines, with every day in words', (width) => {
    for (const [name, fields] of CASES) {
      const view = viewOf(ownAnswer(fields), rulebook, en, { walk: true });
      const text = renderText(view, { width, ink: pencil, fold });
      for (const line of text.split('\n')) expect(line.length, `${name}: ${line}`).toBeLessThanOrEqual(width);
      expect(text).not.toMatch(/[\u2500-\u259f]/);
      expect(text).not.toContain('\u001b');
    }
  });

  it('is the same in colour, and has no grids in plain mode', () => {
    const view = viewOf(ownAnswer(CHRISTMAS), rulebook, en);
    const bare = renderText(view, { width: 80, ink: pencil, fold });
    const coloured = renderText(view, { width: 80, ink: crayons, fold });
    // eslint-disable-next-line no-control-regex -- the escape sequences are what is taken away
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(bare);
    const plain = renderText(view, { width: 80, ink: pencil, fold, plain: true });
    expect(bare).toMatch(/^Mo +Tu/m);
    expect(plain).not.toMatch(/^Mo +Tu/m);
  });
});
