import { spawn, type IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { BIN } from './run.ts';

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Record<string, string>;
  /** Shell words after the program's arguments, such as `> out.txt`; the program then runs under `sh`. */
  readonly redirect?: string;
  /** A program, with its arguments, under which the executable runs. */
  readonly under?: readonly string[];
}

/** Longest wait for a text before a test fails with what is on the screen instead. */
const PATIENCE_MS = 20_000;
/** Time for output to arrive after the program has ended. */
const GRACE_MS = 500;

export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  down: '\u001b[B',
  up: '\u001b[A',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
};

/** The real executable in a real pseudo-terminal, with a terminal emulator that knows what is on the screen. */
export class Terminal {
  /** Everything that was written, escape sequences included. */
  raw = '';
  readonly #pty: IPty;
  readonly #screen: xterm.Terminal;
  readonly #listeners = new Set<() => void>();
  #exit: { readonly exitCode: number; readonly signal?: number | undefined } | undefined;

  constructor(args: readonly string[], options: TerminalOptions = {}) {
    const { columns: cols = 80, rows = 24, redirect, under = [] } = options;
    const { PATH = '' } = process.env;
    const env = { PATH, LANG: 'C.UTF-8', TZ: 'UTC', TERM: 'xterm-256color', ...options.env };
    const name = env.TERM;
    const [program = process.execPath, ...words] = [...under, process.execPath, BIN, ...args];
    const command = [program, ...words].map((word) => `'${word}'`).join(' ');
    this.#pty =
      redirect === undefined
        ? spawn(program, words, { cols, rows, name, env })
        : spawn('/bin/sh', ['-c', `${command} ${redirect}`], { cols, rows, name, env });
    this.#screen = new xterm.Terminal({ cols, rows, scrollback: 2000, allowProposedApi: true });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data, () => {
        this.#changed();
      });
    });
    this.#pty.onExit((exit) => {
      this.#exit = exit;
      this.#changed();
    });
  }

  /** All lines, those scrolled away included, without trailing spaces. */
  lines(): string[] {
    const { active } = this.#screen.buffer;
    const lines = Array.from(
      { length: active.length },
      (_, row) => active.getLine(row)?.translateToString(true) ?? '',
    );
    while (lines.at(-1) === '') lines.pop();
    return lines;
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** Waits until these texts were written since the last key, each after the one before. */
  async see(...texts: readonly string[]): Promise<void> {
    const inOrder = () => {
      const written = this.since();
      let from = 0;
      return texts.every((text) => {
        const at = written.indexOf(flat(text), from);
        from = at + flat(text).length;
        return at !== -1;
      });
    };
    await this.#until(inOrder, texts.map((text) => `“${text}”`).join(' then '));
  }

  /** Sends keys, all at once as a terminal sends an arrow key. */
  press(keys: string): void {
    this.#seen = this.raw.length;
    this.#pty.write(keys);
  }

  /** Types a text and waits until it stands on the screen, then confirms it. */
  async type(text: string): Promise<void> {
    this.press(text);
    await this.see(text);
    this.press(KEYS.enter);
  }

  async exit(): Promise<{ readonly exitCode: number; readonly signal?: number | undefined }> {
    await this.#until(() => this.#exit !== undefined, 'the end of the program');
    return this.#exit ?? { exitCode: -1 };
  }

  close(): void {
    if (this.#exit === undefined) this.#pty.kill('SIGKILL');
    this.#screen.dispose();
  }

  #seen = 0;

  /** What was written since the last key, as plain text with single spaces. */
  since(): string {
    return flat(withoutEscapes(this.raw.slice(this.#seen)));
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #until(holds: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void) => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        settled();
      };
      const fail = (why: string) => () => {
        reject(new Error(`${why} ${what}; the screen:\n${this.text()}`));
      };
      const listener = () => {
        if (holds()) settle(resolve);
        // the last output can arrive after the news of the end
        else if (this.#exit !== undefined)
          setTimeout(() => {
            settle(holds() ? resolve : fail('it ended before'));
          }, GRACE_MS);
      };
      const timer = setTimeout(() => {
        settle(fail('waited in vain for'));
      }, PATIENCE_MS);
      this.#listeners.add(listener);
      listener();
    });
  }
}

/** Text with every run of white space as one space, so that folded lines compare equal. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withoutEscapes(text: string): string {
  // eslint-disable-next-line no-control-regex -- escape sequences are what this is about
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
}
