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

  it('has every number word below twenty and every ten', () => {
    const euro = (amount: number) => letters(amount * 100).replace('/00', '');
    expect(Array.from({ length: 20 }, (_, amount) => euro(amount)).join(' ')).toBe(
      'ZERO UNO DUE TRE QUATTRO CINQUE SEI SETTE OTTO NOVE DIECI UNDICI DODICI TREDICI QUATTORDICI QUINDICI SEDICI DICIASSETTE DICIOTTO DICIANNOVE',
    );
    expect([20, 30, 40, 50, 60, 70, 80, 90].map(euro).join(' ')).toBe(
      'VENTI TRENTA QUARANTA CINQUANTA SESSANTA SETTANTA OTTANTA NOVANTA',
    );
  });

  it.each([
    [21, 'VENTUNO'],
    [24, 'VENTIQUATTRO'],
    [28, 'VENTOTTO'],
    [29, 'VENTINOVE'],
    [38, 'TRENTOTTO'],
    [101, 'CENTOUNO'],
    [110, 'CENTODIECI'],
    [111, 'CENTOUNDICI'],
    [300, 'TRECENTO'],
    [999, 'NOVECENTONOVANTANOVE'],
    [1000, '1000'],
    [1234, '1234'],
  ])('%i euro in words is %s', (euro, words) => {
    expect(letters(euro * 100)).toBe(`${words}/00`);
  });
});
