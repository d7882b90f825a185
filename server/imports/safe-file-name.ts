/** Longest name on disk: enough for years, rounds and what else readers take from a name. */
const LONGEST = 100;

/**
 * A name that can stand on any disk, made from what the sender calls the file: letters without accents, digits, and
 * dots, hyphens and underscores between them. Readers take years, rounds and tiles from names, hence not a number.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "_")
    .replace(/\.{2,}/g, ".")
    .replace(/^[._-]+/, "");
  // The end says most: ".csv.gz", "_2022.geojson".
  const cut = plain.slice(-LONGEST).replace(/^[._-]+/, "");
  return cut === "" ? "file" : cut;
}

/** What people are shown: no folder, nothing that cannot be seen. */
export function shownFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const shown = last.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return shown === "" ? "?" : shown.slice(0, 200);
}
