/** Differences between two states of the law in the words of the rule book: who, which line, before and after. */
import { fromDayNumber } from '../case/plain-date.ts';
import { compareMessages } from '../messages/compare.ts';
import type { Messages } from '../messages/messages.ts';
import type { Book, SourceRef } from '../rulebook/book.ts';
import { NONE } from '../rulebook/condition.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { wordingOf } from '../rulebook/wording.ts';
import type { BookDifference } from './compare-books.ts';
import type { ListName } from './lines.ts';
import { NUMBERS, without, type Spans } from './spans.ts';
import type { Result, Statement, TermResult } from './statements.ts';
import type { Universe } from './universe.ts';

/** What putting differences into words needs. `earlier` is asked where the first book lacks a wording. */
export interface DiffWords {
  readonly book: Book;
  readonly earlier: Book;
  readonly messages: Messages;
  readonly universe: Universe;
}

/** Where a table's lines stand in an answer. */
const LIST_OF: Readonly<Record<string, ListName>> = {
  conversion: 'outcome',
  outcome: 'outcome',
  route: 'route',
  length: 'permit',
  kit: 'kits',
  contribution: 'fees',
};

/** A difference for programs and for grouping. */
export interface ToldDifference {
  readonly list: ListName;
  readonly id: string;
  readonly pile?: string;
  readonly by?: string;
  /** Facts as conditions write them: members, ranges, `none`. */
  readonly facts: Readonly<Record<string, readonly string[] | { readonly not: readonly string[] }>>;
  /** The same in words, without the day. */
  readonly people: string;
  readonly change: string;
  readonly before: readonly Result[];
  readonly after: readonly Result[];
  readonly rules: readonly string[];
  readonly sources: readonly SourceRef[];
}

/** A difference told: whom it concerns, and what they are told before and after. */
export function told(difference: BookDifference, words: DiffWords): ToldDifference {
  const { name, by, before, after } = difference;
  const [table = '', line, pile] = name.split(' ');
  const list = LIST_OF[table] ?? (table as ListName);
  const id = line ?? table;
  // what holds of a permit to ask for is understood
  const region = [...difference.region].filter(([fact]) => fact !== 'outcome' || list === 'outcome');
  const statements = after.length > 0 ? after : before;
  return {
    list,
    id,
    ...(pile !== undefined && { pile }),
    ...(by !== undefined && { by }),
    facts: Object.fromEntries(
      region.map(([fact, spans]) => [fact, asCondition(fact, spans, words.universe)]),
    ),
    people:
      region.map(([fact, spans]) => factInWords(fact, spans, words)).join(', ') ||
      compareMessages(words.messages.language).diff.everybody,
    change: changeOf(list, id, difference, words),
    before: unique(before),
    after: unique(after),
    rules: [...new Set(statements.map(({ rule }) => rule))],
    sources: sourcesOf(statements),
  };
}

function unique(statements: readonly Statement[]): Result[] {
  return [...new Map(statements.map(({ says, result }) => [says, result])).values()];
}

function sourcesOf(statements: readonly Statement[]): SourceRef[] {
  const refs = statements.flatMap(({ sources }) => sources);
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}

function changeOf(list: ListName, id: string, { before, after }: BookDifference, words: DiffWords): string {
  const compare = compareMessages(words.messages.language);
  const [old, now] = [unique(before), unique(after)];
  const name = `${compare.part[list]}${nameOf(list, id, now[0] ?? old[0] ?? {}, words)}`;
  const say = (results: readonly Result[], others: readonly Result[]) =>
    results.map((one) => resultInWords(list, id, one, others, words)).join('; ');
  if (before.length === 0) return `${compare.appeared(name)}${inBrackets(say(now, now))}`;
  if (after.length === 0) return `${compare.vanished(name)}${inBrackets(say(old, old))}`;
  return compare.changed(
    name,
    say(old, now),
    `${say(now, old)}${shiftOf(old[0]?.term, now[0]?.term, words)}`,
  );
}

function nameOf(list: ListName, id: string, result: Result, words: DiffWords): string {
  if (list === 'outcome' || list === 'route' || list === 'permit' || list === 'kits') return '';
  const text = wording(words, list, id, ...(list === 'disputes' ? ['question'] : []));
  const figures: Readonly<Record<string, number>> = {
    ...result.figures,
    ...(result.term && { term: result.term.length }),
  };
  const filled = text.replace(/\{([a-z0-9-]+)\}/g, (whole, value: string) => {
    const is = figures[value];
    return is === undefined ? whole : figure(value, is, words);
  });
  return `: ${filled}`;
}

/** What a rule says; of the numbers of its wording only those that are other ones on the other side. */
function resultInWords(
  list: ListName,
  id: string,
  result: Result,
  others: readonly Result[],
  words: DiffWords,
): string {
  const { messages } = words;
  const { diff, alternatively, times } = compareMessages(messages.language);
  const alternatives = (result.others ?? []).flatMap((other) => {
    if (typeof other === 'number')
      return [list === 'permit' ? messages.months(other) : messages.money(other)];
    return other === null ? [] : [wording(words, 'routes', other)];
  });
  const figures = Object.entries(result.figures ?? {}).filter(([value, is]) =>
    others.some((other) => other.figures?.[value] !== is),
  );
  return (
    [
      ...(result.give === undefined ? [] : [giveInWords(list, id, result.give, words)]),
      ...(result.advice === undefined ? [] : [`(${wording(words, 'warnings', result.advice)})`]),
      ...(result.cents === undefined ? [] : [messages.money(result.cents)]),
      ...(result.ceiling === undefined
        ? []
        : [result.ceiling === null ? messages.view.notInMonths : messages.months(result.ceiling)]),
      ...[result.term, result.latest].flatMap((term) => (term ? [termInWords(term, words)] : [])),
      ...(result.count === undefined ? [] : [times(result.count)]),
      ...(result.term || figures.length === 0
        ? []
        : [figures.map(([value, is]) => `${value} ${figure(value, is, words)}`).join(', ')]),
      ...(alternatives.length === 0 ? [] : [`(${alternatively(alternatives)})`]),
      ...(result.extendBy === undefined ? [] : [`(+${result.extendBy})`]),
    ].join(' ') || diff.given
  );
}

function giveInWords(list: ListName, id: string, give: string, words: DiffWords): string {
  if (list === 'route') return wording(words, 'routes', give);
  if (list === 'disputes') return wording(words, 'disputes', id, give);
  return give;
}

function termInWords({ length, unit, kind, direction, from }: TermResult, words: DiffWords): string {
  const { diff } = compareMessages(words.messages.language);
  return `${diff.term(length, unit, kind, direction)} ${label(from, words)}`;
}

/** `, 30 days earlier` where only the length of a term differs. */
function shiftOf(before: TermResult | undefined, after: TermResult | undefined, words: DiffWords): string {
  if (!before || !after) return '';
  if (before.from !== after.from || before.direction !== after.direction) return '';
  if (before.unit !== 'days' || after.unit !== 'days' || before.kind !== after.kind) return '';
  const compare = compareMessages(words.messages.language);
  const later = (after.length - before.length) * (after.direction === 'before' ? -1 : 1);
  return later === 0 ? '' : `, ${later < 0 ? compare.daysEarlier(-later) : compare.daysLater(later)}`;
}

function inBrackets(text: string): string {
  const { given } = compareMessages('en').diff;
  return text === '' || text === given || text === compareMessages('it').diff.given ? '' : ` (${text})`;
}

/** A fact's values as a condition of a rule file would write them. */
function asCondition(fact: string, spans: Spans, universe: Universe): ToldDifference['facts'][string] {
  const known = universe.facts.get(fact);
  if (known?.fact.kind === 'enum') {
    const rest = membersOf(fact, without(universe.domain(fact), spans), universe);
    const members = membersOf(fact, spans, universe);
    return members.length <= rest.length ? members : { not: rest };
  }
  return spans.map(({ low, high }) => {
    if (low === NONE) return 'none';
    if (known?.fact.kind === 'boolean') return low === 1 ? 'true' : high === 0 ? 'false' : 'false..true';
    const text = (bound: number) => (known?.fact.kind === 'date' ? fromDayNumber(bound) : String(bound));
    const [from, to] = [low <= NUMBERS.low ? '' : text(low), high >= NUMBERS.high ? '' : text(high)];
    return from === to && from !== '' ? from : `${from}..${to}`;
  });
}

function membersOf(fact: string, spans: Spans, universe: Universe): string[] {
  const members = universe.facts.get(fact)?.members ?? [];
  return spans.flatMap(({ low, high }) => (low === NONE ? ['none'] : members.slice(low, high + 1)));
}

/** `Procedure: renewal`, `age: 6..13`, in the words of the book. */
function factInWords(fact: string, spans: Spans, words: DiffWords): string {
  const { diff } = compareMessages(words.messages.language);
  const condition = asCondition(fact, spans, words.universe);
  const member = (id: string) => (id === 'none' ? diff.absent : memberInWords(fact, id, words));
  if ('not' in condition) return `${label(fact, words)}: ${diff.not(condition.not.map(member).join(', '))}`;
  const kind = words.universe.facts.get(fact)?.fact.kind;
  if (kind === 'enum') return `${label(fact, words)}: ${condition.map(member).join(` ${diff.and} `)}`;
  const parts = condition.map((text) => {
    if (text === 'none') return diff.absent;
    if (text === '..') return diff.given;
    if (kind === 'boolean') return text === 'true' ? words.messages.yes : words.messages.no;
    if (text.startsWith('..')) return diff.orLess(text.slice(2));
    return text.endsWith('..') ? diff.orMore(text.slice(0, -2)) : text.replace('..', '–');
  });
  return `${label(fact, words)}: ${parts.join(` ${diff.and} `)}`;
}

function memberInWords(fact: string, member: string, words: DiffWords): string {
  const derive = words.universe.facts.get(fact)?.fact.derive;
  const isReason = fact === 'reason' || fact === 'from';
  if (isReason) return wording(words, 'reasons', member);
  if (fact === 'route') return wording(words, 'routes', member);
  const field = derive?.how === 'relation' ? 'relation' : fact;
  return withoutMarks(
    wordingOf(words.book, words.messages.language, 'fields', field, member)?.text ?? member,
  );
}

/** The name of a fact: that of its field, else its own id as words. */
export function label(fact: string, words: DiffWords): string {
  const { diff } = compareMessages(words.messages.language);
  const text =
    diff.facts[fact] ?? wordingOf(words.book, words.messages.language, 'fields', fact, 'label')?.text;
  return text === undefined ? fact.replaceAll('-', ' ') : withoutMarks(text);
}

function wording(
  { book, earlier, messages }: DiffWords,
  kind: string,
  id: string,
  ...parts: string[]
): string {
  const found =
    wordingOf(book, messages.language, kind, id, ...parts) ??
    wordingOf(earlier, messages.language, kind, id, ...parts);
  return found ? withoutMarks(found.text) : id;
}

function figure(id: string, is: number, { book, messages }: DiffWords): string {
  return book.values[id]?.unit === 'cents' ? messages.money(is) : String(is);
}
