/**
 * `permesso verify FILE`: whether a saved result still is what its case gives. With the same rule book the
 * result is made again and compared, whole; with another one the file is checked against its own digests,
 * and its lines against what the law of this rule book makes of the case.
 */
import { assess } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import { changeInWords } from '../compare/changes-in-words.ts';
import { changesBetween, lineStates, type Change, type LineState } from '../compare/lines.ts';
import { personOf } from '../compare/people.ts';
import { InputError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { compareMessages } from '../messages/compare.ts';
import { isLanguage, messagesOf } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { jsonOf } from '../render/json.ts';
import { metaContent, visibleText } from '../render/visible-text.ts';
import { canonical, digestOf } from '../rulebook/digest.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { formatFlag, languageFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';
import { readResultFile } from './read-input.ts';
import { renderAnswer } from './render-answer.ts';
import { CONTENT_DIGEST, contentDigest, stampIn, type Drawn } from './seal.ts';

/** A saved result, as far as it speaks for itself. */
interface Saved {
  readonly format: 'json' | 'html';
  readonly text: string;
  readonly rulebook: string;
  readonly language: string;
  readonly drawn: Drawn;
  readonly fields: RawFields;
  /** Its lines; none where it is one section only. */
  readonly lines: readonly LineState[];
  /** The file agrees with the digests that it carries. */
  readonly intact: boolean;
}

interface Verdict {
  readonly verdict: 'same' | 'law-changed' | 'altered';
  readonly rulebook: { readonly file: string; readonly here: string };
  readonly case: string;
  readonly changes: readonly Change[];
  /** Pieces of text that stand in the file and should not, or should and do not. */
  readonly texts: { readonly added: readonly string[]; readonly missing: readonly string[] };
}

/** Pieces of text shown of an altered file: enough to find the place. */
const SHOWN = 11;

/** Verifies a file. Exit code 0 when the answer still is the same, 1 when it is not or the file was altered. */
export async function verify(io: Io, path: string, flags: CommonFlags): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, ['text', 'json']);
  const saved = savedResult(await readResultFile(io, path), path);
  const rulebook = await rulebookFlag(flags);
  const read = readCase(saved.fields, caseDomains(rulebook.book), io.today());
  // a case that cannot be read is no case that the program wrote
  const answer = 'ok' in read ? assess(read.ok, rulebook) : undefined;
  const verdict = await verdictOf(saved, answer, rulebook);
  const text =
    format === 'json'
      ? JSON.stringify({ schema: 1, ...told(verdict, answer, rulebook, messages) }, null, 2)
      : report(verdict, answer, rulebook, messages);
  await deliver(io, `${text}\n`, flags);
  return verdict.verdict === 'same' || (verdict.verdict === 'law-changed' && verdict.changes.length === 0)
    ? EXIT.done
    : EXIT.failed;
}

/** Reads what a file says of itself. Throws {@link InputError} when it is no result with digests. */
function savedResult(text: string, path: string): Saved {
  try {
    return /^\s*</.test(text) ? savedPage(text) : savedJson(text);
  } catch {
    throw new InputError([{ code: 'no-result', path: '' }], path);
  }
}

function savedPage(text: string): Saved {
  const stamp = recordOf(stampIn(text));
  const digests = recordOf(stamp.digests);
  const fields = recordOf(stamp.case);
  const intact =
    metaContent(text, CONTENT_DIGEST) === contentDigest(text) && digests.case === digestOf(fields);
  return {
    format: 'html',
    text,
    rulebook: textOf(recordOf(stamp.rulebook).digest),
    language: textOf(stamp.language),
    drawn: recordOf(stamp.drawn),
    fields,
    lines: listOf(stamp.lines).map((line) => recordOf(line) as unknown as LineState),
    intact,
  };
}

function savedJson(text: string): Saved {
  const { digests: given, ...json } = recordOf(JSON.parse(text));
  const digests = recordOf(given);
  const fields = recordOf(json.case);
  const drawn = recordOf(digests.drawn) as Drawn;
  const whole = drawn.only === undefined;
  return {
    format: 'json',
    text,
    rulebook: textOf(recordOf(json.rulebook).digest),
    language: textOf(json.language),
    drawn,
    fields,
    lines: whole ? lineStates(json as unknown as Assessment) : [],
    intact: digests.answer === digestOf(json) && digests.case === digestOf(fields),
  };
}

async function verdictOf(saved: Saved, answer: Assessment | undefined, rulebook: Rulebook): Promise<Verdict> {
  const here = rulebook.book.digest;
  const base = { rulebook: { file: saved.rulebook, here }, case: digestOf(saved.fields) };
  const none = { added: [], missing: [] };
  // one section alone does not carry all lines: without them there is nothing to tell
  const lines = saved.drawn.only === undefined || saved.format === 'html' ? saved.lines : undefined;
  const changes = answer && lines ? changesBetween(lines, await linesLike(saved, answer, rulebook)) : [];
  if (saved.rulebook !== here) {
    return { ...base, verdict: saved.intact && answer ? 'law-changed' : 'altered', changes, texts: none };
  }
  const texts = answer ? await differentTexts(saved, answer, rulebook) : none;
  const same = answer !== undefined && saved.intact && texts.added.length + texts.missing.length === 0;
  return { ...base, verdict: same && changes.length === 0 ? 'same' : 'altered', changes, texts };
}

/** The lines of an answer as the file would have them: JSON also tells the disputes about the boxes of forms. */
async function linesLike({ format }: Saved, answer: Assessment, rulebook: Rulebook): Promise<LineState[]> {
  if (format === 'html') return lineStates(answer);
  const json = jsonOf(answer, rulebook, await messagesOf('en'));
  return lineStates(json as unknown as Assessment);
}

/** The result made again, and the pieces of text in which it differs from the file. */
async function differentTexts(
  saved: Saved,
  answer: Assessment,
  rulebook: Rulebook,
): Promise<Verdict['texts']> {
  if (!isLanguage(saved.language)) return { added: [saved.language], missing: [] };
  const again = await renderAnswer(answer, rulebook, await messagesOf(saved.language), saved.format, {
    width: 80,
    colour: 0,
    ...saved.drawn,
  });
  const pieces = saved.format === 'html' ? visibleText : jsonPieces;
  const [found, expected] = [pieces(saved.text), pieces(again)];
  return { added: beyond(found, expected), missing: beyond(expected, found) };
}

/** Every value of a JSON text with the way to it. */
function jsonPieces(text: string): string[] {
  const pieces: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') pieces.push(`${path}: ${canonical(value)}`);
    else if (Array.isArray(value) && value.length === 0) pieces.push(`${path}: []`);
    else for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk(JSON.parse(text), '');
  return pieces;
}

/** The pieces of a list that another one lacks, as often as it lacks them. */
function beyond(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const piece of other) left.set(piece, (left.get(piece) ?? 0) + 1);
  return list.filter((piece) => {
    const count = left.get(piece) ?? 0;
    left.set(piece, count - 1);
    return count <= 0;
  });
}

function told(verdict: Verdict, answer: Assessment | undefined, rulebook: Rulebook, messages: Messages) {
  const words = { book: rulebook.book, messages, person: nameOf(answer, rulebook, messages) };
  return { ...verdict, changes: verdict.changes.map((one) => ({ ...one, text: changeInWords(one, words) })) };
}

function nameOf(answer: Assessment | undefined, rulebook: Rulebook, messages: Messages) {
  return answer ? personOf(answer, rulebook, messages) : (id: string) => id;
}

function report(
  verdict: Verdict,
  answer: Assessment | undefined,
  rulebook: Rulebook,
  messages: Messages,
): string {
  const { verify: words } = compareMessages(messages.language);
  const { changes } = told(verdict, answer, rulebook, messages);
  const lines = changes.map(({ text, after, before }) => {
    const sources = (after ?? before)?.sources ?? [];
    const titles = sources.map(({ id, at }) =>
      [rulebook.book.sources[id]?.title ?? id, at].filter(Boolean).join(', '),
    );
    return `- ${text}${titles.length === 0 ? '' : ` [${titles.join('; ')}]`}`;
  });
  const { added, missing } = verdict.texts;
  const texts = [
    ...added.slice(0, SHOWN).map((text) => `+ ${text}`),
    ...missing.slice(0, SHOWN).map((text) => `- ${text}`),
  ];
  const head = {
    same: [words.same],
    altered: [words.altered, ...(texts.length === 0 ? lines : [words.inTheFile, ...texts])],
    'law-changed': [
      words.oldBook(verdict.rulebook.file),
      words.integrityHolds,
      changes.length === 0 ? words.lawChangedNothing : `${words.lawChanged}:`,
      ...lines,
    ],
  }[verdict.verdict];
  return [
    ...head,
    '',
    `${words.rulebookDigest} ${verdict.rulebook.file}`,
    `${words.caseDigest} ${verdict.case}`,
    words.whatItProves,
  ].join('\n');
}

function recordOf(value: unknown): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('not a mapping');
  return value as Record<string, unknown>;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error('not a text');
  return value;
}
