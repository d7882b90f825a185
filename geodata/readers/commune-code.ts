/** Letters that the Ministry wrote for overseas departments and territories before 2024. */
const OVERSEAS: Readonly<Record<string, string>> = {
  ZA: "971",
  ZB: "972",
  ZC: "973",
  ZD: "974",
  ZM: "976",
  ZN: "988",
  ZP: "987",
  ZS: "975",
  ZW: "986",
  ZX: "977",
};

/** Two characters, or three overseas: "1" is "01", "ZA" is "971", "2a" is "2A". */
export function departmentCode(written: string): string {
  const code = written.trim().toUpperCase();
  return OVERSEAS[code] ?? code.padStart(2, "0");
}

/**
 * The five characters of a commune from what a result file writes: department "75" with commune "056", department "ZA"
 * with "101", or "29011" and "ZA101" whole. A municipal sector ("056SR01") is its commune. Empty when there is none.
 */
export function communeCode(department: string, commune: string): string {
  const code = commune
    .trim()
    .toUpperCase()
    .replace(/(?<=\d{3})(SR|SN|AR)\d{1,2}$/, "");
  if (code === "") return "";
  const letters = /^(Z[A-Z])(\d{3})$/.exec(code);
  if (letters !== null) return communeCode(letters[1] ?? "", letters[2] ?? "");
  if (code.length >= 4 || department.trim() === "") return code.padStart(5, "0");
  const prefix = departmentCode(department);
  // Overseas the third digit of a commune repeats that of the department, and wrongly so for Mayotte (508 is 97608);
  // Saint-Martin and Saint-Barthélemy share their letters and have only that digit to tell them apart.
  if (prefix.length === 3 && prefix !== OVERSEAS.ZX) return prefix + code.padStart(2, "0").slice(-2);
  return prefix.slice(0, 2) + code.padStart(3, "0");
}

/** "7505" or "97101" from department and number ("05"), or from a code that is already whole ("0104", "ZA01"). */
export function constituencyCode(department: string, written: string): string | null {
  const code = written.trim().toUpperCase();
  if (code === "") return null;
  const letters = /^(Z[A-Z])(\d{1,2})$/.exec(code);
  if (letters !== null) return departmentCode(letters[1] ?? "") + (letters[2] ?? "").padStart(2, "0");
  if (code.length > 2 || department.trim() === "") return code.padStart(4, "0");
  return departmentCode(department) + code.padStart(2, "0");
}
