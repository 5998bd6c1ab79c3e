import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import { marked } from 'marked';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { flat } from '../helpers/pty.ts';
import { permesso, tempFolder } from '../helpers/run.ts';

/** A stay whose length nobody knows: of two dates one turns out to be none. */
const FIELDS = {
  ...{ procedure: 'first-issue', reason: 'study', months: 'unknown', entry: '2026-12-01' },
  ...{ born: '1988-01-02', citizenship: 'MA' },
};
const ARGS = Object.entries(FIELDS).flatMap(([name, value]) => [`--${name}`, value]);
const ON = ['--on', '2026-12-02'];
const SHORT = 'Only if Length in months: 1 to 3 months.';
const LONG = 'Only if Length in months: 4 to 120 months.';

const check = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await permesso(['check', ...ARGS, ...ON, ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

const bare = (markup: string) => flat(markup.replace(/<style>[^]*<\/style>|<[^>]*>/g, ' '));

interface Answer {
  readonly case: Record<string, unknown>;
  readonly deadlines: readonly { id: string; onlyIf?: string }[];
  readonly depends?: readonly {
    field: string;
    text: string;
    findOut: string;
    answers: { values: unknown[]; totalCents: number[]; text: string }[];
  }[];
}

describe('an answer that nobody knows', () => {
  it('leaves no date in a calendar that looks certain and may be none', async () => {
    for (const messages of [en, italian]) {
      const ics = await check('--format', 'ics', '--lang', messages.language);
      const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
      const events = calendar.getAllSubcomponents('vevent').map((event) => {
        const text = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
        const summary = text('summary');
        return {
          id: text('uid').replace(/-[0-9a-f]+@.*/, ''),
          status: text('status'),
          perhaps: summary.endsWith(`(${messages.depends.perhaps})`),
          only: text('description').startsWith(messages.depends.onlyIf(['X']).split(' X')[0] ?? '!'),
        };
      });
      expect(events).toEqual([
        { id: 'hospitality-declaration', status: '', perhaps: false, only: false },
        { id: 'presence-declaration', status: 'TENTATIVE', perhaps: true, only: true },
        { id: 'first-application', status: 'TENTATIVE', perhaps: true, only: true },
      ]);
      const second = convertIcsCalendar(undefined, ics).events ?? [];
      expect(second.map(({ status }) => status)).toEqual([undefined, 'TENTATIVE', 'TENTATIVE']);
    }
  });

  it('stands in JSON with what each answer changes, and how to find out', async () => {
    const json = JSON.parse(await check('--format', 'json')) as Answer;
    expect(json.case.months).toBe('unknown');
    const [depends] = json.depends ?? [];
    expect(depends).toMatchObject({ field: 'months', text: 'Length in months' });
    expect(depends?.findOut).not.toBe('');
    expect(depends?.answers.map(({ totalCents }) => totalCents)).toEqual([
      [0, 0],
      ...[1, 2, 3].map(() => [11646, 11646]),
    ]);
    expect(depends?.answers[0]?.text).toMatch(/^1 to 3 months → there is no permit to ask for/);
    expect(JSON.stringify(depends)).not.toMatch(/\{[a-z-]+\}/);
    expect(json.deadlines.map(({ onlyIf }) => onlyIf)).toEqual([undefined, SHORT, LONG]);
    const section = JSON.parse(await check('--format', 'json', '--section', 'depends')) as Answer;
    expect(section.depends).toEqual(json.depends);
  });

  it('is the same in a batch, and the case is told as it was given', async () => {
    const { stdout } = await permesso(['batch', '-', ...ON], { input: JSON.stringify(FIELDS) });
    const line = JSON.parse(stdout) as Answer;
    const json = JSON.parse(await check('--format', 'json')) as Answer;
    expect({ depends: line.depends, case: line.case }).toEqual({ depends: json.depends, case: json.case });
  });

  it('is told in the text with every number filled in, and no date leads without its condition', async () => {
    const text = flat(await check());
    expect(text).not.toMatch(/\{[a-z-]+\}/);
    const [summary = ''] = text.split(en.view.depends.toUpperCase());
    const said = `Declare your presence by this day (dichiarazione di presenza) (${en.depends.perhaps})`;
    expect(summary).toContain(`${said} ${SHORT}`);
    expect(summary).toContain(`11 December 2026: Hand in the first application (${en.depends.perhaps})`);
  });

  it('is told in a page that is valid and in Markdown', async () => {
    const page = await check('--format', 'html');
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
    }).validateString(page);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([]);
    for (const text of [bare(page), bare(await marked.parse(await check('--format', 'markdown')))]) {
      expect(text).toContain('Not known: Length in months');
      expect(text).toContain(SHORT);
      expect(text).toContain(LONG);
      expect(text).not.toMatch(/\{[a-z-]+\}/);
    }
  });

  it.each(['html', 'json'])('makes no difference for verify (%s)', async (format) => {
    const path = join(tempFolder(), `result.${format}`);
    await check('--format', format, '--out', path);
    expect(await permesso(['verify', path])).toMatchObject({ code: 0, stderr: '' });
  });

  it('marks the dates of an agenda too', async () => {
    const path = join(tempFolder(), 'case.yaml');
    writeFileSync(
      path,
      `${Object.entries(FIELDS)
        .map((pair) => pair.join(': '))
        .join('\n')}\n`,
    );
    const agenda = async (...args: readonly string[]) =>
      (await permesso(['agenda', path, ...ON, ...args])).stdout;
    expect(flat(await agenda())).toContain(SHORT);
    const rows = (await agenda('--format', 'csv')).trim().split(/\r?\n/);
    expect(rows.map((row) => row.split(';').at(-1))).toEqual(['onlyIf', '', SHORT, LONG]);
    expect((await agenda('--format', 'ics')).match(/STATUS:TENTATIVE/g)).toHaveLength(2);
  });
});
