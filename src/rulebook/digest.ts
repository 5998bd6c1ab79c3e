/** Fingerprints of data: the same meaning gives the same digest, whatever the layout. */
import { createHash } from 'node:crypto';

/** `sha256:` and the hash of a value as JSON with sorted keys, without what is undefined or a place in a file. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`;
}

/** JSON with sorted keys and without the places in the files, which say nothing of the law. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([key, entry]) => key !== 'place' && entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}
