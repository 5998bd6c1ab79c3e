/**
 * `npm run bench`: all rows as ratios in one run, as a table in Markdown. `-- --rounds N` (7), `--cases N` of a batch
 * (20000), `--memory N` lines (1000000; 0 leaves it out), `--rules N` times as many rules (10; 0 leaves it out).
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { memoryRows, speedRows } from './batch.ts';
import { engineRows } from './engines.ts';
import type { BenchRow } from './measure.ts';
import { ruleRows } from './rules.ts';
import { startRows } from './start.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    cases: { type: 'string', default: '20000' },
    memory: { type: 'string', default: '1000000' },
    rules: { type: 'string', default: '10' },
  },
});
const [rounds, cases, memory, rules] = [values.rounds, values.cases, values.memory, values.rules].map(
  Number,
) as [number, number, number, number];

function print({ name, ours, bare, unit, limit, least }: BenchRow): void {
  const ratio = ours / bare;
  const wanted =
    limit !== undefined ? `at most ${limit.toFixed(1)}` : least !== undefined ? `at least ${least}` : '–';
  const holds = (limit === undefined || ratio <= limit) && (least === undefined || ratio >= least);
  const digits = unit === 'µs' ? 1 : 0;
  console.log(
    `| ${name} | ${ours.toFixed(digits)} ${unit} | ${bare.toFixed(digits)} ${unit} | ${ratio.toFixed(2)} | ${wanted} | ${holds ? 'yes' : 'no'} |`,
  );
}

const [processor] = cpus();
console.log(`Node ${process.version}, ${processor?.model ?? 'unknown processor'}, ${cpus().length} cores\n`);
console.log('| what | it takes | against | times | wanted | holds |\n|---|---|---|---|---|---|');
for (const row of await startRows(rounds)) print(row);
for (const row of await engineRows(rounds)) print(row);
for (const row of await speedRows(cases, rounds)) print(row);
if (memory > 0) for (const row of await memoryRows(memory)) print(row);
if (rules > 0) for (const row of await ruleRows(rules, 1)) print(row);
