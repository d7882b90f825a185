import type { Sentence } from "../../server/contract/refusal.ts";
/**
 * Column titles with case, accents and punctuation folded, so that "Libellé de la commune", "LIBELLE DE LA COMMUNE"
 * and "libelle_de_la_commune" are one. The percent sign stays: "% Votants" is not "Votants".
 */
export function foldTitle(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, " ")
    .trim();
}

/** The first of the given folded titles that the header holds, as a column number; -1 when it holds none. */
export function findColumn(foldedHeader: readonly string[], titles: readonly string[]): number {
  for (const title of titles) {
    const column = foldedHeader.indexOf(title);
    if (column !== -1) return column;
  }
  return -1;
}

/** The beginning of a header, to be shown in a sentence. */
export function quoteHeader(header: readonly string[]): Sentence {
  const shown = header.slice(0, 6).join(", ");
  const text = shown.length > 120 ? `${shown.slice(0, 120)}…` : shown;
  if (header.length <= 6) return { fr: `"${text}"`, en: `"${text}"` };
  return { fr: `"${text}, …" (${header.length} colonnes)`, en: `"${text}, …" (${header.length} columns)` };
}
