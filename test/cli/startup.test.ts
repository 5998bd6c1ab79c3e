import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/build/bundle.ts';
import { wrapped } from '../../src/pieces.ts';
import { BIN, STUDENT, tempFolder } from '../helpers/run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = new URL('../../dist/', import.meta.url);
const pieces = JSON.parse(readFileSync(new URL('meta.json', DIST), 'utf8')) as Record<string, Piece>;

/** The piece with a module of the program. */
function pieceOf(module: string): string {
  const found = Object.entries(pieces).find(([, { modules }]) => modules.includes(module));
  if (!found) throw new Error(`no piece has ${module}`);
  return found[0];
}

/** All modules that are loaded with some pieces, whatever happens then. */
function loadedWith(...names: readonly string[]): string[] {
  const found = new Set<string>();
  const waiting = [...names];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(pieces[next]?.imports ?? []));
  }
  return [...found].flatMap((name) => pieces[name]?.modules ?? []);
}

const packagesOf = (modules: readonly string[]) =>
  new Set(modules.flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []));

describe('what is loaded', () => {
  it.each(['en', 'it'])(
    'for help and the version is nothing but the command tree and its words (%s)',
    (language) => {
      const modules = loadedWith('main.cjs', pieceOf(`src/messages/${language}.ts`));
      expect([...packagesOf(modules)].sort()).toEqual(['commander', 'fastest-levenshtein']);
      expect(modules).not.toContain(`src/messages/${language === 'en' ? 'it' : 'en'}.ts`);
      expect(modules.filter((name) => /src\/(assess|rulebook|render|questions|proof)\//.test(name))).toEqual(
        [],
      );
    },
  );

  it('for an answer is no prompt, no YAML, no schema and nothing that measures other scripts', () => {
    const modules = loadedWith('main.cjs', pieceOf('src/commands/check.ts'), pieceOf('src/messages/en.ts'));
    expect([...packagesOf(modules)].sort()).toEqual([
      '@date-fns/utc',
      'commander',
      'date-fns',
      'fastest-levenshtein',
    ]);
  });

  it('has no words of a library in languages that nobody uses', () => {
    const all = Object.values(pieces).flatMap(({ modules }) => modules);
    const locales = all.filter((name) => name.includes('node_modules') && /locales?\//.test(name));
    // the words that zod begins with
    expect(locales).toEqual(['node_modules/zod/v4/locales/en.js']);
  });
});

describe('the code of V8', () => {
  const needed = [
    'main.cjs',
    pieceOf('src/cli.ts'),
    pieceOf('src/commands/check.ts'),
    pieceOf('src/messages/en.ts'),
  ];

  it.each(needed)('is kept beside %s', (name) => {
    const text = readFileSync(new URL(name, DIST), 'utf8');
    const cachedData = readFileSync(new URL(`${name}.code`, DIST));
    const script = new Script(wrapped(text), { cachedData });
    expect(script.cachedDataRejected).toBe(false);
  });

  it('is made again where the kept one cannot be used', () => {
    const folder = tempFolder();
    try {
      for (const part of ['bin', 'dist']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
      const [one = '', ...others] = readdirSync(join(folder, 'dist')).filter((name) =>
        name.endsWith('.code'),
      );
      rmSync(join(folder, 'dist', one));
      for (const other of others) writeFileSync(join(folder, 'dist', other), 'made by another Node');
      const answers = [BIN, join(folder, 'bin/permesso.js')].map((bin) =>
        execFileSync(process.execPath, [bin, ...STUDENT], { encoding: 'utf8' }),
      );
      expect(answers[1]).toBe(answers[0]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
