/** What the wizard keeps, when asked: the finished case, or the answers of an interview that was left. */
import type { RawFields } from '../case/read-case.ts';
import { EMPTY_DESK, type Desk } from '../desk/desk.ts';
import { InputError, Interrupted } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Messages } from '../messages/messages.ts';
import { problemText, visible } from '../messages/problems.ts';
import type { Asker } from '../questions/asker.ts';
import { commandLine } from '../questions/command-line.ts';
import type { Interview } from '../questions/interview.ts';
import { stopped } from '../questions/resume.ts';
import type { Book } from '../rulebook/book.ts';
import type { Origin } from './save-case.ts';

/** Saves a case under a name that is asked for until it works. Gives the name, or `undefined` for none. */
export async function askAndSave(
  asker: Asker,
  messages: Messages,
  question: string,
  fields: RawFields,
  desk: Desk,
  origin: Origin | undefined,
  patience?: number,
): Promise<string | undefined> {
  const { offer } = messages.caseFile;
  for (;;) {
    const hint = patience === undefined ? offer.hint : offer.hintLeaving;
    const path = await asker.line(question, hint, patience);
    if (path === '') return undefined;
    try {
      const { saveCase } = await import('./save-case.ts');
      await saveCase({ path, fields, desk, ...(origin && { origin }) }, messages);
      return path;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      asker.say(offer.notSaved(error.problems.map((problem) => problemText(problem, messages)).join(' ')));
    }
  }
}

/** Milliseconds after which an offer that nobody answers ends by itself: Ctrl-C means leaving. */
const PATIENCE = 6_000;

/**
 * After Ctrl-C: offers to keep the answers so far. Whatever comes of it, the interview is over and the exit code
 * stays; a second Ctrl-C, an empty line or nothing at all for some seconds keeps nothing.
 */
export async function offerToKeep(
  interrupted: unknown,
  asker: Asker,
  book: Book,
  messages: Messages,
  interview: Interview,
  origin: Origin | undefined,
): Promise<void> {
  const ctrlC = interrupted instanceof Interrupted && interrupted.exitCode === EXIT.interrupted;
  if (!ctrlC || interview.answers.length === 0) return;
  const { fields, rest } = stopped(book, interview);
  const desk: Desk = { ...(origin?.file.desk ?? EMPTY_DESK), interview: rest };
  const { offer } = messages.caseFile;
  try {
    const path = await askAndSave(asker, messages, offer.interrupted, fields, desk, origin, PATIENCE);
    if (path === undefined) return;
    asker.say(`${offer.goOn(visible(path))}\n  permesso --resume ${visible(shellWord(path))}`);
    interrupted.kept = true;
  } catch (error) {
    // leaving the offer is leaving: the first Ctrl-C says how the program ends
    if (!(error instanceof Interrupted)) throw error;
  }
}

/** A name as a shell takes it. */
export function shellWord(word: string): string {
  return commandLine({}, ['--x', word]).at(-1)?.replace('--x ', '') ?? word;
}
