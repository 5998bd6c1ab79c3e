/** The facts of two books taken together: members by name, so that their order in a book means nothing. */
import type { Fact } from '../rulebook/book.ts';
import { NONE } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { ABSENT, NUMBERS, spansOf, type Span, type Spans } from './spans.ts';

export interface Universe {
  readonly facts: ReadonlyMap<string, UniverseFact>;
  /** The fact whose day selects the law. */
  readonly lawDate: string;
  /** Everything that a fact can be. */
  domain(id: string): Spans;
  optional(id: string): boolean;
  /** A member as a number. */
  point(id: string, member: string): Span;
  /** Numbers of a book as numbers of the universe. */
  fromBook(rulebook: Rulebook, position: number, span: Span): Span[];
}

export interface UniverseFact {
  readonly fact: Fact;
  readonly members: readonly string[];
}

/** Joins the facts of books; a fact that one of them lacks is that of the other. */
export function universeOf(books: readonly Rulebook[]): Universe {
  const facts = new Map<string, UniverseFact>();
  for (const { facts: declared } of books) {
    for (const { id, fact } of declared) {
      const known = facts.get(id);
      const members = [...new Set([...(known?.members ?? []), ...(fact.values ?? [])])];
      const optional = fact.optional || known?.fact.optional === true;
      facts.set(id, { fact: { ...fact, optional }, members });
    }
  }
  const index = (id: string, member: string) => facts.get(id)?.members.indexOf(member) ?? -1;
  const lawDate = [...facts].find(([, { fact }]) => fact.derive.how === 'law-date')?.[0] ?? '';
  return {
    facts,
    lawDate,
    domain(id) {
      const known = facts.get(id);
      if (!known) return [ABSENT, NUMBERS];
      const { fact, members } = known;
      const none = fact.optional ? [ABSENT] : [];
      if (fact.kind === 'boolean') return [...none, { low: 0, high: 1 }];
      if (fact.kind === 'enum') return [...none, { low: 0, high: members.length - 1 }];
      return [...none, NUMBERS];
    },
    optional: (id) => facts.get(id)?.fact.optional === true,
    point: (id, member) => ({ low: index(id, member), high: index(id, member) }),
    fromBook(rulebook, position, span) {
      const { id, fact } = rulebook.facts[position] ?? { id: '', fact: undefined };
      if (fact?.kind !== 'enum' || span.low === NONE) return [span];
      const members = fact.values?.slice(span.low, span.high + 1) ?? [];
      return [...spansOf(members.map((member) => ({ low: index(id, member), high: index(id, member) })))];
    },
  };
}
