/**
 * One name for a commune however it is written: the arrondissements of Paris, Lyon and Marseille are folded onto
 * their commune (BAN says 75103, results say 75056), and a leading zero lost by a spreadsheet comes back.
 */
export function communeKey(code: string): string {
  const written = code.trim().toUpperCase();
  const whole = /^\d{4}$/.test(written) ? `0${written}` : written;
  if (/^751(0[1-9]|1\d|20)$/.test(whole)) return "75056";
  if (/^6938[1-9]$/.test(whole)) return "69123";
  if (/^132(0[1-9]|1[0-6])$/.test(whole)) return "13055";
  return whole;
}

/**
 * One name for a polling station within its commune: `1`, `0001` and ` 001 ` are the same, so are `136A` and `0136a`.
 * An empty number stays empty.
 */
export function stationNumberKey(number: string): string {
  return number
    .trim()
    .toUpperCase()
    .replace(/^0+(?=[0-9A-Z])/, "");
}

/** One name for a polling station in France: `75056_327` for commune 75103, number `0327`. */
export function stationKey(communeCode: string, number: string): string {
  return `${communeKey(communeCode)}_${stationNumberKey(number)}`;
}
