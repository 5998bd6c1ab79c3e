/** Which values an option or argument takes, by its name; those of the law come from the rule book. */
import { DELIMITERS, ENCODINGS, INPUTS } from '../batch/sniff.ts';
import { FIELD_KINDS, FIELD_NAMES, kebab, type FieldName } from '../case/case.ts';
import { LANGUAGES } from '../messages/language.ts';
import { SECTION_IDS } from '../render/sections.ts';
import type { Candidate, Completion, Fallback, Place } from './candidates.ts';
import { SHELLS } from './shells.ts';

/** What of the rule book is asked for: read only when a value needs it. */
export interface BookValues {
  /** The members of a field of a case, or of `event`, with what they mean. */
  readonly field: (name: FieldName | 'event') => readonly Candidate[];
  readonly relations: () => readonly Candidate[];
  /** Code tables of the form, and the rows of one. */
  readonly tables: () => readonly Candidate[];
  readonly rows: (table: string) => readonly Candidate[];
}

const ANSWER_FORMATS = ['text', 'json', 'markdown', 'html', 'ics'];
const LIST_FORMATS = ['text', 'json'];

/** Formats of each command, by the words that call it. A test holds it against what the commands accept. */
export const COMMAND_FORMATS: Readonly<Record<string, readonly string[]>> = {
  '': ANSWER_FORMATS,
  check: ANSWER_FORMATS,
  batch: ['jsonl', 'csv'],
  codes: LIST_FORMATS,
  terms: LIST_FORMATS,
  completion: ['text'],
  man: ['text'],
  'rules check': LIST_FORMATS,
  'rules list': LIST_FORMATS,
  'rules show': LIST_FORMATS,
  'rules stale': LIST_FORMATS,
  'rules why': LIST_FORMATS,
};

/** What is chosen among for many cases. */
const BATCH_VALUES: Readonly<Record<string, readonly string[]>> = {
  input: INPUTS,
  encoding: ENCODINGS,
  delimiter: Object.keys(DELIMITERS),
  'out-delimiter': Object.keys(DELIMITERS),
  jobs: ['auto'],
};

/** What the name of a value says about it: `<file>`, `[cases...]`. */
const FALLBACKS: Readonly<Record<string, Fallback>> = {
  file: 'files',
  files: 'files',
  case: 'files',
  cases: 'files',
  dir: 'folders',
  folder: 'folders',
};

/** What `rules list` lists. */
export const LISTABLE = ['rules', 'values', 'sources', 'disputes', 'reasons', 'tables'];

/** The values of a place. `book` is called only where the answer is in the rule book. */
export function valuesOf(
  { program, command, option, argument, before }: Place,
  book: () => BookValues,
): Completion {
  const path = command.path.join(' ');
  const name = option ? option.long.replace(/^--/, '') : '';
  const words = (values: readonly string[]) => list(values.map((value) => ({ value, description: '' })));
  if (option) {
    const general = { format: COMMAND_FORMATS[path] ?? [], lang: LANGUAGES, section: SECTION_IDS }[name];
    const own = general ?? (path === 'batch' ? BATCH_VALUES[name] : undefined);
    if (own) return words(own);
    if (name === 'event') return list(book().field(name));
    const field = FIELD_NAMES.find((one) => kebab(one) === name);
    if (field === undefined || option.value?.name === 'file') return byName(option.value?.name);
    if (field === 'family') return list(book().relations());
    const kind = FIELD_KINDS[field];
    if (kind === 'boolean') return words(['true', 'false']);
    return kind === 'date' || kind === 'integer' ? list([]) : list(book().field(field));
  }
  switch (`${path} ${argument?.name ?? ''}`) {
    case 'completion shell':
      return words(SHELLS);
    case 'help command':
      return list(program.commands.map(({ name, description }) => ({ value: name, description })));
    case 'codes table':
      return list(book().tables());
    case 'codes word':
      return list(book().rows(before[0] ?? ''));
    case 'rules list what':
      return words(LISTABLE);
    default:
      return byName(argument?.name);
  }
}

function list(candidates: readonly Candidate[]): Completion {
  return { candidates, fallback: 'none' };
}

function byName(name: string | undefined): Completion {
  return { candidates: [], fallback: FALLBACKS[name ?? ''] ?? 'none' };
}
