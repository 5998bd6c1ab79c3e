/** `--save FILE`: the case, what the desk keeps with it, and the answer it got, in a file that a person can read. */
import { realpath } from 'node:fs/promises';
import type { RawFields } from '../case/read-case.ts';
import type { Desk } from '../desk/desk.ts';
import type { SavedCase } from '../desk/saved-case.ts';
import { caseText, newCaseText } from '../desk/write-case.ts';
import { InputError } from '../errors.ts';
import type { Messages } from '../messages/messages.ts';
import { saveFile } from './save-file.ts';

/** The file that a case was read from. */
export interface Origin {
  readonly path: string;
  readonly file: SavedCase;
}

/** What is saved, and over what. */
export interface Saving {
  readonly path: string;
  readonly fields: RawFields;
  readonly desk: Desk;
  /** Its comments and order live on in what is written; it is replaced when the path is its own. */
  readonly origin?: Origin;
  readonly force?: boolean;
}

/**
 * Saves a case. The file that the case came from is brought up to date, any other existing one is replaced only
 * with `force`. The day of an answer is not part of the case unless its file said so. Throws `InputError`.
 */
export async function saveCase(saving: Saving, messages: Messages, flag = '--save'): Promise<void> {
  const { path, desk, origin, force } = saving;
  // a stream can be read as a case, but there is nothing in it to be kept
  if (path === '-') throw new InputError([{ code: 'not-available', path: flag, value: path }]);
  const { on: _, ...rest } = saving.fields;
  const day = origin?.file.fields.on;
  const fields = { ...rest, ...(day !== undefined && { on: day }) };
  const words = messages.caseFile;
  const text = origin
    ? caseText(origin.file.text, fields, desk, words)
    : /\.json$/i.test(path)
      ? caseText('{}', fields, desk, words)
      : newCaseText(fields, desk, words);
  const own = origin !== undefined && (await isSame(path, origin.path));
  await saveFile(path, text, {
    flag,
    ...(own ? { expected: origin.file.text } : force === true && { replace: true }),
  });
}

/** Whether two paths lead to one file that exists. */
async function isSame(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => realpath(path).catch(() => undefined)));
  return one !== undefined && one === other;
}
