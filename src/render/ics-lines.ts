/** The lines of an iCalendar file (RFC 5545): escaping, folding by octets, identifiers that last. */

/** Octets of a line without its end, as the standard asks. */
const MOST_OCTETS = 75;

/** Lines folded and ended as the standard asks: CRLF everywhere, the last one included. */
export function icsText(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A text value: backslash, comma and semicolon escaped, line breaks as `\n`. */
export function textValue(text: string): string {
  return text.replace(/[\\,;]/g, (character) => `\\${character}`).replace(/\r\n|\n|\r/g, '\\n');
}

/** Cuts before the octet that would be one too many, never inside a character; the rest follows after a space. */
export function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Octets of a character in UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** FNV-1a over 64 bits, in hexadecimal: tells texts apart, hides nothing. */
export function hash(text: string): string {
  let value = FNV_OFFSET;
  for (const octet of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(octet)) * FNV_PRIME);
  }
  return value.toString(16).padStart(16, '0');
}
