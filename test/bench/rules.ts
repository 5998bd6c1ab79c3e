/** Row (e) of the bench: `rules check` on the book as it is, and on one with several times as many rules. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { BIN } from '../helpers/run.ts';
import { inTurn, type BenchRow } from './measure.ts';

const RULES = fileURLToPath(new URL('../../rules', import.meta.url));
/** Tables whose rules may stand there twice. */
const REPEATED = ['documents', 'steps', 'rights', 'warnings'] as const;

interface RuleFile {
  readonly rules?: Readonly<Record<string, readonly { readonly id?: string }[]>>;
  readonly [section: string]: unknown;
}

/** A copy of the book in which the rules that may stand there twice stand there so many times; gives how many rules there are. */
function larger(folder: string, times: number): number {
  cpSync(RULES, folder, { recursive: true });
  let rules = 0;
  const names = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const name of names) {
    const file = parse(readFileSync(join(RULES, name), 'utf8')) as RuleFile;
    const { rules: tables = {}, scope } = file;
    rules += Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
    const repeated = Object.fromEntries(
      REPEATED.flatMap((table) => (tables[table] === undefined ? [] : [[table, tables[table]]])),
    );
    if (Object.keys(repeated).length === 0) continue;
    for (let copy = 1; copy < times; copy++) {
      const content = stringify({ ...(scope !== undefined && { scope }), rules: repeated });
      writeFileSync(join(folder, dirname(name), `${basename(name, '.yaml')}-${copy}.yaml`), content);
      rules += Object.values(repeated).reduce((sum, rows) => sum + rows.length, 0);
    }
  }
  return rules;
}

async function check(folder: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [BIN, 'rules', 'check', '--rules', folder], { stdio: 'ignore' });
  const code = await new Promise((resolve) => child.on('close', resolve));
  // an edge that finds its line said by a copy is a problem, which is told once everything has been looked at
  if (code !== 0 && code !== 1) throw new Error(`the check of ${folder} ended with ${String(code)}`);
  return performance.now() - begun;
}

/** The time of the check of a larger book against the time of this one; it is to grow no faster than the rules. */
export async function ruleRows(times: number, rounds: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'permesso-bench-'));
  try {
    const count = larger(join(folder, 'one'), 1);
    const more = larger(join(folder, 'more'), times);
    const { one, many } = await inTurn(rounds, {
      one: () => check(join(folder, 'one')),
      many: () => check(join(folder, 'more')),
    });
    const name = `rules check, ${more} rules against ${count}`;
    return [{ name, ours: many, bare: one, unit: 'ms', limit: more / count }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
