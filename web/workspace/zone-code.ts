import type { ZoneRing } from "./area.ts";

/**
 * A drawn zone as a short text for the address bar: each corner's difference from the one before, in millionths of
 * a degree (11 cm), zigzag-coded in base 32 with a continuation bit, in characters that need no escaping.
 * The idea is that of Google's encoded polyline; the alphabet is RFC 4648's for URLs.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SCALE = 1e6;

export function encodeZone(ring: ZoneRing): string {
  let text = "";
  let before: readonly [number, number] = [0, 0];
  for (const [longitude, latitude] of ring) {
    const corner: readonly [number, number] = [Math.round(longitude * SCALE), Math.round(latitude * SCALE)];
    text += encodeNumber(corner[0] - before[0]) + encodeNumber(corner[1] - before[1]);
    before = corner;
  }
  return text;
}

/** Null when the text is not a zone: a stray character, half a corner, fewer than three corners, out of the world. */
export function decodeZone(text: string): ZoneRing | null {
  const numbers = decodeNumbers(text);
  if (numbers === null || numbers.length < 6 || numbers.length % 2 === 1) return null;
  const ring: [number, number][] = [];
  let longitude = 0;
  let latitude = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    longitude += numbers[index] ?? 0;
    latitude += numbers[index + 1] ?? 0;
    if (Math.abs(longitude) > 180 * SCALE || Math.abs(latitude) > 90 * SCALE) return null;
    ring.push([longitude / SCALE, latitude / SCALE]);
  }
  return ring;
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? -value * 2 - 1 : value * 2;
  let text = "";
  do {
    const digit = rest % 32;
    rest = Math.floor(rest / 32);
    text += ALPHABET[rest > 0 ? digit + 32 : digit] ?? "";
  } while (rest > 0);
  return text;
}

function decodeNumbers(text: string): number[] | null {
  const numbers: number[] = [];
  let value = 0;
  let weight = 1;
  let isOpen = false;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0 || weight > 2 ** 40) return null;
    value += (digit % 32) * weight;
    weight *= 32;
    isOpen = digit >= 32;
    if (isOpen) continue;
    numbers.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    value = 0;
    weight = 1;
  }
  return isOpen ? null : numbers;
}
