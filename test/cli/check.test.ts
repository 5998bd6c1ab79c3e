import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { permesso, STUDENT, tempFolder } from '../helpers/run.ts';

interface Answer {
  permit: { code: string; maxMonths: number };
  route: string[];
  fees: { totalCents: number; lines: { cents: number }[]; payments: { id: string; cents: number }[] };
  deadlines: {
    id: string;
    date: string;
    latest?: string;
    count: { days: { date: string; number?: number }[] };
  }[];
  documents: { id: string; pile: string; text: string; sources: unknown[]; rule: string; sure: string }[];
}

const jsonOf = (text: string) => JSON.parse(text) as Answer;

/** An error for people: it says something, shows no stack, and never pretends success. */
function expectRefusal(run: { code: number | null; stdout: string; stderr: string }, code = 2): void {
  expect(run.stderr).not.toBe('');
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stdout).toBe('');
  expect(run.code).toBe(code);
}

describe('permesso check', () => {
  it('answers a student who landed on Friday', async () => {
    const run = await permesso([...STUDENT, '--format', 'json']);
    expect(run.code).toBe(0);
    expect(run.stderr).toBe('');
    const answer = jsonOf(run.stdout);
    expect(answer.route).toEqual(['post-office']);
    expect(answer.fees.totalCents).toBe(11_646);
    expect(answer.fees.payments.filter(({ id }) => id === 'slip').map(({ cents }) => cents)).toEqual([7_046]);
    const [deadline] = answer.deadlines.filter(({ id }) => id === 'first-application');
    expect(deadline).toMatchObject({ date: '2026-11-30', latest: '2026-12-02' });
    expect(deadline?.count.days.at(-1)).toEqual({ date: '2026-11-30', number: 8 });
  });

  it('gives every line its wording, rule, sources and sureness', async () => {
    const answer = jsonOf((await permesso([...STUDENT, '--format', 'json'])).stdout);
    for (const line of [...answer.documents, ...(answer.deadlines as unknown as Answer['documents'])]) {
      expect(line.text, line.id).not.toMatch(/^[a-z-]+$|[_{}]/);
      expect(line.sources.length, line.id).toBeGreaterThan(0);
      expect(line.rule, line.id).toMatch(/\//);
      expect(['confirmed', 'single', 'unconfirmed', 'disputed']).toContain(line.sure);
    }
  });

  it('puts where, how much and by when before anything else, in both languages', async () => {
    const english = (await permesso(STUDENT)).stdout.split('\n').slice(0, 12).join('\n');
    expect(english).toContain('Sportello Amico');
    expect(english).toContain('€116.46');
    expect(english).toContain('Monday 30 November 2026 (in 8 days)');
    const italian = (await permesso([...STUDENT, '--lang', 'it'])).stdout.split('\n').slice(0, 12).join('\n');
    expect(italian).toContain('116,46 €');
    expect(italian).toContain('lunedì 30 novembre 2026 (tra 8 giorni)');
  });

  it('gives the same bytes in every time zone and locale', async () => {
    const runs = await Promise.all(
      ['Pacific/Apia', 'America/New_York', 'Europe/Rome'].map((TZ) =>
        permesso([...STUDENT, '--format', 'json'], { env: { TZ } }),
      ),
    );
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  });

  it('reads a case from YAML, JSON and standard input, and lets flags win', async () => {
    const folder = tempFolder();
    const yaml =
      'procedure: first-issue\nreason: 24\nmonths: 12\nentry: 2026-11-20\nborn: 2003-05-04\ncitizenship: IN\non: 2026-11-22\n';
    writeFileSync(join(folder, 'case.yaml'), yaml);
    const json = {
      procedure: 'first-issue',
      reason: 'study',
      months: 12,
      entry: '2026-11-20',
      born: '2003-05-04',
      citizenship: 'IN',
      on: '2026-11-22',
    };
    const runs = await Promise.all([
      permesso(['check', '--case', join(folder, 'case.yaml'), '--format', 'json']),
      permesso(['check', '--case', '-', '--format', 'json'], { input: JSON.stringify(json) }),
      permesso([...STUDENT, '--format', 'json']),
    ]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    const later = await permesso(['check', '--case', '-', '--entry', '2026-12-03', '--format', 'json'], {
      input: yaml,
    });
    expect(jsonOf(later.stdout).deadlines.find(({ id }) => id === 'first-application')?.date).toBe(
      '2026-12-14',
    );
  });

  it('takes relatives as flags', async () => {
    const run = await permesso([
      ...[
        'check',
        '--procedure',
        'first-issue',
        '--reason',
        'family',
        '--months',
        '24',
        '--entry',
        '2026-11-20',
      ],
      ...['--born', '1990-03-04', '--citizenship', 'PE', '--on', '2026-11-22', '--format', 'json'],
      ...['--family', 'child:2020-02-01', '--family', 'child:2016-02-01'],
    ]);
    expect(jsonOf(run.stdout).fees.totalCents).toBe(18_738);
  });

  it.each([40, 80, 120])('fits %i columns, with and without colour', async (width) => {
    const env = { COLUMNS: String(width) };
    const plain = await permesso(STUDENT, { env });
    for (const line of plain.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
    expect(plain.stdout).not.toContain('\u001b');
    expect(plain.stdout).not.toMatch(/[\u2500-\u257f]/);
    const coloured = await permesso(STUDENT, { env: { ...env, FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[');
    // eslint-disable-next-line no-control-regex -- the escape sequences are what is taken away
    expect(coloured.stdout.replace(/\u001b\[[0-9;]*m/g, '')).toBe(plain.stdout);
  });

  it('writes --out whole, for the owner only, and never over a file without --force', async () => {
    const out = join(tempFolder(), 'answer.json');
    expect(await permesso([...STUDENT, '--format', 'json', '--out', out])).toMatchObject({
      code: 0,
      stdout: '',
    });
    const first = readFileSync(out, 'utf8');
    expect(jsonOf(first).fees.totalCents).toBe(11_646);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expectRefusal(await permesso([...STUDENT, '--out', out]));
    expect(readFileSync(out, 'utf8')).toBe(first);
    expect((await permesso([...STUDENT, '--out', out, '--force'])).code).toBe(0);
    expect(readFileSync(out, 'utf8')).not.toBe(first);
    expect(readdirSync(join(out, '..'))).toEqual(['answer.json']);
  });
});

describe('input that cannot be used', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown flag', [...STUDENT, '--natonality', 'IN'], /--natonality/],
    ['an unknown command', ['chek'], /check/],
    ['an unknown reason', [...STUDENT, '--reason', 'studdy'], /study/],
    ['a shared code', [...STUDENT, '--reason', '13'], /family-cohesion/],
    ['30 February', [...STUDENT, '--entry', '2026-02-30'], /2026-02-30/],
    ['a birth in the future', [...STUDENT, '--born', '2030-01-01'], /2030-01-01/],
    ['a length that is no number', [...STUDENT, '--months', 'twelve'], /twelve/],
    ['an unknown format', [...STUDENT, '--format', 'pdf'], /json/],
    ['an unknown language', [...STUDENT, '--lang', 'xx'], /en, it/],
    ['a day before the book', [...STUDENT, '--on', '2006-12-10'], /2006-12-11/],
    ['half a relative', [...STUDENT, '--family', 'child'], /child:2020-02-01/],
    ['a case file that does not exist', ['check', '--case', '/no/such/file.yaml'], /ENOENT/],
    ['a folder as case file', ['check', '--case', '/'], /folder/],
    ['an --out that cannot be written', [...STUDENT, '--out', '/no/such/folder/x.json'], /ENOENT/],
    ['a folder as --out', [...STUDENT, '--out', '/'], /folder/],
    ['a rules folder that does not exist', [...STUDENT, '--rules', '/no/such/folder'], /no\/such\/folder/],
    ['nothing at all', ['check'], /procedure/],
  ])('%s', async (_, args, message) => {
    const run = await permesso(args);
    expectRefusal(run);
    expect(run.stderr).toMatch(message);
  });

  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
    .split('')
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefg'[index] ?? ''}`)
          .join(', ')}]\n`,
    )
    .join('')}procedure: *h\n`;
  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /empty/],
    ['only spaces', ' \n\n', /empty/],
    ['only a comment', '# nothing\n', /empty/],
    ['a YAML bomb', bomb, /YAML/],
    ['50 MB', 'x'.repeat(50_000_000), /1 MB/],
    ['binary bytes', Uint8Array.from([0xff, 0xfe, 0, 1, 2, 0x80]), /UTF-8/],
    ['a NUL byte', 'procedure: \u0000', /UTF-8/],
    ['a list', '- procedure: renewal\n', /fields/],
    ['a word', 'renewal\n', /fields/],
    ['deep nesting', '['.repeat(20_000), /YAML|fields/],
    ['the key __proto__', '{"__proto__": {"reason": "study"}}', /__proto__/],
    ['a custom tag', 'procedure: !!js/function "x"\n', /line 1/],
    ['the same key twice', 'procedure: renewal\nprocedure: update\n', /line 2/],
  ])('%s on standard input', async (_, input, message) => {
    const run = await permesso(['check', '--case', '-'], { input });
    expectRefusal(run);
    expect(run.stderr).toMatch(message);
  });

  it('names line and column of each wrong field of a file', async () => {
    const file = join(tempFolder(), 'case.yaml');
    writeFileSync(
      file,
      'procedure: renewal\nreason: studdy\nborn: 2003-05-04\ncitizenship: ZZ\nexpiry: 2026-02-30\ncolour: red\n',
    );
    const run = await permesso(['check', '--case', file]);
    expectRefusal(run);
    for (const [line, field] of [
      [2, 'reason'],
      [4, 'citizenship'],
      [5, 'expiry'],
      [6, 'colour'],
    ] as const) {
      expect(run.stderr).toMatch(new RegExp(`line ${line}, column \\d+: ${field}`));
    }
  });

  it('shows nothing that could steer a terminal', async () => {
    const run = await permesso([...STUDENT, '--reason', '\u001b[2Jstudy\u202e\u0007']);
    expectRefusal(run);
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(run.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('is an answer with advice, not an error, where the law knows no such permit', async () => {
    const short = await permesso([...STUDENT, '--months', '2', '--format', 'json']);
    expect(short.code).toBe(0);
    expect(JSON.parse(short.stdout)).toMatchObject({ permit: null, fees: { totalCents: 0 } });
  });
});

describe('the program alone', () => {
  it('says how to go on without a terminal', async () => {
    const run = await permesso([]);
    expectRefusal(run);
    expect(run.stderr).toContain('permesso check');
  });

  it('prints one line for --version', async () => {
    expect((await permesso(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+.*\n$/);
  });
});

describe('a rule book of one’s own', () => {
  it('is read from YAML, and says where it is wrong', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'text'));
    writeFileSync(
      join(folder, 'book.yaml'),
      'book: { version: x, earliest: 2006-12-11, read: 2026-11-22 }\nrulez: 1\n',
    );
    const run = await permesso([...STUDENT, '--rules', folder]);
    expectRefusal(run, 1);
    expect(run.stderr).toMatch(/book\.yaml:2:\d+: unknown key "rulez"\n\s+rulez: 1/);
  });
});
