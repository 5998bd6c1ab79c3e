import { describe, expect, it } from 'vitest';
import { COMMAND_FORMATS } from '../../src/completion/values.ts';
import { permesso } from '../helpers/run.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const { book } = ownRulebook();

async function tab(...words: string[]): Promise<{ values: string[]; meanings: string[]; fallback: string }> {
  const { code, stdout, stderr } = await permesso(['complete', '--', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  const pairs = lines.slice(0, -1).map((line) => line.split('\t'));
  return {
    values: pairs.map(([value = '']) => value),
    meanings: pairs.map(([, meaning = '']) => meaning),
    fallback: lines.at(-1) ?? '',
  };
}

describe('what can come next', () => {
  it('is every command at the beginning, those of a group within it', async () => {
    const { values } = await tab('');
    expect(values).toEqual(
      expect.arrayContaining(['check', 'batch', 'rules', 'codes', 'terms', 'completion']),
    );
    expect(values).not.toContain('complete');
    expect((await tab('ch')).values).toEqual(['check']);
    expect((await tab('rules', 'st')).values).toEqual(['stale']);
    expect((await tab('help', 'ba')).values).toEqual(['batch']);
  });

  it('is every procedure, reason, province, event and relation of the rule book', async () => {
    expect((await tab('check', '--procedure', '')).values).toEqual(book.fields.procedure?.values);
    expect((await tab('check', '--reason', '')).values).toEqual(Object.keys(book.reasons));
    expect((await tab('check', '--from=fam')).values).toEqual(
      Object.keys(book.reasons)
        .filter((id) => id.startsWith('fam'))
        .map((id) => `--from=${id}`),
    );
    expect((await tab('check', '--province', '')).values).toEqual(Object.keys(book.provinces));
    expect((await tab('check', '--citizenship', 'I')).values).toContain('IN');
    expect((await tab('check', '--event', '')).values).toEqual([
      ...new Set(book.events.map(({ event }) => event)),
    ]);
    expect((await tab('check', '--family', '')).values).toEqual(
      book.fields.relation?.values?.map((relation) => `${relation}:`),
    );
  });

  it('says what a value means, in the language asked for', async () => {
    const english = await tab('check', '--reason', 'pending');
    expect(english.meanings[0]).toMatch(/attesa occupazione/i);
    const italian = await tab('--lang', 'it', 'check', '--procedure', 'renewal');
    expect(italian.meanings).toEqual(['Rinnovo']);
  });

  it('is the sections, languages, shells, tables and what can be listed', async () => {
    expect((await tab('check', '--section', 'f')).values).toEqual(['fees', 'form']);
    expect((await tab('check', '--lang', '')).values).toEqual(['en', 'it']);
    expect((await tab('completion', '')).values).toEqual(['bash', 'zsh', 'fish', 'powershell']);
    expect((await tab('codes', 'prov')).values).toEqual(['provinces']);
    expect((await tab('rules', 'list', 'dis')).values).toEqual(['disputes']);
    expect((await tab('check', '--income', 't')).values).toEqual(['true']);
  });

  it('is the flags, without those given, but those that can be given again', async () => {
    const { values } = await tab('check', '--procedure', 'renewal', '--family', 'child:2020-02-01', '');
    expect(values).toEqual(expect.arrayContaining(['--reason', '--family', '--format']));
    expect(values).not.toContain('--procedure');
    expect((await tab('check', '--income', '--pla')).values).toEqual(['--plain']);
    expect((await tab('check', '-')).values).toContain('--job-end');
  });

  it('leaves files and folders to the shell, and dates to the person', async () => {
    expect(await tab('check', '--case', '')).toMatchObject({ values: [], fallback: ':files' });
    expect(await tab('check', '--out=re')).toMatchObject({ values: [], fallback: ':files' });
    expect(await tab('check', '--rules', '')).toMatchObject({ values: [], fallback: ':folders' });
    expect(await tab('batch', '')).toMatchObject({ values: [], fallback: ':files' });
    expect(await tab('check', '--born', '')).toMatchObject({ values: [], fallback: ':none' });
    expect(await tab('check', '--unknown=', '')).toMatchObject({ fallback: ':none' });
  });

  it('takes a word after -- for an argument', async () => {
    expect(await tab('batch', '--', '-')).toMatchObject({ values: [], fallback: ':files' });
  });

  it.each(Object.entries(COMMAND_FORMATS))('offers the formats that “%s” has', async (path, formats) => {
    const words = path.split(' ').filter((word) => word !== '');
    expect((await tab(...words, '--format', '')).values).toEqual(formats);
    const needed = { completion: ['bash'], 'rules show': ['x'], 'rules why': ['x'] }[path] ?? [];
    const { stderr, code } = await permesso([...words, ...needed, '--format', 'nonsense']);
    expect(code).toBe(2);
    expect(stderr).toContain(`(allowed: ${formats.join(', ')})`);
  });
});
