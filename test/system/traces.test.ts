import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { KEYS, Terminal } from '../helpers/pty.ts';
import { BIN, STUDENT, tempFolder } from '../helpers/run.ts';

/** Calls of the system that reach another machine, or change what is on the disk. */
const CALLS =
  'socket,connect,bind,sendto,sendmsg,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,chown';

/** The machine lets a program be traced. */
const traces = (() => {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true']);
    return true;
  } catch {
    return false;
  }
})();

interface Trace {
  readonly code: number | null;
  /** Sockets that were opened. */
  readonly sockets: readonly string[];
  /** Paths that were opened for writing, renamed, removed or made. */
  readonly written: readonly string[];
}

/** What a trace says. Terminals and the null device keep nothing. */
function readTrace(file: string, code: number | null): Trace {
  const lines = readFileSync(file, 'utf8').split('\n');
  const call = (line: string) => /^\d+ +(\w+)\(/.exec(line)?.[1] ?? '';
  const opens = (line: string) => /^(open|openat)$/.test(call(line));
  const changes = lines.filter((line) =>
    opens(line)
      ? /O_(WRONLY|RDWR|CREAT|TRUNC)/.test(line)
      : call(line) !== '' && !/^(socket|connect|bind|send)/.test(call(line)),
  );
  return {
    code,
    sockets: lines.filter((line) => /^(socket|connect|bind|send)/.test(call(line))),
    written: changes
      .map((line) => /"([^"]*)"/.exec(line)?.[1] ?? line)
      .filter((path) => !/^\/dev\/(tty|null|pts\/\d+)$/.test(path)),
  };
}

function traced(folder: string, args: readonly string[], input: string): Promise<Trace> {
  const file = join(tempFolder(), 'trace');
  const command = ['-f', '-qq', '-e', `trace=${CALLS}`, '-o', file, process.execPath, BIN, ...args];
  const { PATH = '' } = process.env;
  return new Promise((resolve) => {
    const child = execFile('strace', command, { cwd: folder, env: { PATH, TZ: 'UTC' } }, () => {
      resolve(readTrace(file, child.exitCode));
    });
    child.stdin?.end(input);
  });
}

const CASE = 'procedure: renewal\nreason: study\nexpiry: 2027-01-15\nborn: 2003-05-04\ncitizenship: IN\n';
const LINE =
  '{"procedure":"renewal","reason":"study","expiry":"2027-01-15","born":"2003-05-04","citizenship":"IN"}\n';
const ANSWERS = ['arrived', 'study', '20.11.2026', '4/5/2003', 'India', '12', '', '', '', '', '1'].join('\n');

/** A folder with a case, lines of cases, a saved result, and a folder of cases. */
function desk(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'case.yaml'), CASE);
  writeFileSync(join(folder, 'cases.jsonl'), LINE.repeat(20));
  mkdirSync(join(folder, 'cases'));
  writeFileSync(join(folder, 'cases', 'a.yaml'), CASE);
  const result = execFileSync(process.execPath, [BIN, 'check', '--case', 'case.yaml', '--format', 'json'], {
    cwd: folder,
  });
  writeFileSync(join(folder, 'result.json'), result);
  return folder;
}

const READING: readonly (readonly [string, readonly string[]])[] = [
  ['--help', ['--help']],
  ['--version', ['--version']],
  ['check', STUDENT],
  ['check as JSON', [...STUDENT, '--format', 'json']],
  ['check as a page', [...STUDENT, '--format', 'html']],
  ['check as a calendar', [...STUDENT, '--format', 'ics']],
  ['check --case --nearby', ['check', '--case', 'case.yaml', '--nearby']],
  ['check --print-template', ['check', '--print-template']],
  ['batch', ['batch', 'cases.jsonl', '--format', 'csv', '--jobs', '2']],
  ['agenda', ['agenda', 'cases', '--format', 'ics']],
  ['codes', ['codes', 'reasons', 'studio']],
  ['terms', ['terms', 'marca']],
  ['verify', ['verify', 'result.json']],
  ['rules list', ['rules', 'list', 'disputes']],
  ['rules show', ['rules', 'show', 'card-price']],
  ['rules stale', ['rules', 'stale']],
  ['rules why', ['rules', 'why', 'case.yaml', 'passport-copy']],
  ['rules diff', ['rules', 'diff', '2026-05-21', '2026-05-22', '--quiet']],
  ['completion', ['completion', 'bash']],
  ['what a shell asks', ['complete', '--', 'check', '--reason', '']],
  ['man', ['man']],
  ['version', ['version']],
];

const WRITING: readonly (readonly [string, readonly string[], string])[] = [
  ['check --out', [...STUDENT, '--out', 'new.txt'], 'new.txt'],
  ['check --save', [...STUDENT, '--save', 'new.yaml'], 'new.yaml'],
  ['tick', ['tick', 'case.yaml', 'passport-copy'], 'case.yaml'],
  ['batch --out', ['batch', 'cases.jsonl', '--out', 'new.jsonl'], 'new.jsonl'],
  ['agenda --out', ['agenda', 'cases', '--format', 'ics', '--out', 'new.ics'], 'new.ics'],
];

describe.runIf(traces)('the system calls of the program', () => {
  it.each([
    ...READING.map((one) => [...one, ''] as const),
    ['the wizard', ['--plain', '--on', '2026-11-22'], ANSWERS] as const,
    ['an interview like another', ['--plain', '--on', '2026-11-22', '--like', 'case.yaml'], ANSWERS] as const,
  ])('%s: no socket, nothing written', async (_, args, input) => {
    const folder = desk();
    const before = readdirSync(folder);
    const { code, sockets, written } = await traced(folder, args, input);
    expect({ code, sockets, written }).toEqual({ code: 0, sockets: [], written: [] });
    expect(readdirSync(folder)).toEqual(before);
  });

  it.each(WRITING)('%s: no socket, nothing written but the file asked for', async (_, args, name) => {
    const folder = desk();
    const before = readdirSync(folder);
    const { code, sockets, written } = await traced(folder, args, '');
    expect({ code, sockets }).toEqual({ code: 0, sockets: [] });
    expect(written.length).toBeGreaterThan(0);
    // beside the file its neighbour, which is renamed
    expect(
      written.filter(
        (path) => !join(folder, path).startsWith(join(folder, name)) && !path.startsWith(join(folder, name)),
      ),
    ).toEqual([]);
    expect(readdirSync(folder)).toEqual([...new Set([...before, name])].sort());
  });

  it('the menus of the wizard: no socket, nothing written', async () => {
    const file = join(tempFolder(), 'trace');
    const terminal = new Terminal(['--on', '2026-11-22'], {
      under: ['strace', '-f', '-qq', '-e', `trace=${CALLS}`, '-o', file],
    });
    await terminal.see(en.wizard.whyHappened.slice(0, 20));
    terminal.press(KEYS.ctrlC);
    await terminal.exit();
    const { sockets, written } = readTrace(file, null);
    expect({ sockets, written }).toEqual({ sockets: [], written: [] });
  });
});

describe.runIf(!traces)('where nothing can be traced, Node refuses to write', () => {
  it.each(READING.filter(([name]) => name !== 'batch'))('%s needs no leave to write', (_, args) => {
    const allowed = ['--experimental-permission', '--allow-fs-read=*'];
    const run = execFileSync(process.execPath, [...allowed, BIN, ...args], { cwd: desk(), stdio: 'pipe' });
    expect(run.length).toBeGreaterThan(0);
  });
});
