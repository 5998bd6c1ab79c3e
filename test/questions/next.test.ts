import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, kebab } from '../../src/case/case.ts';
import { nextQuestion } from '../../src/questions/next.ts';
import { ownSetting, runScript, STUDENT_SCRIPT, TODAY, type Script } from '../helpers/interview.ts';
import { bookWith } from '../helpers/small-book.ts';

const setting = ownSetting();
const asks = (script: Script) => runScript(setting, script).asked;

const RENEWAL: Script = {
  event: 'expiring',
  expiry: '2027-01-15',
  born: '1988-01-02',
  citizenship: 'MA',
  months: 12,
};

describe('a student who has arrived', () => {
  it('answers what happened, the reason, and what a case needs, then what can still matter', () => {
    const asked = asks(STUDENT_SCRIPT);
    expect(asked.slice(0, 5)).toEqual(['event', 'reason', 'entry', 'born', 'citizenship']);
    expect(asked).toContain('months');
    expect(asked).toContain('family.0.relation');
    expect(asked.length).toBeLessThanOrEqual(8);
  });

  it.each([
    'from',
    'change',
    'contract',
    'domestic',
    'role',
    'expiry',
    'jobEnd',
    'office',
    'province',
  ] as const)('is not asked for %s', (field) => {
    expect(asks(STUDENT_SCRIPT)).not.toContain(field);
  });
});

describe('the front door', () => {
  it('asks for the permit held where the event hangs on it, and takes its reason', () => {
    expect(asks({ ...RENEWAL, from: 'study' }).slice(0, 3)).toEqual(['event', 'from', 'expiry']);
  });

  it('asks an expert for procedure and reason', () => {
    const asked = asks({ ...STUDENT_SCRIPT, event: 'other', procedure: 'first-issue' });
    expect(asked.slice(0, 3)).toEqual(['event', 'procedure', 'reason']);
  });

  it('lets the reason tell the procedure at eighteen', () => {
    const script = { ...RENEWAL, event: 'child-18', from: 'family', born: '2008-11-01' };
    const conversion = runScript(setting, { ...script, reason: 'study' });
    expect(conversion.asked.slice(0, 3)).toEqual(['event', 'from', 'reason']);
    expect(nextQuestion(setting, conversion.interview.answers.slice(0, 2))?.members).toContain('family');
  });

  it('offers nobody a permit that leads nowhere', () => {
    const leads = nextQuestion(setting, [{ id: 'event', value: 'lost-job' }])?.leads;
    expect(leads).toContain('employment');
    expect(leads).not.toContain('family');
  });

  it('is skipped by a book without events', () => {
    const { book } = setting.rulebook;
    const rulebook = { ...setting.rulebook, book: { ...book, events: [] } };
    expect(nextQuestion({ rulebook, on: TODAY }, [])?.id).toBe('procedure');
  });
});

describe('only what can change the result', () => {
  it('asks an employee for the contract and a student not', () => {
    expect(asks({ ...RENEWAL, from: 'employment', contract: 'open-ended' })).toContain('contract');
    expect(asks({ ...RENEWAL, from: 'study' })).not.toContain('contract');
  });

  it('asks a citizen of the Union for nothing that only a permit needs', () => {
    const asked = asks({ ...STUDENT_SCRIPT, citizenship: 'FR' });
    expect(asked).not.toContain('months');
    expect(asked).not.toContain('visa');
  });

  it('asks nobody who is Italian for anything beyond what a case needs', () => {
    expect(asks({ ...STUDENT_SCRIPT, citizenship: 'IT' })).toEqual([
      'event',
      'reason',
      'entry',
      'born',
      'citizenship',
    ]);
  });

  it('asks for the province only where one of its holidays moves a date', () => {
    // Whit Monday of Bolzano, 17 May 2027
    const whitsun = { ...STUDENT_SCRIPT, entry: '2027-05-13' };
    const may = { ...setting, on: '2027-05-14' as typeof TODAY };
    expect(runScript(may, whitsun).asked).toContain('province');
    expect(asks(STUDENT_SCRIPT)).not.toContain('province');
  });

  it('asks for the income of a relative only where it counts', () => {
    const family: Script = { 'family.0.relation': 'child', 'family.0.born': '2020-02-01' };
    expect(asks({ ...STUDENT_SCRIPT, ...family })).not.toContain('family.0.income');
    const adult: Script = {
      'family.0.relation': 'spouse',
      'family.0.born': '1990-02-01',
      'family.0.income': true,
    };
    expect(asks({ ...STUDENT_SCRIPT, ...adult })).toContain('family.0.income');
  });

  it('asks who else until nobody is named', () => {
    const asked = asks({
      ...STUDENT_SCRIPT,
      'family.0.relation': 'child',
      'family.0.born': '2020-02-01',
      'family.1.relation': 'child',
      'family.1.born': '2022-02-01',
    });
    expect(asked.filter((id) => id.endsWith('.relation'))).toHaveLength(3);
  });

  it('never asks for a field without a place in the interview', () => {
    const unasked = FIELD_NAMES.filter(
      (name) => setting.rulebook.book.fields[kebab(name)]?.ask === undefined,
    );
    const scripts: Script[] = [
      STUDENT_SCRIPT,
      { ...RENEWAL, from: 'employment', contract: 'open-ended' },
      { ...RENEWAL, event: 'moved', from: 'study' },
    ];
    expect(scripts.flatMap(asks).filter((id) => unasked.some((name) => name === id))).toEqual([]);
  });

  it('asks a new question as soon as a rule tests its answer', () => {
    const rulebook = bookWith({
      add: {
        path: 'extra.yaml',
        text: 'rules: { warnings: [{ add: extra, when: { reason: study, domestic: true }, source: tui art. 5, sure: single }] }',
      },
    });
    expect(runScript({ rulebook, on: TODAY }, STUDENT_SCRIPT).asked).toContain('domestic');
    expect(asks(STUDENT_SCRIPT)).not.toContain('domestic');
  });

  it('asks two questions that matter only together', () => {
    const rulebook = bookWith({
      add: {
        path: 'extra.yaml',
        text: 'rules: { warnings: [{ add: extra, when: { reason: study, domestic: true, role: trainee }, source: tui art. 5, sure: single }] }',
      },
    });
    const together = { rulebook, on: TODAY };
    expect(runScript(together, { ...STUDENT_SCRIPT, domestic: true, role: 'trainee' }).asked).toEqual(
      expect.arrayContaining(['domestic', 'role']),
    );
    // once one of them is settled the other cannot matter
    expect(runScript(together, { ...STUDENT_SCRIPT, domestic: false }).asked).not.toContain('role');
  });
});
