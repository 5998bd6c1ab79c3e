import { formOf, type BoxLine, type FormAnswer, type FormGuide } from '../../src/assess/form.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';

export const rulebook = ownRulebook();

/** The ten cases that the forms must serve. */
export const TEN: Readonly<Record<string, Record<string, unknown>>> = {
  'a first permit for study': {
    ...{ procedure: 'first-issue', reason: 'study', months: 12, entry: '2026-11-20' },
    ...{ born: '2003-05-04', citizenship: 'IN', province: 'MI' },
  },
  'a renewal of employment': {
    ...{ procedure: 'renewal', reason: 'employment', contract: 'open-ended', months: 24 },
    ...{ expiry: '2027-02-20', born: '1988-01-02', citizenship: 'MA', income: true },
  },
  'a reunified spouse with two children': {
    ...{ procedure: 'first-issue', reason: 'family', months: 24, entry: '2026-11-20' },
    ...{ born: '1990-03-04', citizenship: 'PE' },
    family: [
      { relation: 'child', born: '2020-02-01' },
      { relation: 'child', born: '2016-02-01' },
    ],
  },
  'a child of fifteen': {
    ...{ procedure: 'renewal', reason: 'family-minor', expiry: '2027-02-20' },
    ...{ born: '2011-06-01', citizenship: 'PE' },
  },
  'a long-term permit with addresses': {
    ...{ procedure: 'first-issue', reason: 'long-term', from: 'employment', entry: '2019-05-01' },
    ...{ expiry: '2027-03-31', born: '1980-01-01', citizenship: 'AL', income: true },
  },
  'a conversion from study to work': {
    ...{ procedure: 'conversion', reason: 'employment', from: 'study', contract: 'open-ended' },
    ...{ expiry: '2027-03-31', born: '1998-01-01', citizenship: 'CN' },
  },
  'an update for a newborn': {
    ...{ procedure: 'update', reason: 'employment', change: 'child', contract: 'open-ended' },
    ...{ expiry: '2028-01-01', born: '1990-01-01', citizenship: 'SN' },
    family: [{ relation: 'child', born: '2026-10-20' }],
  },
  'a duplicate after theft': {
    ...{ procedure: 'duplicate', reason: 'employment', change: 'theft', contract: 'open-ended' },
    ...{ expiry: '2028-01-01', born: '1990-01-01', citizenship: 'SN' },
  },
  'a refugee who renews with two children': {
    ...{
      procedure: 'renewal',
      reason: 'refugee',
      expiry: '2027-02-20',
      born: '1985-01-01',
      citizenship: 'ER',
    },
    family: [
      { relation: 'child', born: '2020-01-01' },
      { relation: 'child', born: '2014-06-01' },
    ],
  },
  'a renewal of self-employment': {
    ...{ procedure: 'renewal', reason: 'self-employment', expiry: '2027-02-20' },
    ...{ born: '1985-01-01', citizenship: 'EG', income: true },
  },
};

export function formFor(raw: Record<string, unknown>): FormAnswer {
  return formOf(ownAnswer(raw), rulebook);
}

export const boxesOf = (guide: FormGuide | undefined): readonly BoxLine[] =>
  (guide?.sections ?? []).flatMap(({ boxes }) => boxes);

/** The printed numbers of a form that are headings: they hold nothing to fill in. */
export function headingsOf(module: string): readonly number[] {
  return (rulebook.book.modules[module]?.sections ?? []).flatMap(({ headings }) => headings);
}
