/**
 * Text of fields, remembered by their bytes: the same commune, street or candidate stands in thousands of rows, and
 * crossing into the engine for each costs more than comparing a dozen bytes. It also keeps one string instead of
 * thousands. Direct-mapped: a newcomer takes the slot of whoever had it, so memory is bounded.
 */
export interface TextCache {
  /** The bytes from `start` to `end` as text, outer spaces removed. */
  text(buffer: Buffer, start: number, end: number): string;
}

const SLOTS = 1 << 14;
const LONGEST = 64;

/** `decode` turns bytes that are not ASCII into text. */
export function createTextCache(decode: (bytes: Buffer) => string): TextCache {
  /** The bytes, one character for each. */
  const keys: string[] = new Array(SLOTS).fill("");
  const texts: string[] = new Array(SLOTS).fill("");

  return {
    text: (buffer, start, end) => {
      if (end - start > LONGEST) return fresh(buffer, start, end, 0xff);
      let hash = 2_166_136_261;
      let bits = 0;
      for (let at = start; at < end; at++) {
        const byte = buffer[at] ?? 0;
        bits |= byte;
        hash = Math.imul(hash ^ byte, 16_777_619);
      }
      const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      const key = keys[slot] ?? "";
      if (isSame(key, buffer, start, end)) return texts[slot] ?? "";
      const text = fresh(buffer, start, end, bits);
      keys[slot] = bits & 0x80 ? buffer.toString("latin1", start, end) : text.length === end - start ? text : "";
      texts[slot] = text;
      return text;
    },
  };

  function fresh(buffer: Buffer, start: number, end: number, bits: number): string {
    const text = bits & 0x80 ? decode(buffer.subarray(start, end)) : buffer.toString("latin1", start, end);
    return text.trim();
  }
}

function isSame(key: string, buffer: Buffer, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let at = 0; at < key.length; at++) if (key.charCodeAt(at) !== buffer[start + at]) return false;
  return true;
}
