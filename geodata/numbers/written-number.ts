/** A number as French writes it, with so many decimals: "12 345", "−0,35". */
export function frenchNumber(value: number, decimals = 0): string {
  return written(value, decimals, "fr-FR");
}

/** A number as English writes it, with so many decimals: "12,345", "−0.35". */
export function englishNumber(value: number, decimals = 0): string {
  return written(value, decimals, "en-GB");
}

/** "12 345 adresses", "1 adresse": in French, what is less than two is singular. */
export function frenchCount(count: number, one: string, many: string): string {
  return `${frenchNumber(count)} ${Math.abs(count) < 2 ? one : many}`;
}

/** "12,345 addresses", "1 address". */
export function englishCount(count: number, one: string, many: string): string {
  return `${englishNumber(count)} ${Math.abs(count) === 1 ? one : many}`;
}

function written(value: number, decimals: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return format.format(value).replace("-", "−");
}
