import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { builtCatalogue } from '../helpers/built.ts';
import { flat, KEYS, Terminal } from '../helpers/pty.ts';
import { answer, answerWrongly, backAndForth, MODES, plainAnswer, SCRIPTS, walk } from '../helpers/walk.ts';

const COLUMNS = 40;
const ROWS = 40;

let terminal: Terminal | undefined;
afterEach(() => {
  terminal?.close();
  terminal = undefined;
});

describe.each([en, italian])(
  'every question at forty columns ($language)',
  { timeout: 120_000 },
  (messages) => {
    const catalogue = builtCatalogue(messages);
    const { caseFile, wizard } = messages;
    const args = ['--on', '2026-11-22', '--lang', messages.language];
    const walks = Object.entries(SCRIPTS).map(([name, script]) => [name, walk(script, catalogue)] as const);
    /** Each question where it first comes up. */
    const first = new Map(
      walks
        .flatMap(([, steps]) => steps.map((step, index) => [step.id, { steps, index }] as const))
        .toReversed(),
    );

    it('comes up in one of the walks', () => {
      expect([...first.keys()].sort()).toEqual(
        [
          ...[
            'born',
            'change',
            'citizenship',
            'contract',
            'domestic',
            'entry',
            'event',
            'expiry',
            'from',
            'income',
          ],
          ...['jobEnd', 'months', 'office', 'procedure', 'province', 'reason', 'role', 'visa'],
          ...['family.0.relation', 'family.0.born', 'family.0.income', 'family.1.relation', 'family.1.born'],
          ...['family.1.income', 'family.2.relation'],
        ].sort(),
      );
    });

    it.each(walks.flatMap(([name, steps]) => MODES.map((mode, turn) => ({ name, steps, mode, turn }))))(
      'is answered by $mode: $name',
      async ({ steps, turn }) => {
        terminal = new Terminal(args, { columns: COLUMNS, rows: ROWS });
        // every question has each of the three ways in one of the walks
        for (const [index, step] of steps.entries())
          await answer(terminal, step, MODES[(turn + index) % MODES.length] ?? 'number', messages);
        await terminal.see(wizard.reviewHeading);
        for (const { id, value } of steps) {
          if (value === undefined) continue;
          expect(flat(terminal.text()), id).toContain(flat(catalogue.answer(id, value)));
        }
      },
    );

    it.each(walks)('is answered wrongly, then gone back from: %s', async (_, steps) => {
      terminal = new Terminal(args, { columns: COLUMNS, rows: ROWS });
      for (const [index, step] of steps.entries()) {
        await terminal.see(flat(step.question.text));
        await answerWrongly(terminal, step, messages);
        const before = steps[index - 1];
        if (before) await backAndForth(terminal, before, step, messages);
        await answer(terminal, step, 'number', messages);
      }
      await terminal.see(wizard.reviewHeading);
    });

    const leaves = [
      ['Ctrl-C', KEYS.ctrlC, 130],
      ['Ctrl-D', KEYS.ctrlD, 2],
    ] as const;
    it.each(
      leaves.flatMap(([name, key, code]) => [...first].map(([id, at]) => ({ name, id, key, code, ...at }))),
    )('is left with $name at $id', async ({ key, code, steps, index }) => {
      terminal = new Terminal([...args, '--plain'], { columns: COLUMNS });
      for (const step of steps.slice(0, index)) {
        await terminal.see(flat(step.question.text), '>');
        terminal.press(`${plainAnswer(step)}\n`);
      }
      await terminal.see(flat(steps[index]?.question.text ?? ''), '>');
      terminal.press(key);
      if (key === KEYS.ctrlC && index > 0) {
        // once something was answered, Ctrl-C offers to keep it
        await terminal.see(flat(caseFile.offer.interrupted), '>');
        terminal.press(key);
      }
      expect((await terminal.exit()).exitCode).toBe(code);
      expect(terminal.raw).not.toContain('\u001b');
      expect(terminal.raw).not.toMatch(/\n\s+at /);
    });
  },
);
