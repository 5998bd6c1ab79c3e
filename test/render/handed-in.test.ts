import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderIcs } from '../../src/render/ics.ts';
import { jsonOf } from '../../src/render/json.ts';
import { viewOf, type Section } from '../../src/render/view.ts';
import { wordingOf } from '../../src/rulebook/wording.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';

const rulebook = ownRulebook();
const FILED = {
  ...{ procedure: 'renewal', reason: 'employment', contract: 'open-ended', expiry: '2026-12-31' },
  ...{ born: '1988-01-02', citizenship: 'MA', filed: '2026-11-01', on: '2026-11-22' },
};
/** A file of the desk, where all papers stand in one pile. */
const AT_DESK = {
  ...{ procedure: 'first-issue', reason: 'medical-treatment', entry: '2026-11-10', born: '1970-05-04' },
  ...{ citizenship: 'AL', filed: '2026-11-16', on: '2026-11-22' },
};

interface Marked {
  readonly handedIn?: true;
  readonly pile?: string;
}

const view = (fields: Record<string, unknown>, messages = en, options = {}) =>
  viewOf(ownAnswer(fields), rulebook, messages, options);
const section = (sections: readonly Section[], id: string) => sections.find((one) => one.id === id);
const isBox = ({ marker }: { readonly marker: string }) => marker === 'box';

describe.each([en, italian])('an application that was handed in, in $language', (messages) => {
  it('lists what went in as done, last, without advice on getting it', () => {
    const groups = section(view(FILED, messages).sections, 'checklist')?.groups ?? [];
    const behind = groups.at(-1);
    expect(behind?.heading).toBe(messages.view.handedIn);
    expect(behind?.marker).toBe('bullet');
    expect(behind?.items.length).toBeGreaterThan(5);
    expect(behind?.items.flatMap(({ details }) => details)).toEqual([]);
    const headings = groups.filter(isBox).map(({ heading }) => heading);
    const ahead = ['appointment', 'collection'];
    expect(headings).toEqual(
      ahead.map((pile) => wordingOf(rulebook.book, messages.language, 'piles', pile)?.text),
    );
  });

  it('does so at the desk of the Questura too, where the original is still wanted', () => {
    const groups = section(view(AT_DESK, messages).sections, 'checklist')?.groups ?? [];
    const behind = groups.at(-1)?.items.map(({ text }) => text) ?? [];
    const ahead = groups.filter(isBox).flatMap(({ items }) => items.map(({ text }) => text));
    expect(behind.length).toBeGreaterThan(0);
    expect(ahead.filter((text) => behind.includes(text))).toEqual([]);
  });

  it('shows payments as made, and says nothing of boxes to fill in', () => {
    const made = view(FILED, messages);
    const groups = section(made.sections, 'fees')?.groups ?? [];
    expect(groups.filter(isBox)).toEqual([]);
    const paid = groups.find(({ heading }) => heading === messages.view.handedOver);
    expect(paid?.items.every(({ details, fields }) => details.length === 0 && !fields)).toBe(true);
    expect(section(made.sections, 'form')).toBeUndefined();
    expect(section(view(FILED, messages, { only: 'form' }).sections, 'form')).toBeDefined();
    expect(made.summary[0]?.label).toBe(messages.view.handedInAt);
  });

  it('has no box to tick for what is done on the page either, and shows each payment once', () => {
    const page = renderHtml(view(FILED, messages, { sheets: true }), { first: messages.view.first });
    const [before = '', behind = ''] = page.split(`<h3>${messages.view.handedIn}`);
    expect(before).toContain('type="checkbox"');
    expect(behind).not.toContain('type="checkbox"');
    expect(page.split(messages.view.handedOver)).toHaveLength(2);
  });

  it('gives no date that was met as one to keep', () => {
    const answer = ownAnswer(FILED);
    const made = view(FILED, messages);
    const met = answer.deadlines.filter((line) => line.met);
    expect(met.map(({ id }) => id)).toEqual(['renewal-recommended', 'renewal-last-tolerated']);
    const items = section(made.sections, 'calendar')?.groups[0]?.items ?? [];
    const done = items.filter(({ text }) => text.endsWith(` — ${messages.agenda.states.done}`));
    expect(done.map(({ details }) => details.length)).toEqual([1, 1]);
    const soon = made.summary.find(({ label }) => label === messages.view.byWhen);
    for (const { date } of met) expect(JSON.stringify(soon)).not.toContain(messages.day(date));
    expect(renderIcs(answer, rulebook, messages)).not.toContain(messages.view.passed);
  });
});

it('is marked in the data, and nothing else is', () => {
  const handedIn = (fields: Record<string, unknown>) => {
    const json: unknown = jsonOf(ownAnswer(fields), rulebook, en, { form: false });
    const { documents, forms, fees } = json as {
      documents: Marked[];
      forms: Marked[];
      fees: { payments: Marked[] };
    };
    return [...documents, ...forms, ...fees.payments].filter((line) => line.handedIn);
  };
  expect(handedIn({ ...FILED, filed: undefined })).toEqual([]);
  expect(handedIn({ ...FILED, filed: '2026-11-23' })).toEqual([]);
  const marked = handedIn(FILED);
  expect(marked.length).toBeGreaterThan(10);
  expect(marked.filter(({ pile }) => pile === 'appointment')).toEqual([]);
});
