/** Texts that came from outside — a rule book, a case — without anything that could steer what shows them. */

/** Control characters, halves of characters, and marks that reorder the text around them. */
const HARMFUL = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Line breaks and tabs: a text that brings its own could forge a line, a heading or a field. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** The same value with every string in it made harmless; words and their order stay. */
export function harmless<T>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(BREAKS, ' ').replace(HARMFUL, '');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
}
