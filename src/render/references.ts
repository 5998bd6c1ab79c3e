/** Sources as numbers beside the lines, and their list at the end. */
import type { Messages } from '../messages/messages.ts';
import type { Book, SourceRef } from '../rulebook/book.ts';
import type { Section } from './view.ts';

/** A text that ends as {@link References.cite} writes, cut into what it says and the numbers of its sources. */
export function splitCitation(text: string): { readonly text: string; readonly numbers: readonly number[] } {
  const match = / ?\[(\d+(?:, \d+)*)\]$/.exec(text);
  if (!match) return { text, numbers: [] };
  return { text: text.slice(0, match.index), numbers: (match[1] ?? '').split(', ').map(Number) };
}

/** Numbers sources in the order in which they are first cited; the places in one source share its number. */
export class References {
  readonly #cited = new Map<string, Set<string>>();

  /** `[3, 7]`, or nothing where there are no sources. */
  cite(refs: readonly SourceRef[]): string {
    const numbers = refs.map((ref) => {
      const places = this.#cited.get(ref.id) ?? new Set();
      if (ref.at !== undefined) places.add(ref.at);
      this.#cited.set(ref.id, places);
      return [...this.#cited.keys()].indexOf(ref.id) + 1;
    });
    return numbers.length === 0 ? '' : `[${[...new Set(numbers)].join(', ')}]`;
  }

  /** The list of everything cited so far. */
  section(book: Book, messages: Messages): Section {
    const items = [...this.#cited].map(([id, places]) => {
      const source = book.sources[id];
      const at = places.size === 0 ? '' : `, ${[...places].join('; ')}`;
      const read = source ? messages.sourceRead(source.read) : '';
      return {
        text: `${source?.title ?? id}${at}`,
        details: source?.url === undefined ? [] : [source.url],
        note: source ? `(${messages.rank[source.rank] ?? source.rank}, ${read})` : '',
      };
    });
    return { id: 'sources', heading: messages.view.sources, groups: [{ marker: 'number', items }] };
  }
}
