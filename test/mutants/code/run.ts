/**
 * `npm run mutants:code`: how many mistakes in `src/assess`, `src/calendar` and `src/rulebook` the tests notice
 * that need no process of their own, worked examples included, and which they do not. With words it tries only
 * mutants in files whose path has one of them; `--every 4` tries each fourth; a mutant that no test has noticed
 * after `--seconds` (60) of tests counts as not noticed.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serialize } from 'node:v8';
import { bundled, filesBelow, type CodeMutant } from './bundle.ts';
import { Trial, type Killer } from './trial.ts';
import type { ToTry, Tried } from './worker.ts';

const FOLDERS = ['src/assess', 'src/calendar', 'src/rulebook'];
const TESTS = [
  'assess',
  'batch',
  'calendar',
  'case',
  'compare',
  'form',
  'proof',
  'questions',
  'render',
  'rulebook',
  'terms',
];
/** Tests that start the program see the program as it was built, without mutants. */
const STARTS_THE_PROGRAM = /helpers\/(?:run|pty|batch|walk|built)/;
/** A test that takes longer hangs. */
const MS_TO_WAIT = 120_000;
/** What notices a mutant that no test got to answer for. */
const HUNG = 'time';
const ENDED = 'end of the process';
const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { values: flags, positionals: words } = parseArgs({
  options: { every: { type: 'string', default: '1' }, seconds: { type: 'string', default: '60' } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
try {
  const tests = TESTS.flatMap((name) => filesBelow(`test/${name}`, '.test.ts')).filter(
    (file) => !STARTS_THE_PROGRAM.test(readFileSync(join(root, file), 'utf8')),
  );
  const { code, mutants } = await bundled(FOLDERS, tests);
  writeFileSync(join(folder, 'code.mjs'), code);
  const rehearsal = await new Trial(code).rehearse();
  writeFileSync(join(folder, 'rehearsal'), serialize(rehearsal));
  const chosen = mutants
    .filter(({ file }) => words.length === 0 || words.some((word) => file.includes(word)))
    .filter((_, index) => index % Number(flags.every) === 0);
  writeSync(2, `${chosen.length} mutants, ${rehearsal.tests.length} tests\n`);
  const files = byFile(mutants);
  const killers = await tryAll(
    chosen.map(({ id, file }) => ({ id, file: (files.get(file) ?? []).map((one) => one.id) })),
  );
  report(chosen, killers);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function byFile(some: readonly CodeMutant[]): Map<string, CodeMutant[]> {
  const files = new Map<string, CodeMutant[]>();
  for (const one of some) {
    files.set(one.file, [...(files.get(one.file) ?? []), one]);
  }
  return files;
}

/** The killer of each mutant, by its id. */
async function tryAll(chosen: readonly ToTry[]): Promise<Map<string, Killer>> {
  const killers = new Map<string, Killer>();
  const left = [...chosen];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      let process: ChildProcess | undefined;
      for (let next = left.shift(); next; next = left.shift()) {
        process ??= fork(WORKER, [join(folder, 'code.mjs'), join(folder, 'rehearsal'), flags.seconds]);
        const { killer, tired } = await answerOf(process, next);
        killers.set(next.id, killer);
        if (killers.size % 100 === 0) writeSync(2, `${killers.size} tried\n`);
        if (tired) {
          process.kill('SIGKILL');
          process = undefined;
        }
      }
      process?.kill();
    }),
  );
  return killers;
}

/** A process that does not answer in time, or ends, has noticed the mutant. */
function answerOf(process: ChildProcess, toTry: ToTry): Promise<Pick<Tried, 'killer' | 'tired'>> {
  return new Promise((resolve) => {
    const done = (answer: Pick<Tried, 'killer' | 'tired'>) => {
      clearTimeout(timer);
      process.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      done({ killer: HUNG, tired: true });
    }, MS_TO_WAIT);
    process.once('message', (answer: Tried) => {
      done(answer);
    });
    process.once('exit', () => {
      done({ killer: ENDED, tired: true });
    });
    process.send(toTry);
  });
}

function report(chosen: readonly CodeMutant[], killers: ReadonlyMap<string, Killer>): void {
  const files = byFile(chosen);
  const noticed = (some: readonly CodeMutant[]) => some.filter(({ id }) => killers.get(id) !== null).length;
  const share = (some: readonly CodeMutant[]) => `${((100 * noticed(some)) / some.length).toFixed(1)} %`;
  for (const { id, place, mutator, replacement } of chosen)
    if (killers.get(id) === null)
      console.log(`${place} ${mutator} ${replacement.replaceAll(/\s+/g, ' ').slice(0, 80)}`);
  console.table(
    [...files].map(([file, some]) => ({
      file,
      mutants: some.length,
      noticed: noticed(some),
      share: share(some),
    })),
  );
  console.log(`${noticed(chosen)} of ${chosen.length} mistakes noticed: ${share(chosen)}`);
  // many of these would speak of the machine, not of the tests
  const without = (how: Killer) => chosen.filter(({ id }) => killers.get(id) === how).length;
  console.log(
    `of them ${without(HUNG)} because nothing came back, ${without(ENDED)} because the process ended`,
  );
}
