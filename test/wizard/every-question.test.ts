import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import type { QuestionId } from '../../src/questions/answers.ts';
import type { Catalogue } from '../../src/questions/catalogue.ts';
import { listed } from '../../src/questions/parse.ts';
import { builtCatalogue } from '../helpers/built.ts';
import { flat, KEYS, Terminal } from '../helpers/pty.ts';

/** An employee's first permit by the expert's way: every kind of question comes up. */
const WALK: readonly { id: QuestionId; value: string; typed: string; word: string; unknown?: true }[] = [
  { id: 'event', value: 'other', typed: '18', word: 'expert' },
  { id: 'procedure', value: 'first-issue', typed: '1', word: '' },
  { id: 'reason', value: 'employment', typed: '16', word: 'badante' },
  { id: 'contract', value: 'fixed-term', typed: '2', word: '', unknown: true },
  { id: 'entry', value: '2026-11-20', typed: '20/11/2026', word: '20 11 2026' },
  { id: 'born', value: '1990-05-04', typed: '4/5/1990', word: '1990-05-04' },
  { id: 'citizenship', value: 'IN', typed: 'IN', word: 'india' },
];
const COLUMNS = 40;
const MODES = ['number', 'word', 'arrow'] as const;

let terminal: Terminal;
afterEach(() => {
  terminal.close();
});

/** The question of a step as the walk meets it, and the lines of its list. */
function met(catalogue: Catalogue, { id, unknown }: (typeof WALK)[number]) {
  const question = catalogue.question({ id, optional: false, ...(unknown && { unknown }) });
  const list = listed(question, catalogue.messages);
  return {
    question,
    list,
    select: question.kind === 'choice' && list.length <= 7 && question.search !== true,
  };
}

async function answer(
  catalogue: Catalogue,
  step: (typeof WALK)[number],
  mode: (typeof MODES)[number],
): Promise<void> {
  const { menuKeys, searchKeys, lineKeys } = catalogue.messages.wizard;
  const { question, list, select } = met(catalogue, step);
  const at = list.findIndex(({ value }) => value === step.value);
  const label = list[at]?.label ?? '';
  if (select) {
    await terminal.see('❯', menuKeys);
    if (mode !== 'arrow' && at === 0) {
      // a line that is chosen already would not be drawn again
      terminal.press(KEYS.down);
      await terminal.see('❯ 2.', menuKeys);
    }
    if (mode === 'number') terminal.press(String(at + 1));
    else if (mode === 'word') terminal.press(beginning(list, at));
    else {
      terminal.press(KEYS.down);
      await terminal.see('❯ 2.', menuKeys);
      terminal.press(at === 1 ? KEYS.down : KEYS.up);
      await terminal.see(at === 1 ? '❯ 3.' : '❯ 1.', menuKeys);
      terminal.press(at === 1 ? KEYS.up : KEYS.down);
      await terminal.see('❯ 2.', menuKeys);
      if (at !== 1) terminal.press(KEYS.up);
    }
    if (!(mode === 'arrow' && at === 1)) await terminal.see(`❯ ${at + 1}. ${label}`, menuKeys);
    terminal.press(KEYS.enter);
    return;
  }
  if (question.kind !== 'choice') {
    await terminal.see(lineKeys);
    await terminal.type(mode === 'word' ? step.word : step.typed);
    return;
  }
  await terminal.see('❯', searchKeys);
  if (mode === 'arrow') {
    terminal.press(KEYS.down);
    await terminal.see('❯', searchKeys);
    terminal.press(KEYS.up);
    await terminal.see('❯', searchKeys);
  }
  const typed = mode === 'number' ? step.typed : step.word;
  terminal.press(typed);
  const number = question.whole === true ? `${at + 1}. ` : '';
  await terminal.see(`> ${typed} ❯ ${number}${label}`, searchKeys);
  terminal.press(KEYS.enter);
}

/** As many first letters of a line as tell it from those before it. */
function beginning(list: readonly { label: string }[], at: number): string {
  const label = list[at]?.label ?? '';
  const length = Array.from(label, (_, end) => end).find((end) => {
    const text = label.slice(0, end + 1).toLowerCase();
    return list.findIndex((other) => other.label.toLowerCase().startsWith(text)) === at;
  });
  return label.slice(0, (length ?? 0) + 1);
}

/** Something that is no answer: it is refused in words, and can be corrected. */
async function answerWrongly(catalogue: Catalogue, step: (typeof WALK)[number]): Promise<void> {
  const { wizard } = catalogue.messages;
  const { question, select } = met(catalogue, step);
  // a short list takes nothing that is not on it
  if (select) return;
  const wrong = 'zzqx';
  if (question.kind === 'choice') {
    await terminal.see('❯', wizard.searchKeys);
    terminal.press(wrong);
    await terminal.see(flat(wizard.notFound(wrong)));
  } else {
    await terminal.see(wizard.lineKeys);
    await terminal.type(wrong);
    await terminal.see(flat(wizard.notADate(wrong)));
    await terminal.see(`> ${wrong}`);
  }
  terminal.press('\u007f'.repeat(wrong.length));
  await terminal.see(flat(question.text));
}

describe.each([en, italian])(
  'every question at forty columns ($language)',
  { timeout: 120_000 },
  (messages) => {
    const catalogue = builtCatalogue(messages);
    const args = ['--on', '2026-11-22', '--lang', messages.language];

    it.each(MODES)('is answered by %s', async (mode) => {
      terminal = new Terminal(args, { columns: COLUMNS, rows: 40 });
      for (const step of WALK) {
        const { question } = met(catalogue, step);
        await terminal.see(flat(question.text), flat(question.why ?? ''));
        await answer(catalogue, step, mode);
      }
      for (const { id, value } of WALK) {
        expect(flat(terminal.text()), id).toContain(flat(catalogue.answer(id, value)));
      }
    });

    it('is answered wrongly, then gone back from with the answer before standing ready', async () => {
      terminal = new Terminal(args, { columns: COLUMNS, rows: 40 });
      for (const [index, step] of WALK.entries()) {
        const { question } = met(catalogue, step);
        await terminal.see(flat(question.text));
        await answerWrongly(catalogue, step);
        const before = WALK[index - 1];
        if (before) {
          terminal.press(KEYS.escape);
          await terminal.see(flat(met(catalogue, before).question.text));
          const { searchKeys, menuKeys, lineKeys } = messages.wizard;
          const { question: asked, select } = met(catalogue, before);
          await terminal.see(select ? menuKeys : asked.kind === 'choice' ? searchKeys : lineKeys);
          terminal.press(KEYS.enter);
          await terminal.see(flat(question.text));
        }
        await answer(catalogue, step, 'number');
      }
    });

    const leaves = [
      ['Ctrl-C', KEYS.ctrlC, 130],
      ['Ctrl-D', KEYS.ctrlD, 2],
    ] as const;
    it.each(
      leaves.flatMap(([name, key, code]) => WALK.map(({ id }, index) => ({ name, id, key, code, index }))),
    )('is left with $name at $id', async ({ key, code, index }) => {
      terminal = new Terminal([...args, '--plain'], { columns: COLUMNS });
      for (const step of WALK.slice(0, index)) {
        await terminal.see(flat(met(catalogue, step).question.text), '>');
        terminal.press(`${step.id === 'citizenship' ? 'IN' : step.typed}\n`);
      }
      const here = WALK[index] ?? WALK[0];
      await terminal.see(flat(here ? met(catalogue, here).question.text : ''), '>');
      terminal.press(key);
      if (key === KEYS.ctrlC && index > 0) {
        // once something was answered, Ctrl-C offers to keep it
        await terminal.see(flat(messages.caseFile.offer.interrupted), '>');
        terminal.press(key);
      }
      expect((await terminal.exit()).exitCode).toBe(code);
      expect(terminal.raw).not.toContain('\u001b');
      expect(terminal.raw).not.toMatch(/\n\s+at /);
    });
  },
);
