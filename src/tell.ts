/** What people are told besides the result. */
import type { Io } from './io.ts';

/** Writes a text that ends with a newline to the error stream; on a terminal no word of it is cut. */
export async function tell({ stderr }: Pick<Io, 'stderr'>, text: string): Promise<void> {
  if (!stderr.isTTY) stderr.write(text);
  else stderr.write(`${(await import('./questions/wrap.ts')).wrap(text.trimEnd(), stderr.width)}\n`);
}
