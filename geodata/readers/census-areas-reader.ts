import type { MultiPolygon, Polygon } from "geojson";
import { areaCode, areaCodeOf } from "./area-code.ts";
import { checkArea } from "./check-area.ts";
import { atFeature, placed } from "./placed-sentence.ts";
import { createTally, type ReadFacts, type ReadOptions, refuseIfNothingIsGood } from "./read-facts.ts";
import { readFeatures } from "./read-features.ts";
import { recognising } from "./recognise-file.ts";
import { UnusableFile } from "./source-rows.ts";

/** A census area (IRIS). */
export interface CensusArea {
  /** Nine characters: "751041301". */
  readonly id: string;
  readonly name: string;
  readonly communeCode: string;
  readonly geometry: Polygon | MultiPolygon;
}

export interface CensusAreas extends ReadFacts {
  readonly areas: readonly CensusArea[];
}

const AREA_NAMES = ["NOM_IRIS", "nom_iris", "LIB_IRIS", "LIBIRIS", "lib_iris"];

/**
 * Reads the contours of census areas (IRIS) from GeoJSON, as IGN and Insee publish them. Areas without a code of nine
 * characters, drawn twice, or with a broken geometry are rejected.
 * Throws UnusableFile when the file is no FeatureCollection in WGS 84 or no feature has the code of an IRIS.
 */
export async function readCensusAreas(path: string, options: ReadOptions = {}): Promise<CensusAreas> {
  return recognising(path, "census-areas", () => readAreas(path, options));
}

async function readAreas(path: string, options: ReadOptions): Promise<CensusAreas> {
  const tally = createTally(path);
  const areas: CensusArea[] = [];
  const firstFeature = new Map<string, number>();
  let codes = 0;
  let firstProperties: Readonly<Record<string, unknown>> = {};

  const file = await readFeatures(path, tally, options, ({ number, properties, geometry }) => {
    if (tally.recordsRead === 1) firstProperties = properties;
    const found = areaCodeOf(properties, options.columns?.area) ?? "";
    const id = areaCode(found);
    if (id === null) {
      const sentence = {
        fr: `code de zone "${found}" ; il faut les neuf caractères d’un Iris (DCOMIRIS, CODE_IRIS)`,
        en: `area code "${found}"; expected the nine characters of an IRIS (DCOMIRIS, CODE_IRIS)`,
      };
      tally.reject("no-area-code", atFeature(number, sentence));
      return;
    }
    codes++;
    const place = { fr: `objet ${number} (Iris ${id})`, en: `feature ${number} (IRIS ${id})` };
    const area = checkArea(geometry);
    if (!area.ok) {
      tally.reject(area.reason, placed(place, area.sentence));
      return;
    }
    const first = firstFeature.get(id);
    if (first !== undefined) {
      const sentence = {
        fr: `déjà dessiné par l’objet ${first} ; il le faut une fois`,
        en: `already drawn by feature ${first}; expected it once`,
      };
      tally.reject("duplicate-area", placed(place, sentence));
      return;
    }
    firstFeature.set(id, number);
    tally.accept();
    areas.push({
      id,
      name: nameOf(properties) ?? id,
      communeCode: id.slice(0, 5),
      geometry: area.geometry,
    });
  });

  const facts = tally.facts({ format: "iris-geojson", ...file });
  if (codes === 0) {
    const found = Object.keys(firstProperties).slice(0, 12).join(", ") || "∅";
    throw new UnusableFile(path, {
      fr: `n’a pas d’objet avec un code d’Iris (DCOMIRIS, CODE_IRIS) ; ses propriétés : ${found}`,
      en: `has no feature with the code of an IRIS (DCOMIRIS, CODE_IRIS); its properties are ${found}`,
    });
  }
  refuseIfNothingIsGood(path, facts);
  return { ...facts, areas };
}

function nameOf(properties: Readonly<Record<string, unknown>>): string | null {
  for (const title of AREA_NAMES) {
    const value = properties[title];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}
