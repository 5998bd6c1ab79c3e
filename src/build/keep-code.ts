/** Built pieces → the code that V8 makes of them, kept beside each, with every function that some command lines run. */
import { PassThrough } from 'node:stream';
import { kebab } from '../case/case.ts';
import type { RawFields } from '../case/read-case.ts';
import type { main } from '../main.ts';
import { Pieces } from '../pieces.ts';

/** Runs the program in `folder` for what people wait for, help, answers to this case and the first question, and keeps the code. */
export async function keepCode(folder: string, fields: RawFields): Promise<void> {
  const pieces = new Pieces(folder);
  const { main: run } = pieces.load('./main.cjs') as { main: typeof main };
  const check = [
    'check',
    ...Object.entries(fields).flatMap(([name, value]) => [`--${kebab(name)}`, String(value)]),
  ];
  for (const args of [['--help'], check, [...check, '--format', 'json'], []]) await run(pretended(args));
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
