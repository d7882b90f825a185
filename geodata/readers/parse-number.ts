/** A whole number of things: "1078", "1 078", "1078,00". Null for anything else, negative numbers among them. */
export function parseCount(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const plain = text.replace(/[\s\u00a0\u202f]/g, "");
  return /^\d{1,9}([.,]0+)?$/.test(plain) ? Number.parseInt(plain, 10) : null;
}

/** A decimal number with point or comma: "-29,4", "1 078.5", "41,84 %", "1e-05". Null for anything else. */
export function parseDecimal(text: string): number | null {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const plain = text.replace(/[\s\u00a0\u202f%]/g, "").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null;
}
