import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../src/case/plain-date.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import type { Question } from '../../src/questions/catalogue.ts';
import { asTyped, listed, readTyped } from '../../src/questions/parse.ts';

const date: Question = { kind: 'date', text: 'When?', choices: [] };
const number: Question = { kind: 'integer', text: 'How long?', choices: [], range: [1, 120] };
const yesNo: Question = { kind: 'boolean', text: 'Is it?', choices: [] };
const colours: Question = {
  kind: 'choice',
  text: 'Which?',
  choices: ['red', 'green', 'dark green'].map((label) => ({ value: label.replace(' ', '-'), label })),
};
const read = (question: Question, typed: string) => readTyped(question, typed, en, listed(question, en));

describe('readTyped', () => {
  it.each<[Question, string, unknown]>([
    [date, '27.3.2027', '2027-03-27'],
    [number, ' 12 ', 12],
    [number, '012', 12],
    [yesNo, 'y', true],
    [yesNo, 'YES', true],
    [yesNo, 'sì', true],
    [yesNo, 'Si', true],
    [yesNo, '1', true],
    [yesNo, 'n', false],
    [yesNo, 'No', false],
    [yesNo, '2', false],
    [colours, '1', 'red'],
    [colours, 'RED', 'red'],
    [colours, 'dark g', 'dark-green'],
    [colours, 'green', 'green'],
    [colours, 'dark', 'dark-green'],
  ])('%$ reads it', (question, typed, value) => {
    expect(read(question, typed)).toEqual({ value });
  });

  it.each<[Question, string, string]>([
    [date, '3/27/2027', en.wizard.usDate('3/27/2027')],
    [date, '27/3/27', en.wizard.notADate('27/3/27')],
    [date, '30/2/2027', en.wizard.noSuchDay('30/2/2027')],
    [{ ...date, latest: '2026-11-22' as PlainDate }, '23/11/2026', en.wizard.afterToday('23/11/2026')],
    [number, '0', en.wizard.notAnInteger('0', 1, 120)],
    [number, '121', en.wizard.notAnInteger('121', 1, 120)],
    [number, '1.5', en.wizard.notAnInteger('1.5', 1, 120)],
    [number, '2 years', en.wizard.notAnInteger('2 years', 1, 120)],
    [number, '99999999999999999999', en.wizard.notAnInteger('99999999999999999999', 1, 120)],
    [yesNo, 'perhaps', en.wizard.notAChoice('perhaps', 2)],
    [colours, '4', en.wizard.notAChoice('4', 3)],
    [colours, '0', en.wizard.notAChoice('0', 3)],
    [colours, 'blue', en.wizard.notAChoice('blue', 3)],
    [colours, '', en.wizard.answerNeeded],
  ])('%$ refuses it and repeats what was typed', (question, typed, problem) => {
    expect(read(question, typed)).toEqual({ problem });
  });

  it('offers the choices that a text fits', () => {
    expect(read({ ...colours }, 'gr')).toEqual({ several: [colours.choices[1], colours.choices[2]] });
  });

  it('leaves an optional question open for an empty line or its own number', () => {
    const optional = { ...colours, skip: 'none' };
    expect(read(optional, '  ')).toEqual({ value: undefined });
    expect(read(optional, '4')).toEqual({ value: undefined });
    expect(read({ ...number, skip: 'none' }, '1')).toEqual({ value: 1 });
  });

  it('knows yes and no in the language of the page and in the other', () => {
    expect(readTyped(yesNo, 'sì', italian)).toEqual({ value: true });
    expect(readTyped(yesNo, 'yes', italian)).toEqual({ value: true });
  });

  it('shows no control character of what was typed', () => {
    expect(JSON.stringify(read(date, 'a\u001b[31mb'))).not.toContain('\\u001b');
  });
});

it('a value is put before the person as it would be typed', () => {
  expect(asTyped('2027-03-05')).toBe('05/03/2027');
  expect(asTyped(12)).toBe('12');
  expect(asTyped(undefined)).toBe('');
});
