/** The wizard: asks, lets the answers be checked, prints the result and the command line that repeats it. */
import type { Case } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import { EMPTY_DESK, type Seen } from '../desk/desk.ts';
import { InputError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import { visible } from '../messages/problems.ts';
import { rawFields, readAnswers } from '../questions/answers.ts';
import type { Asker } from '../questions/asker.ts';
import { plainAsker } from '../questions/ask-plain.ts';
import { makeCatalogue, type Catalogue } from '../questions/catalogue.ts';
import { commandLine, foldCommand } from '../questions/command-line.ts';
import { readyAnswers } from '../questions/like.ts';
import { answered, back, fits, settingOf, START, turn, type Interview } from '../questions/interview.ts';
import type { Asked, Setting } from '../questions/next.ts';
import { review } from '../questions/review.ts';
import { resumed } from '../questions/resume.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { print } from './output.ts';
import type { Origin } from './save-case.ts';
import { askAndSave, offerToKeep, shellWord } from './wizard-files.ts';

export interface WizardOptions {
  readonly language: string;
  /** The day of `--on`, where it was given. */
  readonly on?: PlainDate;
  readonly rulebook: Rulebook;
  /** The case before, whose answers stand ready where they are not personal. */
  readonly like?: Case;
  readonly messages: Messages;
  /** Writes the result of a case and of the same as raw fields. */
  readonly deliver: (theCase: Case, fields: RawFields) => Promise<void>;
  /** Further flags of this run that the repeating line needs: `['--lang', 'it']`. */
  readonly flags?: readonly string[];
  /** An interview to go on with, and the file that it was kept in. */
  readonly resume?: Origin;
  /** The lines of the answer, to be kept with a case that is saved. */
  readonly seen: (theCase: Case, fields: RawFields) => Seen;
  /** Where the repeating line goes; beside standard output when that holds a document for programs. */
  readonly repeatOn?: 'stdout' | 'stderr';
}

/**
 * Runs the interview and delivers the result. Throws `Interrupted` when the person stops or the input ends, and
 * {@link InputError} when the day of the answer cannot be used.
 */
export async function wizard(io: Io, options: WizardOptions): Promise<number> {
  const { messages, rulebook } = options;
  const setting: Setting = { rulebook, on: options.on ?? io.today() };
  refuseEarlyDay(setting);
  const plain = io.plain || !io.stderr.isTTY;
  const asker = plain ? plainAsker(io, messages) : await menuAsker(io, messages);
  const course: Course = { now: START };
  let saved: string | undefined;
  try {
    asker.say(messages.wizard.greeting);
    if (plain) asker.say(messages.wizard.plainKeys);
    if (options.like) {
      asker.say(messages.wizard.likeBefore);
      course.now = { ...START, earlier: readyAnswers(rulebook.book, options.like) };
    }
    if (options.resume) course.now = resumeFrom(options.resume, setting, asker, messages);
    saved = await conduct(setting, makeCatalogue(rulebook.book, messages), asker, course, () =>
      saveFinished(setting, course.now, asker, options),
    );
  } catch (error) {
    await offerToKeep(error, asker, rulebook.book, messages, course.now, options.resume);
    throw error;
  } finally {
    asker.close();
  }
  const { raw, given } = caseOf(setting, course.now, options.on);
  await options.deliver(finished(setting, raw), raw);
  const output = options.repeatOn === 'stderr' ? io.stderr : io.stdout;
  const width = output.isTTY ? output.width : Infinity;
  const line = foldCommand(commandLine(given, options.flags), width);
  await print(output, `\n${messages.wizard.repeat}\n${line}\n`);
  if (saved !== undefined) {
    const again = `permesso check --case ${visible(shellWord(saved))}`;
    io.stderr.write(`\n${messages.caseFile.offer.kept(visible(saved))}\n${again}\n`);
  }
  return EXIT.done;
}

async function menuAsker(io: Io, messages: Messages): Promise<Asker> {
  return (await import('../questions/ask-menu.ts')).menuAsker(io, messages);
}

/** Where the interview is, for whoever has to keep it when it is left. */
interface Course {
  now: Interview;
}

/**
 * Asks until nothing that is left to ask can change the result and the person is content with the answers. Gives
 * the name of the file in which the case was saved, where one was wished.
 */
async function conduct(
  setting: Setting,
  catalogue: Catalogue,
  asker: Asker,
  course: Course,
  save: () => Promise<string | undefined>,
): Promise<string | undefined> {
  for (;;) {
    const { interview, asked } = turn(setting, course.now);
    course.now = interview;
    if (asked) {
      course.now = await askOne(setting, catalogue, asker, interview, asked);
      continue;
    }
    const next = await review(setting, catalogue, asker, interview);
    if (next === 'done') return undefined;
    if (next !== 'save') course.now = next;
    else {
      const path = await save();
      if (path !== undefined) return path;
    }
  }
}

/** Takes the answers of a file again, and says how many there are. Throws {@link InputError} for a broken file. */
function resumeFrom({ path, file }: Origin, setting: Setting, asker: Asker, messages: Messages): Interview {
  const { book } = setting.rulebook;
  const domains = caseDomains(book);
  const read = readCase(file.fields, domains, book.earliest);
  // a file that was left half way lacks things; a day without the day of the answer cannot be too late
  const later = new Set(['missing', 'date-after-answer-day']);
  const wrong = 'problems' in read ? read.problems.filter(({ code }) => !later.has(code)) : [];
  if (wrong.length + file.problems.length > 0)
    throw new InputError([...file.problems, ...wrong.map((problem) => file.locate(problem))], path);
  const interview = resumed(file.fields, file.desk.interview, domains);
  const { answers } = turn(setting, interview).interview;
  asker.say(messages.caseFile.resumed(answers.length + interview.added.length));
  return interview;
}

/** Asks for a file and saves the case with the answer that it gets; nothing where no file was named. */
async function saveFinished(
  setting: Setting,
  interview: Interview,
  asker: Asker,
  { messages, on, resume, seen }: WizardOptions,
): Promise<string | undefined> {
  const { raw } = caseOf(setting, interview, on);
  const { interview: _, ...held } = resume?.file.desk ?? EMPTY_DESK;
  const desk = { ...held, seen: seen(finished(setting, raw), raw) };
  return askAndSave(asker, messages, messages.caseFile.offer.save, raw, desk, resume);
}

function finished(setting: Setting, raw: RawFields): Case {
  const read = readCase(raw, caseDomains(setting.rulebook.book), setting.on);
  if ('problems' in read) throw new InputError(read.problems);
  return read.ok;
}

async function askOne(
  setting: Setting,
  catalogue: Catalogue,
  asker: Asker,
  interview: Interview,
  asked: Asked,
): Promise<Interview> {
  const { wizard: words } = catalogue.messages;
  const question = catalogue.question(asked);
  const { id } = asked;
  const before = interview.earlier.get(id);
  // an answer that the question no longer takes does not stand ready
  const ready = interview.earlier.has(id) && fits(asked, before);
  const earlier = ready ? { value: before } : undefined;
  const reply = await asker.ask(question, earlier);
  if (reply === 'back') {
    const previous = back(interview);
    if (!previous) asker.say(words.atTheStart);
    return previous ?? interview;
  }
  const { value } = reply;
  const text = catalogue.answer(id, value);
  if (asked.leads && !asked.leads.some((lead) => lead === value)) {
    asker.say(
      words.leadsNowhere(
        text,
        asked.leads.map((lead) => catalogue.answer(id, lead)),
      ),
    );
    return interview;
  }
  asker.echo(question, text);
  return answered(interview, asked, value);
}

/** The case as raw fields, and what of it has to stand on a command line to get the same result. */
function caseOf(setting: Setting, interview: Interview, on: PlainDate | undefined) {
  const { book } = setting.rulebook;
  const known = readAnswers(book, [...interview.added, ...interview.answers]);
  const day = settingOf(setting, interview);
  const raw = rawFields(known, day.on);
  const dayGiven = on !== undefined || day !== setting;
  return { raw, given: dayGiven ? raw : { ...raw, on: undefined } };
}

/** A day before the book begins is refused before the first question, not after the last. */
function refuseEarlyDay({ rulebook, on }: Setting): void {
  const read = readCase({ on }, caseDomains(rulebook.book), on);
  const problems = 'problems' in read ? read.problems.filter(({ path }) => path === 'on') : [];
  if (problems.length > 0) throw new InputError(problems);
}
