/** Built pieces → the code that V8 makes of them, kept beside each, with every function that these command lines run. */
import { PassThrough } from 'node:stream';
import type { main } from '../main.ts';
import { Pieces } from '../pieces.ts';

const CASE = ['--procedure', 'renewal', '--reason', 'employment', '--contract', 'open-ended'];
const PERSON = [
  '--expiry',
  '2027-02-20',
  '--born',
  '1988-01-02',
  '--citizenship',
  'MA',
  '--on',
  '2026-11-22',
];
/** What people wait for: help, an answer to read, one to work with, the first question. */
const COMMAND_LINES = [
  ['--help'],
  ['check', ...CASE, ...PERSON],
  ['check', ...CASE, ...PERSON, '--format', 'json'],
  [],
];

/** Runs the program in `folder` on the command lines, with nobody at its streams, and keeps the code. */
export async function keepCode(folder: string): Promise<void> {
  const pieces = new Pieces(folder);
  const { main: run } = pieces.load('./main.cjs') as { main: typeof main };
  for (const args of COMMAND_LINES) await run(pretended(args));
  pieces.keepCode();
}

/** A process with these arguments, nothing to read, and output that is thrown away. */
function pretended(args: readonly string[]): NodeJS.Process {
  const nowhere = () => new PassThrough().resume();
  const own: Partial<Record<keyof NodeJS.Process, unknown>> = {
    argv: [...process.argv.slice(0, 2), ...args],
    stdin: new PassThrough().end(),
    stdout: nowhere(),
    stderr: nowhere(),
    exitCode: undefined,
    exit: () => undefined,
    on: () => undefined,
  };
  return Object.create(
    process,
    Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { value, writable: true }])),
  ) as NodeJS.Process;
}
