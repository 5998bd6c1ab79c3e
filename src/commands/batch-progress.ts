/** How far a long run is, on the error stream: a line that changes on a terminal, lines anywhere else. */
import type { Io } from '../io.ts';
import type { BatchMessages } from '../messages/messages.ts';

/** Milliseconds before anything is said, and between two lines where lines stay. */
const PATIENCE = 1_000;
const BETWEEN_LINES = 5_000;
const BETWEEN_CHANGES = 250;

export interface Done {
  readonly records: number;
  readonly refused: number;
  /** Share of the input that was read, 0 to 1, where its size is known. */
  readonly share: number | undefined;
}

export class Progress {
  readonly #io: Io;
  readonly #words: BatchMessages;
  readonly #quiet: boolean;
  readonly #begun: number;
  readonly #before: number;
  #toldAt: number | undefined;
  #onLine = false;

  /** `before` are the records of an earlier run, which count but took no time of this one. */
  constructor(io: Io, words: BatchMessages, quiet: boolean, before: number) {
    this.#io = io;
    this.#words = words;
    this.#quiet = quiet;
    this.#begun = io.milliseconds();
    this.#before = before;
  }

  /** The run has got this far; says so when it is time to. */
  update(done: Done): void {
    if (this.#quiet) return;
    const now = this.#io.milliseconds();
    const changes = this.#io.stderr.isTTY && !this.#io.plain;
    const due =
      this.#toldAt === undefined
        ? this.#begun + PATIENCE
        : this.#toldAt + (changes ? BETWEEN_CHANGES : BETWEEN_LINES);
    if (now < due) return;
    this.#toldAt = now;
    const text = this.#text(done, now - this.#begun);
    if (!changes) this.#io.stderr.write(`${text}\n`);
    else {
      this.#io.stderr.write(`\r\u001b[K${text.slice(0, this.#io.stderr.width - 1)}`);
      this.#onLine = true;
    }
  }

  /** Takes away the line that changes. */
  end(): void {
    if (this.#onLine) this.#io.stderr.write('\r\u001b[K');
    this.#onLine = false;
  }

  #text({ records, refused, share }: Done, elapsed: number): string {
    const rate = Math.round(((records - this.#before) * 1_000) / Math.max(1, elapsed));
    const left =
      share === undefined || share === 0 ? undefined : Math.ceil((elapsed * (1 - share)) / share / 1_000);
    return this.#words.progress({
      records,
      refused,
      rate,
      percent: share === undefined ? undefined : Math.floor(share * 100),
      left,
    });
  }
}
