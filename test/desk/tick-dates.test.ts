import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { flat } from '../helpers/pty.ts';
import { permesso, tempFolder } from '../helpers/run.ts';

const HOST = 'hospitality-declaration';
const ON = ['--on', '2026-11-22'];
const said = 'Your host reports that you live there';

/** A student's first permit, which has a date that no answer can close. */
function caseFile(more = ''): string {
  const path = join(tempFolder(), 'case.yaml');
  writeFileSync(
    path,
    `procedure: first-issue\nreason: study\nmonths: 12\nentry: 2026-11-20\nborn: 2003-05-04\ncitizenship: IN\n${more}`,
  );
  return path;
}

const TICKED = `ticked: [applicant/${HOST}]\n`;
const check = async (path: string, ...args: readonly string[]) => {
  const { code, stdout, stderr } = await permesso(['check', '--case', path, ...ON, ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

interface Answer {
  readonly deadlines: readonly { id: string; met?: boolean }[];
  readonly progress: {
    readonly dates: { total: number; done: number; open: { tick: string; text: string }[] };
    readonly next: { deadline: { id: string } | null };
  };
}

const json = async (path: string, ...args: readonly string[]) =>
  JSON.parse(await check(path, '--format', 'json', ...args)) as Answer;

describe('a date that is ticked', () => {
  it('is written by tick, which says what is left and what comes next', async () => {
    const path = caseFile();
    const { code, stdout } = await permesso(['tick', path, HOST, ...ON]);
    expect(code).toBe(0);
    expect(stdout).toContain(en.caseFile.dates(1, 2));
    expect(flat(stdout)).toContain('Hand in the first application: Monday 30 November 2026');
    expect(flat(stdout)).not.toContain(said);
    const { stdout: undone } = await permesso(['tick', path, HOST, '--undo', ...ON]);
    expect(undone).toContain(en.caseFile.dates(0, 2));
    expect(flat(undone)).toContain(`${said} (dichiarazione di ospitalità): Sunday 22 November 2026`);
  });

  it('is done in the text in words, comes last, and leads nowhere', async () => {
    const open = flat(await check(caseFile()));
    expect(open).not.toContain('— done');
    const text = flat(await check(caseFile(TICKED)));
    expect(text).toMatch(new RegExp(`${said} \\(dichiarazione di ospitalità\\) — done`));
    const [summary = '', rest = ''] = text.split('WHAT TO DO');
    expect(summary).not.toContain(said);
    const dates = rest.slice(rest.indexOf(en.view.calendar.toUpperCase()));
    expect(dates.indexOf(said)).toBeGreaterThan(dates.indexOf('first application'));
    expect(flat(await check(caseFile(TICKED), '--lang', 'it'))).toContain(`— ${italian.agenda.states.done}`);
  });

  it('is met in JSON, and is not the next date', async () => {
    const before = await json(caseFile('ticked: [applicant/passport-copy]\n'));
    expect(before.progress.next.deadline?.id).toBe(HOST);
    const after = await json(caseFile(TICKED));
    expect(after.deadlines.filter(({ met }) => met).map(({ id }) => id)).toEqual([HOST]);
    expect(after.progress.dates).toMatchObject({ total: 2, done: 1 });
    expect(after.progress.dates.open.map(({ tick }) => tick)).not.toContain(`applicant/${HOST}`);
    expect(after.progress.next.deadline?.id).toBe('first-application');
  });

  it('has no alarm in a calendar, whose name says that it is done', async () => {
    const calendar = new ICAL.Component(
      ICAL.parse(await check(caseFile(TICKED), '--format', 'ics')) as unknown[],
    );
    const events = calendar.getAllSubcomponents('vevent').map((event) => ({
      summary: String(event.getFirstPropertyValue('summary')),
      alarms: event.getAllSubcomponents('valarm').length,
    }));
    const done = events.filter(({ summary }) => summary.endsWith(`(${en.agenda.states.done})`));
    expect(done).toEqual([{ summary: expect.stringContaining(said) as string, alarms: 0 }]);
    expect(events.filter(({ alarms }) => alarms === 3)).toHaveLength(events.length - 1);
  });

  it('is done in a page and in Markdown, which stay well formed, and the page can be verified', async () => {
    const page = join(tempFolder(), 'case.html');
    await check(caseFile(TICKED), '--format', 'html', '--out', page);
    const html = await check(caseFile(TICKED), '--format', 'html');
    expect(flat(html.replace(/<[^>]*>/g, ''))).toMatch(/dichiarazione di ospitalità\) — done/);
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([]);
    expect(await permesso(['verify', page])).toMatchObject({ code: 0, stderr: '' });
    const markdown = await marked.parse(await check(caseFile(TICKED), '--format', 'markdown'));
    expect(flat(markdown.replace(/<[^>]*>/g, ''))).toMatch(/dichiarazione di ospitalità\) — done/);
  });

  it('stands in the list to tick, with its state in words', async () => {
    const path = caseFile();
    const { stderr } = await permesso(['tick', path, '--plain', ...ON], { input: '\n' });
    const [, number = ''] = new RegExp(`^(\\d+)\\. ${said}`, 'm').exec(stderr) ?? [];
    expect(flat(stderr)).toMatch(new RegExp(`${said} [^—]*22 November 2026 — ${en.caseFile.toDo}`));
    const { code, stderr: after } = await permesso(['tick', path, '--plain', ...ON], {
      input: `${number}\n\n`,
    });
    expect(code).toBe(0);
    expect(flat(after)).toMatch(new RegExp(`${said} [^—]*22 November 2026 — ${en.agenda.states.done}`));
    expect((await json(path)).deadlines.filter(({ met }) => met).map(({ id }) => id)).toEqual([HOST]);
  });

  it('what an answer closes is done without a tick, and is not offered', async () => {
    const path = caseFile('filed: 2026-11-21\n');
    const text = flat(await check(path));
    expect(text).toMatch(/Hand in the first application — done/);
    const { stderr } = await permesso(['tick', path, '--plain', ...ON], { input: '\n' });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('Hand in the first application');
  });

  it('shows in the result of an interview that goes on in its file', async () => {
    const path = caseFile(`${TICKED}label: Ferrari\n`);
    const input = '\n\n\n\n\n1\n';
    const { stdout } = await permesso(['--resume', path, '--plain', ...ON], { input });
    expect(stdout).toContain(`${en.caseFile.progress.toUpperCase()}: FERRARI`);
    expect(flat(stdout)).toContain('(dichiarazione di ospitalità) — done');
  });

  it('is told by tick within the width, no word cut', async () => {
    const { stdout } = await permesso(['tick', caseFile(), HOST, ...ON], { env: { COLUMNS: '40' } });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(flat(stdout)).toContain('Hand in the first application: Monday 30 November 2026 (in 8 days)');
  });

  it('when every date is done, the first screen says that none is open', async () => {
    const path = caseFile(`ticked: [applicant/${HOST}, applicant/first-application]\n`);
    const { deadlines } = await json(path);
    expect(deadlines.filter(({ met }) => !met)).toEqual([]);
    expect(flat(await check(path))).toContain(en.view.noneOpen);
  });
});
