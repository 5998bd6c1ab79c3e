/** Text that grows as UTF-8. What is written over and over is encoded once and copied. */

const encoder = new TextEncoder();
const FIRST_SIZE = 65_536;
/** A text this short is quicker written here than handed to the encoder. */
const SHORT = 48;
/** Bytes that one UTF-16 unit takes at most. */
const WIDEST = 3;
const ASCII_END = 0x80;

/** A text as the bytes that {@link Utf8.bytes} takes. */
export function utf8Of(text: string): Uint8Array {
  return encoder.encode(text);
}

export class Utf8 {
  length = 0;
  #bytes = new Uint8Array(FIRST_SIZE);

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  text(text: string): void {
    this.#room(text.length * WIDEST);
    if (text.length <= SHORT && this.#ascii(text)) return;
    this.length += encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  /** Everything written so far, and begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  /** Writes a text of ASCII; gives up without a trace at anything else. */
  #ascii(text: string): boolean {
    const bytes = this.#bytes;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= ASCII_END) return false;
      bytes[at++] = code;
    }
    this.length = at;
    return true;
  }

  #room(wanted: number): void {
    const needed = this.length + wanted;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
}
