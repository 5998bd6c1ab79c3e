import { describe, expect, it } from 'vitest';
import { parseSavedCase } from '../../src/desk/saved-case.ts';
import { parseTick, tickText } from '../../src/desk/ticks.ts';

const read = (text: string) => parseSavedCase(new TextEncoder().encode(text), 'case.yaml');

const FILE = `procedure: first-issue # as they said
reason: study
label: 17
notes: |
  came on Monday
  comes again
ticked:
  - applicant/passport-copy
  - family-1/passport-original/counter
interview: { event: arrived, open: [contract] }
seen:
  on: 2026-11-22
  version: 2026.11.22
  digest: sha256:00
  case: { reason: study }
  lines:
    - { list: documents, id: passport-copy, person: applicant, pile: envelope, rule: r, sources: [act art. 5] }
    - { list: deadlines, id: first, value: { date: 2026-11-30 }, rule: s, sources: [act] }
`;

describe('a case file', () => {
  it('is the fields of a case beside the keys of the desk', () => {
    const { fields, desk, problems } = read(FILE);
    expect(problems).toEqual([]);
    expect(fields).toEqual({ procedure: 'first-issue', reason: 'study' });
    expect(desk).toEqual({
      label: '17',
      notes: 'came on Monday\ncomes again\n',
      ticked: [
        { person: 'applicant', document: 'passport-copy' },
        { person: 'family-1', document: 'passport-original', pile: 'counter' },
      ],
      interview: { event: 'arrived', open: ['contract'] },
      seen: {
        on: '2026-11-22',
        version: '2026.11.22',
        digest: 'sha256:00',
        case: { reason: 'study' },
        lines: [
          {
            list: 'documents',
            id: 'passport-copy',
            person: 'applicant',
            pile: 'envelope',
            value: {},
            rule: 'r',
            sources: [{ id: 'act', at: 'art. 5' }],
          },
          {
            list: 'deadlines',
            id: 'first',
            value: { date: '2026-11-30' },
            rule: 's',
            sources: [{ id: 'act' }],
          },
        ],
      },
    });
  });

  it.each([
    ['label: [a]', 'not-text', 'label'],
    ['ticked: passport-copy', 'not-ticks', 'ticked'],
    ['ticked: [applicant/passport-copy, passport-copy]', 'bad-tick', 'ticked.1'],
    ['ticked: [7]', 'bad-tick', 'ticked.0'],
    ['ticked: [family-0/passport-copy]', 'bad-tick', 'ticked.0'],
    ['seen: yesterday', 'bad-block', 'seen'],
    ['seen: { on: 2026-02-30, version: a, digest: b, case: {}, lines: [] }', 'bad-block', 'seen'],
    ['interview: { event: 7 }', 'bad-block', 'interview'],
    ['interview: [arrived]', 'bad-block', 'interview'],
  ])('says where %s is wrong', (text, code, path) => {
    const { problems } = read(`reason: study\n${text}\n`);
    expect(problems).toEqual([expect.objectContaining({ code, path, line: 2 })]);
  });

  it('suggests a key of the desk for one that is not known', () => {
    const file = read('reason: study\nlabl: Anna\n');
    expect(file.locate({ code: 'unknown-field', path: 'labl' })).toMatchObject({
      suggestion: 'label',
      line: 2,
    });
  });
});

describe('a tick', () => {
  it.each(['applicant/photographs', 'family-12/passport-original/appointment'])('%s reads back', (text) => {
    const tick = parseTick(text);
    expect(tick && tickText(tick)).toBe(text);
  });

  it.each(['', 'photographs', 'spouse/photographs', 'applicant/', 'applicant/a/b/c', 'applicant/../x'])(
    '“%s” is none',
    (text) => {
      expect(parseTick(text)).toBeUndefined();
    },
  );
});
