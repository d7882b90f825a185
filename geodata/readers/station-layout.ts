import type { Sentence } from "../../server/contract/refusal.ts";
import { stationNumberKey } from "./station-key.ts";

/** Who a feature stands for, in the words of the file. */
export interface NamedStation {
  readonly number: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly name: string;
  readonly constituency: string | null;
  readonly id: string;
}

/** Which properties hold what, for a GeoJSON that is not laid out like those of data.gouv.fr. */
export interface StationMapping {
  readonly station: string;
  readonly commune?: string | undefined;
  readonly name?: string | undefined;
}

/** How the properties of one file name a station. `name` returns null for a feature that names none. */
export interface StationLayout {
  readonly format: "data-gouv-contours-1" | "data-gouv-contours-2" | "geojson-stations" | "geojson-mapping";
  /** Ends the sentence "expected …". */
  readonly expectation: Sentence;
  name(properties: Properties): NamedStation | null;
}

type Properties = Readonly<Record<string, unknown>>;

/** Properties that hold commune and number together, as "75056_0301". */
const WHOLE_CODES = ["codeBureauVote", "id_brut_bv_reu", "id_brut_miom", "id_bv"];
/** Properties that hold the number within the commune, best first. */
const NUMBERS = ["numeroBureauVote", "code_bv", "codeBV", "bv", "numero_bv", "num_bureau", "bureau"];
const COMMUNES = ["codeCommune", "code_commune", "code_insee", "insee_com", "depcom", "insee"];

/** The layout that the properties of a feature show; null when none of them names a station. */
export function layoutOfProperties(properties: Properties): StationLayout | null {
  const whole = WHOLE_CODES.find((title) => splitCode(textOf(properties[title])) !== null);
  const number = NUMBERS.find((title) => textOf(properties[title]) !== "");
  if (whole === undefined && number === undefined) return null;
  const titles = [whole, number].filter((title) => title !== undefined);
  const expectation = { fr: titles.join(" ou "), en: titles.join(" or ") };
  return {
    format: formatOf(properties),
    expectation,
    name: (feature) => nameStation(feature, whole, number),
  };
}

/** The layout that the user describes. A station written "75056_0301" gives its commune too. */
export function layoutOfMapping(mapping: StationMapping): StationLayout {
  return {
    format: "geojson-mapping",
    expectation: { fr: `une propriété "${mapping.station}"`, en: `a property "${mapping.station}"` },
    name: (properties) => {
      const written = textOf(properties[mapping.station]);
      if (written === "") return null;
      const split = splitCode(written);
      const commune = mapping.commune === undefined ? "" : textOf(properties[mapping.commune]);
      const name = mapping.name === undefined ? "" : textOf(properties[mapping.name]);
      return named(properties, commune || (split?.commune ?? null), split?.number ?? written, name);
    },
  };
}

function nameStation(
  properties: Properties,
  whole: string | undefined,
  number: string | undefined,
): NamedStation | null {
  const split = whole === undefined ? null : splitCode(textOf(properties[whole]));
  const written = (number === undefined ? "" : textOf(properties[number])) || (split?.number ?? "");
  if (written === "") return null;
  const commune = split?.commune ?? (firstText(properties, COMMUNES) || null);
  return named(properties, commune, split?.number ?? written, "");
}

function named(properties: Properties, commune: string | null, number: string, name: string): NamedStation {
  return {
    number,
    communeCode: commune,
    communeName: firstText(properties, ["nomCommune", "nom_commune", "libelle_commune"]) || null,
    name:
      name ||
      firstText(properties, ["nomBureauVote", "nom_bureau", "libelle_bv"]) ||
      `Bureau ${stationNumberKey(number)}`,
    constituency: constituencyOf(properties),
    id: commune === null ? number : `${commune}_${number}`,
  };
}

function formatOf(properties: Properties): StationLayout["format"] {
  if ("codeBureauVote" in properties && "codeCommune" in properties) {
    return "codeCirconscription" in properties ? "data-gouv-contours-2" : "data-gouv-contours-1";
  }
  return "geojson-stations";
}

/** "0104" as the second vintage writes it; the first only says department "85" and "2ème circonscription". */
function constituencyOf(properties: Properties): string | null {
  const code = firstText(properties, ["codeCirconscription", "code_circonscription"]);
  if (code !== "") return code;
  const department = textOf(properties.codeDepartement);
  const number = /^\d+/.exec(textOf(properties.nomCirconscription))?.[0];
  return department === "" || number === undefined ? null : `${department}${number.padStart(2, "0")}`;
}

function splitCode(code: string): { readonly commune: string; readonly number: string } | null {
  const match = /^([0-9][0-9AB][0-9]{3})[_-](.+)$/i.exec(code);
  return match?.[1] === undefined || match[2] === undefined ? null : { commune: match[1], number: match[2] };
}

function firstText(properties: Properties, titles: readonly string[]): string {
  for (const title of titles) {
    const text = textOf(properties[title]);
    if (text !== "") return text;
  }
  return "";
}

/** Text and numbers as text; anything else names nothing. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}
