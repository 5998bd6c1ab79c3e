import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caseLine,
  caseLines,
  EIGHT_COLUMNS,
  killedWhen,
  shell,
  STUDENT_CASE,
  throughKills,
} from '../helpers/batch.ts';
import { permesso, tempFolder } from '../helpers/run.ts';
import { Terminal } from '../helpers/pty.ts';
import { hostileLine } from '../helpers/hostile-lines.ts';

const FIELDS = ['--fields', EIGHT_COLUMNS];
const linesOf = (text: string) => text.split('\n').slice(0, -1);
const faultOf = (line: string | undefined) =>
  (JSON.parse(line ?? '{}') as { line?: number; error?: { code: string; column?: number; message: string } })
    .error;

function casesFile(lines: string): { file: string; out: string; folder: string } {
  const folder = tempFolder();
  const file = join(folder, 'cases.jsonl');
  writeFileSync(file, lines);
  return { folder, file, out: join(folder, 'answers.jsonl') };
}

describe('the same bytes', () => {
  it('come from one thread and from two, whole answers and columns', async () => {
    const { file } = casesFile(caseLines(300, true));
    for (const args of [[], FIELDS, ['--format', 'csv', '--lang', 'it']]) {
      const [one, two] = await Promise.all(
        ['1', '2'].map((jobs) => permesso(['batch', file, ...args, '--jobs', jobs, '--quiet'])),
      );
      expect(one?.code).toBe(3);
      expect(two).toEqual(one);
    }
  });

  it('come in every time zone and locale', async () => {
    const { file } = casesFile(caseLines(40, true));
    const runs = [];
    for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
      for (const LC_ALL of ['C', 'it_IT.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8']) {
        runs.push(await permesso(['batch', file, '--lang', 'en', ...FIELDS], { env: { TZ, LC_ALL } }));
      }
    }
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  });
});

describe('an answer that is not known', () => {
  const open = JSON.stringify({
    ...{ procedure: 'renewal', reason: 'employment', contract: 'unknown', expiry: '2027-02-20' },
    ...{ born: '1980-01-01', citizenship: 'MA', on: '2026-11-22' },
  });

  it('is tried out in a whole answer and in columns, as check does', async () => {
    const { file, folder } = casesFile(`${open}\n`);
    const single = join(folder, 'case.json');
    writeFileSync(single, open);
    const check = await permesso(['check', '--case', single, '--format', 'json']);
    const checked = JSON.parse(check.stdout) as Record<string, unknown>;
    const whole = await permesso(['batch', file, '--quiet']);
    // disputes about the form come with its boxes, which a batch leaves out
    const { disputes: _, ...answer } = JSON.parse(whole.stdout) as Record<string, unknown>;
    expect(checked).toMatchObject(answer);
    const columns = await permesso(['batch', file, '--quiet', '--fields', 'contract,totalCents,maxMonths']);
    expect(JSON.parse(columns.stdout)).toEqual({
      contract: 'unknown',
      totalCents: (checked.fees as Record<string, unknown>).totalCents,
      maxMonths: (checked.permit as Record<string, unknown>).maxMonths,
    });
  });
});

describe('a refused line', () => {
  it('tells line, column and reason, and the run goes on', async () => {
    const bad = [
      '{"procedure": "renewal"',
      `{"months": 200, ${JSON.stringify(STUDENT_CASE).slice(1).replace('"months":12,', '')}`,
      '[1]',
      `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      `{"x":"${'x'.repeat(2_000_000)}"}`,
      '\u0000',
      JSON.stringify({ ...STUDENT_CASE, family: [{ relation: 'child', born: '2020-02-31' }] }),
    ];
    const run = await permesso(['batch', ...FIELDS], {
      input: Buffer.concat([
        Buffer.from(`${caseLine(0)}\r\n${bad.join('\n')}\n`),
        Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
        Buffer.from(caseLine(1)),
      ]),
    });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(
      /^8 of 10 lines were refused\. The first: line 2, column 24: this is not JSON/,
    );
    const rows = linesOf(run.stdout);
    const faults = rows.map(faultOf);
    expect(faults.map((fault) => fault && [fault.code, fault.column])).toEqual([
      undefined,
      ['not-json', 24],
      ['out-of-range', 12],
      ['not-a-mapping', 1],
      [expect.stringMatching(/unknown-field|too-deep/), expect.anything()],
      ['record-too-large', undefined],
      ['not-json', 1],
      ['no-such-day', expect.any(Number)],
      ['record-not-utf8', 2],
      undefined,
    ]);
    expect(rows.every((row) => row.length < 20_000)).toBe(true);
  });

  it('stops the run with --strict, in its place on standard output', async () => {
    const input = `${caseLine(0)}\nnothing\n${caseLine(1)}\n`;
    const run = await permesso(['batch', ...FIELDS, '--strict'], { input });
    expect(run.code).toBe(3);
    expect(linesOf(run.stdout).map((line) => faultOf(line)?.code)).toEqual([undefined, 'not-json']);
    expect(run.stderr).toMatch(/^Stopped at a refused line: line 2/);
  });

  it('stops a run into a file, which goes on when the line is put right', async () => {
    const { file, out } = casesFile(`${caseLine(0)}\nnothing\n${caseLine(1)}\n`);
    const args = ['batch', file, ...FIELDS, '--strict', '--out', out];
    expect((await permesso(args)).code).toBe(3);
    expect(existsSync(out)).toBe(false);
    writeFileSync(file, `${caseLine(0)}\n${caseLine(2)}\n${caseLine(1)}\n`);
    expect(await permesso([...args, '--resume'])).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(readFileSync(out, 'utf8')).map((line) => faultOf(line)?.code)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is all that hostile input brings about: no crash, no stack, no line without an answer', async () => {
    const lines = fc.sample(hostileLine, { numRuns: 2_000, seed: 8 });
    const run = await permesso(['batch', '--input', 'jsonl', ...FIELDS], { input: lines.join('\n') });
    expect(run.code).toBe(3);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(linesOf(run.stdout)).toHaveLength(lines.filter((line) => line.trim() !== '').length);
  });
});

describe('a run into a file', () => {
  it('that was killed goes on to the bytes of an uninterrupted one', async () => {
    const { folder, file, out } = casesFile(caseLines(1_200, true));
    const args = ['batch', file, '--on', '2026-11-22', '--quiet'];
    await permesso([...args, '--out', join(folder, 'whole.jsonl')]);
    const moments = (function* () {
      // long enough for some to get somewhere on a slow machine
      for (let moment = 400; ; moment = Math.round(moment * 1.3)) yield moment;
    })();
    expect(await throughKills(args, out, moments)).toBeGreaterThan(0);
    expect(readFileSync(out).equals(readFileSync(join(folder, 'whole.jsonl')))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['answers.jsonl', 'cases.jsonl', 'whole.jsonl']);
  });

  it('never goes on with another input or other settings, nor over a part by accident', async () => {
    const { folder, file, out } = casesFile(caseLines(2_000));
    const args = ['batch', file, '--quiet', '--on', '2026-11-22', '--out', out];
    const settled = () => {
      try {
        return readFileSync(`${out}.part.journal`, 'utf8').split('\n').length > 2;
      } catch {
        // there is none yet, or none any more
        return false;
      }
    };
    // a run can end in the moment in which it is killed
    while (!settled()) await killedWhen([...args, '--force'], settled);
    // what a killed run wrote after its last settled place stays until another run writes
    appendFileSync(`${out}.part`, 'torn');
    const part = readFileSync(`${out}.part`);
    const refused = async (changed: readonly string[], message: RegExp) => {
      const run = await permesso(changed);
      expect([run.code, run.stdout]).toEqual([2, '']);
      expect(run.stderr).toMatch(message);
      expect(readFileSync(`${out}.part`).equals(part)).toBe(true);
    };
    await refused(args, /--resume continues it/);
    await refused([...args, '--resume', ...FIELDS], /other settings \(output\)/);
    await refused([...args, '--resume', '--lang', 'it'], /lang/);
    await refused([...args, '--resume', '--on', '2026-11-23'], /\(on\)/);
    writeFileSync(file, caseLines(2_000).replace('IN', 'GB'));
    await refused([...args, '--resume'], /the input is not the one/);
    truncateSync(file, 10);
    await refused([...args, '--resume'], /the input is not the one/);
    expect(readdirSync(folder)).not.toContain('answers.jsonl');
  });

  it('never replaces a file unless told to, and starts with nothing to resume', async () => {
    const { file, out } = casesFile(caseLines(3));
    const args = ['batch', file, ...FIELDS, '--out', out];
    expect(await permesso([...args, '--resume'])).toMatchObject({ code: 0, stderr: '' });
    const bytes = readFileSync(out, 'utf8');
    expect(linesOf(bytes)).toHaveLength(3);
    for (const again of [args, [...args, '--resume']]) {
      expect(await permesso(again)).toMatchObject({ code: 2, stdout: '' });
      expect(readFileSync(out, 'utf8')).toBe(bytes);
    }
    expect((await permesso([...args, '--force'])).code).toBe(0);
  });
});

describe('a reader', () => {
  it('that is slow gets everything', async () => {
    const { file } = casesFile(caseLines(200));
    const { code, stdout, stderr } = await shell(
      `set -o pipefail; {} batch ${file} --quiet | (sleep 2; wc -l)`,
    );
    expect({ code, stderr, lines: stdout.trim() }).toEqual({ code: 0, stderr: '', lines: '200' });
  });

  it('at a terminal is told what is waited for', async () => {
    const terminal = new Terminal(['batch', ...FIELDS]);
    await terminal.see('Waiting for cases');
    await terminal.type(caseLine(0));
    await terminal.see('"totalCents":11646');
    terminal.close();
  });
});

describe('progress', () => {
  it('is told in lines on a long run, and not at all with --quiet', async () => {
    // a pipe that brings half of the input late makes any run a long one
    const { file } = casesFile(caseLines(20));
    const late = (flags: string) =>
      shell(
        `(cat ${file}; sleep 3; cat ${file}) | {} batch - --fields ${EIGHT_COLUMNS} ${flags} > /dev/null`,
      );
    const told = await late('');
    expect(told).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^\d+ lines, \d+ a second, 0 refused\n/) as string,
    });
    expect(told.stderr).not.toMatch(/\r|\p{Cc}\[/u);
    expect(await late('--quiet')).toMatchObject({ code: 0, stderr: '' });
  });
});
