import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Line } from '../../src/assess/assessment.ts';
import { addDays, type PlainDate } from '../../src/case/plain-date.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { jsonOf } from '../../src/render/json.ts';
import { foldFor } from '../../src/render/fold.ts';
import { inkFor } from '../../src/render/ink.ts';
import { renderText } from '../../src/render/text.ts';
import { viewOf } from '../../src/render/view.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';

/** Any letters. */
const fold = await foldFor('語');
const pencil = await inkFor(0);

const rulebook = ownRulebook();

const linesOf = (found: Assessment): Line[] => [
  ...found.fees.lines,
  ...found.fees.payments,
  ...found.fees.exemptions,
  ...found.forms,
  ...found.documents,
  ...found.deadlines,
  ...found.steps,
  ...found.rights,
  ...found.warnings,
  ...(found.permit ? [found.permit] : []),
];

describe('a day of handing in that is still to come', () => {
  it('changes nothing: who means to hand in has all of it to do', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), fc.integer({ min: 1, max: 800 }), (raw, days) => {
        const { filed: _, ...open } = raw;
        const planned = { ...open, filed: addDays(String(raw.on) as PlainDate, days) };
        const { case: __, ...without } = ownAnswer(open);
        const { case: ___, ...before } = ownAnswer(planned);
        expect(before).toEqual(without);
      }),
    );
  });
});

describe('any case at all', () => {
  it('gets an answer that holds together', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), (raw) => {
        const found = ownAnswer(raw);
        const sum = (list: readonly { cents: number }[]) =>
          list.reduce((total, { cents }) => total + cents, 0);
        expect(sum(found.fees.lines)).toBe(found.fees.totalCents);
        expect(sum(found.fees.payments)).toBe(found.fees.totalCents);
        for (const line of linesOf(found)) {
          expect(line.sources.length, line.rule).toBeGreaterThan(0);
          if (line.sure === 'disputed') expect(found.disputes.length, line.rule).toBeGreaterThan(0);
        }
        for (const { date, latest } of found.deadlines)
          expect(latest === undefined || latest > date).toBe(true);
        if (found.permit === null) {
          expect(found.fees.totalCents).toBe(0);
          expect(found.warnings.length).toBeGreaterThan(0);
        }
        const ids = [...found.documents, ...found.forms].map(({ person, id }) => `${person ?? ''} ${id}`);
        expect(found.permit === null || ids.length > 0).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('says no line twice', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), (raw) => {
        const found = ownAnswer(raw);
        for (const list of [
          found.forms,
          found.steps,
          found.rights,
          found.warnings,
          found.deadlines,
        ] as Line[][]) {
          const keys = list.map(({ id, person }) => `${id} ${person ?? ''}`);
          expect(keys).toEqual([...new Set(keys)]);
        }
        const papers = found.documents.map(({ id, person, pile }) => `${pile} ${id} ${person}`);
        expect(papers).toEqual([...new Set(papers)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is worded in every language, with every value put in', () => {
    fc.assert(
      fc.property(
        anyCase(rulebook.book),
        fc.constantFrom(en, italian),
        fc.constantFrom(40, 80, 120),
        (raw, messages, width) => {
          const found = ownAnswer(raw);
          const text = renderText(viewOf(found, rulebook, messages), { width, ink: pencil, fold });
          expect(text).not.toMatch(/\{[a-z-]+\}|undefined|\bnull\b|NaN/);
          const json = JSON.stringify(jsonOf(found, rulebook, messages));
          expect(json).not.toMatch(/"text":"(\{|[a-z]+-[a-z-]+")/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same for the same case', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), (raw) => {
        expect(JSON.stringify(ownAnswer(raw))).toBe(JSON.stringify(ownAnswer(raw)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the fees of a student on the days when they changed', () => {
  it.each([
    ['2007-03-01', 7_212],
    ['2012-01-29', 7_212],
    ['2012-03-01', 15_212],
    ['2013-08-01', 15_350],
    ['2016-05-10', 15_646],
    ['2016-07-01', 7_646],
    ['2016-10-01', 15_646],
    ['2016-12-01', 7_646],
    ['2017-06-08', 7_646],
    ['2017-06-09', 11_646],
    ['2026-11-22', 11_646],
  ])('on %s the total is %i cents', (on, total) => {
    const raw = {
      procedure: 'first-issue',
      reason: 'study',
      months: 12,
      entry: on,
      born: '1985-05-04',
      citizenship: 'IN',
      on,
    };
    expect(ownAnswer(raw).fees.totalCents).toBe(total);
  });
});
