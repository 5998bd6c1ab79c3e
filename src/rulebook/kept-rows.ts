/**
 * Rows as a compiled book keeps them: conditions ready to be tested, and the rest as text that is parsed when somebody
 * asks for it. A case touches a tenth of the rows; reading the others took most of the time before an answer.
 */
import type { RowBase } from './book.ts';
import type { CompiledBox, CompiledTest } from './condition.ts';
import type { Compiled } from './rulebook.ts';

/** Boxes as the numbers of their tests. */
export type KeptBoxes = readonly (readonly number[])[];

/** A row: number of its line, number of its shape, boxes. */
export type KeptRow = readonly [line: number, shape: number, boxes: KeptBoxes];

/** A test: fact, 1 where it is turned round, then lower and upper bounds; `null` is no upper bound. */
type KeptTest = readonly (number | null)[];

/** What rows have in common. */
export interface KeptParts {
  readonly tests: readonly KeptTest[];
  /** The properties that rows have beside their boxes, each set once. */
  readonly shapes: readonly (readonly string[])[];
}

/** Takes rows apart. What it has taken is in `parts` and `lines` when the last one is kept. */
export class RowKeeper {
  readonly lines: string[] = [];
  readonly #tests = new Map<string, number>();
  readonly #shapes = new Map<string, number>();

  /** Keeps a row under the next number. */
  row({ boxes, ...rest }: Compiled<RowBase>): KeptRow {
    const shape = numberIn(this.#shapes, JSON.stringify(Object.keys(rest)));
    this.lines.push(JSON.stringify(rest));
    return [this.lines.length - 1, shape, this.boxes(boxes)];
  }

  boxes(boxes: readonly CompiledBox[]): KeptBoxes {
    return boxes.map((box) => box.map((test) => numberIn(this.#tests, JSON.stringify(keptTest(test)))));
  }

  get parts(): KeptParts {
    const parsed = <T>(numbers: ReadonlyMap<string, number>) =>
      [...numbers.keys()].map((text) => JSON.parse(text) as T);
    return { tests: parsed<KeptTest>(this.#tests), shapes: parsed<string[]>(this.#shapes) };
  }
}

function numberIn(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

function keptTest({ fact, not, intervals }: CompiledTest): KeptTest {
  // JSON has no infinity and writes `null`
  return [fact, not ? 1 : 0, ...intervals.flatMap(({ low, high }) => [low, high])];
}

/** Puts rows together again. */
export class RowOpener {
  readonly #tests: readonly CompiledTest[];
  readonly #shapes: readonly (new (text: string, boxes: readonly CompiledBox[]) => object)[];
  readonly #lines: readonly string[];

  constructor({ tests, shapes }: KeptParts, lines: readonly string[]) {
    this.#tests = tests.map(openedTest);
    this.#shapes = shapes.map(lazyRow);
    this.#lines = lines;
  }

  /** The row that was kept so; it was a `Row`. Its properties but the boxes are parsed when one of them is read. */
  row<Row extends RowBase>([line, shape, boxes]: KeptRow): Compiled<Row> {
    const made = this.#shapes[shape];
    if (!made) throw new RangeError(`no shape ${shape}`);
    return new made(this.#lines[line] ?? '', this.boxes(boxes)) as Compiled<Row>;
  }

  boxes(boxes: KeptBoxes): CompiledBox[] {
    return boxes.map((box) => box.map((number) => this.#test(number)));
  }

  #test(number: number): CompiledTest {
    const test = this.#tests[number];
    if (!test) throw new RangeError(`no test ${number}`);
    return test;
  }
}

function openedTest([fact, not, ...bounds]: KeptTest): CompiledTest {
  const intervals = [];
  for (let at = 0; at < bounds.length; at += 2) {
    intervals.push({ low: bounds[at] ?? -Infinity, high: bounds[at + 1] ?? Infinity });
  }
  return { fact: fact ?? -1, not: not === 1, intervals };
}

/** A class of rows with these properties, all of which become its own when one of them is first read. */
function lazyRow(keys: readonly string[]) {
  class LazyRow {
    readonly boxes: readonly CompiledBox[];
    readonly #text: string;

    constructor(text: string, boxes: readonly CompiledBox[]) {
      this.boxes = boxes;
      this.#text = text;
    }

    /** The row as it is in a book that was read from its folder, without what is made of it. */
    toJSON(): unknown {
      return JSON.parse(this.#text);
    }

    static open(row: LazyRow): Readonly<Record<string, unknown>> {
      const parsed = JSON.parse(row.#text) as Record<string, unknown>;
      for (const key of keys) Object.defineProperty(row, key, { value: parsed[key], enumerable: true });
      return parsed;
    }
  }
  for (const key of keys) {
    Object.defineProperty(LazyRow.prototype, key, {
      get(this: LazyRow) {
        return LazyRow.open(this)[key];
      },
    });
  }
  return LazyRow;
}
