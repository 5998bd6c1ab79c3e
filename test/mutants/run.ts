/**
 * `npm run mutants`: how many mistakes in the rule book its own checks and examples notice, and which they do
 * not. With `-- --write` it looks for a case that shows each of the others and adds it to `rules/edges/`; with a
 * word it tries only the mutants with that word in their name.
 */
import { mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { edgeProblems } from '../../src/assess/edges.ts';
import { addDays } from '../../src/case/plain-date.ts';
import { loadFolder } from '../../src/rulebook/load.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { DifferenceSearch } from './difference.ts';
import { EdgeBook } from './edge-book.ts';
import { appliesTo, Neighbourhood, type Spot } from './find-edges.ts';
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

const search = new DifferenceSearch(rulebook);

/** Looks for a case that tells a mutant from the book, and writes it down; `equal` when there is none. */
function teach(mutant: Mutant): Fate {
  const changedBook = openRulebook(mutant.book);
  for (const row of rowsOf(rulebook, mutant)) {
    const now = rowsOf(changedBook, mutant).find(({ id }) => id === row.id);
    const around = near.get(row.id) ?? new Neighbourhood(rulebook, judge.readings, row);
    near.clear();
    near.set(row.id, around);
    const { value } = mutant;
    const spot = spotOf(mutant);
    const close = around.find(spot, (one) => {
      const does = appliesTo(row, one);
      if (value !== undefined)
        return does.length > 0 && around.shown(one, changedBook)[value] !== one.said.values[value];
      // whether it applies to anybody is told first: it needs no family
      const differs = does.join() !== appliesTo(now, one).join();
      return differs || (does.length > 0 && mutant.content && one.said.ids.size > 0);
    });
    const far =
      !close && now && spot && 'box' in spot ? search.between(row, now, spot.box, spot.fact) : undefined;
    if (far && far.found === undefined && far.sure) return 'equal';
    const found = close ?? (far?.found && around.from(far.found));
    if (!found) continue;
    const to = appliesTo(row, found);
    const does = to.length > 0;
    const others = appliesTo(now, found);
    const shown = value === undefined ? undefined : found.said.values[value];
    const edge = {
      rule: row.id,
      like: found.like,
      // named only where it is about whom: somebody is concerned either way
      ...(does && others.length > 0 && to.join() !== others.join() && { to }),
      says: does ? [...found.said.ids] : [],
      shows: value === undefined || shown === undefined ? {} : { [value]: shown },
      applies: does ? [found.change] : [],
      not: does ? [] : [found.change],
      place: row.place,
    };
    // what is counted only for the form is not among the facts searched: the whole answer has the last word
    if (edgeProblems([edge], examples, rulebook).length > 0) continue;
    for (const table of Object.keys(rulebook.book.tables))
      if (row.id.split('/').includes(table)) tables.add(table);
    book.add(edge);
    judge.add(edge);
    return judge.noticedByCases(mutant, changedBook) === undefined ? 'survived' : 'edge';
  }
  return 'survived';
}

/** Whether a mutant that nothing notices says the same as the book of every case. */
function equalOrNot(mutant: Mutant): Fate {
  const spot = spotOf(mutant);
  const [row] = rowsOf(rulebook, mutant);
  const now = rowsOf(openRulebook(mutant.book), mutant).find(({ id }) => id === row?.id);
  if (!row || !now || !spot || !('box' in spot)) return 'survived';
  const answer = search.between(row, now, spot.box, spot.fact);
  return answer.found === undefined && answer.sure ? 'equal' : 'survived';
}

/** Where a mutant's mistake is. */
function spotOf({ spot, value }: Mutant): Spot | undefined {
  if (spot) return { box: spot.box, fact: rulebook.positions.get(spot.fact) ?? -1 };
  if (value === undefined) return undefined;
  const { series = [], lookedUpOn = '' } = rulebook.book.values[value] ?? {};
  const derive = rulebook.book.facts[lookedUpOn]?.derive;
  const days = series.flatMap(({ from }) => [from, addDays(from, -1)]);
  return {
    changes: days.map((day) =>
      derive?.how === 'field' ? { [derive.field]: day } : { on: day, filed: null },
    ),
  };
}

const fates = new Map<MutantKind, Record<Fate, number>>();
const survivors: string[] = [];
let tried = 0;
for (const mutant of mutantsOf(rulebook.book)) {
  if (positionals.length > 0 && !positionals.some((word) => mutant.id.includes(word))) continue;
  let fate = judge.fateOf(mutant);
  if (fate === 'survived') fate = flags.write ? teach(mutant) : equalOrNot(mutant);
  const row = fates.get(mutant.kind) ?? { shape: 0, example: 0, edge: 0, proof: 0, survived: 0, equal: 0 };
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
const equal = [...fates.values()].reduce((sum, row) => sum + row.equal, 0);
const mistakes = tried - equal;
const noticed = mistakes - survivors.length;
console.log(`${tried} mutants, of which ${equal} say the same as the book of every case (proved)`);
console.log(`${noticed} of ${mistakes} mistakes noticed: ${((100 * noticed) / mistakes).toFixed(1)} %`);
