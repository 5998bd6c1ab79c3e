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
  const relation = (domain: Mask, { variable, mask }: Literal): 'in' | 'out' | 'open' => {
    const offset = space.variables[variable]?.offset ?? 0;
    let inside = true;
    let outside = true;
    for (let word = 0; word < mask.length; word++) {
      const own = domain[offset + word] ?? 0;
      const wanted = mask[word] ?? 0;
      if ((own & ~wanted) !== 0) inside = false;
      if ((own & wanted) !== 0) outside = false;
    }
    return outside ? 'out' : inside ? 'in' : 'open';
  };
  /** Narrows a variable in place; false when nothing of it is left. */
  const narrow = (domain: Mask, { variable, mask }: Literal): boolean => {
    const offset = space.variables[variable]?.offset ?? 0;
    let left = 0;
    for (let word = 0; word < mask.length; word++) {
      const value = (domain[offset + word] ?? 0) & (mask[word] ?? 0);
      domain[offset + word] = value;
      left |= value;
    }
    return left !== 0;
  };
  const isWhole = (domain: Mask, variable: number) => {
    const { offset, words } = space.variables[variable] ?? { offset: 0, words: 0 };
    for (let word = offset; word < offset + words; word++) {
      if (domain[word] !== space.everything[word]) return false;
    }
    return true;
  };
  /** Rules out what clauses forbid, as far as that can be told; what is left of them, or nothing. */
  const propagate = (domain: Mask, clauses: readonly Conjunction[]): readonly Conjunction[] | undefined => {
    let left = clauses;
    for (let changed = true; changed;) {
      changed = false;
      const next: Conjunction[] = [];
      for (const clause of left) {
        let open: Literal | undefined;
        let several = false;
        let out = false;
        for (const literal of clause) {
          const state = relation(domain, literal);
          if (state === 'out') {
            out = true;
            break;
          }
          if (state === 'in') continue;
          if (open) several = true;
          open = literal;
        }
        if (out) continue;
        if (!open) return undefined;
        if (several) next.push(clause);
        else {
          if (!narrow(domain, not(open))) return undefined;
          changed = true;
        }
      }
      left = next;
    }
    return left;
  };
  const pending = (state: State): { variable: number; left: readonly Way[] } | undefined => {
    let best: { variable: number; left: readonly Way[] } | undefined;
    for (const [variable, all] of ways) {
      if (state.traced.has(variable) || isWhole(state.domain, variable)) continue;
      const left = all.filter(
        ({ gives, when }) =>
          relation(state.domain, { variable, mask: gives }) !== 'out' &&
          when.every((literal) => relation(state.domain, literal) !== 'out'),
      );
      if (!best || left.length < best.left.length) best = { variable, left };
    }
    return best;
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
        const clauses = propagate(state.domain, state.clauses);
        if (!clauses || lawDays(space, dates, state.domain).length === 0) return undefined;
        const next = pending(state);
        if (next) {
          const traced = new Set([...state.traced, next.variable]);
          for (const { gives, when, never: not } of next.left) {
            const domain = state.domain.slice();
            const fits = [{ variable: next.variable, mask: gives }, ...when].every((one) =>
              narrow(domain, one),
            );
            if (!fits) continue;
            const found = visit({ domain, clauses: [...clauses, ...not], traced });
            if (found !== undefined) return found;
          }
          return undefined;
        }
        const [clause] = clauses;
        if (!clause) {
          domains++;
          const found = accept(state.domain);
          if (found === undefined) sure = false;
          return found;
        }
        // facts that the case holds itself before those that must be traced back
        const open = clause.filter((literal) => relation(state.domain, literal) === 'open');
        const literal = open.find(({ variable }) => !ways.has(variable)) ?? open[0];
        if (!literal) return undefined;
        for (const side of [not(literal), literal]) {
          const domain = state.domain.slice();
          if (!narrow(domain, side)) continue;
          const found = visit({ domain, clauses, traced: state.traced });
          if (found !== undefined) return found;
        }
        return undefined;
      };
      const domain = space.everything.slice();
      if (!all.every((literal) => narrow(domain, literal))) return { sure: true };
      const found = visit({ domain, clauses: [...space.impossible, ...never], traced: new Set() });
      return found === undefined ? { sure } : { found };
    },
  };
}
