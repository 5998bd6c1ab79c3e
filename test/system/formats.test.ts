import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { permesso, STUDENT, tempFolder } from '../helpers/run.ts';

describe.each([
  ['markdown', /^# Study /],
  ['html', /^<!DOCTYPE html>\n<html lang="en"/],
  ['ics', /^BEGIN:VCALENDAR\r\n/],
])('check --format %s', (format, beginning) => {
  it('prints it, and writes the same bytes into a file for its owner only', async () => {
    const out = join(tempFolder(), 'answer');
    const args = [...STUDENT, '--format', format];
    const printed = await permesso(args);
    expect(printed).toMatchObject({ code: 0, stderr: '' });
    expect(printed.stdout).toMatch(beginning);
    expect(await permesso([...args, '--out', out])).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(await permesso([...args, '--out', out])).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(join(out, '..'))).toEqual(['answer']);
  });

  it('is the same in every time zone and locale', async () => {
    const runs = await Promise.all(
      ['Pacific/Apia', 'America/New_York'].map((TZ) =>
        permesso([...STUDENT, '--format', format], { env: { TZ, COLUMNS: '33', FORCE_COLOR: '1' } }),
      ),
    );
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  });
});

describe('check', () => {
  it('prints large on --big', async () => {
    expect((await permesso([...STUDENT, '--format', 'html', '--big'])).stdout).toContain('class="big"');
  });

  it('counts day by day on --count, in one line without', async () => {
    const line = 'Saturday 21 November: day 1; read more generously: not counted (Saturday)';
    const env = { COLUMNS: '120' };
    expect((await permesso([...STUDENT, '--count'], { env })).stdout).toContain(line);
    expect((await permesso(STUDENT, { env })).stdout).not.toContain('day 1;');
  });
});
