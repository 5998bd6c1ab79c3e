/** The long forms of what `test/cli/batch-run.test.ts` holds in short: `npm run test:long`. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseLine, caseLines, EIGHT_COLUMNS, killedAfter } from '../helpers/batch.ts';
import { hostileLine } from '../helpers/hostile-lines.ts';
import { BIN, permesso, tempFolder } from '../helpers/run.ts';

const HOUR = 3_600_000;
const FIELDS = ['--fields', EIGHT_COLUMNS];

/** Runs the executable under Node's own flags, from a file into a file. */
function limited(
  nodeFlags: readonly string[],
  args: readonly string[],
  out: string,
): Promise<{ code: number | null; stderr: string }> {
  const target = openSync(out, 'w');
  const child = spawn(process.execPath, [...nodeFlags, BIN, ...args], { stdio: ['ignore', target, 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      closeSync(target);
      resolve({ code, stderr });
    }),
  );
}

/** How many lines a file has, without holding it in memory. */
function countLines(path: string): number {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(1 << 20);
  let lines = 0;
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
    for (let at = chunk.indexOf(10); at !== -1 && at < read; at = chunk.indexOf(10, at + 1)) lines++;
  }
  closeSync(file);
  return lines;
}

describe('a hundred thousand lines', () => {
  it('are answered whole with 96 MB of memory', { timeout: HOUR }, async () => {
    const file = join(tempFolder(), 'cases.jsonl');
    writeFileSync(file, caseLines(100_000));
    const lines = await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, ['--max-old-space-size=96', BIN, 'batch', file, '--quiet'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let count = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++;
      });
      child.on('close', (code) => {
        if (code === 0) resolve(count);
        else reject(new Error(`ended with ${String(code)}`));
      });
    });
    expect(lines).toBe(100_000);
  });
});

describe('kill -9', () => {
  it('at fifty random moments loses and doubles nothing', { timeout: HOUR }, async () => {
    const folder = tempFolder();
    const file = join(folder, 'cases.jsonl');
    writeFileSync(file, caseLines(3_000, true));
    const args = ['batch', file, '--on', '2026-11-22', '--quiet', ...FIELDS, '--format', 'csv', '--bom'];
    const whole = join(folder, 'whole.csv');
    const begun = performance.now();
    await permesso([...args, '--out', whole]);
    const span = performance.now() - begun;
    const moments = fc.sample(fc.double({ min: 0.02, max: 1, noNaN: true }), { numRuns: 2_000, seed: 9 });
    let [kills, runs] = [0, 0];
    while (kills < 50) {
      const out = join(folder, `answers-${String(runs++)}.csv`);
      for (;;) {
        const { code, killed, stderr } = await killedAfter(
          [...args, '--out', out, '--resume'],
          (moments.pop() ?? 1) * span,
        );
        if (killed) kills++;
        else expect([code, stderr]).toEqual([3, '']);
        if (existsSync(out) && !existsSync(`${out}.part.journal`)) break;
      }
      expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

describe('a million hostile lines', () => {
  it('bring about answers and refusals only', { timeout: HOUR }, async () => {
    const folder = tempFolder();
    const file = join(folder, 'hostile.jsonl');
    const out = openSync(file, 'w');
    let asked = 0;
    for (let seed = 0; seed < 100; seed++) {
      const lines = fc.sample(hostileLine, { numRuns: 10_000, seed });
      asked += lines.filter((line) => line.trim() !== '').length;
      writeSync(out, `${lines.join('\n')}\n`);
    }
    writeSync(out, caseLine(0));
    closeSync(out);
    const answers = join(folder, 'answers.jsonl');
    const run = await limited([], ['batch', file, '--quiet', ...FIELDS], answers);
    expect(run).toEqual({ code: 3, stderr: '' });
    expect(countLines(answers)).toBe(asked + 1);
  });
});
