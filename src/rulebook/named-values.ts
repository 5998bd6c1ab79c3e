/** Values that the conditions of a book tell from the others: those beside every bound that they name. */
import type { CompiledBox } from './condition.ts';
import type { Rulebook } from './rulebook.ts';

/** Months on both sides of every bound on them, or on the length that they and an extension make. */
export function monthsNamed(rulebook: Rulebook, [least, most]: readonly [number, number]): number[] {
  const { book, facts, decisions } = rulebook;
  const extensions = [...decisions.values()].flat().flatMap(({ extendBy }) => {
    const series = extendBy === undefined ? [] : (book.values[extendBy]?.series ?? []);
    return series.map(({ is }) => is);
  });
  const named = facts.flatMap(({ fact: { derive } }, position) => {
    const counted = derive.how === 'length' || (derive.how === 'field' && derive.field === 'months');
    return counted ? [...boundsOn(rulebook, position)] : [];
  });
  const shifted = named.flatMap((bound) => [bound, ...extensions.map((more) => bound - more)]);
  const around = [least, most, ...shifted].flatMap((months) => [months, months + 1, months - 1]);
  return [...new Set(around)].filter((months) => months >= least && months <= most);
}

/** Provinces that the book tells from the others: by a holiday of their own, or by a condition. */
export function provincesNamed(rulebook: Rulebook): string[] {
  const byHoliday = Object.values(rulebook.book.holidays).flatMap(({ provinces }) => provinces ?? []);
  const position = rulebook.positions.get('province') ?? -1;
  const members = rulebook.facts[position]?.fact.values ?? [];
  const byRule = [...boundsOn(rulebook, position)].flatMap((index) => members[index] ?? []);
  return [...new Set([...byHoliday, ...byRule])];
}

/** Every number that a condition names as a bound of the fact. */
export function boundsOn(rulebook: Rulebook, position: number): Set<number> {
  const rows = [...rulebook.decisions.values(), ...rulebook.collections.values()].flat();
  const boxes: readonly CompiledBox[] = [...rows, ...rulebook.disputes].flatMap((row) => row.boxes);
  const intervals = boxes.flatMap((box) =>
    box.flatMap((test) => (test.fact === position ? test.intervals : [])),
  );
  const named = intervals.flatMap(({ low, high }) => [low, high]);
  return new Set(named.filter((bound) => Number.isFinite(bound) && bound > Number.MIN_SAFE_INTEGER + 1));
}
