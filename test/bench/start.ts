/** Row (a) of the bench: how long it takes until there is something to read, against Node that does nothing. */
import { spawn } from 'node:child_process';
import { en } from '../../src/messages/en.ts';
import { Terminal } from '../helpers/pty.ts';
import { BIN, STUDENT } from '../helpers/run.ts';
import { inTurn, type BenchRow } from './measure.ts';

/** Milliseconds from start to end of a program whose output nobody reads. */
async function run(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return performance.now() - begun;
}

/** Milliseconds until the first question of the wizard stands on a terminal. */
async function firstQuestion(): Promise<number> {
  const begun = performance.now();
  const terminal = new Terminal([]);
  await terminal.see(en.wizard.searchKeys);
  const time = performance.now() - begun;
  terminal.close();
  return time;
}

export async function startRows(rounds: number): Promise<BenchRow[]> {
  const times = await inTurn(rounds, {
    bare: () => run(['-e', '0']),
    '--help': () => run([BIN, '--help']),
    '--version': () => run([BIN, '--version']),
    'check, text': () => run([BIN, ...STUDENT]),
    'check, JSON': () => run([BIN, ...STUDENT, '--format', 'json']),
    'first question of the wizard': firstQuestion,
  });
  const { bare, ...ours } = times;
  const limits: Readonly<Record<keyof typeof ours, number>> = {
    '--help': 1.5,
    '--version': 1.5,
    'check, text': 2,
    'check, JSON': 2,
    'first question of the wizard': 2.2,
  };
  return Object.entries(ours).map(([name, time]) => ({
    name: `start, ${name}`,
    ours: time,
    bare,
    unit: 'ms',
    limit: limits[name as keyof typeof ours],
  }));
}
