/**
 * `npm run mutants`: how many mistakes in the rule book its own checks and examples notice, and which they do
 * not. With `-- --write` it looks for a case that shows each of the others and adds it to `rules/edges/`; with a
 * word it tries only the mutants with that word in their name.
 */
import { mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { loadFolder } from '../../src/rulebook/load.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { EdgeBook } from './edge-book.ts';
import { appliesTo, Neighbourhood } from './find-edges.ts';
import { Judge, rowsOf, type Fate } from './judge.ts';
import { mutantsOf, type Mutant, type MutantKind } from './mutate.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const { values: flags, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const { rulebook, examples, edges } = loadFolder(path('../../rules'));
const explained = parse(readFileSync(path('explained.yaml'), 'utf8')) as Readonly<Record<string, string>>;
const judge = new Judge(rulebook, examples, edges);
const book = new EdgeBook(edges);
/** Tables with new edges. */
const tables = new Set<string>();
const near = new Map<string, Neighbourhood>();

/** Looks for a case that tells a mutant from the book, and writes it down. */
function teach(mutant: Mutant): boolean {
  const changedBook = openRulebook(mutant.book);
  for (const row of rowsOf(rulebook, mutant)) {
    const now = rowsOf(changedBook, mutant).find(({ id }) => id === row.id);
    const around = near.get(row.id) ?? new Neighbourhood(rulebook, judge.readings, row);
    near.clear();
    near.set(row.id, around);
    const spot = mutant.spot && {
      box: mutant.spot.box,
      fact: rulebook.positions.get(mutant.spot.fact) ?? -1,
    };
    const found = around.find(spot, (one) => {
      const did = appliesTo(row, one);
      return did !== appliesTo(now, one) || (did && mutant.content && one.said.length > 0);
    });
    if (!found) continue;
    const does = appliesTo(row, found);
    const edge = { rule: row.id, like: found.like, says: does ? found.said : [], place: row.place };
    tables.add(mutant.table ?? '');
    book.add(row.id, found.like, found.change, does, edge.says);
    judge.add({ ...edge, applies: does ? [found.change] : [], not: does ? [] : [found.change] });
    return judge.noticedByCases(mutant, changedBook) !== undefined;
  }
  return false;
}

const fates = new Map<MutantKind, Record<Fate, number>>();
const survivors: string[] = [];
let tried = 0;
for (const mutant of mutantsOf(rulebook.book)) {
  if (positionals.length > 0 && !positionals.some((word) => mutant.id.includes(word))) continue;
  let fate = judge.fateOf(mutant);
  if (fate === 'survived' && flags.write && mutant.value === undefined && teach(mutant)) fate = 'edge';
  const row = fates.get(mutant.kind) ?? { shape: 0, example: 0, edge: 0, proof: 0, survived: 0 };
  row[fate] += 1;
  fates.set(mutant.kind, row);
  if (fate === 'survived') survivors.push(mutant.id);
  if (++tried % 100 === 0) writeSync(2, `${tried} tried, ${survivors.length} not noticed\n`);
}
if (flags.write) {
  mkdirSync(path('../../rules/edges'), { recursive: true });
  for (const table of tables) {
    const lines = book.lines((rule) => rule.split('/').includes(table));
    writeFileSync(path(`../../rules/edges/${table}.yaml`), `edges:\n${lines.join('\n')}\n`);
  }
}
console.table(Object.fromEntries(fates));
for (const id of survivors) console.log(`${id}${explained[id] === undefined ? '' : `: ${explained[id]}`}`);
const noticed = tried - survivors.length;
console.log(`${tried} mutants, ${noticed} noticed: ${((100 * noticed) / tried).toFixed(1)} %`);
