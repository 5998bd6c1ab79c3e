import { spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, STUDENT, tempFolder } from '../helpers/run.ts';

/** Runs the executable with its standard output on Linux's device that is always full. */
function onFullDisk(args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [BIN, ...args], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      resolve({ code, stderr });
    }),
  );
}

describe('a full disk', () => {
  const file = join(tempFolder(), 'cases.jsonl');
  writeFileSync(file, '{}\n'.repeat(2_000));

  it.each([
    ['check', STUDENT],
    ['check as JSON', [...STUDENT, '--format', 'json']],
    ['batch', ['batch', file]],
    ['batch into a file', ['batch', file, '--out', '/dev/full']],
    ['rules list', ['rules', 'list']],
  ])('is told by %s, without a stack and never as success', async (_, args) => {
    const { code, stderr } = await onFullDisk(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/ENOSPC/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
