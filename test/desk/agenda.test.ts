import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { dayWithin } from '../../src/desk/agenda.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { flat } from '../helpers/pty.ts';
import { permesso, tempFolder } from '../helpers/run.ts';

const ON = ['--on', '2026-11-27'];
const BORN = 'born: 1990-05-04\ncitizenship: MA\n';
const STUDENT = `procedure: first-issue\nreason: study\nmonths: 12\nentry: 2026-11-20\n${BORN}`;
const RENEWAL = `procedure: renewal\nreason: study\nexpiry: 2026-12-20\n${BORN}`;
const FILED = `procedure: renewal\nreason: study\nexpiry: 2026-10-20\nfiled: 2026-09-10\n${BORN}`;
const LONG_TERM = `procedure: first-issue\nreason: long-term\nentry: 2024-01-10\nexpiry: 2027-03-01\n${BORN}`;

interface Deadline {
  file: string;
  label?: string;
  id: string;
  date: string;
  state: string;
  sources: unknown[];
}
interface Printed {
  cases: number;
  deadlines: Deadline[];
  dateless: { file: string }[];
  refused: { file: string; message: string }[];
}

/** A folder with these files, by name. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = tempFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

async function agenda(...args: readonly string[]): Promise<Printed> {
  const run = await permesso(['agenda', ...args, ...ON, '--format', 'json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as Printed;
}

const states = ({ deadlines }: Printed) => Object.fromEntries(deadlines.map(({ id, state }) => [id, state]));

describe('a date of the agenda', () => {
  it.each([
    // a first permit: eight working days, and the host's two days are over
    [STUDENT, { 'first-application': 'week', 'hospitality-declaration': 'overdue' }],
    [STUDENT.replace('2026-11-20', '2026-11-17'), { 'first-application': 'overdue' }],
    [STUDENT.replace('2026-11-20', '2026-11-18'), { 'first-application': 'today' }],
    [RENEWAL, { 'renewal-recommended': 'overdue', 'renewal-last-tolerated': 'later' }],
    // what is handed in is handed in; what the office owes is never the person's delay
    [FILED, { 'renewal-recommended': 'done', 'renewal-last-tolerated': 'done', 'office-decision': 'later' }],
    [FILED.replace(/filed: .*/, 'filed: 2026-05-01'), { 'office-decision': 'office-late' }],
    [`${FILED}appointment: 2026-11-20\n`, { appointment: 'past' }],
    [`${FILED}appointment: 2026-11-27\n`, { appointment: 'today' }],
    // a day from which something is possible
    [LONG_TERM, { 'long-term-years-complete': 'later' }],
    [`${STUDENT}ticked: [applicant/hospitality-declaration]\n`, { 'hospitality-declaration': 'done' }],
    [`${STUDENT}ticked: [applicant/hospitality-declaration/dates]\n`, { 'hospitality-declaration': 'done' }],
  ])('stands as it should: %#', async (text, expected) => {
    expect(states(await agenda(folder({ 'case.yaml': text })))).toMatchObject(expected);
  });

  it('is as of --on, whatever day the file names', async () => {
    const path = folder({ 'case.yaml': `${STUDENT}on: 2026-11-21\n` });
    expect(states(await agenda(path))).toMatchObject({ 'hospitality-declaration': 'overdue' });
  });

  it('is ticked by its name, which is no paper', async () => {
    const path = folder({ 'case.yaml': STUDENT });
    const file = join(path, 'case.yaml');
    const run = await permesso(['tick', file, 'hospitality-declaration', ...ON]);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^0 of /);
    expect(run.stdout).not.toContain('hospitality-declaration');
    expect(states(await agenda(path))).toMatchObject({ 'hospitality-declaration': 'done' });
    await permesso(['tick', file, 'hospitality-declaration', '--undo', ...ON]);
    expect(states(await agenda(path))).toMatchObject({ 'hospitality-declaration': 'overdue' });
  });
});

describe('the files of an agenda', () => {
  const files = {
    'b.yaml': `${RENEWAL}label: Zoé Ferrari\n`,
    'a.yml': STUDENT,
    'deep/er/c.json': JSON.stringify({
      procedure: 'renewal',
      reason: 'study',
      expiry: '2027-01-05',
      born: '1990-05-04',
      citizenship: 'MA',
      label: 'case c',
    }),
    'notes.txt': 'no case',
    '.hidden.yaml': 'no case',
  };

  it('are those named and all in folders, each once, soonest first', async () => {
    const path = folder(files);
    symlinkSync('..', join(path, 'deep', 'back'));
    const all = await agenda(path, join(path, 'b.yaml'));
    expect(all.cases).toBe(3);
    const dates = all.deadlines.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(all.deadlines.map(({ file }) => file.slice(path.length + 1)))).toEqual(
      new Set(['a.yml', 'b.yaml', 'deep/er/c.json']),
    );
    expect(all.deadlines.every(({ sources }) => sources.length > 0)).toBe(true);
  });

  it('do not count when they are results that lie beside the cases', async () => {
    const path = folder({ 'a.yaml': STUDENT });
    const saved = await permesso([
      'check',
      '--case',
      join(path, 'a.yaml'),
      ...ON,
      '--format',
      'json',
      '--out',
      join(path, 'a.json'),
    ]);
    expect(saved.code).toBe(0);
    expect((await agenda(path)).cases).toBe(1);
  });

  it('are chosen by words of their label, without accents', async () => {
    const path = folder(files);
    expect((await agenda(path, '--label', 'zoe')).cases).toBe(1);
    expect((await agenda(path, '--label', 'nobody')).deadlines).toEqual([]);
  });

  it('that have no open date say what comes next', async () => {
    const path = folder({
      'a.yaml': `procedure: update\nreason: study\nchange: passport\nexpiry: 2027-12-20\n${BORN}`,
      'b.yaml': STUDENT,
    });
    const printed = await agenda(path);
    expect(printed.dateless).toEqual([{ file: join(path, 'a.yaml') }]);
    expect((await permesso(['agenda', path, ...ON])).stdout).toContain('NO OPEN DATE: WHAT COMES NEXT');
  });

  it('that are broken are told and hide nothing', async () => {
    const path = folder({
      ...files,
      'bad.yaml': 'procedure: renew\n',
      'empty.yaml': '',
      'image.json': '\u0000\u0001',
    });
    const run = await permesso(['agenda', path, ...ON, '--format', 'json']);
    expect(run.code).toBe(3);
    const printed = JSON.parse(run.stdout) as Printed;
    expect(printed.cases).toBe(3);
    expect(printed.refused.map(({ file }) => file.slice(path.length + 1))).toEqual([
      'bad.yaml',
      'empty.yaml',
      'image.json',
    ]);
    expect(run.stderr).toContain('did you mean “renewal”?');
    expect(run.stderr).toContain(en.agenda.unreadCount(3, 6));
    const page = await permesso(['agenda', path, ...ON, '--format', 'markdown']);
    expect(page.stdout).toContain(en.agenda.unread);
    const none = await permesso(['agenda', join(path, 'bad.yaml'), join(path, 'missing'), ...ON]);
    expect(none.code).toBe(2);
    expect(none.stdout).toContain(en.agenda.noCases);
  });

  it('may be none', async () => {
    const run = await permesso(['agenda', folder({}), ...ON]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(en.agenda.noCases);
  });
});

describe('what an agenda leaves out', () => {
  it('is what is done with --only-open, and what is far with --within, but nothing late', async () => {
    const path = folder({ 'a.yaml': FILED, 'b.yaml': RENEWAL });
    const open = await agenda(path, '--only-open');
    expect(open.deadlines.map(({ state }) => state)).not.toContain('done');
    const near = await agenda(path, '--within', '2w');
    expect(near.deadlines.every(({ date }) => date <= '2026-12-11')).toBe(true);
    expect(states(near)['renewal-recommended']).toBe('overdue');
    const wrong = await permesso(['agenda', path, '--within', 'soon', ...ON]);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('allowed: 30d, 6w, 2m');
  });

  it.each([
    ['30d', '2026-12-27'],
    ['6w', '2027-01-08'],
    ['3m', '2027-02-27'],
    ['0d', '2026-11-27'],
    ['1M', '2026-12-27'],
    ['30', undefined],
    ['-1d', undefined],
    ['d', undefined],
    ['1y', undefined],
  ])('%s ahead is %s', (within, day) => {
    expect(dayWithin('2026-11-27' as never, within)).toBe(day);
  });
});

describe('an agenda in other formats', () => {
  const HOSTILE = 'Ada ;,"\\n <script>alert(1)</script> =1+1 \u202e\u001b[31m';
  const files = () =>
    folder({
      'a.yaml': `${STUDENT}label: ${JSON.stringify(HOSTILE)}\n`,
      'sub/b.yaml': FILED,
      'c.yaml': `${RENEWAL}label: '=cmd'\n`,
    });
  const printed = async (path: string, ...args: string[]) => {
    const run = await permesso(['agenda', path, ...ON, ...args]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    return run.stdout;
  };

  it('is text that steers nothing and marks what is late in words, at any width', async () => {
    const path = files();
    for (const COLUMNS of ['24', '40', '80', '120']) {
      const { stdout } = await permesso(['agenda', path, ...ON], { env: { COLUMNS } });
      // eslint-disable-next-line no-control-regex -- what must not be there
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(Number(COLUMNS));
      expect(flat(stdout)).toContain('OVERDUE: ACT NOW');
    }
    const { stdout } = await permesso(['agenda', path, ...ON, '--lang', 'it']);
    expect(stdout).toContain(italian.agenda.states.overdue.toUpperCase());
  });

  it('is CSV for a spreadsheet, with no formula in it', async () => {
    const text = await printed(files(), '--format', 'csv', '--bom');
    const rows = parseCsv(text, { bom: true, columns: true, delimiter: ';' }) as unknown as Record<
      string,
      string
    >[];
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(({ label }) => label?.charAt(0))).not.toContain('=');
    expect(rows[0]).toMatchObject({ state: 'done', file: expect.stringMatching(/b\.yaml$/) as string });
  });

  it('is a valid page in which labels are text', async () => {
    const html = await printed(files(), '--format', 'html');
    expect(html).not.toContain('<script>');
    const report = new HtmlValidate({ extends: ['html-validate:standard'] }).validateStringSync(html);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  it('is one calendar whose identifiers last while dates move and the folder does', async () => {
    const [here, there] = [files(), files()];
    const calendar = async (path: string, ...args: string[]) => {
      const root = new ICAL.Component(
        ICAL.parse(await printed(path, '--format', 'ics', ...args)) as unknown[],
      );
      return root.getAllSubcomponents('vevent').map((event) => ({
        uid: String(event.getFirstPropertyValue('uid')),
        summary: String(event.getFirstPropertyValue('summary')),
        alarms: event.getAllSubcomponents('valarm').length,
      }));
    };
    const first = await calendar(here);
    const ids = first.map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await calendar(there)).map(({ uid }) => uid)).toEqual(ids);
    expect(first.filter(({ summary }) => summary.includes('(done)')).map(({ alarms }) => alarms)).toEqual([
      0, 0,
    ]);
    expect(first.some(({ summary }) => summary.startsWith('=cmd: '))).toBe(true);
    const open = await calendar(here, '--only-open');
    expect(open.map(({ uid }) => uid).every((uid) => ids.includes(uid))).toBe(true);
    writeFileSync(
      join(here, 'c.yaml'),
      readFileSync(join(here, 'c.yaml'), 'utf8').replace('2026-12-20', '2027-01-20'),
    );
    expect((await calendar(here)).map(({ uid }) => uid).sort()).toEqual([...ids].sort());
  });

  it('keeps apart people of whom it knows the same', async () => {
    const path = folder({ 'a/x.yaml': STUDENT, 'b/x.yaml': STUDENT });
    const text = await printed(join(path, 'a', 'x.yaml'), join(path, 'b', 'x.yaml'), '--format', 'ics');
    const ids = text.match(/^UID:.*/gm) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an agenda of any cases', () => {
  it('loses no date and gives the same bytes in any order of files', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(STUDENT, RENEWAL, FILED, LONG_TERM), { minLength: 1, maxLength: 6 }),
        async (texts) => {
          const path = folder(Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text])));
          const names = texts.map((_, index) => join(path, `${index}.yaml`));
          const whole = await agenda(...names);
          const parts = await Promise.all(names.map((name) => agenda(name)));
          const key = ({ file, id, date }: Deadline) => `${date} ${file} ${id}`;
          expect(whole.deadlines.map(key)).toEqual(
            parts.flatMap(({ deadlines }) => deadlines.map(key)).sort(),
          );
          expect(await agenda(...names.toReversed())).toEqual(whole);
        },
      ),
      { numRuns: 6 },
    );
  });
});
