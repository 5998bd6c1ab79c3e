import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { metaContent, visibleText } from '../../src/render/visible-text.ts';
import { RULES_FOLDER } from '../helpers/rulebook.ts';
import { permesso, STUDENT, tempFolder } from '../helpers/run.ts';

const folder = tempFolder();
const CASE = [...STUDENT, '--family', 'child:2020-02-01'];
const saved = (name: string) => join(folder, name);
const DIGEST = /sha256:[0-9a-f]{64}/g;

async function save(name: string, ...more: string[]): Promise<string> {
  const run = await permesso([...CASE, ...more, '--out', saved(name)]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return readFileSync(saved(name), 'utf8');
}

async function verifyText(name: string, text: string) {
  writeFileSync(saved(name), text);
  return permesso(['verify', saved(name)]);
}

/** Another rule book: the card costs more. */
const otherRules = join(folder, 'rules');
cpSync(RULES_FOLDER, otherRules, { recursive: true });
const fees = join(otherRules, 'fees.yaml');
writeFileSync(fees, readFileSync(fees, 'utf8').replace('is: 3046,', 'is: 3500,'));

describe('every output', () => {
  it.each(['text', 'markdown', 'html', 'json', 'ics'])('carries both digests: %s', async (format) => {
    const { stdout } = await permesso([...CASE, '--format', format]);
    const json = JSON.parse((await permesso([...CASE, '--format', 'json'])).stdout) as {
      rulebook: { digest: string };
      digests: { case: string };
    };
    const found = stdout.replace(/\r\n /g, '').replace(/\n/g, ' ').match(DIGEST) ?? [];
    expect(found).toContain(json.rulebook.digest);
    expect(found).toContain(json.digests.case);
  });
});

describe('permesso verify', () => {
  let page: string;
  let json: string;
  beforeAll(async () => {
    page = await save('answer.html', '--format', 'html', '--count');
    json = await save('answer.json', '--format', 'json');
  });

  it.each([
    ['answer.html', []],
    ['answer.json', []],
    ['italian.html', ['--format', 'html', '--lang', 'it', '--big', '--nearby']],
    ['section.json', ['--format', 'json', '--section', 'checklist']],
    ['section.html', ['--format', 'html', '--section', 'fees']],
  ])('says that %s is the same', async (name, flags) => {
    if (flags.length > 0) await save(name, ...flags);
    const run = await permesso(['verify', saved(name)]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^Same/);
    expect(run.stdout).toContain('no signature');
  });

  it('does not mind how JSON is laid out, nor how a browser writes white space', async () => {
    const flat = await verifyText('flat.json', JSON.stringify(JSON.parse(json)));
    expect(flat.stdout).toMatch(/^Same/);
    const respaced = page.replace('<body>', '<body class="saved">').replaceAll('</p>\n', '</p>\n\n  ');
    expect((await verifyText('spaced.html', respaced)).stdout).toMatch(/^Same/);
  });

  it.each<[string, (text: string) => string]>([
    ['an amount on the page', (text) => text.replace('€70.46', '€60.46')],
    ['a date on the page', (text) => text.replace('Monday 30 November 2026', 'Monday 7 December 2026')],
    ['a line put in', (text) => text.replace('</footer>', '<p>Pay 50 euro in cash.</p></footer>')],
    ['a line taken out', (text) => text.replace(/<footer><p>.*?<\/p>/s, '<footer>')],
    ['where a link leads', (text) => text.replace(/href="https?:\/\/[^"]*"/, 'href="https://example.org/"')],
    [
      'the case behind the page',
      (text) => {
        const stamp = metaContent(text, 'permesso') ?? '';
        const other = Buffer.from(stamp, 'base64').toString('utf8').replace('2003-05-04', '2003-05-05');
        return text.replace(stamp, Buffer.from(other, 'utf8').toString('base64'));
      },
    ],
  ])('finds %s', async (_, change) => {
    const altered = change(page);
    expect(altered).not.toBe(page);
    const run = await verifyText('altered.html', altered);
    expect(run.stdout).toMatch(/^Altered/);
    expect(run.code).toBe(1);
  });

  it('finds any value of a JSON result that is another one', async () => {
    const values = Object.entries(JSON.parse(json) as Record<string, unknown>).filter(
      ([key]) => !['rulebook', 'digests'].includes(key),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...values), async ([key, value]) => {
        const other = { ...(JSON.parse(json) as object), [key]: value === null ? 'x' : null };
        const run = await verifyText('value.json', JSON.stringify(other));
        expect(run.code === 0 || run.stdout.startsWith('Same')).toBe(false);
      }),
      { numRuns: 8 },
    );
  });

  it('is not taken in by a digest computed again: the rule book says what the page must say', async () => {
    const cheaper = page.replaceAll('€70.46', '€60.46').replaceAll('€30.46', '€20.46');
    expect((await verifyText('cheaper.html', cheaper)).stdout).toMatch(/\+ .*€60\.46/);
  });

  it('tells which lines the law changed since, with before and after', async () => {
    await save('old.html', '--format', 'html', '--rules', otherRules);
    await save('old.json', '--format', 'json', '--rules', otherRules);
    for (const name of ['old.html', 'old.json']) {
      const run = await permesso(['verify', saved(name)]);
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('Law changed since: these lines');
      expect(run.stdout).toContain('before: €75.00');
      expect(run.stdout).toContain('cannot be recomputed here');
    }
    const italian = await permesso(['verify', saved('old.json'), '--lang', 'it']);
    expect(italian.stdout).toContain('La legge è cambiata');
    const own = await permesso(['verify', saved('old.html'), '--rules', otherRules]);
    expect(own.stdout).toMatch(/^Same/);
  });

  it('checks a file of another rule book against its own digests', async () => {
    const old = await save('older.html', '--format', 'html', '--rules', otherRules);
    const run = await verifyText('older-altered.html', old.replace('€75.00', '€65.00'));
    expect(run.stdout).toMatch(/^Altered/);
  });

  it('gives its verdict as JSON', async () => {
    await save('for-json.json', '--format', 'json', '--rules', otherRules);
    const { stdout } = await permesso(['verify', saved('for-json.json'), '--format', 'json']);
    const { verdict, changes } = JSON.parse(stdout) as { verdict: string; changes: { text: string }[] };
    expect(verdict).toBe('law-changed');
    expect(changes.map(({ text }) => text).join()).toContain('€');
  });

  it.each<[string, string]>([
    ['a text', 'nothing of this program'],
    ['another page', '<!DOCTYPE html><html><body><p>Hello</p></body></html>'],
    ['a case', '{"procedure":"renewal"}'],
    ['nothing', ''],
    ['a stamp that is no object', '<meta name="permesso" content="[]"><body></body>'],
  ])('refuses %s', async (_, text) => {
    const run = await verifyText('other', text);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('no result of permesso');
  });
});

describe('the stamp of a page', () => {
  it('is data in an attribute, no script, and cannot break out of it', async () => {
    const page = await save('stamp.html', '--format', 'html');
    expect(page).not.toMatch(/<script/i);
    const text = Buffer.from(metaContent(page, 'permesso') ?? '', 'base64').toString('utf8');
    const stamp = JSON.parse(text) as { case: { born: string } };
    expect(stamp.case.born).toBe('2003-05-04');
    expect(visibleText(page).join(' ')).not.toContain('"born"');
  });
});
