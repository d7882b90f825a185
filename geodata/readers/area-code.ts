const AREA_PROPERTIES = [
  "DCOMIRIS",
  "CODE_IRIS",
  "code_iris",
  "codeIris",
  "DCIRIS",
  "dcomiris",
  "iris_code",
  "COD_IRIS",
];

/** The nine characters of an IRIS, with the zero that spreadsheets lose; null for anything else. */
export function areaCode(written: string): string | null {
  const code = /^\d{8}$/.test(written) ? `0${written}` : written.toUpperCase();
  return /^(\d{2}|2[AB])\d{7}$/.test(code) ? code : null;
}

/** What the properties of a feature write for its IRIS, in the property that is said to hold it; null when they hold none. */
export function areaCodeOf(properties: Readonly<Record<string, unknown>>, mapped?: string): string | null {
  for (const title of mapped === undefined ? AREA_PROPERTIES : [mapped]) {
    const value = properties[title];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
  }
  return null;
}
