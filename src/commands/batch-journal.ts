/**
 * What a run into a file leaves beside its FILE.part, so that it can be continued: on the first line what decides
 * the bytes of the result, then the places up to which input and output are settled.
 */
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import type { Refusal } from '../batch/answer.ts';

/** A place in the run. The digest is that of the input up to there. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly records: number;
  readonly refused: number;
  readonly first?: Refusal | undefined;
  readonly digest: string;
}

/** A place with the length of the output up to there. */
export interface Settled extends Position {
  readonly out: number;
  /** The output is whole. */
  readonly done?: true;
}

/** Everything that decides the bytes of the result, but for the input itself. */
export type Settings = Readonly<Record<string, unknown>>;

export interface JournalText {
  readonly settings: Settings;
  readonly places: readonly Settled[];
}

/** The name of the journal of a part. */
export function journalOf(part: string): string {
  return `${part}.journal`;
}

/** Reads a journal; `undefined` when there is none, or none that a run got to write. A torn last line is none. */
export async function readJournal(path: string): Promise<JournalText | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const [head, ...rest] = (text ?? '').split('\n').slice(0, -1);
  const settings = head === undefined ? undefined : parsed(head);
  if (settings === undefined) return undefined;
  return {
    settings: settings as Settings,
    places: rest.flatMap((line) => (parsed(line) as Settled | undefined) ?? []),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The settings that two runs do not share. */
export function differences(a: Settings, b: Settings): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}

/** Writes a journal, one whole line at a time. */
export class Journal {
  readonly #handle: FileHandle;
  readonly #path: string;

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  /** A new journal; it must not exist. */
  static async create(path: string, settings: Settings): Promise<Journal> {
    const journal = new Journal(await open(path, 'wx', 0o600), path);
    await journal.#append(settings);
    return journal;
  }

  /** A journal to go on with. What a torn last line left is cut off by a line end. */
  static async reopen(path: string): Promise<Journal> {
    const journal = new Journal(await open(path, 'a'), path);
    await journal.#handle.write('\n');
    return journal;
  }

  async settle(place: Settled): Promise<void> {
    await this.#append(place);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async remove(): Promise<void> {
    await this.#handle.close();
    await rm(this.#path, { force: true });
  }

  async #append(value: object): Promise<void> {
    await this.#handle.write(`${JSON.stringify(value)}\n`);
  }
}
