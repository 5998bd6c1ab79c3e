import { describe, expect, it } from 'vitest';
import { figures, letters } from '../../src/assess/letters.ts';

describe('an amount on a slip', () => {
  it.each([
    [3_046, '30,46', 'TRENTA/46'],
    [7_046, '70,46', 'SETTANTA/46'],
    [8_046, '80,46', 'OTTANTA/46'],
    [13_046, '130,46', 'CENTOTRENTA/46'],
    [2_750, '27,50', 'VENTISETTE/50'],
    [10_750, '107,50', 'CENTOSETTE/50'],
    [23_046, '230,46', 'DUECENTOTRENTA/46'],
    [22_750, '227,50', 'DUECENTOVENTISETTE/50'],
    [2_100, '21,00', 'VENTUNO/00'],
    [8_805, '88,05', 'OTTANTOTTO/05'],
    [10_000, '100,00', 'CENTO/00'],
    [1_900, '19,00', 'DICIANNOVE/00'],
    [46, '0,46', 'ZERO/46'],
  ])('%i cents is %s and %s', (cents, inFigures, inLetters) => {
    expect(figures(cents)).toBe(inFigures);
    expect(letters(cents)).toBe(inLetters);
  });
});
