import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, kebab, UNKNOWN } from '../../src/case/case.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { rawFields, readAnswers } from '../../src/questions/answers.ts';
import { makeCatalogue } from '../../src/questions/catalogue.ts';
import { commandLine } from '../../src/questions/command-line.ts';
import { fits } from '../../src/questions/interview.ts';
import { listed, readTyped } from '../../src/questions/parse.ts';
import { withoutMarks } from '../../src/rulebook/term-marks.ts';
import { wordingOf } from '../../src/rulebook/wording.ts';
import { ownSetting, runScript, TODAY } from '../helpers/interview.ts';

const setting = ownSetting();
const { book } = setting.rulebook;
const asked = FIELD_NAMES.filter((name) => book.fields[kebab(name)]?.ask !== undefined);

describe.each([en, italian])('“I do not know” ($language)', (messages) => {
  const catalogue = makeCatalogue(book, messages);

  it.each(asked)(
    '%s offers it with how to find out, or says why it must be known; and why it is asked',
    (id) => {
      const text = (part: string) =>
        wordingOf(book, messages.language, 'fields', kebab(id), part)?.text ?? '';
      const open = book.fields[kebab(id)]?.unknown === true;
      expect(text(open ? 'find-out' : 'must-know').length).toBeGreaterThan(20);
      expect(text('why').length).toBeGreaterThan(20);
      expect(text('about-child').length).toBeGreaterThan(10);
    },
  );

  it.each(asked.filter((id) => book.fields[kebab(id)]?.unknown === true))(
    '%s takes it, in words or as a line',
    (id) => {
      const question = catalogue.question({ id, optional: true, unknown: true });
      for (const typed of ['I do not know', 'non lo so', 'boh', "don't know", messages.wizard.unknown]) {
        expect(readTyped(question, typed, messages), typed).toEqual({ value: UNKNOWN });
      }
      if (question.kind !== 'integer') {
        expect(listed(question, messages).map(({ label }) => label)).toContain(messages.wizard.unknown);
        expect(readTyped(question, '', messages)).toEqual({ value: UNKNOWN });
      } else expect(readTyped(question, '', messages)).toEqual({ value: undefined });
      expect(catalogue.answer(id, UNKNOWN)).toBe(messages.wizard.unknown);
    },
  );

  it.each(['entry', 'expiry', 'born', 'citizenship', 'reason', 'from'] as const)(
    '%s answers it with where to look',
    (id) => {
      const question = catalogue.question({ id, optional: false });
      const read = readTyped(question, 'non so', messages);
      const mustKnow = wordingOf(book, messages.language, 'fields', id, 'must-know')?.text;
      expect(read).toEqual({ problem: withoutMarks(mustKnow ?? '') });
    },
  );

  it('of a date that may be left open leaves it open', () => {
    const question = catalogue.question({ id: 'jobEnd', optional: true });
    expect(readTyped(question, 'non so', messages)).toEqual({ value: undefined });
  });

  it('speaks of the child where the application is theirs', () => {
    for (const id of asked) {
      const own = catalogue.question({ id, optional: false }).text;
      const child = catalogue.question({ id, optional: false, about: 'child' }).text;
      if (/\byou\b|\byour permit\b/i.test(own) && id !== 'office') expect(child, id).not.toMatch(/\byou\b/i);
    }
  });
});

describe('an interview with answers that nobody knows', () => {
  const EMPLOYEE = {
    event: 'arrived',
    reason: 'employment',
    entry: '2026-11-20',
    born: '1990-01-01',
    citizenship: 'MA',
    contract: UNKNOWN,
    domestic: UNKNOWN,
    income: UNKNOWN,
    months: UNKNOWN,
    visa: UNKNOWN,
    office: UNKNOWN,
    province: UNKNOWN,
  };

  it('ends, asks nothing twice, and its command line says what is not known', () => {
    const { interview, asked: ids } = runScript(setting, EMPLOYEE);
    expect(new Set(ids).size).toBe(ids.length);
    const raw = rawFields(readAnswers(book, interview.answers), TODAY);
    expect(raw.contract).toBe(UNKNOWN);
    expect(commandLine(raw).join(' ')).toContain('--contract unknown');
  }, 120_000);

  it('takes it only where the question does', () => {
    expect(fits({ id: 'contract', optional: false, unknown: true, members: ['open-ended'] }, UNKNOWN)).toBe(
      true,
    );
    expect(fits({ id: 'change', optional: true, members: ['loss'] }, UNKNOWN)).toBe(false);
  });

  it('at fourteen and eighteen asks about the child', () => {
    const now = runScript(setting, {
      event: 'child-14',
      expiry: '2027-01-15',
      born: '2012-12-01',
      citizenship: 'MA',
    });
    expect(now.asked).toContain('born');
  });
});
