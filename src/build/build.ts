/** Source and rules → `dist/`: the program in pieces that load when needed, the rule book as JSON, the manual page. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { RulebookError } from '../errors.ts';
import { COMPILED_BOOK } from '../rulebook/compiled.ts';
import { loadFolder } from '../rulebook/load.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const dist = path('../../dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
try {
  const { rulebook } = loadFolder(path('../../rules'));
  writeFileSync(`${dist}/${COMPILED_BOOK}`, JSON.stringify(rulebook.book));
} catch (error) {
  if (!(error instanceof RulebookError)) throw error;
  for (const { file, line, column, message, excerpt } of error.problems) {
    console.error(`${file}:${line ?? ''}:${column ?? ''}: ${message}\n    ${excerpt ?? ''}`);
  }
  process.exit(1);
}
const result = await build({
  entryPoints: { main: path('../main.ts'), 'batch-worker': path('../commands/batch-worker.ts') },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  metafile: true,
  minifySyntax: true,
  // some dependencies still call require() for Node's own modules
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
writeFileSync(`${dist}/meta.json`, JSON.stringify(result.metafile));
// the manual page is what the program prints of itself
const manual = execFileSync(process.execPath, [path('../../bin/permesso.js'), 'man', '--lang', 'en']);
writeFileSync(`${dist}/permesso.1`, manual);
