/** The wizard: asks, lets the answers be checked, prints the result and the command line that repeats it. */
import type { Case } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { readCase } from '../case/read-case.ts';
import { InputError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import { rawFields, readAnswers } from '../questions/answers.ts';
import type { Asker } from '../questions/asker.ts';
import { plainAsker } from '../questions/ask-plain.ts';
import { makeCatalogue, type Catalogue } from '../questions/catalogue.ts';
import { commandLine, foldCommand } from '../questions/command-line.ts';
import { readyAnswers } from '../questions/like.ts';
import { answered, back, fits, settingOf, START, turn, type Interview } from '../questions/interview.ts';
import type { Asked, Setting } from '../questions/next.ts';
import { review } from '../questions/review.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { print } from './output.ts';

export interface WizardOptions {
  readonly language: string;
  /** The day of `--on`, where it was given. */
  readonly on?: PlainDate;
  readonly rulebook: Rulebook;
  /** The case before, whose answers stand ready where they are not personal. */
  readonly like?: Case;
  readonly messages: Messages;
  /** Writes the result. */
  readonly deliver: (theCase: Case) => Promise<void>;
  /** Further flags of this run that the repeating line needs: `['--lang', 'it']`. */
  readonly flags?: readonly string[];
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
  let interview: Interview;
  try {
    asker.say(messages.wizard.greeting);
    if (plain) asker.say(messages.wizard.plainKeys);
    const { like } = options;
    if (like) asker.say(messages.wizard.likeBefore);
    const begun = like ? { ...START, earlier: readyAnswers(rulebook.book, like) } : START;
    interview = await conduct(setting, makeCatalogue(rulebook.book, messages), asker, begun);
  } finally {
    asker.close();
  }
  const { raw, given } = caseOf(setting, interview, options.on);
  const read = readCase(raw, caseDomains(rulebook.book), setting.on);
  if ('problems' in read) throw new InputError(read.problems);
  await options.deliver(read.ok);
  const output = options.repeatOn === 'stderr' ? io.stderr : io.stdout;
  const width = output.isTTY ? output.width : Infinity;
  const line = foldCommand(commandLine(given, options.flags), width);
  await print(output, `\n${messages.wizard.repeat}\n${line}\n`);
  return EXIT.done;
}

async function menuAsker(io: Io, messages: Messages): Promise<Asker> {
  return (await import('../questions/ask-menu.ts')).menuAsker(io, messages);
}

/** Asks until nothing that is left to ask can change the result and the person is content with the answers. */
async function conduct(
  setting: Setting,
  catalogue: Catalogue,
  asker: Asker,
  begun: Interview,
): Promise<Interview> {
  let interview = begun;
  for (;;) {
    const now = turn(setting, interview);
    if (now.asked) {
      interview = await askOne(setting, catalogue, asker, now.interview, now.asked);
      continue;
    }
    const next = await review(setting, catalogue, asker, now.interview);
    if (next === 'done') return now.interview;
    interview = next;
  }
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
