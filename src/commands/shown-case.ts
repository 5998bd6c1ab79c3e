/** A case that shows what is wrong with the rules, as a case file in the words of the questions. */
import type { RawFields } from '../case/read-case.ts';
import { EMPTY_DESK } from '../desk/desk.ts';
import { newCaseText } from '../desk/write-case.ts';
import type { AnswerValue, QuestionId } from '../questions/answers.ts';
import type { Catalogue } from '../questions/catalogue.ts';

const INDENT = '    ';

/** The text of the file, indented; each line is said in words beside it. */
export function shownCase(fields: RawFields, catalogue: Catalogue): string {
  const text = newCaseText(fields, EMPTY_DESK, catalogue.messages.caseFile);
  let relative = -1;
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, dash = '', name = ''] = /^\s*(- )?([A-Za-z]+):/.exec(line) ?? [];
      if (dash !== '') relative++;
      const inFamily = line.startsWith(' ');
      const id = (inFamily ? `family.${relative}.${name}` : name) as QuestionId;
      const value = inFamily ? relativeOf(fields, relative)[name] : fields[name];
      if (name === '' || value === undefined || typeof value === 'object') return line;
      return `${line}  # ${catalogue.label(id)}: ${catalogue.answer(id, value as AnswerValue)}`;
    });
  return lines.map((line) => `${INDENT}${line}`).join('\n');
}

function relativeOf(fields: RawFields, index: number): RawFields {
  return ((fields.family ?? []) as readonly RawFields[])[index] ?? {};
}
