import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, STUDENT, tempFolder } from '../helpers/run.ts';

/** Runs the executable where no file can grow beyond half a kilobyte, as on a disk that fills while it is written. */
function whereDiskFills(args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const command = `ulimit -f 1; exec '${process.execPath}' "$@"`;
  return new Promise((resolve) => {
    const child = execFile('/bin/sh', ['-c', command, 'sh', BIN, ...args], (_error, _stdout, stderr) => {
      resolve({ code: child.exitCode, stderr });
    });
  });
}

const OLD = 'procedure: renewal\nreason: study\nexpiry: 2026-09-30\nborn: 2003-05-04\ncitizenship: IN\n';

describe('a disk that fills while a case is saved', () => {
  it.each([
    ['check --save', (path: string) => [...STUDENT, '--save', path, '--force']],
    ['check --case --save', (path: string) => ['check', '--case', path, '--save', path]],
    ['tick', (path: string) => ['tick', path, 'passport-copy']],
  ])('%s says so, leaves the old file whole and nothing beside it', async (_, args) => {
    const path = join(tempFolder(), 'case.yaml');
    writeFileSync(path, OLD);
    const { code, stderr } = await whereDiskFills(args(path));
    expect(code).toBe(2);
    expect(stderr).toMatch(/EFBIG|ENOSPC/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readFileSync(path, 'utf8')).toBe(OLD);
    expect(readdirSync(join(path, '..'))).toEqual(['case.yaml']);
  });
});
