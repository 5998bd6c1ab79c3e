/** `permesso batch --print-template`: the header of a CSV, or an object for JSON Lines, with what each column takes. */
import { templateColumns } from '../batch/columns.ts';
import { FIELD_KINDS, FIELD_NAMES, kebab } from '../case/case.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import type { BatchFlags, BatchOptions } from './batch-flags.ts';
import { rowWriter } from './csv-rows.ts';
import { deliver } from './output.ts';

/** Prints the template where results go, and what the columns take on the error stream. */
export async function printTemplate(
  io: Io,
  flags: BatchFlags,
  options: BatchOptions,
  rulebook: Rulebook,
  messages: Messages,
): Promise<number> {
  if (flags.quiet !== true) io.stderr.write(columnsInWords(rulebook, messages));
  const text =
    options.input === 'jsonl'
      ? `${JSON.stringify(Object.fromEntries(FIELD_NAMES.map((name) => [name, name === 'family' ? [] : null])))}\n`
      : (flags.bom === true ? '\ufeff' : '') +
        (await rowWriter(options.delimiter ?? options.outDelimiter))([templateColumns()]);
  await deliver(io, text, flags);
  return EXIT.done;
}

function columnsInWords(rulebook: Rulebook, messages: Messages): string {
  const domains = caseDomains(rulebook.book);
  const lines = FIELD_NAMES.map((name) => {
    const kind = FIELD_KINDS[name];
    const { min, max } = domains.months;
    const takes = messages.batch.kinds[kind];
    const members =
      kind === 'choice'
        ? (domains.choices[kebab(name)] ?? []).join(', ')
        : kind === 'integer'
          ? `${min}..${max}`
          : kind === 'reason' && name === 'reason'
            ? domains.reasons.map(({ id }) => id).join(', ')
            : '';
    return `${kebab(name)}: ${[takes, members].filter((part) => part !== '').join(': ')}`;
  });
  return `${messages.batch.templateHeading}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
