import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/assess/form.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { jsonOf } from '../../src/render/json.ts';
import { foldFor } from '../../src/render/fold.ts';
import { inkFor } from '../../src/render/ink.ts';
import { renderText } from '../../src/render/text.ts';
import { viewOf } from '../../src/render/view.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { boxesOf, formFor, headingsOf, rulebook, TEN } from './helpers.ts';

/** Any letters. */
const fold = await foldFor('語');
const pencil = await inkFor(0);

/** First and last number of each form as printed, from the field list of the kit. */
const LAST = { 'module-1': 173, 'module-2': 68 } as const;

const text = (raw: Record<string, unknown>, messages = en) =>
  renderText(viewOf(ownAnswer(raw), rulebook, messages, { only: 'form' }), {
    width: 2_000,
    ink: pencil,
    fold,
  });

/** Every number that a text speaks of at the head of a line, ranges included. */
function numbersIn(lines: readonly string[]): number[] {
  return lines.flatMap((line) => {
    const match = /^- (\d+)(?:-(\d+))? \D/.exec(line);
    if (!match) return [];
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

describe.each(Object.entries(TEN))('the form of %s', (_, raw) => {
  it('has every box from the first to the last, filled in or blank with a reason', () => {
    const { guides } = formFor(raw);
    expect(guides.map(({ module }) => module)).toContain('module-1');
    for (const guide of guides) {
      const boxes = boxesOf(guide);
      const last = LAST[guide.module as keyof typeof LAST];
      const headings = headingsOf(guide.module);
      for (let number = 1; number <= last; number++) {
        const found = boxes.filter(({ box }) => box === String(number));
        expect(found.length, `${guide.module} ${number}`).toBe(headings.includes(number) ? 0 : 1);
        for (const box of found) {
          expect((box.blank !== undefined) === (box.how === 'blank'), box.rule).toBe(true);
          expect(box.sources.length, box.rule).toBeGreaterThan(0);
          if (box.sure === 'disputed') expect(box.disputes?.length, box.rule).toBeGreaterThan(0);
        }
      }
    }
  });

  it.each([en, italian])('can be copied from the page alone', (messages) => {
    const lines = text(raw, messages).split('\n');
    const first = lines.findIndex((line) => line.startsWith('Modulo 1'));
    const second = lines.findIndex((line) => line.startsWith('Modulo 2'));
    const end = lines.findIndex((line) => line.startsWith('Bollettino'));
    const headings = headingsOf('module-1');
    const told = new Set(numbersIn(lines.slice(first, second === -1 ? end : second)));
    for (let number = 1; number <= LAST['module-1']; number++) {
      expect(told.has(number) || headings.includes(number), String(number)).toBe(true);
    }
  });
});

describe('what is written', () => {
  it('takes days, codes and counts from the case', () => {
    const page = text(TEN['a first permit for study'] ?? {});
    expect(page).toContain('Al Signor Questore di: MILANO');
    expect(page).toContain('8 Rilascio: X');
    expect(page).toContain('16 Codice tipologia permesso/carta in richiesta: 24');
    expect(page).toContain('34 Nato/a il: 04/05/2003');
    expect(page).toContain('36 Codice Stato cittadinanza: IND');
    expect(page).toContain('48 Data di ingresso in Italia: 20/11/2026');
    expect(page).toContain('28 Data: only at the counter');
  });

  it('speaks of blank neighbours in one line, with the reason', () => {
    const page = text(TEN['a renewal of employment'] ?? {});
    expect(page).toContain('47-57 Dati visto: leave blank — only for a first permit');
    expect(page).toContain('136-173 Figli minori di 14 anni a carico: leave blank — no child under 14');
  });

  it('lists the children who travel in the envelope', () => {
    const boxes = boxesOf(formFor(TEN['a reunified spouse with two children'] ?? {}).guides[0]);
    const write = (box: string) => boxes.find((line) => line.box === box)?.write;
    expect([write('26'), write('140'), write('148'), write('155')]).toEqual([
      '02',
      '01/02/2020',
      '01/02/2016',
      null,
    ]);
  });

  it('gives everyone with an envelope of their own a form', () => {
    const { guides, slips } = formFor({
      ...TEN['a renewal of employment'],
      family: [
        { relation: 'child', born: '2011-06-01' },
        { relation: 'child', born: '2018-06-01' },
      ],
    });
    expect(guides.map(({ person, module }) => `${person} ${module}`)).toEqual([
      'applicant module-1',
      'applicant module-2',
      'family-1 module-1',
    ]);
    expect(slips.map(({ person }) => person)).toEqual(['applicant', 'family-1', 'family-2']);
  });

  it('says of more than five children that no source knows', () => {
    const family = ['2014', '2015', '2016', '2017', '2018', '2019'].map((year) => ({
      relation: 'child',
      born: `${year}-06-01`,
    }));
    const { notes, guides } = formFor({ ...TEN['a reunified spouse with two children'], family });
    expect(notes.map(({ id }) => id)).toContain('form-more-children');
    expect(boxesOf(guides[0]).find(({ box }) => box === '170')?.write).toBe('01/06/2018');
  });

  it('shows the other reading of the code where the table leaves two', () => {
    const page = text(TEN['an update for a newborn'] ?? {});
    expect(page).toMatch(/16 Codice tipologia permesso\/carta in richiesta: 04 .*disputed/);
    expect(page).toContain('16: the code of the reason itself');
  });

  it('invents no code for a reason that has none', () => {
    const boxes = boxesOf(
      formFor({
        ...{ procedure: 'renewal', reason: 'blue-card', contract: 'open-ended', expiry: '2027-02-20' },
        ...{ born: '1990-01-01', citizenship: 'HK' },
      }).guides[0],
    );
    const line = (box: string) => boxes.find((found) => found.box === box);
    expect(line('16')).toMatchObject({ write: null, how: 'no-code' });
    // a territory that the country table does not have
    expect(line('36')).toMatchObject({ write: null, how: 'country-code' });
  });

  it('has no form where the file goes to the Questura, and says so', () => {
    const { guides, notes, slips } = formFor({
      ...{ procedure: 'first-issue', reason: 'special-protection', entry: '2024-05-01' },
      ...{ born: '1995-01-01', citizenship: 'ML' },
    });
    expect(guides).toEqual([]);
    expect(notes.map(({ id }) => id)).toEqual(['form-none-at-questura']);
    expect(slips.length).toBe(1);
  });

  it('says nothing where there is no permit to ask for', () => {
    const form = formFor({
      ...{ procedure: 'first-issue', reason: 'eu-citizen', entry: '2026-09-01' },
      ...{ born: '1990-01-01', citizenship: 'FR' },
    });
    expect(form).toEqual({ guides: [], slips: [], notes: [], disputes: [] });
  });
});

describe('the slip', () => {
  it('says account, payee, reason, amount in figures and letters, and whose name', () => {
    const { slips } = formFor(TEN['a reunified spouse with two children'] ?? {});
    const written = slips.map((slip) => boxesOf(slip).map(({ write }) => write));
    expect(written.map((parts) => parts.slice(0, 5))).toEqual([
      [
        '67422402',
        expect.stringContaining('Tesoro'),
        expect.stringContaining('permesso'),
        '80,46',
        'OTTANTA/46',
      ],
      [
        '67422402',
        expect.stringContaining('Tesoro'),
        expect.stringContaining('permesso'),
        '30,46',
        'TRENTA/46',
      ],
      [
        '67422402',
        expect.stringContaining('Tesoro'),
        expect.stringContaining('permesso'),
        '30,46',
        'TRENTA/46',
      ],
    ]);
    expect(slips.map(({ person }) => person)).toEqual(['applicant', 'family-1', 'family-2']);
  });
});

describe('the form of any case at all', () => {
  it('decides every box, in every language', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), fc.boolean(), (raw, english) => {
        const messages = english ? en : italian;
        const answer = ownAnswer(raw);
        const form = formOf(answer, rulebook);
        expect(form.guides.length).toBe(answer.forms.length);
        const disputes = new Set([...answer.disputes, ...form.disputes].map(({ id }) => id));
        for (const box of [...form.guides, ...form.slips].flatMap(boxesOf)) {
          if (box.how === 'case') expect(box.write).toMatch(/\S/);
          for (const id of box.disputes ?? []) expect(disputes.has(id), id).toBe(true);
        }
        const page = renderText(viewOf(answer, rulebook, messages, { only: 'form' }), {
          width: 100,
          ink: pencil,
          fold,
        });
        expect(page).not.toMatch(/undefined|\bnull\b|NaN|-9007/);
        const { form: told } = jsonOf(answer, rulebook, messages) as { form: unknown[] };
        expect(JSON.stringify(told)).not.toMatch(/"(text|howText)":"[a-z]+-[a-z-]+"/);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
