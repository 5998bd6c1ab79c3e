/**
 * Rows (b) and (d) of the bench: `batch` against a program that only parses and writes the same lines, and its
 * memory at ten thousand and at many more lines.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { caseLine, EIGHT_COLUMNS } from '../helpers/batch.ts';
import { BIN } from '../helpers/run.ts';
import { median, type BenchRow } from './measure.ts';

interface Measured {
  readonly milliseconds: number;
  /** Highest resident memory, in MB, where the system tells. */
  readonly peak: number;
}

/** Runs a program with its output into a file or nowhere. */
async function measured(args: readonly string[], into = '/dev/null'): Promise<Measured> {
  const out = openSync(into, 'w');
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', out, 'inherit'] });
  let peak = 0;
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // it has ended, or the system has no /proc
    }
  };
  const timer = setInterval(look, 25);
  const code = await new Promise((resolve) => child.on('close', resolve));
  const milliseconds = performance.now() - begun;
  clearInterval(timer);
  closeSync(out);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return { milliseconds, peak };
}

function casesFile(folder: string, count: number): string {
  const file = join(folder, `${count}.jsonl`);
  const out = openSync(file, 'w');
  for (let index = 0; index < count; index += 1_000) {
    let text = '';
    for (let one = index; one < Math.min(count, index + 1_000); one++) text += `${caseLine(one)}\n`;
    writeSync(out, text);
  }
  closeSync(out);
  return file;
}

/** The bare program as one file without a loader, so that its start is that of Node alone. */
async function bareProgram(folder: string): Promise<string> {
  const outfile = join(folder, 'round-trip.mjs');
  const entry = fileURLToPath(new URL('round-trip.ts', import.meta.url));
  const program = await rolldown({ input: entry, platform: 'node' });
  await program.write({ file: outfile, format: 'esm' });
  await program.close();
  return outfile;
}

/** Columns are read from so many times the cases of whole answers, which would fill the disk: the start should not count. */
const MORE_CASES = 10;

/**
 * Row (b): whole answers, and eight columns with one thread and with two; both programs in turn, `rounds` times
 * after one to warm up.
 */
export async function speedRows(wholeCases: number, rounds: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'permesso-bench-'));
  try {
    const bare = await bareProgram(folder);
    const rows: BenchRow[] = [];
    const columns = ['--fields', EIGHT_COLUMNS];
    for (const [name, flags, limit, cases] of [
      ['whole answers', [], 3, wholeCases],
      ['eight columns', columns, 2, wholeCases * MORE_CASES],
      ['eight columns, two threads', [...columns, '--jobs', '2'], 2, wholeCases * MORE_CASES],
    ] as const) {
      const input = casesFile(folder, cases);
      const output = join(folder, 'answers.jsonl');
      const ours = [BIN, 'batch', input, '--quiet', ...flags];
      await measured(ours, output);
      const times: { ours: number; bare: number }[] = [];
      for (let round = 0; round <= rounds; round++) {
        const one = await measured(ours);
        const other = await measured([bare, input, output]);
        if (round > 0) times.push({ ours: one.milliseconds, bare: other.milliseconds });
      }
      const medians = {
        ours: median(times.map((time) => time.ours)),
        bare: median(times.map((time) => time.bare)),
      };
      rows.push({
        name: `batch, ${name}, ${cases} cases`,
        ...medians,
        unit: 'ms',
        limit,
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whole answers are so many times fewer than columns in the row of memory: a million of them are 40 GB. */
const FEWER = 20;

/** Rows (d): the peak of memory at many cases against that at ten thousand, for whole answers and for columns. */
export async function memoryRows(many: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'permesso-bench-'));
  try {
    const peak = async (count: number, flags: readonly string[]) =>
      (await measured([BIN, 'batch', casesFile(folder, count), '--quiet', ...flags])).peak;
    const rows: BenchRow[] = [];
    for (const [what, flags, count] of [
      ['whole answers', [], many / FEWER],
      ['eight columns', ['--fields', EIGHT_COLUMNS], many],
    ] as const) {
      const bare = await peak(10_000, flags);
      const ours = await peak(count, flags);
      rows.push({ name: `memory, ${what}, ${count} cases`, ours, bare, unit: 'MB', limit: 1.2 });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
