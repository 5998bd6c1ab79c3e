/** `permesso version`: which program and which rules these are, and when the law was read. */
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { VERSION } from '../version.ts';
import { formatFlag, languageFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';

/** Prints the versions, for people or as JSON. */
export async function version(io: Io, flags: CommonFlags): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, ['text', 'json']);
  const { book } = await rulebookFlag(flags);
  const { version: rules, read, digest } = book;
  const json = { schema: 1, version: VERSION, node: io.node, rulebook: { version: rules, digest, read } };
  const lines = [`permesso ${VERSION}`, messages.readOn(read, rules), digest, `Node ${io.node}`];
  await deliver(io, `${format === 'json' ? JSON.stringify(json, null, 2) : lines.join('\n')}\n`, flags);
  return EXIT.done;
}
