import { describe, expect, it } from 'vitest';
import { RulebookError } from '../../src/errors.ts';
import { proveTables } from '../../src/proof/prove-tables.ts';
import { provingOf } from '../../src/proof/proving.ts';
import { checkBook } from '../../src/rulebook/check.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { bookWith } from '../helpers/small-book.ts';

const FORM = 'form/module-1.yaml';
const RENEWAL =
  'label: Rinnovo, cells: 1, note: c, blank: other-request, unless: [{ when: { procedure: renewal }';

const messages = (book: Rulebook) => checkBook(book).map(({ file, message }) => `${file}: ${message}`);
const changed = (from: string, to: string) => bookWith({ file: FORM, replace: [from, to] });

describe('the check of a printed form', () => {
  it('refutes two exceptions that apply together, with a case', () => {
    const book = changed(RENEWAL, `${RENEWAL}, write: X }, { when: { reason: study }`);
    const found = proveTables(provingOf(book, []))
      .map(({ message }) => message)
      .filter((line) => line.includes('module-1, box 9'));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain('form/module-1/9/1, form/module-1/9/2');
    expect(found[0]).toContain('procedure: renewal');
  });

  it('misses a number that nobody has', () => {
    expect(messages(changed('box: 9, is: renewal', 'box: 900, is: renewal')).join('\n')).toContain(
      'box 9 is missing',
    );
  });

  it.each([
    ['write: { code: from, or: no-code }', 'write: { code: form, or: no-code }', 'no field is called form'],
    ['{ day: expiry, or: as-card }', '{ day: expires, or: as-card }', 'no day is called expires'],
    [
      '{ code-of: family, or: no-code }',
      '{ code-of: families, or: no-code }',
      'no reason is called families',
    ],
    ['write: stick-stamp', 'write: glue-stamp', 'the wording form-how.glue-stamp is missing'],
    ['blank: no-photo-update', 'blank: no-photo', 'the wording form-blank.no-photo is missing'],
    ['is: town-of-home', 'is: home-town', 'the wording form.home-town is missing'],
    ['dispute: form-sheets', 'dispute: sheets', 'cites the dispute sheets'],
  ])('finds what does not exist: %s → %s', (from, to, said) => {
    expect(messages(changed(from, to)).join('\n')).toContain(said);
  });

  it('keeps the counts of forms out of other tables', () => {
    const add = {
      path: 'extra.yaml',
      text: 'rules: { steps: [{ add: pay-slip, id: x, when: { carried-count: 1 }, source: tui, sure: single }] }',
    };
    expect(messages(bookWith({ add })).join('\n')).toContain('tests carried-count, a count of forms');
  });

  it.each([
    ['write: stick-stamp', 'write: stick-stamp, blank: no-visa'],
    ['write: stick-stamp', 'cells: 1'],
    ['write: { day: born, or: as-passport }', 'write: { day: born, country: citizenship, or: as-passport }'],
    ['in: spouse-known, write: B', 'in: nobody, write: B'],
    ['reason: { not: $form-cards }', 'reason: { not: $cards }'],
  ])('refuses what cannot be read: %s → %s', (from, to) => {
    expect(() => changed(from, to)).toThrow(RulebookError);
  });

  it('refuses a fact that does not exist when the boxes are read', () => {
    const book = changed(
      '{ when: { procedure: renewal }, write: X }',
      '{ when: { procedur: renewal }, write: X }',
    );
    expect(() => book.modules).toThrow(/procedur/);
  });
});
