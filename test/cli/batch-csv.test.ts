import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { permesso, tempFolder } from '../helpers/run.ts';

const ON = ['--on', '2026-11-22'];
const HEADER = 'procedure;reason;months;entry;born;citizenship';
const STUDENT = 'first-issue;study;12;2026-11-20;2003-05-04;IN';

const jsonRows = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function totals(input: string | Uint8Array, ...args: string[]) {
  const run = await permesso(['batch', ...ON, '--fields', 'totalCents', '--quiet', ...args], { input });
  return { code: run.code, stderr: run.stderr, rows: jsonRows(run.stdout) };
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const bigEndian = (text: string) => utf16(text).swap16();

describe('CSV in', () => {
  const whole = { totalCents: 11646 };
  const comma = (text: string) => text.replaceAll(';', ',');

  it.each<[string, string | Uint8Array, string[]]>([
    ['semicolons', `${HEADER}\n${STUDENT}\n`, []],
    ['commas', comma(`${HEADER}\n${STUDENT}\n`), []],
    ['tabs', `${HEADER}\n${STUDENT}\n`.replaceAll(';', '\t'), []],
    ['a byte order mark and CRLF', `\ufeff${HEADER}\r\n${STUDENT}\r\n`, []],
    ['carriage returns alone', `${HEADER}\r${STUDENT}\r`, []],
    ['no line end at the end', `${HEADER}\n${STUDENT}`, []],
    ['everything in quotes', `${HEADER}\n${STUDENT}\n`.replace(/[^;\n]+/g, '"$&"'), []],
    ['a line that names the separator', `sep=;\r\n${HEADER}\r\n${STUDENT}\r\n`, []],
    ['UTF-16, as Excel saves Unicode text', utf16(`${HEADER}\r\n${STUDENT}\r\n`.replaceAll(';', '\t')), []],
    ['UTF-16 the other way round', bigEndian(`${HEADER}\n${STUDENT}\n`), []],
    ['empty rows as spreadsheets leave them', `${HEADER}\n;;;;;\n\n${STUDENT}\n;;;;;\n`, []],
    [
      'names in other spellings',
      `${HEADER}\n${STUDENT}\n`.replace('procedure', ' Procedure ').replace('born', 'BORN'),
      [],
    ],
    ['days as on Italian papers', `${HEADER}\nfirst-issue;study;12;20/11/2026;4.5.2003;IN\n`, []],
    ['the official code and the Italian name', `${HEADER}\nfirst-issue;24;12;2026-11-20;2003-05-04;IN\n`, []],
    ['columns that this case does not need', `${HEADER};expiry;domestic\n${STUDENT};;FALSO\n`, []],
    ['Windows-1252 that says so', latin(`${HEADER};cognome\n${STUDENT};Nicolò\n`), ['--carry', 'cognome']],
  ])('is read with %s', async (_, input, args) => {
    expect(await totals(input, ...args)).toEqual({ code: 0, stderr: '', rows: [whole] });
  });

  it('takes a family from columns, from a cell and from JSON', async () => {
    const header = 'procedure;reason;contract;expiry;born;citizenship';
    const worker = 'renewal;employment;open-ended;20/02/2027;02/01/1988;MA';
    const inputs = [
      `${header};family-1-relation;family-1-born;family-1-income\n${worker};child;01/02/2020;no\n`,
      `${header};family\n${worker};child:2020-02-01\n`,
      `${header};family\n${worker};"[{""relation"":""child"",""born"":""2020-02-01""}]"\n`,
    ];
    for (const input of inputs) expect((await totals(input)).rows).toEqual([{ totalCents: 15692 }]);
  });

  it('refuses a row in its place, with line, column and reason', async () => {
    const input = [
      HEADER,
      STUDENT,
      STUDENT.replace('study', 'studdy'),
      'first-issue;study;12;31/02/2026;2003-05-04;IN',
      `${STUDENT};beyond`,
      'first-issue;"study"x;12;2026-11-20;2003-05-04;IN',
      'first-issue;study',
      `"never closed;study`,
      STUDENT,
    ].join('\n');
    const { code, rows } = await totals(input);
    expect(code).toBe(3);
    const faults = rows.map(
      (row) => row.error as { code: string; path: string; column?: number } | undefined,
    );
    expect(faults.map((fault) => fault && [fault.code, fault.path, fault.column])).toEqual([
      undefined,
      ['unknown-value', 'reason', 2],
      ['not-a-date', 'entry', 4],
      ['too-many-cells', '', 7],
      ['text-behind-quote', '', 2],
      ['missing', 'entry', 4],
      ['quote-not-closed', '', undefined],
      undefined,
    ]);
    expect(rows.flatMap((row) => (row.error ? [row.line] : []))).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it.each([
    ['an unknown column', `${HEADER};surname\n${STUDENT};x\n`, /“surname”.*--carry/],
    ['a misspelt column', `${HEADER};jobbend\n${STUDENT};\n`, /did you mean “job-end”/],
    ['a column twice', `${HEADER};Born\n${STUDENT};\n`, /twice/],
    ['no column for what every case needs', 'procedure;reason\nrenewal;study\n', /no column “born”/],
    ['no header', 'hello\nworld\n', /hello/],
    ['an empty file', '', /empty/],
    ['nothing but line ends', '\n\r\n\n', /empty/],
    ['one JSON list', '[\n  {"procedure": "renewal"}\n]\n', /one JSON list/],
    ['half a character of UTF-16', Buffer.concat([utf16(`${HEADER}\n`), Buffer.from([0x41])]), /utf-16le/],
  ])('refuses %s as a whole', async (_, input, message) => {
    const run = await permesso(['batch', ...ON], { input });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.stdout).toBe('');
  });

  it('says where a row is not UTF-8, and how to read the file', async () => {
    const begin = `${HEADER};cognome\n${`${STUDENT};${'x'.repeat(700)}\n`.repeat(100)}`;
    const { code, rows } = await totals(
      Buffer.concat([Buffer.from(begin), latin(`${STUDENT};Nicolò\n`)]),
      '--carry',
      'cognome',
    );
    expect(code).toBe(3);
    expect(rows.at(-1)).toMatchObject({ line: 102, error: { code: 'record-not-utf8' } });
    const told = await totals(
      latin(`${HEADER};cognome\n${STUDENT};Nicolò\n`),
      '--carry',
      'cognome',
      '--encoding',
      'utf-8',
    );
    expect(told.rows).toMatchObject([
      { error: { message: expect.stringContaining('windows-1252') as string } },
    ]);
  });

  it('has a template that can be filled in and read back', async () => {
    const template = await permesso(['batch', '--print-template']);
    expect(template.code).toBe(0);
    const columns = template.stdout.trimEnd().split(';');
    expect(template.stderr).toMatch(/job-end: a day/);
    const values: Record<string, string> = Object.fromEntries(
      HEADER.split(';').map((name, index) => [name, STUDENT.split(';')[index] ?? '']),
    );
    const row = columns.map((name) => values[name] ?? '').join(';');
    expect(await totals(`${template.stdout}${row}\r\n`)).toMatchObject({ code: 0, rows: [whole] });
  });
});

describe('CSV out', () => {
  it('opens in a spreadsheet, and no cell is a formula', async () => {
    const hostile = ['=1+1', '+1', '-1', '@x', '\t=1', 'a;b', 'say "hi"', 'two\nlines', '＝1'];
    const input = [
      `${HEADER};id`,
      ...hostile.map((id) => `${STUDENT};"${id.replaceAll('"', '""')}"`),
      'x;;;;;bad',
    ];
    const run = await permesso(
      ['batch', ...ON, '--format', 'csv', '--bom', '--fields', 'id,route,totalCents,headline.date'],
      { input: input.join('\r\n') },
    );
    expect(run.code).toBe(3);
    expect(
      run.stdout.startsWith(
        '\ufeffline;id;route;totalCents;headline.date;error.code;error.path;error.message\r\n',
      ),
    ).toBe(true);
    const rows = parse<Record<string, string>>(run.stdout, { delimiter: ';', bom: true, columns: true });
    expect(rows).toHaveLength(hostile.length + 1);
    rows.slice(0, -1).forEach((row, index) => {
      expect(row).toMatchObject({ route: 'post-office', totalCents: '11646', 'error.code': '' });
      expect([hostile[index], `'${hostile[index] ?? ''}`]).toContain(row.id);
      expect(row.id).not.toMatch(/^[=+\-@\t\r]/);
    });
    expect(rows.at(-1)).toMatchObject({
      totalCents: '',
      'error.code': 'unknown-value',
      'error.path': 'procedure',
    });
  });

  it('goes from file to file with the columns of a volunteer', async () => {
    const folder = tempFolder();
    const [file, out] = [join(folder, 'cases.csv'), join(folder, 'answers.csv')];
    writeFileSync(file, `${HEADER}\r\n${STUDENT}\r\n`);
    expect(
      await permesso(['batch', file, ...ON, '--format', 'csv', '--out', out, '--out-delimiter', ',']),
    ).toMatchObject({
      code: 0,
      stderr: '',
    });
    const [row] = parse<Record<string, string>>(readFileSync(out), { columns: true });
    expect(row).toMatchObject({ line: '2', reason: 'study', code: '24', 'headline.date': '2026-11-30' });
  });
});

describe('what is carried through', () => {
  const line = (extra: string) =>
    `{"procedure":"first-issue","reason":"study","entry":"2026-11-20","born":"2003-05-04","citizenship":"IN"${extra}}`;

  it('keeps its digits, and stands with refused lines too', async () => {
    const input = `${line(',"id":12345678901234567890,"note":"è \\u0000"')}\n${line(',"id":"b","months":0')}\n`;
    const run = await permesso(['batch', ...ON, '--carry', 'id,note'], { input });
    const [first = '', second = ''] = run.stdout.split('\n');
    expect(first.startsWith('{"carried":{"id":12345678901234567890,"note":"è \\u0000"},"schema":1')).toBe(
      true,
    );
    expect(JSON.parse(second)).toMatchObject({ line: 2, carried: { id: 'b' }, error: { path: 'months' } });
  });

  it('is refused where nobody asked for it, and found by --fields id', async () => {
    const strict = await permesso(['batch', ...ON], { input: line(',"id":1') });
    expect(JSON.parse(strict.stdout)).toMatchObject({ error: { code: 'unknown-field', path: 'id' } });
    const asked = await permesso(['batch', ...ON, '--fields', 'id,totalCents'], { input: line(',"id":1') });
    expect(asked.stdout).toBe('{"id":1,"totalCents":11646}\n');
  });
});
