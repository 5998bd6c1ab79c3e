/** Lines for a shell as documentation shows them, run in a folder that has the files they name. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, tempFolder, type Run } from './run.ts';

const CASE = 'procedure: renewal\nreason: study\nexpiry: 2027-02-20\nborn: 2003-05-04\ncitizenship: IN\n';
const LINE =
  '{"procedure":"renewal","reason":"study","expiry":"2027-02-20","born":"2003-05-04","citizenship":"IN"}\n';
const CSV =
  'id;surname;procedure;reason;expiry;born;citizenship\n7;Rossi;renewal;study;2027-02-20;2003-05-04;IN\n';

/** A folder with the program, a case, a folder of cases, and many cases as JSON Lines. */
export function shellFolder(): string {
  const folder = tempFolder();
  const shim = join(folder, 'permesso');
  writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(shim, 0o755);
  mkdirSync(join(folder, 'cases'));
  writeFileSync(join(folder, 'case.yaml'), CASE);
  writeFileSync(join(folder, 'cases', 'one.yaml'), `label: Ferrari\n${CASE}`);
  writeFileSync(join(folder, 'cases.jsonl'), LINE);
  return folder;
}

/** Whether a line starts the wizard, which wants answers. */
export function asks(line: string): boolean {
  return /^permesso(?: --|$)/.test(line);
}

/** Runs `permesso …` as of one day, the wizard in plain lines with `input`. */
export function runLine(
  folder: string,
  line: string,
  input = '',
): Pick<Run, 'stdout' | 'stderr'> & { code: number | null } {
  // the template is filled in before it is read
  if (line.startsWith('permesso batch cases.csv')) writeFileSync(join(folder, 'cases.csv'), CSV);
  const command = line.replace(/^permesso/, `./permesso --on 2026-11-22${asks(line) ? ' --plain' : ''}`);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
  });
  return { code: status, stdout, stderr };
}
