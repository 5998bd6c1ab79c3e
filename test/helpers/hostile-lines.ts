import fc from 'fast-check';
import { FIELD_NAMES } from '../../src/case/case.ts';
import { STUDENT_CASE } from './batch.ts';

const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '2026-02-30',
    '-1',
    -0,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'study',
    16,
    '5',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.record({ relation: fc.constantFrom('child', 'x'), born: fc.string() }), { maxLength: 3 }),
);

const anyKey = fc.oneof(
  fc.constantFrom<string>(...FIELD_NAMES, '__proto__', 'constructor', 'toString', 'Reason', ''),
  fc.string({ maxLength: 8 }),
);

/** A case with some of its fields replaced by anything. */
const spoiledCase = fc
  .array(fc.tuple(anyKey, anyValue), { maxLength: 4 })
  .map((entries) => JSON.stringify({ ...STUDENT_CASE, ...Object.fromEntries(entries) }));

/** A case cut off or with a character put in anywhere. */
const brokenCase = fc
  .tuple(spoiledCase, fc.nat(400), fc.constantFrom('', '"', '\\', '{', ']', '\u2028', '\ufeff', ','))
  .map(([line, at, put]) => (at % 3 === 0 ? line.slice(0, at) : line.slice(0, at) + put + line.slice(at)));

/** Anything that someone may send as a line: near cases, broken ones, and noise. Never a line end. */
export const hostileLine = fc
  .oneof(
    { weight: 5, arbitrary: spoiledCase },
    { weight: 3, arbitrary: brokenCase },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.json() },
  )
  .map((line) => line.replace(/[\r\n]/g, ' '));
