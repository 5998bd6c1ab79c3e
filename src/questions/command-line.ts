/** The command line that repeats a case. */
import { FIELD_NAMES, kebab } from '../case/case.ts';
import type { RawFields } from '../case/read-case.ts';

/** Text that a shell takes as it stands. */
const SAFE = /^[\w@%+=:,./-]+$/;

/**
 * `permesso check --procedure … --family child:2020-02-01`, one element for each flag with its value. Only what
 * the case holds is named; `flags` are further ones to repeat, such as `--lang it`.
 */
export function commandLine(raw: RawFields, flags: readonly string[] = []): string[] {
  const fields = FIELD_NAMES.flatMap((name) => {
    const value = raw[name];
    const flag = `--${kebab(name)}`;
    if (name === 'family') {
      return ((value ?? []) as readonly RawFields[]).map(
        (relative) => `${flag} ${quote(relativeText(relative))}`,
      );
    }
    if (value === true) return [flag];
    const named = typeof value === 'string' || typeof value === 'number';
    return named ? [`${flag} ${quote(String(value))}`] : [];
  });
  return ['permesso check', ...fields, ...pairs(flags)];
}

/** The parts in one line, or folded at flags with the shell's sign that the line goes on. */
export function foldCommand(parts: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    // room for the space and the sign
    if (last === undefined || `${last} ${part} \\`.length > width)
      lines.push(lines.length === 0 ? part : `  ${part}`);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines.join(' \\\n');
}

function relativeText({ relation, born, income }: RawFields): string {
  return [relation, born, ...(income === true ? ['income'] : [])].join(':');
}

/** Flags with the values after them. */
function pairs(flags: readonly string[]): string[] {
  return flags.reduce<string[]>((parts, word) => {
    if (word.startsWith('--')) return [...parts, word];
    return [...parts.slice(0, -1), `${parts.at(-1) ?? ''} ${quote(word)}`.trim()];
  }, []);
}

function quote(word: string): string {
  return SAFE.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
