/** The process as the rest of the program sees it. Nothing else touches `process`, the clock or `console`. */
import { parsePlainDate, type PlainDate } from './case/plain-date.ts';

export interface Output {
  write(text: string): boolean;
  readonly isTTY: boolean;
  /** Columns to wrap at. */
  readonly width: number;
  /** chalk's level: 0 no colour, 1 the sixteen of every terminal. */
  readonly colour: 0 | 1;
  readonly stream: NodeJS.WriteStream;
}

export interface Io {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Version of Node, such as `v20.19.0`. */
  readonly node: string;
  /** No menus, no cursor movement, no escape sequences: `--plain` or a terminal that knows none. */
  readonly plain: boolean;
  /**
   * Gives Ctrl-C (the signal) to a listener in place of ending the program; what comes back takes it away again.
   * Absent where nobody can press it.
   */
  onInterrupt?(listener: () => void): () => void;
  /** Today in Rome. */
  today(): PlainDate;
  /** A clock for how long things take, in milliseconds from some moment. */
  milliseconds(): number;
  /** What is said on Ctrl-C, where that is not that nothing was saved. */
  readonly interruption: { message?: string };
}

/** What the command line says about the terminal before anything is parsed. */
export interface TerminalFlags {
  readonly noColour: boolean;
  readonly plain: boolean;
}

const DEFAULT_WIDTH = 80;
const LEAST_WIDTH = 24;

/** The Io of a real process. */
export function processIo(process: NodeJS.Process, flags: TerminalFlags): Io & { interrupt(): boolean } {
  const { env } = process;
  const plain = flags.plain || env.TERM === 'dumb';
  const output = (stream: NodeJS.WriteStream): Output => ({
    write: (text) => stream.write(text),
    isTTY: stream.isTTY,
    width: widthOf(env, stream.columns),
    colour: plain ? 0 : colourOf(env, stream.isTTY, flags.noColour),
    stream,
  });
  const listeners: (() => void)[] = [];
  return {
    // opened when somebody is asked: most commands read nothing from it
    get stdin() {
      return process.stdin;
    },
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env,
    node: process.version,
    plain,
    today: () => dayInRome(new Date()),
    milliseconds: () => performance.now(),
    interruption: {},
    onInterrupt(listener) {
      listeners.push(listener);
      return () => {
        listeners.splice(listeners.indexOf(listener), 1);
      };
    },
    /** Tells the last listener of the signal; false where there is none. */
    interrupt() {
      const listener = listeners.at(-1);
      listener?.();
      return listener !== undefined;
    },
  };
}

/** `COLUMNS`, else the terminal's width, else 80; never narrower than can be read. */
export function widthOf(env: Io['env'], columns: number | undefined): number {
  const wanted = Number(env.COLUMNS);
  const width = Number.isInteger(wanted) && wanted > 0 ? wanted : (columns ?? DEFAULT_WIDTH);
  return Math.max(LEAST_WIDTH, width);
}

/**
 * Colour for one stream: `--no-color`, then `FORCE_COLOR`, then a non-empty `NO_COLOR`, then a dumb
 * terminal, then whether it is a terminal at all.
 */
export function colourOf(env: Io['env'], isTTY: boolean, noColour: boolean): 0 | 1 {
  if (noColour) return 0;
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force === '0' || force === 'false' ? 0 : 1;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return 0;
  if (env.TERM === 'dumb') return 0;
  return isTTY ? 1 : 0;
}

/** Hour of a day in UTC before which it is the same day in Rome, one or two hours ahead. */
const SAME_DAY_UNTIL = 22;

/** The day that it is in Rome at a moment. */
export function dayInRome(moment: Date): PlainDate {
  const text =
    moment.getUTCHours() < SAME_DAY_UNTIL ? moment.toISOString().slice(0, 10) : dayByTimeZone(moment);
  const day = parsePlainDate(text);
  if (day === undefined) throw new Error(`the clock gives no day: ${text}`);
  return day;
}

/** By the data of time zones, which take longer to load than many an answer. */
function dayByTimeZone(moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Rome',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
}
