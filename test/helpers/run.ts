import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BIN = fileURLToPath(new URL('../../bin/permesso.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

/** Runs the real executable; without `input` its standard input is closed at once. */
export function permesso(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH, LANG: 'C.UTF-8', TZ: 'UTC', ...options.env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({
        code,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      });
    });
  });
}

/** A new empty folder. */
export function tempFolder(): string {
  return mkdtempSync(join(tmpdir(), 'permesso-'));
}

/** A student's first permit, as flags. */
export const STUDENT = [
  'check',
  ...['--procedure', 'first-issue', '--reason', 'study', '--months', '12', '--entry', '2026-11-20'],
  ...['--on', '2026-11-22', '--born', '2003-05-04', '--citizenship', 'IN'],
];
