/** A number as French writes it, with so many decimals: "12 345", "−0,35". */
export function frenchNumber(value: number, decimals = 0): string {
  return written(value, decimals, "fr-FR");
}

/** A number as English writes it, with so many decimals: "12,345", "−0.35". */
export function englishNumber(value: number, decimals = 0): string {
  return written(value, decimals, "en-GB");
}

function written(value: number, decimals: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return format.format(value).replace("-", "−");
}
