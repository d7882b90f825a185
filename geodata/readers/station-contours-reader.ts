import { basename } from "node:path";
import type { MultiPolygon, Polygon } from "geojson";
import { checkArea } from "./check-area.ts";
import { atFeature, placed } from "./placed-sentence.ts";
import { createTally, type ReadFacts, type ReadOptions, refuseIfNothingIsGood } from "./read-facts.ts";
import { readFeatures } from "./read-features.ts";
import { recognising } from "./recognise-file.ts";
import { UnusableFile } from "./source-rows.ts";
import { stationNumberKey } from "./station-key.ts";
import { layoutOfMapping, layoutOfProperties, type StationLayout, type StationMapping } from "./station-layout.ts";
import { yearInName } from "./year-in-name.ts";

export type { StationMapping } from "./station-layout.ts";

/** The area of one polling station, as a contour file draws it. */
export interface StationContour {
  /** As the file writes it: "0327", "1", "136A". */
  readonly number: string;
  /** As the file writes it; null when the file names no commune. */
  readonly communeCode: string | null;
  readonly communeName: string | null;
  /** What people read, e.g. "Bureau 327". */
  readonly name: string;
  /** Department and number of the legislative constituency, e.g. "8502"; null when the file does not say. */
  readonly constituency: string | null;
  /** As the file writes it: "75056_0327" or "29039_1"; the number alone when there is no commune. */
  readonly id: string;
  readonly geometry: Polygon | MultiPolygon;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface StationContours extends ReadFacts {
  readonly contours: readonly StationContour[];
  /** Year in the name of the file, when there is exactly one. */
  readonly vintageGuess: number | null;
}

export interface StationContoursOptions extends ReadOptions {
  readonly mapping?: StationMapping | undefined;
  /**
   * Stations of other communes are counted as `outside` and not looked at further, which makes a town quick to cut from
   * the national file. Called with the code as the file writes it; stations without a commune are kept.
   */
  readonly keepCommune?: ((communeCode: string) => boolean) | undefined;
}

/**
 * Reads the areas of polling stations from GeoJSON: both vintages of the data.gouv.fr set, those of the city of Paris,
 * or any other through `mapping`. Every feature is checked (check-area.ts) and a station drawn twice is kept once.
 * Throws UnusableFile when the file is no FeatureCollection in WGS 84 or no feature names a station.
 */
export async function readStationContours(
  path: string,
  options: StationContoursOptions = {},
): Promise<StationContours> {
  return recognising(path, "stations", () => readContours(path, options));
}

async function readContours(path: string, options: StationContoursOptions): Promise<StationContours> {
  const tally = createTally(path);
  const contours: StationContour[] = [];
  const firstFeature = new Map<string, number>();
  let layout = options.mapping === undefined ? null : layoutOfMapping(options.mapping);
  let namedCount = 0;
  let firstProperties: Readonly<Record<string, unknown>> = {};

  const file = await readFeatures(path, tally, options, (feature) => {
    if (tally.recordsRead === 1) firstProperties = feature.properties;
    layout ??= layoutOfProperties(feature.properties);
    const named = layout?.name(feature.properties) ?? null;
    if (named === null) {
      const expected = layout?.expectation ?? ANY_STATION_PROPERTY;
      const sentence = {
        fr: `ne nomme aucun bureau ; il faut ${expected.fr}`,
        en: `names no station; expected ${expected.en}`,
      };
      tally.reject("no-station-number", atFeature(feature.number, sentence));
      return;
    }
    namedCount++;
    if (named.communeCode !== null && options.keepCommune?.(named.communeCode) === false) {
      tally.outside();
      return;
    }
    const label = {
      fr: `objet ${feature.number} (bureau ${named.id})`,
      en: `feature ${feature.number} (station ${named.id})`,
    };
    const area = checkArea(feature.geometry);
    if (!area.ok) {
      tally.reject(area.reason, placed(label, area.sentence));
      return;
    }
    const key = `${named.communeCode ?? ""}_${stationNumberKey(named.number)}`;
    const first = firstFeature.get(key);
    if (first !== undefined) {
      const sentence = {
        fr: `le bureau est déjà dessiné par l’objet ${first} ; il faut un objet par bureau, avec toutes ses parties`,
        en: `the station is already drawn by feature ${first}; expected one feature per station, holding all its parts`,
      };
      tally.reject("duplicate-station", placed(label, sentence));
      return;
    }
    firstFeature.set(key, feature.number);
    tally.accept();
    contours.push({ ...named, geometry: area.geometry, properties: feature.properties });
  });

  const facts = tally.facts({ format: formatOf(layout), ...file });
  if (facts.read === 0) {
    throw new UnusableFile(path, {
      fr: "ne contient aucun objet ; il faut les surfaces des bureaux de vote",
      en: "holds no feature; expected the areas of polling stations",
    });
  }
  if (namedCount === 0) refuseUnnamed(path, firstProperties, options.mapping);
  refuseIfNothingIsGood(path, facts);
  return { ...facts, contours, vintageGuess: yearInName(basename(path)) };
}

const ANY_STATION_PROPERTY = {
  fr: "une propriété comme codeBureauVote",
  en: "a property such as codeBureauVote",
};

// Assigned inside a callback, which the compiler does not follow: hence the function.
function formatOf(layout: StationLayout | null): string {
  return layout?.format ?? "geojson";
}

/** Throws: no feature names a station. Says what the features hold instead. */
function refuseUnnamed(
  path: string,
  properties: Readonly<Record<string, unknown>>,
  mapping: StationMapping | undefined,
): never {
  const found = Object.keys(properties).slice(0, 12).join(", ") || "∅";
  if (mapping !== undefined) {
    throw new UnusableFile(path, {
      fr: `n’a pas de propriété « ${mapping.station} » qui nomme un bureau ; ses propriétés : ${found}`,
      en: `has no property "${mapping.station}" that names a station; its properties are ${found}`,
    });
  }
  const known = "codeBureauVote, numeroBureauVote, code_bv…";
  throw new UnusableFile(path, {
    fr: `n’a pas d’objet qui nomme un bureau de vote (${known}) ; ses propriétés : ${found} : indiquez laquelle contient le bureau`,
    en: `has no feature that names a polling station (${known}); its properties are ${found}: say which one holds the station`,
  });
}
