/** `permesso rules stale`: which values nobody has checked for a while, those that matter most first. */
import { daysBetween } from '../case/plain-date.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { valuesUsedBy } from '../rulebook/uses.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';

/** Lists the values whose latest entry was checked more than `--days` before `--on`. */
export async function rulesStale(io: Io, flags: CommonFlags): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, ['text', 'json']);
  const days = Number(flags.days);
  if (!Number.isInteger(days) || days < 0) {
    throw new InputError([{ code: 'not-an-integer', path: '--days', value: String(flags.days) }]);
  }
  const { book } = await rulebookFlag(flags);
  const on = onFlag(flags) ?? io.today();
  const uses = new Map<string, number>();
  for (const row of [...Object.values(book.decisions), ...Object.values(book.collections)].flat()) {
    for (const id of valuesUsedBy(row)) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  const stale = Object.entries(book.values)
    .flatMap(([id, { series }]) => {
      const checked = series.at(-1)?.checked;
      return checked !== undefined && daysBetween(checked, on) > days
        ? [{ id, checked, uses: uses.get(id) ?? 0 }]
        : [];
    })
    .sort((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1));
  const lines = stale.map((value) => messages.rules.stale(value.checked, value.id, value.uses));
  const text = lines.length === 0 ? messages.rules.allFresh(days) : lines.join('\n');
  await deliver(io, `${format === 'json' ? JSON.stringify(stale, null, 2) : text}\n`, flags);
  return 0;
}
