import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { makeCatalogue } from '../../src/questions/catalogue.ts';
import { findChoices, meantChoices } from '../../src/questions/choices.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const { book } = ownRulebook();
const catalogue = makeCatalogue(book, en);
const choicesOf = (id: 'citizenship' | 'reason' | 'province') =>
  catalogue.question({ id, optional: false }).choices;

describe('finding a country', () => {
  const countries = choicesOf('citizenship');

  it.each([
    ['IN', ['IN']],
    ['in', ['IN']],
    ['India', ['IN']],
    ['  iNDIA ', ['IN']],
    ['Germania', ['DE']],
    ['Côte d’Ivoire', ['CI']],
    ['cote d ivoire', ['CI']],
    ['stateless', ['stateless']],
    ['apolide', ['stateless']],
  ])('%j is %j', (typed, expected) => {
    expect(meantChoices(countries, typed).map(({ value }) => value)).toEqual(expected);
  });

  it('puts the names that begin with the text first', () => {
    const [first] = findChoices(countries, 'Alb');
    expect(first?.value).toBe('AL');
  });

  it('finds nothing for what is no country', () => {
    expect(meantChoices(countries, 'Atlantis')).toEqual([]);
  });

  it('gives the whole list for an empty text', () => {
    expect(findChoices(countries, ' ')).toHaveLength(book.countries.length);
  });
});

describe('finding a reason', () => {
  const reasons = choicesOf('reason');
  const ids = (typed: string) => meantChoices(reasons, typed).map(({ value }) => value);

  it.each([
    ['study', ['study']],
    ['24', ['study']],
    ['05', ['pending-employment']],
    ['5', ['pending-employment']],
    ['attesa occupazione', ['pending-employment']],
    ['Permesso UE di lungo periodo', ['long-term']],
  ])('%j is %j', (typed, expected) => {
    expect(ids(typed)).toEqual(expected);
  });

  it('offers every reason of a shared code', () => {
    expect(ids('13')).toEqual(expect.arrayContaining(['family', 'family-cohesion']));
  });

  it('finds by a word of everyday use', () => {
    expect(ids('erasmus')).toEqual(['study']);
  });

  it('finds no code by a part of it', () => {
    expect(ids('1')).toEqual([]);
  });
});

describe('finding a province', () => {
  const provinces = choicesOf('province');

  it.each([
    ['BZ', 'BZ'],
    ['bolzano', 'BZ'],
    ['l aquila', 'AQ'],
  ])('%j is %s', (typed, expected) => {
    expect(meantChoices(provinces, typed).map(({ value }) => value)).toEqual([expected]);
  });

  it('takes a former abbreviation for the one in its place', () => {
    const [former, current] = Object.entries(book.formerProvinces)[0] ?? [];
    expect(meantChoices(provinces, former ?? '').map(({ value }) => value)).toEqual([current]);
  });
});
