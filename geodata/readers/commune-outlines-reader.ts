import type { MultiPolygon, Polygon } from "geojson";
import { checkArea } from "./check-area.ts";
import { atFeature, placed } from "./placed-sentence.ts";
import { createTally, type ReadFacts, type ReadOptions } from "./read-facts.ts";
import { readFeatures } from "./read-features.ts";
import { UnusableFile } from "./source-rows.ts";

/** The outline of one commune. */
export interface CommuneOutline {
  /** As the source writes it; null for a place without an Insee code, such as Monaco. */
  readonly code: string | null;
  readonly name: string | null;
  readonly geometry: Polygon | MultiPolygon;
}

export interface CommuneOutlines extends ReadFacts {
  readonly communes: readonly CommuneOutline[];
}

const CODES = ["code_insee", "codeCommune", "code_commune", "INSEE_COM", "insee_com", "insee", "code", "com"];
const NAMES = ["nom", "nom_commune", "nomCommune", "NOM_COM", "NOM", "libelle", "name"];

/**
 * Reads the outlines of communes from a GeoJSON whose features name a commune and no polling station.
 * Throws UnusableFile when the file is no FeatureCollection in WGS 84 or no feature names a commune.
 */
export async function readCommuneOutlines(path: string, options: ReadOptions = {}): Promise<CommuneOutlines> {
  const tally = createTally(path);
  const communes: CommuneOutline[] = [];
  const file = await readFeatures(path, tally, options, ({ number, properties, geometry }) => {
    const code = communeCodeOf(properties);
    if (code === null) {
      const written = firstText(properties, CODES);
      const found =
        written === null
          ? { fr: "ne nomme aucune commune", en: "names no commune" }
          : { fr: `nomme la commune "${written}"`, en: `names commune "${written}"` };
      const sentence = {
        fr: `${found.fr} ; il faut code_insee, par exemple "29039"`,
        en: `${found.en}; expected code_insee, e.g. "29039"`,
      };
      tally.reject("no-commune-code", atFeature(number, sentence));
      return;
    }
    const area = checkArea(geometry);
    if (!area.ok) {
      const place = { fr: `objet ${number} (commune ${code})`, en: `feature ${number} (commune ${code})` };
      tally.reject(area.reason, placed(place, area.sentence));
      return;
    }
    tally.accept();
    communes.push({ code, name: firstText(properties, NAMES), geometry: area.geometry });
  });
  if (communes.length === 0) {
    throw new UnusableFile(path, {
      fr: "ne contient aucun contour de commune ; il faut des objets avec code_insee et une surface",
      en: "holds no outline of a commune; expected features with code_insee and an area",
    });
  }
  return { ...tally.facts({ format: "geojson-communes", ...file }), communes };
}

/** The Insee code that the properties of an outline write; null when they hold none. */
export function communeCodeOf(properties: Readonly<Record<string, unknown>>): string | null {
  const code = firstText(properties, CODES);
  return code !== null && /^(\d[0-9AB]\d{3}|\d{4})$/.test(code) ? code : null;
}

function firstText(properties: Readonly<Record<string, unknown>>, titles: readonly string[]): string | null {
  for (const title of titles) {
    const value = properties[title];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
  }
  return null;
}
