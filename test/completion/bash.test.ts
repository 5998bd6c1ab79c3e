import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { BIN, permesso, tempFolder } from '../helpers/run.ts';

let folder: string;
let path: string;

beforeAll(async () => {
  folder = tempFolder();
  symlinkSync(BIN, join(folder, 'permesso'));
  path = [folder, process.env.PATH].join(delimiter);
  writeFileSync(join(folder, 'completion.bash'), (await permesso(['completion', 'bash'])).stdout);
});

const bash = (script: string, cwd = folder) =>
  execFileSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    cwd,
    env: { PATH: path, LANG: 'C.UTF-8', HOME: folder },
  });

/** What the script offers for a line with the cursor at its end, cut into words as bash cuts them. */
function tab(line: string): string[] {
  const words = line.match(/[=:]|[^\s=:]+|\s+$/g)?.map((word) => word.trim()) ?? [];
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const out = bash(`. completion.bash
COMP_LINE='${line}' COMP_POINT=${line.length} COMP_WORDS=(${quoted}) COMP_CWORD=${words.length - 1}
_permesso permesso
printf '%s\\n' "\${COMPREPLY[@]}"`);
  return out.split('\n').filter((value) => value !== '');
}

describe('completion in bash', () => {
  it('is a script without errors that registers itself', () => {
    bash('bash -n completion.bash');
    expect(bash('. completion.bash; complete -p permesso')).toContain('-F _permesso permesso');
  });

  it.each([
    ['permesso ch', ['check']],
    ['permesso  check   --procedure ren', ['renewal']],
    ['permesso check --reason pend', ['pending-employment']],
    // bash has cut the line at = and :, and puts what is offered after the cut
    ['permesso check --reason=pend', ['pending-employment']],
    ['permesso check --lang=', ['en', 'it']],
    ['permesso check --family chi', ['child:']],
    ['permesso check --family child:2020-02-01 --sect', ['--section']],
    ['permesso check --province M', ['MI', 'MT', 'MB', 'MC', 'MN', 'MO', 'ME', 'MS']],
    ['permesso completion p', ['powershell']],
  ])('offers for “%s”: %j', (line, expected) => {
    expect(tab(line).sort()).toEqual([...expected].sort());
  });

  it('lets bash complete files when a file is wanted', () => {
    const here = tempFolder();
    mkdirSync(join(here, 'cases'));
    writeFileSync(join(here, 'cases.yaml'), '');
    const asked = `. ${join(folder, 'completion.bash')}
compopt() { printf '%s ' "$@"; }
COMP_LINE='permesso check --case ca' COMP_POINT=24 COMP_WORDS=(permesso check --case ca) COMP_CWORD=3
_permesso permesso`;
    expect(bash(asked, here)).toBe('-o default ');
  });

  it('is printed, not installed, and says how to install it', async () => {
    const home = tempFolder();
    const english = await permesso(['completion', 'bash'], { env: { HOME: home } });
    expect(english.stdout).toContain(en.completion.always);
    expect(english.stdout).toContain('~/.local/share/bash-completion/completions/permesso');
    expect((await permesso(['completion', 'bash', '--lang', 'it'])).stdout).toContain(
      italian.completion.always,
    );
    expect(execFileSync('ls', ['-A', home], { encoding: 'utf8' })).toBe('');
  });

  it('refuses a shell it does not know, with those it knows', async () => {
    const { code, stdout, stderr } = await permesso(['completion', 'bsh']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('did you mean “bash”?');
    expect((await permesso(['completion'])).code).toBe(2);
  });
});

describe('completion in PowerShell', () => {
  it('registers a completer with balanced brackets and no tab of its own', async () => {
    const { stdout, code } = await permesso(['completion', 'powershell']);
    expect(code).toBe(0);
    expect(stdout).toContain('Register-ArgumentCompleter -Native -CommandName permesso');
    const count = (character: string) => stdout.split(character).length;
    expect(count('{')).toBe(count('}'));
    expect(count('(')).toBe(count(')'));
    expect(count('[')).toBe(count(']'));
    expect(stdout).not.toContain('\t');
  });
});
