/** Varied cases for the tests of what people see: families, renewals, conversions, refusals, dates long past. */
import { type RawFields } from '../../src/case/read-case.ts';

const ARRIVED = { procedure: 'first-issue', entry: '2026-11-20', on: '2026-11-22' };
const RENEWAL = { procedure: 'renewal', expiry: '2027-01-15', on: '2026-11-22' };
const INDIAN = { born: '2003-05-04', citizenship: 'IN' };
const PERUVIAN = { born: '1990-03-04', citizenship: 'PE' };
const CHILD = { relation: 'child', born: '2020-02-01' };
const TEEN = { relation: 'child', born: '2010-06-01' };
const SPOUSE = { relation: 'spouse', born: '1992-01-01' };

export const CASES: readonly (readonly [string, RawFields])[] = [
  ['a student', { ...ARRIVED, ...INDIAN, reason: 'study', months: 12 }],
  [
    'a student who arrived before Christmas',
    { ...ARRIVED, ...INDIAN, reason: 'study', entry: '2026-12-23', on: '2026-12-24' },
  ],
  ['a student renews', { ...RENEWAL, ...INDIAN, reason: 'study' }],
  [
    'a family of four',
    { ...ARRIVED, ...PERUVIAN, reason: 'family', months: 24, family: [CHILD, TEEN, SPOUSE] },
  ],
  ['a parent with a child', { ...ARRIVED, ...PERUVIAN, reason: 'family', months: 24, family: [CHILD] }],
  ['a family renews', { ...RENEWAL, ...PERUVIAN, reason: 'family', family: [SPOUSE, CHILD] }],
  ['an employee', { ...ARRIVED, ...PERUVIAN, reason: 'employment', contract: 'open-ended' }],
  [
    'an employee renews',
    { ...RENEWAL, ...PERUVIAN, reason: 'employment', contract: 'fixed-term', months: 12 },
  ],
  [
    'a carer renews late',
    {
      ...RENEWAL,
      ...PERUVIAN,
      reason: 'employment',
      contract: 'open-ended',
      domestic: true,
      expiry: '2026-08-01',
    },
  ],
  ['a self-employed person', { ...RENEWAL, ...PERUVIAN, reason: 'self-employment' }],
  [
    'from study to work',
    {
      ...INDIAN,
      procedure: 'conversion',
      from: 'study',
      reason: 'employment',
      contract: 'open-ended',
      expiry: '2027-01-15',
      on: '2026-11-22',
    },
  ],
  [
    'a new address',
    {
      ...PERUVIAN,
      procedure: 'update',
      reason: 'employment',
      change: 'address',
      contract: 'open-ended',
      expiry: '2027-06-01',
      moved: '2026-11-10',
      on: '2026-11-22',
    },
  ],
  [
    'a stolen card',
    {
      ...PERUVIAN,
      procedure: 'duplicate',
      reason: 'employment',
      change: 'theft',
      contract: 'open-ended',
      on: '2026-11-22',
    },
  ],
  ['a Blue Card', { ...ARRIVED, ...INDIAN, reason: 'blue-card', contract: 'fixed-term', months: 12 }],
  ['a researcher', { ...ARRIVED, ...INDIAN, reason: 'research', months: 24 }],
  ['a working holiday', { ...ARRIVED, born: '2003-05-04', citizenship: 'AU', reason: 'working-holiday' }],
  ['a short stay', { ...ARRIVED, ...INDIAN, reason: 'study', months: 2 }],
  ['an EU citizen', { ...ARRIVED, born: '1990-01-01', citizenship: 'FR', reason: 'eu-citizen' }],
  ['the spouse of an EU citizen', { ...ARRIVED, ...PERUVIAN, reason: 'eu-family-card' }],
  ['the parent of an Italian child', { ...ARRIVED, ...PERUVIAN, reason: 'parent-of-italian-minor' }],
  ['an asylum seeker', { ...ARRIVED, born: '1998-01-01', citizenship: 'AF', reason: 'asylum-application' }],
  ['a refugee renews', { ...RENEWAL, born: '1998-01-01', citizenship: 'AF', reason: 'refugee' }],
  [
    'temporary protection',
    { ...ARRIVED, born: '1988-01-01', citizenship: 'UA', reason: 'temporary-protection' },
  ],
  ['a religious', { ...ARRIVED, born: '1980-01-01', citizenship: 'PH', reason: 'religious', months: 12 }],
  [
    'medical treatment',
    { ...ARRIVED, born: '1980-01-01', citizenship: 'AL', reason: 'medical-treatment', months: 6 },
  ],
  ['a minor alone', { ...ARRIVED, born: '2010-01-01', citizenship: 'EG', reason: 'unaccompanied-minor' }],
  [
    'an employee of eight',
    { ...ARRIVED, born: '2018-05-05', citizenship: 'MA', reason: 'employment', contract: 'open-ended' },
  ],
  [
    'a refused application',
    {
      ...RENEWAL,
      ...PERUVIAN,
      reason: 'employment',
      contract: 'open-ended',
      filed: '2026-06-01',
      refusalNotified: '2026-11-20',
    },
  ],
  [
    'a lost job',
    { ...RENEWAL, ...PERUVIAN, reason: 'pending-employment', from: 'employment', jobEnd: '2026-11-01' },
  ],
  [
    'a long-term family',
    { ...ARRIVED, ...PERUVIAN, reason: 'long-term', entry: '2019-01-01', family: [SPOUSE, TEEN] },
  ],
  [
    'elective residence',
    {
      ...ARRIVED,
      born: '1955-01-01',
      citizenship: 'US',
      reason: 'elective-residence',
      family: [{ relation: 'spouse', born: '1957-01-01' }],
    },
  ],
  [
    'a student of 2012',
    {
      born: '1990-01-01',
      citizenship: 'IN',
      procedure: 'first-issue',
      reason: 'study',
      entry: '2012-02-03',
      on: '2012-02-20',
    },
  ],
];
