/** Amounts as they are written by hand on an Italian slip: `70,46` and `SETTANTA/46`. */

const BELOW_TWENTY = [
  '',
  'UNO',
  'DUE',
  'TRE',
  'QUATTRO',
  'CINQUE',
  'SEI',
  'SETTE',
  'OTTO',
  'NOVE',
  'DIECI',
  'UNDICI',
  'DODICI',
  'TREDICI',
  'QUATTORDICI',
  'QUINDICI',
  'SEDICI',
  'DICIASSETTE',
  'DICIOTTO',
  'DICIANNOVE',
];
/** From twenty on. */
const TENS = ['VENTI', 'TRENTA', 'QUARANTA', 'CINQUANTA', 'SESSANTA', 'SETTANTA', 'OTTANTA', 'NOVANTA'];
const HUNDRED = 'CENTO';

/** Euro and cents with a comma. */
export function figures(cents: number): string {
  const [euro, rest] = parts(cents);
  return `${euro},${rest}`;
}

/** Euro in words, a stroke, cents in figures. Only amounts below a thousand euro stand on a slip. */
export function letters(cents: number): string {
  const [euro, rest] = parts(cents);
  return `${belowThousand(euro)}/${rest}`;
}

function parts(cents: number): [string, string] {
  const digits = String(cents).padStart(3, '0');
  return [digits.slice(0, -2), digits.slice(-2)];
}

function belowThousand(euro: string): string {
  if (euro.length > 3) return euro;
  if (Number(euro) === 0) return 'ZERO';
  const [hundreds = 0, tens = 0, units = 0] = euro.padStart(3, '0').split('').map(Number);
  const first = hundreds === 0 ? '' : `${hundreds === 1 ? '' : (BELOW_TWENTY[hundreds] ?? '')}${HUNDRED}`;
  return first + belowHundred(tens, units);
}

function belowHundred(tens: number, units: number): string {
  if (tens < 2) return BELOW_TWENTY[Number(`${tens}${units}`)] ?? '';
  const word = TENS[tens - 2] ?? '';
  // VENTUNO, OTTANTOTTO: the last vowel falls before another one
  return (
    (units === 1 || BELOW_TWENTY[units]?.startsWith('O') ? word.slice(0, -1) : word) +
    (BELOW_TWENTY[units] ?? '')
  );
}
