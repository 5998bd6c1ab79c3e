/**
 * Search for a case: literals that must hold, combinations that must not. Depth first over the variables, each
 * a mask of pieces; what a table sets is traced back to the rules that give it.
 */
import type { Mask } from './atoms.ts';
import { dateFieldsOf, lawDays } from './dates.ts';
import { waysOf, type Way } from './produced.ts';
import { negation, type Conjunction, type Literal, type Space } from './space.ts';

/** What a case is wanted for. */
export interface Wanted {
  readonly all: Conjunction;
  readonly never?: readonly Conjunction[];
}

/** No case, cases that were looked at without one that fits, or the search was given up. */
export type Answer<Found> =
  { readonly found: Found } | { readonly found?: undefined; readonly sure: boolean };

export interface Solver {
  readonly space: Space;
  /**
   * Looks for a domain that `accept` makes something of. `sure` says that no case at all is wanted so: every
   * domain was ruled out before it came to `accept`.
   */
  readonly search: <Found>(wanted: Wanted, accept: (domain: Mask) => Found | undefined) => Answer<Found>;
}

/** Steps after which a search is given up. */
const MAX_STEPS = 20_000;
/** Domains that are tried for a real case before a search is given up. */
const MAX_DOMAINS = 40;

interface State {
  readonly domain: Mask;
  readonly clauses: readonly Conjunction[];
  /** Variables whose value is accounted for. */
  readonly traced: ReadonlySet<number>;
}

/** A solver over a space; what it works out of the tables is kept for all its searches. */
export function makeSolver(space: Space): Solver {
  const ways = waysOf(space);
  const dates = dateFieldsOf(space);
  const negations = new Map<Literal, Literal>();
  const not = (literal: Literal) => {
    let other = negations.get(literal);
    if (!other) negations.set(literal, (other = negation(space, literal)));
    return other;
  };
  return {
    space,
    search: ({ all, never = [] }, accept) => {
      let steps = 0;
      let domains = 0;
      let sure = true;
      const visit = (state: State): ReturnType<typeof accept> => {
        if (!sure && (steps > MAX_STEPS || domains > MAX_DOMAINS)) return undefined;
        if (++steps > MAX_STEPS) {
          sure = false;
          return undefined;
        }
        const clauses = propagate(space, not, state.domain, state.clauses);
        if (!clauses || lawDays(space, dates, state.domain).length === 0) return undefined;
        const branches = tracedBack(space, ways, state, clauses) ?? sides(space, ways, not, state, clauses);
        if (branches) {
          for (const branch of branches) {
            const found = visit(branch);
            if (found !== undefined) return found;
          }
          return undefined;
        }
        domains++;
        const found = accept(state.domain);
        if (found === undefined) sure = false;
        return found;
      };
      const domain = space.everything.slice();
      if (!all.every((literal) => narrow(space, domain, literal))) return { sure: true };
      const found = visit({ domain, clauses: [...space.impossible, ...never], traced: new Set() });
      return found === undefined ? { sure } : { found };
    },
  };
}

type Ways = ReadonlyMap<number, readonly Way[]>;
type Not = (literal: Literal) => Literal;

function relation({ variables }: Space, domain: Mask, { variable, mask }: Literal): 'in' | 'out' | 'open' {
  const offset = variables[variable]?.offset ?? 0;
  let inside = true;
  let outside = true;
  for (let word = 0; word < mask.length; word++) {
    const own = domain[offset + word] ?? 0;
    const wanted = mask[word] ?? 0;
    if ((own & ~wanted) !== 0) inside = false;
    if ((own & wanted) !== 0) outside = false;
  }
  return outside ? 'out' : inside ? 'in' : 'open';
}

/** Narrows a variable in place; false when nothing of it is left. */
function narrow({ variables }: Space, domain: Mask, { variable, mask }: Literal): boolean {
  const offset = variables[variable]?.offset ?? 0;
  let left = 0;
  for (let word = 0; word < mask.length; word++) {
    const value = (domain[offset + word] ?? 0) & (mask[word] ?? 0);
    domain[offset + word] = value;
    left |= value;
  }
  return left !== 0;
}

function isWhole({ variables, everything }: Space, domain: Mask, variable: number): boolean {
  const { offset, words } = variables[variable] ?? { offset: 0, words: 0 };
  for (let word = offset; word < offset + words; word++) {
    if (domain[word] !== everything[word]) return false;
  }
  return true;
}

/** Rules out what clauses forbid, as far as that can be told; what is left of them, or nothing. */
function propagate(
  space: Space,
  not: Not,
  domain: Mask,
  clauses: readonly Conjunction[],
): readonly Conjunction[] | undefined {
  let left = clauses;
  for (let changed = true; changed;) {
    changed = false;
    const next: Conjunction[] = [];
    for (const clause of left) {
      const open = openIn(space, domain, clause);
      if (open === 'out') continue;
      const [only, more] = open;
      if (!only) return undefined;
      if (more) next.push(clause);
      else {
        if (!narrow(space, domain, not(only))) return undefined;
        changed = true;
      }
    }
    left = next;
  }
  return left;
}

/** The first two literals of a clause that may or may not hold; `out` when one of them cannot. */
function openIn(space: Space, domain: Mask, clause: Conjunction): 'out' | readonly Literal[] {
  const open: Literal[] = [];
  for (const literal of clause) {
    const state = relation(space, domain, literal);
    if (state === 'out') return 'out';
    if (state === 'open' && open.length < 2) open.push(literal);
  }
  return open;
}

/** The ways in which the fact with the fewest of them comes about; nothing when all facts are accounted for. */
function tracedBack(
  space: Space,
  ways: Ways,
  { domain: before, traced: known }: State,
  clauses: readonly Conjunction[],
): State[] | undefined {
  let best: { variable: number; left: readonly Way[] } | undefined;
  for (const [variable, all] of ways) {
    if (known.has(variable) || isWhole(space, before, variable)) continue;
    const left = all.filter(
      ({ gives, when }) =>
        relation(space, before, { variable, mask: gives }) !== 'out' &&
        when.every((literal) => relation(space, before, literal) !== 'out'),
    );
    if (!best || left.length < best.left.length) best = { variable, left };
  }
  if (!best) return undefined;
  const { variable, left } = best;
  const traced = new Set([...known, variable]);
  return left.flatMap(({ gives, when, never }) => {
    const domain = before.slice();
    const fits = [{ variable, mask: gives }, ...when].every((one) => narrow(space, domain, one));
    return fits ? [{ domain, clauses: [...clauses, ...never], traced }] : [];
  });
}

/** Both sides of a literal that the first clause leaves open; nothing when no clause is left. */
function sides(
  space: Space,
  ways: Ways,
  not: Not,
  { domain: before, traced }: State,
  clauses: readonly Conjunction[],
): State[] | undefined {
  const [clause] = clauses;
  if (!clause) return undefined;
  // facts that the case holds itself before those that must be traced back
  const open = clause.filter((literal) => relation(space, before, literal) === 'open');
  const literal = open.find(({ variable }) => !ways.has(variable)) ?? open[0];
  if (!literal) return [];
  return [not(literal), literal].flatMap((side) => {
    const domain = before.slice();
    return narrow(space, domain, side) ? [{ domain, clauses, traced }] : [];
  });
}
