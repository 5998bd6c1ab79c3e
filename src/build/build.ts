/** Source and rules → `dist/`: the program in pieces that load when needed, the rule book as JSON, the manual page. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RulebookError } from '../errors.ts';
import { bundle } from './bundle.ts';
import { keepCode } from './keep-code.ts';
import { compiledFiles } from '../rulebook/compiled.ts';
import type { RawFields } from '../case/read-case.ts';
import { loadFolder } from '../rulebook/load.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const dist = path('../../dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
let cases: readonly RawFields[] = [];
try {
  const { rulebook, examples } = loadFolder(path('../../rules'));
  cases = examples.map((example) => example.case);
  for (const [name, content] of compiledFiles(rulebook)) writeFileSync(`${dist}/${name}`, content);
} catch (error) {
  if (!(error instanceof RulebookError)) throw error;
  for (const { file, line, column, message, excerpt } of error.problems) {
    console.error(`${file}:${line ?? ''}:${column ?? ''}: ${message}\n    ${excerpt ?? ''}`);
  }
  process.exit(1);
}
const pieces = await bundle(dist);
writeFileSync(`${dist}/meta.json`, JSON.stringify(pieces));
// the first that needs no list stands for all of them
const one = cases.find((fields) => Object.values(fields).every((value) => typeof value === 'string'));
await keepCode(dist, one ?? {});
// the manual page is what the program prints of itself
const manual = execFileSync(process.execPath, [path('../../bin/permesso.js'), 'man', '--lang', 'en']);
writeFileSync(`${dist}/permesso.1`, manual);
