import type { ColumnMapping, MappedRole } from "../../server/contract/file-description.ts";
import { foldTitle } from "./fold-header.ts";
import { UnusableFile } from "./source-rows.ts";

export type { ColumnMapping, MappedRole } from "../../server/contract/file-description.ts";

export interface MappedField {
  readonly field: string;
  /** The title that the reader of this role knows, and that stands in for the file's own. */
  readonly title: string;
  readonly isRequired: boolean;
  /** Titles that other files use, folded (fold-header.ts), best first. */
  readonly guesses: readonly string[];
}

/** Titles that the readers go by, and what other files call them. */
export const MAPPED_FIELDS: Readonly<Record<MappedRole, readonly MappedField[]>> = {
  stations: [
    field(
      "station",
      "numeroBureauVote",
      true,
      "num bv|numero bv|no bv|bv|code bv|codebureauvote|numerobureauvote|id bv|num bureau|bureau|bureau de vote",
    ),
    field("commune", "codeCommune", false, "code insee|insee|codgeo|insee com|code commune|com|commune"),
    field("name", "nomBureauVote", false, "nom bureau|nom bv|lib bv|libelle|nom|name|lieu"),
  ],
  results: [
    field("election", "id_election", false, "id election|election|scrutin"),
    field("commune", "code_commune", true, "code insee|insee|codgeo|code commune|commune"),
    field("station", "code_bv", true, "code bv|num bv|numero bv|bv|bureau|bureau de vote|num bureau"),
    field("registered", "inscrits", false, "inscrits|nb inscrits|nombre inscrits|electeurs inscrits|registered"),
    field("abstentions", "abstentions", false, "abstentions|nb abstentions"),
    field("voters", "votants", false, "votants|nb votants|nombre votants|voters"),
    field("blank", "blancs", false, "blancs|nb blancs|votes blancs"),
    field("null", "nuls", false, "nuls|nb nuls|votes nuls|blancs et nuls"),
    field("expressed", "exprimes", false, "exprimes|nb exprimes|suffrages exprimes"),
    field("candidate", "nom", false, "nom|candidat|nom candidat|tete de liste"),
    field("firstName", "prenom", false, "prenom|prenom candidat"),
    field("list", "liste", false, "liste|libelle liste|nom liste"),
    field("nuance", "nuance", false, "nuance|code nuance|parti"),
    field("votes", "voix", false, "voix|nb voix|nombre de voix|votes|suffrages"),
  ],
  addresses: [
    field("number", "numero", false, "numero|num|no|n|num voie|numero voie|house number|housenumber"),
    field("suffix", "rep", false, "rep|repetition|suffixe|indice"),
    field("street", "nom_voie", true, "nom voie|voie|rue|libelle voie|nom de la voie|lib voie|street|adresse"),
    field("postcode", "code_postal", false, "code postal|cp|postcode|codepostal"),
    field("commune", "code_insee", false, "code insee|insee|codgeo|code commune|commune"),
    field("communeName", "nom_commune", false, "nom commune|ville|commune|city"),
    field("longitude", "lon", true, "lon|lng|long|longitude|x"),
    field("latitude", "lat", true, "lat|latitude|y"),
    field("id", "id", false, "id|identifiant|cle interop"),
  ],
  census: [field("area", "IRIS", true, "iris|code iris|cod iris|dcomiris|dciris|id iris|zone")],
  "census-areas": [field("area", "CODE_IRIS", true, "code iris|dcomiris|iris|id iris|codeiris|code|zone")],
};

/**
 * A header with the mapped columns under the titles that the reader of this role knows. Throws UnusableFile when a
 * field is unknown, its column is not there, or a required one is missing.
 */
export function mappedHeader(
  path: string,
  role: MappedRole,
  header: readonly string[],
  mapping: ColumnMapping | undefined,
): readonly string[] {
  if (mapping === undefined) return header;
  checkMapping(path, role, mapping);
  const fieldOf = new Map<number, MappedField>();
  for (const one of MAPPED_FIELDS[role]) {
    const column = mapping[one.field];
    if (column !== undefined) fieldOf.set(columnNamed(path, header, column, one.field), one);
  }
  const taken = new Set([...fieldOf.values()].map(({ title }) => foldTitle(title)));
  return header.map((title, position) => {
    const mapped = fieldOf.get(position);
    if (mapped !== undefined) return mapped.title;
    // A column that happens to bear the known title, while another was said to hold it, holds something else.
    return taken.has(foldTitle(title)) ? `${title} (not used)` : title;
  });
}

/** Throws UnusableFile for a field that the role does not have, or a required one that is not there. */
export function checkMapping(path: string, role: MappedRole, mapping: ColumnMapping): void {
  const fields = MAPPED_FIELDS[role];
  for (const field of Object.keys(mapping)) {
    if (fields.some((one) => one.field === field)) continue;
    const known = fields.map((one) => one.field).join(", ");
    throw new UnusableFile(path, {
      fr: `reçoit une colonne "${field}" qui n’existe pas pour ${role} ; il faut ${known}`,
      en: `"${field}" is not a column of ${role}; expected ${known}`,
    });
  }
  const missing = fields.find(({ field, isRequired }) => isRequired && mapping[field] === undefined);
  if (missing === undefined) return;
  throw new UnusableFile(path, {
    fr: `n’a pas de colonne indiquée pour « ${missing.field} »`,
    en: `has a mapping without a column for "${missing.field}"; expected e.g. ${missing.field}=TITLE`,
  });
}

/** The columns that most likely hold the fields of a role, by their titles. */
export function guessMapping(role: MappedRole, header: readonly string[]): ColumnMapping {
  const titles = header.map(foldTitle);
  const guessed: Record<string, string> = {};
  const taken = new Set<number>();
  for (const { field, guesses } of MAPPED_FIELDS[role]) {
    const position = guesses.map((title) => titles.indexOf(title)).find((at) => at !== -1 && !taken.has(at));
    if (position === undefined) continue;
    taken.add(position);
    guessed[field] = header[position] ?? "";
  }
  return guessed;
}

export function isMappedRole(role: string | null): role is MappedRole {
  return role !== null && Object.hasOwn(MAPPED_FIELDS, role);
}

function columnNamed(path: string, header: readonly string[], column: string, field: string): number {
  const exact = header.indexOf(column);
  const position = exact === -1 ? header.map(foldTitle).indexOf(foldTitle(column)) : exact;
  if (position !== -1) return position;
  const known = header.slice(0, 12).join(", ");
  throw new UnusableFile(path, {
    fr: `n’a pas de colonne « ${column} » (pour « ${field} ») ; ses colonnes : ${known}`,
    en: `has no column "${column}" for "${field}"; the columns are ${known}`,
  });
}

function field(name: string, title: string, isRequired: boolean, guesses: string): MappedField {
  return { field: name, title, isRequired, guesses: guesses.split("|") };
}
