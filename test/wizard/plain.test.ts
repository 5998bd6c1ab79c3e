import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import type { QuestionId } from '../../src/questions/answers.ts';
import { builtCatalogue, questionText } from '../helpers/built.ts';
import { flat } from '../helpers/pty.ts';
import { permesso } from '../helpers/run.ts';

const words = en.wizard;
const catalogue = builtCatalogue();
const ask = (id: QuestionId) => questionText(catalogue, id);
const ARGS = ['--plain', '--on', '2026-11-22'];

/** Answers of a student up to the length; what comes after can grow with the law. */
const STUDENT = ['arrived', 'study', '20.11.2026', '4/5/2003', 'India', '12'];
/** More empty lines than there can be optional questions, the last of which fall on the review. */
const OPEN = ['', '', '', ''];
const wizard = (lines: readonly string[], args = ARGS) =>
  permesso(args, { input: lines.map((line) => `${line}\n`).join('') });

describe('the wizard in plain lines', () => {
  it('gives the result of the same case given as flags', async () => {
    const { stdout, stderr, code } = await wizard([...STUDENT, ...OPEN, 'yes: show the result']);
    expect(code, stderr).toBe(0);
    const [result = '', line = ''] = stdout.split(`\n${words.repeat}\n`);
    expect(line).toMatch(/^permesso check --procedure first-issue --reason study --months 12 /);
    const again = await permesso([...line.trim().split(' ').slice(1), '--plain']);
    expect(result).toBe(again.stdout);
  });

  it('asks on the error stream, one question after the other, each with why', async () => {
    const { stdout, stderr } = await wizard([...STUDENT, ...OPEN, '1']);
    expect(flat(stderr)).toContain(flat(ask('event')));
    expect(flat(stderr)).toContain(flat(words.because(words.whyHappened)));
    for (const id of ['reason', 'entry', 'born', 'citizenship', 'months'] as const) {
      const { text, why } = catalogue.question({ id, optional: false });
      expect(flat(stderr)).toContain(flat(`${text} ${words.because(why ?? '')}`));
      expect(stdout).not.toContain(text);
    }
  });

  it('counts no questions, since nobody knows how many there will be', async () => {
    for (const [lang, of] of [
      ['en', 'of'],
      ['it', 'di|su'],
    ] as const) {
      const { stderr } = await wizard([...STUDENT, ...OPEN, '1'], [...ARGS, '--lang', lang]);
      expect(stderr.replace(/\d+\/\d+\/\d+/g, '')).not.toMatch(
        new RegExp(`\\d+ (${of}) \\d+|\\d ?/ ?\\d|\\d ?%`),
      );
    }
  });

  it('writes not one escape byte and no line beyond the width', async () => {
    const { stdout, stderr } = await permesso(ARGS, {
      input: [...STUDENT, ...OPEN, '1', ''].join('\n'),
      env: { COLUMNS: '40' },
    });
    expect(stderr).not.toContain('\u001b');
    expect(stdout).not.toContain('\u001b');
    expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it('takes numbers of a list, words, and a number among several that fit', async () => {
    const { stderr, code } = await wizard(['1', 'stud', '1', ...STUDENT.slice(2), ...OPEN, '1']);
    expect(stderr).toContain(words.severalFound('stud'));
    expect(code, stderr).toBe(0);
  });

  it('goes back to the answer before, which an empty line keeps', async () => {
    const lines = [
      'arrived',
      'study',
      '<',
      '',
      '20/11/2026',
      '<',
      '21/11/2026',
      '4/5/2003',
      'IN',
      '12',
      ...OPEN,
      '1',
    ];
    const { stdout, stderr, code } = await wizard(lines);
    expect(code, stderr).toBe(0);
    expect(flat(stderr)).toContain(flat(words.earlier(catalogue.answer('reason', 'study'))));
    expect(flat(stderr)).toContain(flat(words.earlier('20/11/2026')));
    expect(stdout).toContain('--reason study');
    expect(stdout).toContain('--entry 2026-11-21');
  });

  it('says at the first question that nothing lies before', async () => {
    const { stderr } = await wizard(['<', ...STUDENT, ...OPEN, '1']);
    expect(stderr).toContain(words.atTheStart);
  });

  it('repeats the question when asked to', async () => {
    const { stderr } = await wizard(['arrived', '?', 'study']);
    expect(flat(stderr).split(flat(ask('reason')))).toHaveLength(3);
  });

  it.each([
    [['arrived', 'study', '11/20/2026'], words.usDate('11/20/2026')],
    [['arrived', 'study', '20/11/26'], words.notADate('20/11/26')],
    [['arrived', 'study', '31/11/2026'], words.noSuchDay('31/11/2026')],
    [['arrived', 'study', ''], words.answerNeeded],
    [['arrived', 'study', '20/11/2026', '23/11/2026'], words.afterToday('23/11/2026')],
    [['arrived', 'study', '20/11/2026', '4/5/2003', 'Atlantis'], words.notFound('Atlantis')],
    [[...STUDENT.slice(0, -1), '0'], words.notAnInteger('0', 1, 120)],
    [['99'], words.notAChoice('99', catalogue.question({ id: 'event', optional: false }).choices.length)],
  ])('refuses the last of %j, says what was typed, and asks on', async (lines, message) => {
    const { stderr, code } = await wizard(lines);
    expect(flat(stderr)).toContain(flat(message));
    expect(code).toBe(2);
  });

  it('says with which permits an event leads somewhere', async () => {
    const { stderr } = await wizard(['lost-job', 'family']);
    expect(flat(stderr)).toContain(catalogue.answer('from', 'employment'));
    expect(stderr.split(ask('from')).length).toBeGreaterThan(2);
  });

  it('changes one answer, drops what no longer applies, and shows the list again', async () => {
    const review = ['2', '5', 'France', ...OPEN];
    const { stdout, stderr, code } = await wizard([...STUDENT, ...OPEN.slice(2), ...review, '1']);
    expect(code, stderr).toBe(0);
    expect(flat(stderr).split(flat(words.reviewHeading)).length).toBeGreaterThan(2);
    expect(stdout).toContain('--citizenship FR');
    expect(stdout).not.toContain('--months');
  });

  it('adds a date at the review', async () => {
    const { stdout, stderr, code } = await wizard([...STUDENT, '', '', '3', 'moved', '21/11/2026', '1']);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('--moved 2026-11-21');
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('is no success when the answers end after %d', async (count) => {
    const { stdout, stderr, code } = await wizard(STUDENT.slice(0, count));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(en.error.endOfInput);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('speaks Italian and repeats the language', async () => {
    const { stderr, stdout } = await wizard([...STUDENT, ...OPEN, '1'], [...ARGS, '--lang', 'it']);
    expect(flat(stderr)).toContain(flat(italian.wizard.reviewHeading));
    expect(stdout).toContain(italian.wizard.repeat);
  });

  it('reads lines with Windows ends and a mark at the beginning', async () => {
    const input = `\ufeff${[...STUDENT, ...OPEN, '1', ''].join('\r\n')}`;
    expect((await permesso(ARGS, { input })).code).toBe(0);
  });

  it('refuses a day before the book begins, before any question', async () => {
    const { stderr, code } = await wizard([], ['--plain', '--on', '2001-01-01']);
    expect(code).toBe(2);
    expect(stderr).not.toContain(ask('event'));
  });
});
