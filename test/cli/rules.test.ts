import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { permesso, tempFolder } from '../helpers/run.ts';

const file = join(tempFolder(), 'case.yaml');
writeFileSync(
  file,
  'procedure: renewal\nreason: employment\ncontract: open-ended\nexpiry: 2027-02-20\nborn: 1988-01-02\ncitizenship: MA\non: 2026-11-22\n',
);

describe('permesso rules why', () => {
  it('names the rule of a line, the facts that made it apply, and the value with its date and source', async () => {
    const { code, stdout } = await permesso(['rules', 'why', file, 'renewal-recommended']);
    expect(code).toBe(0);
    const [first = ''] = stdout.split('\n\n');
    expect(first).toMatch(/^Applies: deadlines\/deadlines\/renewal-recommended \(deadlines\.yaml:\d+\)/);
    expect(first).toContain('procedure: renewal');
    expect(first).toMatch(/renewal-lead = 90 days, in force since 2026-05-22 \[.*n\. 83/);
  });

  it('says what keeps a line away', async () => {
    const { code, stdout } = await permesso(['rules', 'why', file, 'exams-certificate']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/No rule gives this line/);
    expect(stdout).toMatch(/reason: employment \(but the rule asks for study\)/);
  });

  it('explains a decision by the name of its table', async () => {
    const { stdout } = await permesso(['rules', 'why', file, 'contribution', '--format', 'json']);
    const [first] = JSON.parse(stdout) as { rule: string; applies: boolean }[];
    expect(first).toMatchObject({ rule: 'fees/contribution/longer', applies: true });
  });

  it('lists the lines of an answer with their rules, and refuses a line that nothing gives', async () => {
    const list = await permesso(['rules', 'why', file]);
    expect(list.stdout).toMatch(/^passport-copy\tcommon\/documents\/passport-copy$/m);
    const wrong = await permesso(['rules', 'why', file, 'pasport-copy']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('passport-copy');
  });
});

describe('permesso check --why', () => {
  const renewal = [
    ...['check', '--procedure', 'renewal', '--reason', 'employment', '--contract', 'open-ended', '--expiry'],
    ...['2027-02-20', '--born', '1988-01-02', '--citizenship', 'MA', '--on', '2026-11-22', '--why'],
  ];

  it('explains a line of a case given by flags as rules why does that of a file', async () => {
    for (const line of ['renewal-recommended', 'exams-certificate', 'contribution']) {
      for (const format of ['text', 'json']) {
        const flags = await permesso([...renewal, line, '--format', format]);
        expect(flags).toEqual(await permesso(['rules', 'why', file, line, '--format', format]));
      }
    }
  });

  it('says of a question which rules hang on its answer', async () => {
    const { stdout } = await permesso([...renewal, 'contract']);
    expect(stdout).toMatch(/^Is your job contract open-ended or fixed-term\?\n {2}The answer decides/);
    expect(stdout).toMatch(/fixed-term: permits\/employment\/length\/fixed-term-renewal \(/);
    const { stdout: json } = await permesso([...renewal, 'expiry', '--format', 'json']);
    const rules = JSON.parse(json) as { gives: string[]; decides: string }[];
    const decided = (id: string) => rules.find(({ gives }) => gives.includes(id))?.decides;
    expect(decided('renewal-beyond-tolerance')).toBe('whether');
    expect(decided('renewal-recommended')).toBe('value');
    expect(decided('card')).toBeUndefined();
    expect((await permesso([...renewal, 'income'])).stdout).toContain('No rule hangs on the answer');
  });

  it('refuses a name that is neither', async () => {
    const wrong = await permesso([...renewal, 'pasport-copy']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('passport-copy');
  });
});

describe('permesso rules list, show and stale', () => {
  it.each(['rules', 'values', 'sources', 'disputes', 'reasons', 'tables'])('lists %s', async (what) => {
    const { code, stdout } = await permesso(['rules', 'list', what]);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n').length).toBeGreaterThan(10);
  });

  it('shows an entry with its sources, and suggests one for a typing error', async () => {
    const { stdout } = await permesso(['rules', 'show', 'card-price']);
    expect(stdout).toContain('dm-2016-03-10');
    expect((await permesso(['rules', 'show', 'card-pric'])).stderr).toContain('card-price');
  });

  it('lists what was checked too long ago, most used first', async () => {
    const fresh = await permesso(['rules', 'stale', '--days', '30', '--on', '2026-11-22']);
    expect(fresh.stdout.trim().split('\n')).toHaveLength(1);
    const later = await permesso([
      'rules',
      'stale',
      '--days',
      '30',
      '--on',
      '2027-11-22',
      '--format',
      'json',
    ]);
    const uses = (JSON.parse(later.stdout) as { uses: number }[]).map((value) => value.uses);
    expect(uses.length).toBeGreaterThan(50);
    expect(uses).toEqual([...uses].sort((a, b) => b - a));
  });
});

describe('permesso rules check', () => {
  it('passes the book that ships, and counts what it holds', async () => {
    const { code, stdout, stderr } = await permesso(['rules', 'check', '--format', 'json']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [] });
  });
});
