import { describe, expect, it } from 'vitest';
import { asksHeld, EXPERT, eventsOf, heldFor, resolveEvent } from '../../src/questions/front-door.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const { book } = ownRulebook();
const held = [...Object.keys(book.reasons), undefined];

describe('the front door', () => {
  it.each([
    ['arrived', undefined, { procedure: 'first-issue' }],
    ['expiring', 'employment', { procedure: 'renewal', reason: 'employment' }],
    ['lost-job', 'employment', { procedure: 'renewal', reason: 'pending-employment' }],
    ['found-job', 'pending-employment', { procedure: 'conversion', reason: 'employment' }],
    ['found-job', 'study', { procedure: 'conversion', reason: 'employment' }],
    ['changed-reason', 'study', { procedure: 'conversion' }],
    ['married', 'study', { procedure: 'conversion', reason: 'family-cohesion' }],
    ['married', undefined, { procedure: 'first-issue', reason: 'family-cohesion' }],
    ['child-born', 'employment', { procedure: 'update', reason: 'employment', change: 'child' }],
    ['child-14', undefined, { procedure: 'renewal', reason: 'family-minor' }],
    ['lost-card', 'study', { procedure: 'duplicate', reason: 'study', change: 'loss' }],
    ['stolen-card', 'study', { procedure: 'duplicate', reason: 'study', change: 'theft' }],
    ['damaged-card', 'study', { procedure: 'duplicate', reason: 'study', change: 'damage' }],
    ['moved', 'study', { procedure: 'update', reason: 'study', change: 'address' }],
    ['new-passport', 'study', { procedure: 'update', reason: 'study', change: 'passport' }],
    ['civil-status', 'study', { procedure: 'update', reason: 'study', change: 'civil-status' }],
    ['five-years', 'employment', { procedure: 'first-issue', reason: 'long-term' }],
    ['finished-studies', 'study', { procedure: 'conversion' }],
  ])('%s with %s', (event, permit, meaning) => {
    expect(resolveEvent(book, event, permit)).toMatchObject(meaning);
  });

  it.each([
    ['study', 'conversion'],
    ['pending-employment', 'conversion'],
    ['family', 'renewal'],
  ])('at eighteen the reason wanted (%s) tells the procedure', (wanted, procedure) => {
    expect(resolveEvent(book, 'child-18', 'family')?.procedure).toBeUndefined();
    expect(resolveEvent(book, 'child-18', 'family')?.among).toContain(wanted);
    expect(resolveEvent(book, 'child-18', 'family', wanted)).toMatchObject({ procedure });
  });

  it.each([
    ['lost-job', 'family'],
    ['found-job', 'employment'],
    ['child-18', 'study'],
    ['married', 'short-stay'],
    ['lost-job', undefined],
    ['no-such-event', 'study'],
  ])('%s leads nowhere with %s', (event, permit) => {
    expect(resolveEvent(book, event, permit)).toBeUndefined();
    expect(heldFor(book, event)).not.toContain(permit);
  });

  it('asks for the permit held only where it makes a difference', () => {
    expect(eventsOf(book).filter((event) => !asksHeld(book, event))).toEqual([
      'arrived',
      'changed-reason',
      'child-14',
      'five-years',
    ]);
  });
});

describe('rules/events.yaml', () => {
  it('leaves the word for experts free', () => {
    expect(eventsOf(book)).not.toContain(EXPERT);
  });

  it('decides every event, permit held and reason wanted once', () => {
    for (const event of eventsOf(book)) {
      for (const permit of held) {
        const rows = book.events.filter(
          (row) => row.event === event && (row.held === undefined || row.held.includes(permit ?? null)),
        );
        const reasons = rows.flatMap((row): readonly (string | undefined)[] => row.among ?? [row.reason]);
        expect(new Set(reasons).size, `${event} with ${permit}`).toBe(reasons.length);
      }
    }
  });

  it('gives only changes that the procedure allows', () => {
    for (const { event, procedure, change } of book.events) {
      const allowed = book.fields.change?.allowed?.find(({ when }) => when.procedure?.includes(procedure));
      expect(change === undefined || allowed?.values.includes(change), event).toBe(true);
    }
  });

  it('has wording for every event in every language that has any', () => {
    for (const [language, texts] of Object.entries(book.texts)) {
      if (!texts.events) continue;
      expect(Object.keys(texts.events), language).toEqual(expect.arrayContaining(eventsOf(book)));
    }
  });
});
