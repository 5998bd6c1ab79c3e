/** The reserved keys of a case file → what they say, or everything that is wrong with them. */
import { parsePlainDate } from '../case/plain-date.ts';
import type { RawFields } from '../case/read-case.ts';
import type { Problem } from '../errors.ts';
import { LISTS, type LineState, type LineValue } from '../compare/lines.ts';
import type { SourceRef } from '../rulebook/book.ts';
import { DESK_KEYS, type Desk, type DeskKey, type Seen, type Stopped, type Tick } from './desk.ts';
import { parseTick } from './ticks.ts';

export interface DeskReading {
  readonly desk: Desk;
  readonly problems: readonly Problem[];
}

/** Reads the reserved keys of a case file; keys with nothing behind them count as absent. */
export function readDesk(raw: RawFields): DeskReading {
  const problems: Problem[] = [];
  const value = (key: DeskKey): unknown => (Object.hasOwn(raw, key) ? raw[key] : undefined) ?? undefined;
  const text = (key: 'label' | 'notes'): string | undefined => {
    const given = value(key);
    if (given === undefined) return undefined;
    if (typeof given === 'string') return given;
    // a label such as 17 or true was meant as it is written
    if (typeof given === 'number' || typeof given === 'boolean') return String(given);
    problems.push({ code: 'not-text', path: key, value: JSON.stringify(given).slice(0, SHOWN) });
    return undefined;
  };
  const label = text('label');
  const notes = text('notes');
  const ticked = readTicked(value('ticked'), problems);
  const interview = readStopped(value('interview'), problems);
  const seen = readSeen(value('seen'), problems);
  return {
    desk: {
      ...(label !== undefined && { label }),
      ...(notes !== undefined && { notes }),
      ticked,
      ...(interview && { interview }),
      ...(seen && { seen }),
    },
    problems,
  };
}

/** The fields of a case without the reserved keys. */
export function withoutDesk(raw: RawFields): RawFields {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !DESK_KEYS.some((known) => known === key)));
}

/** Characters of a wrong value that an error message repeats. */
const SHOWN = 50;

function readTicked(given: unknown, problems: Problem[]): Tick[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    problems.push({ code: 'not-ticks', path: 'ticked' });
    return [];
  }
  return given.flatMap((entry: unknown, index) => {
    const tick = typeof entry === 'string' ? parseTick(entry) : undefined;
    if (tick) return [tick];
    const shown = typeof entry === 'string' ? entry : JSON.stringify(entry);
    problems.push({ code: 'bad-tick', path: `ticked.${index}`, value: shown.slice(0, SHOWN) });
    return [];
  });
}

function readStopped(given: unknown, problems: Problem[]): Stopped | undefined {
  if (given === undefined) return undefined;
  const { event, open } = isMapping(given) ? given : {};
  const questions = open ?? [];
  const fine = isMapping(given) && (event === undefined || typeof event === 'string') && isTexts(questions);
  if (!fine) {
    problems.push({ code: 'bad-block', path: 'interview' });
    return undefined;
  }
  return { ...(typeof event === 'string' && { event }), open: questions };
}

function readSeen(given: unknown, problems: Problem[]): Seen | undefined {
  if (given === undefined) return undefined;
  const seen = isMapping(given) ? seenOf(given) : undefined;
  if (!seen) problems.push({ code: 'bad-block', path: 'seen' });
  return seen;
}

function seenOf({ on, version, digest, case: fields, lines }: RawFields): Seen | undefined {
  const day = typeof on === 'string' ? parsePlainDate(on) : undefined;
  if (day === undefined || typeof digest !== 'string' || !isMapping(fields) || !Array.isArray(lines))
    return undefined;
  if (typeof version !== 'string' && typeof version !== 'number') return undefined;
  const read = lines.map(lineOf);
  if (!read.every((line) => line !== undefined)) return undefined;
  return { on: day, version: String(version), digest, case: fields, lines: read };
}

function lineOf(given: unknown): LineState | undefined {
  if (!isMapping(given)) return undefined;
  const { list, id, person, pile, value = {}, rule, sources } = given;
  const known = LISTS.find((name) => name === list);
  if (known === undefined || typeof id !== 'string' || typeof rule !== 'string') return undefined;
  if (!isTexts(sources) || !isMapping(value) || !isLineValue(value)) return undefined;
  return {
    list: known,
    id,
    ...(typeof person === 'string' && { person }),
    ...(typeof pile === 'string' && { pile }),
    value,
    rule,
    sources: sources.map(sourceOf),
  };
}

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

/** What each part of a line's value may be. */
const VALUE_PARTS: Readonly<Record<keyof LineValue, (value: unknown) => boolean>> = {
  date: isText,
  latest: isText,
  workingDay: isText,
  code: isText,
  shown: isText,
  cents: isNumber,
  count: isNumber,
  maxMonths: isNumber,
  offices: isTexts,
  carries: isTexts,
  others: Array.isArray,
  figures: (value) => isMapping(value) && Object.values(value).every(isNumber),
};

function isLineValue(value: RawFields): value is RawFields & LineValue {
  return Object.entries(value).every(
    ([key, inner]) => Object.hasOwn(VALUE_PARTS, key) && VALUE_PARTS[key as keyof LineValue](inner),
  );
}

/** `source-id` or `source-id place in it`, as {@link sourceText} writes it. */
function sourceOf(text: string): SourceRef {
  const space = text.indexOf(' ');
  return space === -1 ? { id: text } : { id: text.slice(0, space), at: text.slice(space + 1) };
}

/** A source in one text: its id, then the place in it. */
export function sourceText({ id, at }: SourceRef): string {
  return at === undefined ? id : `${id} ${at}`;
}

function isMapping(value: unknown): value is RawFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
