/** Changes as sentences, in the words of the rule book. */
import { daysBetween, parsePlainDate } from '../case/plain-date.ts';
import { compareMessages, type CompareMessages } from '../messages/compare.ts';
import type { Messages } from '../messages/messages.ts';
import type { Book } from '../rulebook/book.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { wordingOf } from '../rulebook/wording.ts';
import type { Change, LineState, LineValue, ListName } from './lines.ts';

/** Kinds of wording that differ from the name of the list; a list without one is named by itself. */
const WORDING: Readonly<Partial<Record<ListName, string>>> = { permit: 'reasons', route: 'routes' };
const UNWORDED: readonly ListName[] = ['outcome', 'total', 'kits'];

/** What is needed to put a change into words: a book for the wording, a language, and how people are named. */
export interface ChangeWords {
  readonly book: Book;
  readonly messages: Messages;
  /** A person of the case by id; nothing to say where there is only one. */
  readonly person: (id: string) => string | undefined;
}

/** One change in one sentence: `Date: Hand in the renewal: 2026-10-02 (30 days earlier), before: 2026-11-01`. */
export function changeInWords({ kind, before, after }: Change, words: ChangeWords): string {
  const compare = compareMessages(words.messages.language);
  const line = after ?? before;
  if (!line) return '';
  const name = lineInWords(line, words);
  if (kind === 'appeared') return `${compare.appeared(name)}${said(valueInWords(line, words))}`;
  if (kind === 'vanished') return `${compare.vanished(name)}${said(valueInWords(line, words))}`;
  const [old, now] = [before ?? line, after ?? line];
  const moved = shift(old.value, now.value, compare);
  return compare.changed(name, valueInWords(old, words), `${valueInWords(now, words)}${moved}`);
}

/** A line by its part and its wording, with the person it is for. */
export function lineInWords(line: LineState, words: ChangeWords): string {
  const { part } = compareMessages(words.messages.language);
  const person = line.person === undefined ? undefined : words.person(line.person);
  const whose = person === undefined ? '' : ` (${person})`;
  if (UNWORDED.includes(line.list) || line.list in WORDING) return `${part[line.list]}${whose}`;
  return `${part[line.list]}: ${wording(line, words)}${whose}`;
}

/** What a line says: its amount, date, length or office; empty where it is only there or not. */
export function valueInWords(line: LineState, words: ChangeWords): string {
  const { value, list } = line;
  const compare = compareMessages(words.messages.language);
  const { messages } = words;
  const parts: string[] = [];
  if (list === 'outcome' || list === 'route') parts.push(wording(line, words));
  if (value.cents !== undefined) parts.push(messages.money(value.cents));
  if (value.date !== undefined) parts.push(day(value.date, messages));
  if (value.latest !== undefined) parts.push(`(${compare.latest(value.latest as never)})`);
  if (list === 'permit') {
    parts.push(value.maxMonths === undefined ? messages.view.notInMonths : messages.months(value.maxMonths));
  }
  if (value.count !== undefined) parts.push(compare.times(value.count));
  if (value.carries) parts.push(compare.carrying(value.carries.map((id) => words.person(id) ?? id)));
  if (value.shown !== undefined) parts.push(part(words, 'disputes', line.id, 'shown'));
  const others = (value.others ?? []).flatMap((other) => otherInWords(other, list, words));
  if (others.length > 0) parts.push(`(${compare.alternatively(others)})`);
  const figures = Object.entries(value.figures ?? {}).filter(([id]) => id !== 'term');
  if (value.date === undefined && figures.length > 0)
    parts.push(figures.map(([id, is]) => figure(id, is, words)).join(', '));
  return parts.join(' ');
}

function figure(id: string, is: number, { book, messages }: ChangeWords): string {
  return book.values[id]?.unit === 'cents' ? messages.money(is) : String(is);
}

function otherInWords(other: string | number | null, list: ListName, words: ChangeWords): string[] {
  if (other === null) return [];
  if (typeof other === 'string') return [part(words, 'routes', other)];
  return [list === 'permit' ? words.messages.months(other) : words.messages.money(other)];
}

function wording(line: LineState, words: ChangeWords): string {
  const kind = WORDING[line.list] ?? line.list;
  const tail = line.list === 'disputes' ? ['question'] : [];
  const text = part(words, kind, line.id, ...tail);
  return text.replace(/\{([a-z0-9-]+)\}/g, (whole, id: string) => {
    const value = line.value.figures?.[id];
    return value === undefined ? whole : figure(id, value, words);
  });
}

function part({ book, messages }: ChangeWords, kind: string, id: string, ...parts: string[]): string {
  const text = wordingOf(book, messages.language, kind, id, ...parts)?.text;
  return text === undefined ? id : withoutMarks(text);
}

/** `, 30 days earlier` where a date moved. */
function shift(before: LineValue, after: LineValue, compare: CompareMessages): string {
  const [from, to] = [parsePlainDate(before.date ?? ''), parsePlainDate(after.date ?? '')];
  if (from === undefined || to === undefined || from === to) return '';
  const days = daysBetween(from, to);
  return `, ${days < 0 ? compare.daysEarlier(-days) : compare.daysLater(days)}`;
}

function said(value: string): string {
  return value === '' ? '' : ` (${value})`;
}

function day(date: string, messages: Messages): string {
  const parsed = parsePlainDate(date);
  return parsed === undefined ? date : messages.day(parsed);
}
