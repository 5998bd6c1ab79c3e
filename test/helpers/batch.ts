import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { BIN } from './run.ts';

export const STUDENT_CASE = {
  procedure: 'first-issue',
  reason: 'study',
  months: 12,
  entry: '2026-11-20',
  born: '2003-05-04',
  citizenship: 'IN',
  on: '2026-11-22',
};

/** Cases of several kinds, one on each line; every line is another one. */
const KINDS = [
  STUDENT_CASE,
  {
    procedure: 'renewal',
    reason: 'employment',
    contract: 'open-ended',
    expiry: '2027-02-20',
    citizenship: 'MA',
    on: '2026-11-22',
    family: [{ relation: 'child', born: '2020-02-01' }],
  },
  { procedure: 'renewal', reason: 'family', expiry: '2026-12-20', citizenship: 'AL', on: '2026-11-22' },
  {
    procedure: 'renewal',
    reason: 'employment',
    contract: 'fixed-term',
    months: 9,
    expiry: '2026-12-01',
    citizenship: 'UA',
    on: '2026-11-22',
  },
];

/** The line of one case; `index` decides which. Every tenth is refused where `faults` are wanted. */
export function caseLine(index: number, faults = false): string {
  if (faults && index % 10 === 9) return JSON.stringify({ ...STUDENT_CASE, months: 1_000 + index });
  const born = `19${50 + (index % 50)}-0${1 + (index % 9)}-1${index % 10}`;
  return JSON.stringify({ ...KINDS[index % KINDS.length], born });
}

/** Many lines of cases. */
export function caseLines(count: number, faults = false): string {
  let text = '';
  for (let index = 0; index < count; index++) text += `${caseLine(index, faults)}\n`;
  return text;
}

/** Eight columns, as an export for a volunteer has them. */
export const EIGHT_COLUMNS =
  'procedure,reason,outcome.id,route,totalCents,maxMonths,headline.date,deadlines.renewal-recommended.date';

export interface Ended {
  readonly code: number | null;
  readonly killed: boolean;
  readonly stderr: string;
}

/** Runs the executable and kills it after some milliseconds, unless it has ended by then. */
export function killedAfter(args: readonly string[], milliseconds: number): Promise<Ended> {
  const start = performance.now();
  return killedWhen(args, () => performance.now() - start >= milliseconds);
}

/** Runs the executable and kills it as soon as something is so, unless it has ended by then. */
export function killedWhen(args: readonly string[], isSo: () => boolean): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const timer = setInterval(() => isSo() && child.kill('SIGKILL'), 5);
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearInterval(timer);
      resolve({ code, killed: signal === 'SIGKILL', stderr });
    }),
  );
}

/**
 * Runs a batch into a file, killed again and again after times that `moments` gives, until it has ended. Gives
 * how often it was killed.
 */
export async function throughKills(
  args: readonly string[],
  out: string,
  moments: Iterable<number>,
): Promise<number> {
  let kills = 0;
  for (const moment of moments) {
    const { code, killed, stderr } = await killedAfter([...args, '--out', out, '--resume'], moment);
    if (!killed) {
      if (code !== 0 && code !== 3) throw new Error(`ended with ${String(code)}: ${stderr}`);
      return kills;
    }
    kills++;
    // killed after everything was done but its own end
    if (existsSync(out) && !existsSync(`${out}.part.journal`)) return kills;
  }
  throw new Error('it never ended');
}

/** Runs a command of the shell and gives what it wrote. `{}` stands for the executable. */
export function shell(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn('bash', ['-c', command.replaceAll('{}', `"${process.execPath}" "${BIN}"`)]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    }),
  );
}
