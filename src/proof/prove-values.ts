/**
 * The proof about dated values: no rule uses one on a day for which it has no entry, and every entry is in force
 * for somebody to whom a rule that uses the value applies.
 */
import type { Answered } from '../assess/answered.ts';
import { ValueHole } from '../assess/lines.ts';
import { toDayNumber } from '../case/plain-date.ts';
import type { DatedValue } from '../rulebook/book.ts';
import { NONE } from '../rulebook/condition.ts';
import { datedValuesOf } from '../rulebook/uses.ts';
import type { Finding } from './finding.ts';
import {
  atHand,
  searched,
  searchedCase,
  smallest,
  smallestShowing,
  type Proving,
  type Sought,
} from './proving.ts';
import { readRows, soughtFor, type ReadRow } from './rows.ts';
import type { Literal } from './space.ts';

/** A dated value, and the rules that use it, by themselves or through a share of it. */
interface Used {
  readonly id: string;
  readonly value: DatedValue;
  readonly rows: readonly ReadRow[];
}

/** What is wrong with the dated values. */
export function proveValues(proving: Proving): Finding[] {
  return usedValues(proving).flatMap((used) => [...holesOf(proving, used), ...idleEntries(proving, used)]);
}

function usedValues({ rulebook }: Proving): Used[] {
  const users = new Map<string, Set<ReadRow>>();
  const { values } = rulebook.book;
  for (const about of readRows(rulebook)) {
    for (const id of datedValuesOf(rulebook.book, about.table, about.row)) {
      for (const one of [id, values[id]?.share?.of]) {
        if (one !== undefined) users.set(one, (users.get(one) ?? new Set()).add(about));
      }
    }
  }
  return Object.entries(values).map(([id, value]) => ({ id, value, rows: [...(users.get(id) ?? [])] }));
}

/** Days before the first entry on which somebody needs the value. */
function holesOf(proving: Proving, { id, value, rows }: Used): Finding[] {
  const { book } = proving.rulebook;
  const [first] = value.series;
  if (!first || first.from <= book.earliest) return [];
  const shows = (answered: Answered) =>
    'gap' in answered && answered.gap instanceof ValueHole && answered.gap.value === id;
  let raw = proving.gaps.find((one) => shows(proving.reader(one)));
  let sure = true;
  const before = daysBefore(proving, value, toDayNumber(first.from));
  for (const { about, sought } of alternativesOf(proving, rows)) {
    for (const early of before) {
      for (const subject of about.subjects) {
        if (raw) break;
        const { all, never } = sought.wanted(subject);
        const wanted = { all: [...all, ...early], ...(never && { never }) };
        const answer = searchedCase(proving, wanted, subject, shows);
        if (answer.found === undefined) sure &&= answer.sure;
        else raw = answer.found;
      }
    }
  }
  if (!raw && sure) return [];
  return [
    {
      kind: 'hole',
      verdict: raw ? 'refuted' : 'undecided',
      place: rows[0]?.row.place ?? { file: `value ${id}` },
      message: `${id} begins on ${first.from}, and is used on earlier days too`,
      ...(raw && { case: smallest(raw, (smaller) => shows(proving.reader(smaller))) }),
    },
  ];
}

/** The day that selects the entry lies before one; or it is absent and the day of the law does. */
function daysBefore({ space, rulebook }: Proving, { lookedUpOn }: DatedValue, begins: number): Literal[][] {
  const day = rulebook.positions.get(lookedUpOn) ?? -1;
  const filing = rulebook.facts.findIndex(({ fact }) => fact.derive.how === 'law-date');
  const early = (position: number) => space.where(position, (one) => one !== NONE && one < begins);
  if (day === filing) return [[early(day)]];
  return [[early(day)], [space.where(day, (one) => one === NONE), early(filing)]];
}

/** Every alternative of the rules. */
function alternativesOf({ space }: Proving, rows: readonly ReadRow[]): { about: ReadRow; sought: Sought }[] {
  return rows.flatMap((about) =>
    about.row.boxes.map((_, index) => ({ about, sought: soughtFor(space, about, index) })),
  );
}

/** Entries that are in force for nobody who needs the value. */
function idleEntries(proving: Proving, { id, value, rows }: Used): Finding[] {
  const { space, rulebook } = proving;
  const position = rulebook.positions.get(value.lookedUpOn) ?? -1;
  const earliest = toDayNumber(rulebook.book.earliest);
  // the one entry of a value is in force wherever the value is used
  if (value.series.length < 2) return [];
  const alternatives = alternativesOf(proving, rows);
  return value.series.flatMap(({ from }, index): Finding[] => {
    const next = value.series[index + 1];
    const [first, last] = [toDayNumber(from), next ? toDayNumber(next.from) - 1 : Infinity];
    const inForce = (day: number) =>
      day !== NONE && Math.max(day, earliest) >= first && Math.max(day, earliest) <= last;
    const sought = alternatives.map(({ sought: { subjects, wanted, shows } }): Sought => ({
      subjects,
      wanted: (subject) => {
        const { all, never } = wanted(subject);
        return { all: [...all, space.where(position, inForce)], ...(never && { never }) };
      },
      shows: (facts) => inForce(facts[position] ?? NONE) && shows(facts),
    }));
    if (sought.some((one) => atHand(proving, one))) return [];
    let sure = true;
    for (const one of sought) {
      const answer = searched(proving, one);
      if (answer.found !== undefined) return [];
      sure &&= answer.sure;
    }
    return [
      {
        kind: 'entry',
        verdict: sure ? 'refuted' : 'undecided',
        place: { file: `value ${id}` },
        entry: `${id} from ${from}`,
        message: `the entry of ${id} from ${from} is in force for nobody who needs it`,
        ...(sure && otherDay(proving, alternatives)),
      },
    ];
  });
}

/** A case that needs the value on another day. */
function otherDay(proving: Proving, alternatives: readonly { sought: Sought }[]): Pick<Finding, 'case'> {
  for (const { sought } of alternatives) {
    const near = atHand(proving, sought);
    if (near) return { case: smallestShowing(proving, near.raw, sought) };
  }
  return {};
}
