/** Source and rules → `dist/`: the program in pieces that load when needed, the rule book as JSON, the manual page. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RulebookError } from '../errors.ts';
import { bundle } from './bundle.ts';
import { keepCode } from './keep-code.ts';
import { compiledFiles } from '../rulebook/compiled.ts';
import { loadFolder, type LoadedBook } from '../rulebook/load.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const dist = path('../../dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const examples = writeRules();
const pieces = await bundle(dist);
writeFileSync(`${dist}/meta.json`, JSON.stringify(pieces));
// the first that needs no list stands for all of them
const example = examples.find((one) => Object.values(one.case).every((value) => typeof value === 'string'));
await keepCode(dist, example?.case ?? {});
// the manual page is what the program prints of itself
const manual = execFileSync(process.execPath, [path('../../bin/permesso.js'), 'man', '--lang', 'en']);
writeFileSync(`${dist}/permesso.1`, manual);

/** Writes the compiled rule book and gives its examples. Tells what is wrong with the rules and ends the build, if anything is. */
function writeRules(): LoadedBook['examples'] {
  try {
    const { rulebook, examples } = loadFolder(path('../../rules'));
    for (const [name, content] of compiledFiles(rulebook)) writeFileSync(`${dist}/${name}`, content);
    return examples;
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    for (const { file, line, column, message, excerpt } of error.problems) {
      console.error(`${file}:${line ?? ''}:${column ?? ''}: ${message}\n    ${excerpt ?? ''}`);
    }
    process.exit(1);
  }
}
