/** Letters and digits that nobody mistakes for each other, read out or written by hand: no I, L, O, U, 0 or 1. */
export const CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
export const CODE_LENGTH = 8;

/** "KXHR-7M4P": in two halves, as it is printed and read out. */
export function writtenCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** A code as somebody typed it, spaces, hyphens and small letters forgiven; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return letters.length === CODE_LENGTH && [...letters].every((one) => CODE_LETTERS.includes(one)) ? letters : null;
}
