import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { namedPapers, withTicks } from '../../src/desk/ticking.ts';
import { parseTick, tickText } from '../../src/desk/ticks.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { flat } from '../helpers/pty.ts';
import { permesso, tempFolder } from '../helpers/run.ts';

const words = en.caseFile;

/** A renewal that asks for papers of one person, or of two. */
function caseFile(more = ''): string {
  const path = join(tempFolder(), 'case.yaml');
  writeFileSync(
    path,
    `# kept by hand\nprocedure: renewal\nreason: study\nfrom: study\nexpiry: 2026-09-30\nborn: 2003-05-04\ncitizenship: IN\n${more}`,
  );
  return path;
}
const SPOUSE = 'family:\n  - { relation: spouse, born: 2000-01-01 }\n';
const ON = ['--on', '2026-05-20'];
const tick = (path: string, ...args: readonly string[]) => permesso(['tick', path, ...ON, ...args]);
const ticked = (path: string) => (parse(readFileSync(path, 'utf8')) as { ticked?: string[] }).ticked;

describe('permesso tick', () => {
  it('marks papers, and every format says what is in hand and what is missing', async () => {
    const path = caseFile();
    const { code, stdout } = await tick(path, 'passport-copy', 'passport-original');
    expect(code).toBe(0);
    expect(ticked(path)).toEqual(['applicant/passport-copy', 'applicant/passport-original']);
    expect(readFileSync(path, 'utf8')).toMatch(/^# kept by hand\n/);
    const total = Number(/ of (\d+) /.exec(stdout)?.[1]);
    expect(stdout).toContain(words.count(2, total));
    expect(stdout).toMatch(/^Next: /m);
    const check = (...args: readonly string[]) => permesso(['check', '--case', path, ...ON, ...args]);
    const text = flat((await check()).stdout);
    expect(text).toContain(words.count(2, total));
    expect(text).toMatch(/\[x\] [^[]*— in hand/);
    expect(text).toMatch(/\[ \] [^[]*— missing/);
    const markdown = flat((await check('--format', 'markdown')).stdout);
    expect(markdown).toContain(words.count(2, total));
    expect(markdown).toMatch(/- \[x\] [^[]*— in hand/);
    const html = flat((await check('--format', 'html')).stdout);
    expect(html).toContain(words.count(2, total));
    expect(html.match(/ checked>/g)).toHaveLength(4);
    const json = JSON.parse((await check('--format', 'json')).stdout) as {
      progress: { inHand: number; total: number; missing: unknown[] };
      documents: { id: string; inHand: boolean }[];
    };
    expect(json.progress).toMatchObject({ inHand: 2, total });
    const got = json.documents.filter(({ inHand }) => inHand).map(({ id }) => id);
    expect([...new Set(got)].sort()).toEqual(['passport-copy', 'passport-original']);
    const italianText = flat((await check('--lang', 'it')).stdout);
    expect(italianText).toContain(italian.caseFile.count(2, total));
  });

  it('unticks with --undo, and marks one pile alone', async () => {
    const path = caseFile();
    await tick(path, 'passport-original/counter');
    expect(ticked(path)).toEqual(['applicant/passport-original/counter']);
    await tick(path, 'applicant/passport-original', 'passport-copy');
    expect(ticked(path)).toEqual(['applicant/passport-original', 'applicant/passport-copy']);
    await tick(path, '--undo', 'passport-copy', 'passport-original');
    expect(ticked(path)).toBeUndefined();
  });

  it('asks whose paper it is where two people need it', async () => {
    const path = caseFile(SPOUSE);
    const { code, stderr } = await tick(path, 'passport-copy');
    expect(code).toBe(2);
    expect(stderr).toContain('applicant/passport-copy, family-1/passport-copy');
    expect((await tick(path, 'family-1/passport-copy')).code).toBe(0);
    const text = flat((await permesso(['check', '--case', path, ...ON])).stdout);
    expect(text).toMatch(/in hand: husband or wife \(2000-01-01\); missing: you/);
  });

  it.each([
    [['passport-copi'], 'passport-copy'],
    [['applicant/passport-copi'], 'applicant/passport-copy'],
    [['passport-copy', 'nothing-like-it'], 'nothing-like-it'],
    [['family-3/passport-copy'], 'family-3/passport-copy'],
    [['a/b/c/d'], 'a/b/c/d'],
  ])('refuses %j with what was meant, and writes nothing', async (args, said) => {
    const path = caseFile();
    const before = readFileSync(path, 'utf8');
    const { code, stderr } = await tick(path, ...args);
    expect({ code, after: readFileSync(path, 'utf8') }).toEqual({ code: 2, after: before });
    expect(stderr).toContain(said);
  });

  it('without a terminal and without names lists the papers', async () => {
    const { code, stderr } = await tick(caseFile());
    expect(code).toBe(2);
    expect(stderr).toContain('applicant/passport-copy');
  });

  it('takes numbers in plain lines and says each state in words', async () => {
    const path = caseFile();
    const { code, stderr } = await permesso(['tick', path, '--plain', ...ON], { input: '1 3\n99\n1\n\n' });
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain('\u001b');
    expect(flat(stderr)).toContain(words.tick.notANumber('99', Number(/to (\d+)\./.exec(stderr)?.[1])));
    expect(ticked(path)).toHaveLength(1);
  });

  it('is no success when the lines end before the empty one', async () => {
    const path = caseFile();
    const before = readFileSync(path, 'utf8');
    expect((await permesso(['tick', path, '--plain', ...ON], { input: '1\n' })).code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('says which ticks this case does not ask for', async () => {
    const path = caseFile('ticked: [applicant/no-such-paper]\n');
    const { stdout } = await permesso(['check', '--case', path, ...ON]);
    expect(stdout).toContain(words.unasked(['applicant/no-such-paper']));
  });
});

describe('what has changed', () => {
  const save = (path: string, ...args: readonly string[]) =>
    permesso(['check', '--case', path, '--save', path, ...args]);
  const check = async (path: string, ...args: readonly string[]) =>
    flat((await permesso(['check', '--case', path, ...args])).stdout);

  it('is told before the result after a reform, with its source, until the answer is kept again', async () => {
    const path = caseFile();
    expect((await save(path, '--on', '2026-05-20')).code).toBe(0);
    const same = await check(path, '--on', '2026-05-20');
    expect(same).not.toContain(words.changed);
    const kept = readFileSync(path, 'utf8');
    const later = await check(path, '--on', '2026-06-20');
    expect(later.toLowerCase()).toMatch(new RegExp(`^${words.changed.toLowerCase()}`));
    expect(later).toContain(words.since('2026-05-20' as never, en.day('2026-05-20' as never), '2026.11.22'));
    expect(later).toMatch(/Thursday 2 July 2026, 30 days earlier, before: Saturday 1 August 2026 \[\d/);
    // a look changes nothing, and a tick does not take the news away
    expect(readFileSync(path, 'utf8')).toBe(kept);
    const { stderr } = await permesso(['tick', path, 'passport-copy', '--on', '2026-06-20']);
    expect(stderr).toContain(words.changesHint(2).slice(-20));
    expect(await check(path, '--on', '2026-06-20')).toContain('30 days earlier');
    expect((await save(path, '--on', '2026-06-20')).code).toBe(0);
    expect(await check(path, '--on', '2026-06-20')).not.toContain('30 days earlier');
  });

  it('names the answer that changed and the lines that came and went', async () => {
    const path = caseFile();
    await save(path, ...ON);
    writeFileSync(path, readFileSync(path, 'utf8').replace('born: 2003-05-04', 'born: 2003-05-05'));
    expect(await check(path, ...ON)).toContain(
      words.answerChanged('Date of birth', '2003-05-04', '2003-05-05'),
    );
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('citizenship: IN', `citizenship: IN\n${SPOUSE.trim()}`),
    );
    const json = JSON.parse(
      (await permesso(['check', '--case', path, ...ON, '--format', 'json'])).stdout,
    ) as { changes: { lines: { kind: string; after?: { sources: unknown[] } }[] } };
    const appeared = json.changes.lines.filter(({ kind }) => kind === 'appeared');
    expect(appeared.length).toBeGreaterThan(0);
    expect(appeared.every(({ after }) => (after?.sources.length ?? 0) > 0)).toBe(true);
    for (const format of ['markdown', 'html'])
      expect(await check(path, ...ON, '--format', format)).toContain(words.changed);
  });

  it('a block that was damaged by hand is an error with its line', async () => {
    const path = caseFile('seen: { on: tomorrow }\n');
    const { code, stderr } = await permesso(['check', '--case', path, ...ON]);
    expect(code).toBe(2);
    expect(stderr).toContain('line 8');
  });
});

describe('ticks', () => {
  const ticks = (...texts: readonly string[]) => texts.flatMap((text) => parseTick(text) ?? []);
  it.each([
    [['applicant/a/x'], ['applicant/a'], true, ['applicant/a']],
    [['applicant/a'], ['applicant/a/x'], true, ['applicant/a']],
    [['applicant/a', 'applicant/b'], ['applicant/a'], false, ['applicant/b']],
    [['applicant/a'], ['applicant/a', 'applicant/b'], true, ['applicant/a', 'applicant/b']],
    [['applicant/a'], ['family-1/a'], false, ['applicant/a']],
  ])('%j and %j, in hand %s: %j', (before, papers, inHand, after) => {
    expect(withTicks(ticks(...before), ticks(...papers), inHand).map(tickText)).toEqual(after);
  });

  it('nothing can be named where there is no paper', () => {
    expect(() => namedPapers(['a'], [])).toThrow('not-in-answer');
  });
});
