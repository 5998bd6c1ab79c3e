import { describe, expect, it } from 'vitest';
import { permesso, STUDENT } from '../helpers/run.ts';

describe('permesso codes', () => {
  it('lists the tables when none is named', async () => {
    const run = await permesso(['codes']);
    expect(run.code).toBe(0);
    for (const table of ['provinces', 'reasons', 'countries', 'documents', 'authorities', 'marital-status']) {
      expect(run.stdout).toMatch(new RegExp(`^${table}\t\\S`, 'm'));
    }
  });

  it.each([
    [['provinces', 'milano'], 'MI  Milano\n'],
    [['provinces', 'mi'], 'MI  Milano\n'],
    [['provinces', 'PS'], 'PU  Pesaro e Urbino\n'],
    [['reasons', '24'], '24  Study (motivi di studio)\n'],
    [['reasons', '24', '--lang', 'it'], '24  Motivi di studio\n'],
    [['countries', 'marocco'], 'MAR  Marocco (Morocco)\n'],
    [['countries', 'morocco'], 'MAR  Marocco (Morocco)\n'],
    [['countries', 'KOS'], 'KOS  Kosovo  (one source only)\n'],
    [['countries', 'XK'], 'KOS  Kosovo  (one source only)\n'],
    [['countries', 'apolide'], /^XXX {2}Apolide/],
    [['authorities', '01'], '01  government of your own country\n'],
    [['marital-status', 'married'], 'B  married\n'],
    [['sex', '--lang', 'it'], 'F  femmina\nM  maschio\n'],
  ])('looks up %j', async (args, expected) => {
    const run = await permesso(['codes', ...args]);
    expect(run.stderr).toBe('');
    if (typeof expected === 'string') expect(run.stdout).toBe(expected);
    else expect(run.stdout).toMatch(expected);
  });

  it('marks country codes that nobody saw on the sheet, and prints no number that is not known', async () => {
    expect((await permesso(['codes', 'countries', 'andorra'])).stdout).toMatch(
      /^AND {2}Andorra {2}\(not verified/,
    );
    const documents = (await permesso(['codes', 'documents'])).stdout.trimEnd().split('\n');
    expect(documents.every((line) => line.startsWith('--  '))).toBe(true);
    expect(documents.length).toBe(9);
  });

  it('holds all of the tables', async () => {
    const lines = async (table: string) =>
      (await permesso(['codes', table])).stdout.trimEnd().split('\n').length;
    expect(await Promise.all(['provinces', 'countries'].map(lines))).toEqual([107, 199]);
  });

  it('gives JSON with sources', async () => {
    const [row] = JSON.parse((await permesso(['codes', 'countries', 'IND', '--format', 'json'])).stdout) as [
      Record<string, unknown>,
    ];
    expect(row).toMatchObject({ table: 'countries', code: 'IND', sure: 'confirmed' });
    expect(row.sources).not.toEqual([]);
  });

  it.each([
    [['codes', 'contries'], 'countries'],
    [['codes', 'provinces', 'milanno'], 'milano'],
    [['codes', 'countries', 'xyzzy'], 'xyzzy'],
  ])('refuses %j', async (args, said) => {
    const run = await permesso(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(said);
  });
});

describe('permesso check --section', () => {
  it('prints one section and the sources that it cites', async () => {
    const { stdout, code } = await permesso([...STUDENT, '--section', 'form']);
    expect(code).toBe(0);
    expect(stdout).toContain('8 Rilascio: X');
    expect(stdout).toContain('34 Nato/a il: 04/05/2003');
    expect(stdout).toContain('SETTANTA/46');
    expect(stdout).toContain('SOURCES');
    expect(stdout).not.toContain('WHAT TO BRING');
  });

  it('prints the form in the full answer too, before the sources', async () => {
    const { stdout } = await permesso(STUDENT);
    expect(stdout.indexOf('WHAT TO WRITE ON THE FORMS')).toBeGreaterThan(stdout.indexOf('WHAT TO BRING'));
    expect(stdout.indexOf('WHAT TO WRITE ON THE FORMS')).toBeLessThan(stdout.indexOf('\nSOURCES\n'));
  });

  it('gives the form as JSON, whole or alone', async () => {
    interface Box {
      box: string;
      label: string;
      write: string | null;
      how: string;
      text: string;
      sources: unknown[];
      sure: string;
      rule: string;
    }
    interface Answer {
      form: { person: string; module: string; boxes: Box[] }[];
      slips: Record<string, unknown>[];
      documents?: unknown;
    }
    const whole = JSON.parse((await permesso([...STUDENT, '--format', 'json'])).stdout) as Answer;
    const [form] = whole.form;
    expect(form).toMatchObject({ person: 'applicant', module: 'module-1' });
    expect(form?.boxes.find(({ box }) => box === '8')).toMatchObject({
      label: 'Rilascio',
      write: 'X',
      how: 'constant',
      sure: 'confirmed',
      rule: 'form/module-1/8/1',
    });
    expect(form?.boxes.find(({ box }) => box === '18')).toMatchObject({ write: null, how: 'blank' });
    expect(whole.slips[0]).toMatchObject({
      account: '67422402',
      cents: 7_046,
      figures: '70,46',
      letters: 'SETTANTA/46',
    });
    const alone = JSON.parse(
      (await permesso([...STUDENT, '--format', 'json', '--section', 'form'])).stdout,
    ) as Answer;
    expect(alone.form).toEqual(whole.form);
    expect(alone.documents).toBeUndefined();
  });

  it('refuses a section that does not exist', async () => {
    const run = await permesso([...STUDENT, '--section', 'forms']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('“form”');
  });
});
