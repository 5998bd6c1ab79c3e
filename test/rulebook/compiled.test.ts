import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledFiles, loadCompiled } from '../../src/rulebook/compiled.ts';
import { RulebookError } from '../../src/errors.ts';
import { RowKeeper, RowOpener } from '../../src/rulebook/kept-rows.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { opened } from '../helpers/written-rules.ts';

const folder = join(tmpdir(), `compiled-${process.pid}`);
mkdirSync(folder, { recursive: true });
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the compiled book', () => {
  const own = ownRulebook();
  const files = [...compiledFiles(own)];
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const compiled = loadCompiled(pathToFileURL(`${folder}/`));

  it('is ASCII in two files, the same for the same book', () => {
    expect(files.map(([name]) => name).sort()).toEqual([
      'rulebook-en.json',
      'rulebook-it.json',
      'rulebook-rows.jsonl',
      'rulebook.json',
    ]);
    for (const [, content] of files) expect(/^[\t\n\x20-\x7e]*$/.test(content)).toBe(true);
    expect([...compiledFiles(own)]).toEqual(files);
  });

  it('is refused where a file is missing', () => {
    expect(() => loadCompiled(pathToFileURL(`${folder}/nowhere/`))).toThrow(/./);
  });

  it('says what the folder of rules says, wording included', () => {
    expect(plain(compiled.book)).toEqual(plain(own.book));
    expect(plain(compiled.facts)).toEqual(plain(own.facts));
  });

  it('has the same conditions in the same order', () => {
    for (const kind of ['decisions', 'collections'] as const) {
      expect([...compiled[kind].keys()]).toEqual([...own[kind].keys()]);
      for (const [table, rows] of own[kind]) {
        const boxes = rows.map((row) => [row.id, row.boxes]);
        expect(compiled[kind].get(table)?.map((row) => [row.id, row.boxes])).toEqual(boxes);
      }
    }
    for (const [form, boxes] of own.modules) {
      for (const [box, rows] of boxes) {
        const kept = compiled.modules.get(form)?.get(box);
        expect(kept?.map((row) => [row.id, row.boxes])).toEqual(rows.map((row) => [row.id, row.boxes]));
      }
    }
    expect(compiled.disputes.map(({ boxes }) => boxes)).toEqual(own.disputes.map(({ boxes }) => boxes));
    expect(compiled.impossible.map(({ boxes }) => boxes)).toEqual(own.impossible.map(({ boxes }) => boxes));
  });

  it('has a property only where its row has', () => {
    const [row] = compiled.collections.get('documents') ?? [];
    const [same] = own.collections.get('documents') ?? [];
    if (!row || !same) throw new Error('no documents');
    for (const key of ['term', 'pile', 'count', 'add', 'order']) expect(key in row).toBe(key in same);
    // once one of them was read, all are its own
    expect(row.id).toBe(same.id);
    expect({ ...row }).toEqual(same);
  });
});

describe('a small compiled book', () => {
  const BACKED = 'source: tui, sure: single';
  const small = () =>
    opened({
      'a.yaml': `
facts:
  age: { kind: integer, range: [0, 120], optional: true, derive: { how: age } }
  outcome: { kind: enum, derive: { how: table, table: outcome } }
outcomes: { permit: { permit: true } }
rules:
  kit: [{ give: one, ${BACKED} }, { give: two, overrides: one, when: [{ age: ["18..", none, 3] }, { income: { not: true } }], ceiling: null, ${BACKED} }]
  outcome: [{ give: permit, ${BACKED} }]
  rights: [{ add: a, when: { income: true, age: "..17" }, ${BACKED} }, { add: b, order: 3, ${BACKED} }]
disputes:
  idle: { positions: { p: tui }, shown: p }
  wide: { positions: { p: tui }, shown: p, when: { age: 3 } }
impossible: [{ when: { age: 3 }, because: x }, { when: { age: 4 }, because: y }]
modules:
  f:
    label: Città
    of: forms
    sections:
      - { label: B, ${BACKED}, boxes: [{ box: 1, is: a, label: L, write: X }, { box: x, is: a, label: M, blank: b, unless: [{ when: { age: 3 }, write: Y }] }] }
      - { label: C, ${BACKED}, boxes: [{ box: 2, is: c, label: N, write: Z }] }
`,
      'text/en/a.yaml': 'rights: { a: "Stay – 😀 é" }',
      'text/it/a.yaml': 'rights: { a: Resta. }',
    });
  const place = join(folder, 'small');
  const url = pathToFileURL(`${place}/`);
  const keep = (rulebook: Rulebook) => {
    mkdirSync(place, { recursive: true });
    for (const [name, content] of compiledFiles(rulebook)) writeFileSync(join(place, name), content);
    return loadCompiled(url);
  };
  /** All of a row, which is parsed when one of its properties is read. */
  const whole = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    rows.map((row) => [row.id, { ...row }]);

  it('is the book that it was made of', () => {
    const own = small();
    const again = keep(own);
    for (const kind of ['decisions', 'collections'] as const) {
      const of = ({ [kind]: tables }: Rulebook) =>
        [...tables].map(([table, rows]) => [table, whole<{ id: string }>(rows)]);
      expect(of(again)).toEqual(of(own));
      expect(Object.keys(again.book[kind])).toEqual(Object.keys(own.book[kind]));
    }
    const forms = ({ modules }: Rulebook) =>
      [...modules].map(([form, boxes]) => [form, [...boxes].map(([box, rows]) => [box, whole(rows)])]);
    expect(forms(again)).toEqual(forms(own));
    expect(again.disputes).toEqual(own.disputes);
    expect(again.impossible).toEqual(own.impossible);
    expect(again.facts).toEqual(own.facts);
    expect(again.positions).toEqual(own.positions);
    expect(plain(again.book)).toEqual(plain(own.book));
  });

  it('need have nothing impossible', () => {
    const own = opened({});
    const again = keep(own);
    expect(again.impossible).toEqual([]);
    expect(plain(again.book)).toEqual(plain(own.book));
  });

  it('is written in ASCII, letters of four digits', () => {
    const files = new Map(compiledFiles(small()));
    expect(files.get('rulebook-en.json')).toBe(
      String.raw`{"rights":{"a":"Stay \u2013 \ud83d\ude00 \u00e9"}}`,
    );
    expect(files.get('rulebook.json')).toContain(String.raw`Citt\u00e0`);
    expect(files.get('rulebook-rows.jsonl')?.split('\n')).toHaveLength(9);
  });

  it('reads the wording of a language when it is asked for, once', () => {
    const { texts } = keep(small()).book;
    expect(Object.keys(texts)).toEqual(['en', 'it']);
    rmSync(join(place, 'rulebook-it.json'));
    expect(texts.en).toEqual({ rights: { a: 'Stay – 😀 é' } });
    rmSync(join(place, 'rulebook-en.json'));
    expect(texts.en).toEqual({ rights: { a: 'Stay – 😀 é' } });
    expect(() => texts.it).toThrow(
      new RulebookError([{ file: 'rulebook-it.json', message: 'is missing: run “npm run build”' }]),
    );
  });

  it.each(['rulebook.json', 'rulebook-rows.jsonl'])('is refused without %s, by its name', (name) => {
    keep(small());
    rmSync(join(place, name));
    expect(() => loadCompiled(url)).toThrow(
      new RulebookError([{ file: name, message: 'is missing: run “npm run build”' }]),
    );
  });

  it('keeps a condition once, however many rules have it', () => {
    const keeper = new RowKeeper();
    const adult = { fact: 1, not: false, intervals: [{ low: 18, high: Infinity }] };
    const rich = {
      fact: 0,
      not: true,
      intervals: [
        { low: 1, high: 1 },
        { low: 3, high: 4 },
      ],
    };
    expect(keeper.boxes([[adult, rich], [rich], [adult], []])).toEqual([[0, 1], [1], [0], []]);
    expect(keeper.parts).toEqual({
      tests: [
        [1, 0, 18, null],
        [0, 1, 1, 1, 3, 4],
      ],
      shapes: [],
    });
    const opener = new RowOpener(keeper.parts, []);
    expect(opener.boxes([[1, 0], []])).toEqual([[rich, adult], []]);
  });

  it('is refused where a row has no shape, or a condition is not there', () => {
    const opener = new RowOpener({ tests: [], shapes: [] }, []);
    expect(() => opener.row([0, 0, []])).toThrow(new RangeError('no shape 0'));
    expect(() => opener.boxes([[2]])).toThrow(new RangeError('no test 2'));
  });
});
