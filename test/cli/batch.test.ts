import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, permesso, tempFolder } from '../helpers/run.ts';

const STUDENT = {
  procedure: 'first-issue',
  reason: 'study',
  months: 12,
  entry: '2026-11-20',
  born: '2003-05-04',
  citizenship: 'IN',
  on: '2026-11-22',
};
const line = (fields: object) => JSON.stringify({ ...STUDENT, ...fields });

interface Result {
  line?: number;
  error?: { code: string; path: string; message: string };
  fees?: { totalCents: number };
}
const results = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row) as Result);

describe('permesso batch', () => {
  it('answers every line in its place, refused ones too', async () => {
    const input = [
      line({}),
      '{"procedure": "renewal"',
      line({ reason: 'studdy' }),
      '[1]',
      line({ entry: '2026-02-30' }),
      line({ months: 24 }),
    ];
    const run = await permesso(['batch'], { input: input.join('\n') });
    expect(run.code).toBe(3);
    const rows = results(run.stdout);
    expect(rows).toHaveLength(6);
    expect(rows.map(({ error }) => error?.code)).toEqual([
      undefined,
      'not-json',
      'unknown-value',
      'not-a-mapping',
      'no-such-day',
      undefined,
    ]);
    expect(rows.flatMap(({ error, line: number }) => (error ? [number] : []))).toEqual([2, 3, 4, 5]);
    expect(rows[4]?.error?.path).toBe('entry');
  });

  it('keeps the order of many lines, from a file into a file', async () => {
    const folder = tempFolder();
    const [file, out] = [join(folder, 'cases.jsonl'), join(folder, 'answers.jsonl')];
    const days = Array.from({ length: 500 }, (_, index) => `19${String(50 + (index % 50))}-01-01`);
    writeFileSync(file, `${days.map((born) => line({ born })).join('\r\n')}\r\n`);
    expect(await permesso(['batch', file, '--out', out])).toMatchObject({ code: 0, stdout: '' });
    const rows = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as { case: { born: string } });
    expect(rows.map((row) => row.case.born)).toEqual(days);
    expect(readdirSync(folder).sort()).toEqual(['answers.jsonl', 'cases.jsonl']);
  });

  it('ends quietly when its reader leaves', async () => {
    const cases = `${Array.from({ length: 3_000 }, () => line({})).join('\n')}\n`;
    const file = join(tempFolder(), 'cases.jsonl');
    writeFileSync(file, cases);
    const child = spawn('bash', [
      '-c',
      `set -o pipefail; "${process.execPath}" "${BIN}" batch "${file}" | head -1`,
    ]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr, rows: results(stdout).length }).toEqual({ code: 0, stderr: '', rows: 1 });
  });

  it.each([
    ['a file that does not exist', ['batch', '/no/such/file.jsonl']],
    ['a folder', ['batch', '/']],
    ['an unknown format', ['batch', '-', '--format', 'xml']],
    ['an --out in no folder', ['batch', '-', '--out', '/no/such/folder/x']],
  ])('refuses %s', async (_, args) => {
    const run = await permesso(args, { input: line({}) });
    expect(run.code).toBe(2);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.stdout).toBe('');
  });
});
