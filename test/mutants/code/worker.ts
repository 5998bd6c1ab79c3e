/** A process of `npm run mutants:code`: tries the mutants it is sent, one by one. */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { Trial, type Killer, type Rehearsal } from './trial.ts';

/** A mutant, and all mutants of its file. */
export interface ToTry {
  readonly id: string;
  readonly file: readonly string[];
}

/** What the process answers: `tired` when it has taken much memory and would rather be started anew. */
export interface Tried {
  readonly id: string;
  readonly killer: Killer;
  readonly tired: boolean;
}

const ENOUGH_BYTES = 1.6e9;
const [, , code = '', rehearsed = '', seconds = ''] = process.argv;
const trial = new Trial(readFileSync(code, 'utf8'), Number(seconds) * 1000);
const rehearsal = deserialize(readFileSync(rehearsed)) as Rehearsal;

process.on('message', ({ id, file }: ToTry) => {
  void trial.killerOf(id, file, rehearsal).then((killer) => {
    process.send?.({
      id,
      killer,
      tired: process.memoryUsage.rss() > ENOUGH_BYTES,
    } satisfies Tried);
  });
});
