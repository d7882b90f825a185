import type { Sentence } from "../../server/contract/refusal.ts";
import type { Source } from "../territory/territory.ts";
import { areaCodeOf } from "./area-code.ts";
import { communeCodeOf } from "./commune-outlines-reader.ts";
import { openFile } from "./open-file.ts";
import { createTally } from "./read-facts.ts";
import { createTableReading } from "./read-table.ts";
import { recogniseHeader } from "./recognise-header.ts";
import { createFeatureScanner } from "./scan-features.ts";
import { Cancelled, UnusableFile } from "./source-rows.ts";
import { layoutOfProperties } from "./station-layout.ts";

export interface RecognisedFile {
  /** What the file can be given as; null when no reader takes it. */
  readonly role: Source["role"] | null;
  /** Machine word, e.g. "osm-pbf", "data-gouv-general", "ban", "parquet", "csv". */
  readonly format: string;
}

/** Enough for the header of any table and, almost always, for one whole feature. */
const BYTES_LOOKED_AT = 4 * 1_048_576;

/**
 * What a file is, by its content (and for .hgt tiles, which have no mark, by the name inside the compression).
 * Throws UnusableFile when it cannot be opened or decompressed.
 */
export async function recogniseFile(path: string): Promise<RecognisedFile> {
  const file = await openFile(path);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of file.stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= BYTES_LOOKED_AT || recogniseMark(file.name, chunks[0] ?? Buffer.alloc(0)) !== null) break;
  }
  file.stream.destroy();
  const content = Buffer.concat(chunks);
  return recogniseMark(file.name, content) ?? recogniseJson(content) ?? recogniseTable(path, content);
}

/**
 * Runs a reader of one role. When it cannot use the file and the file is plainly something else, the sentence says
 * what: a table of addresses given as contours is a slip of the hand, not a broken GeoJSON.
 */
export async function recognising<Result>(
  path: string,
  expected: Source["role"],
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const found = await recogniseFile(path).catch(() => null);
    if (found === null || found.role === expected) throw error;
    const words = found.role === null ? FOREIGN_WORDS[found.format] : ROLE_WORDS[found.role];
    if (words === undefined) throw error;
    const format = found.role === null ? "" : `, format ${found.format}`;
    throw new UnusableFile(path, {
      fr: `contient ${words.fr}${format} ; il faut ${ROLE_WORDS[expected].fr}`,
      en: `holds ${words.en}${format}; expected ${ROLE_WORDS[expected].en}`,
    });
  }
}

const ROLE_WORDS: Readonly<Record<Source["role"], Sentence>> = {
  osm: { fr: "des données d’OpenStreetMap", en: "OpenStreetMap data" },
  stations: { fr: "les contours des bureaux de vote (GeoJSON)", en: "the contours of polling stations (GeoJSON)" },
  results: {
    fr: "des résultats d’élection par bureau de vote (CSV ou txt)",
    en: "election results by polling station (CSV or txt)",
  },
  addresses: { fr: "des adresses (BAN ou REU, CSV)", en: "addresses (BAN or REU, CSV)" },
  census: { fr: "un tableau du recensement par Iris (CSV)", en: "a census table by IRIS (CSV)" },
  "census-areas": {
    fr: "les contours des zones du recensement (Iris, GeoJSON)",
    en: "the contours of census areas (IRIS, GeoJSON)",
  },
  elevation: { fr: "un modèle d’altitude", en: "an elevation model" },
};

/** What people do give by mistake, and what to do about it. */
const FOREIGN_WORDS: Readonly<Record<string, Sentence>> = {
  parquet: {
    fr: "du Parquet, qui n’est pas lu : prenez le CSV du même jeu",
    en: "a Parquet file, which is not read; take the CSV of the same set",
  },
  "station-points": {
    fr: "des bureaux en points, avec ses propres numéros ; ses voix ne sont lues qu’à côté du même fichier donné comme bureaux (--stations)",
    en: "stations as points, whose numbers are its own; its votes are read only beside the same file as --stations",
  },
  pdf: { fr: "un document PDF", en: "a PDF document" },
  html: {
    fr: "une page web, sans doute celle du téléchargement et non le fichier lui-même",
    en: "a web page, probably that of the download and not the file itself",
  },
  xml: { fr: "un fichier XML", en: "an XML file" },
  json: { fr: "du JSON sans liste d’objets", en: "JSON without a list of features" },
};

function recogniseMark(name: string, content: Buffer): RecognisedFile | null {
  const start = content.toString("latin1", 0, 512);
  if (start.slice(0, 64).includes("OSMHeader")) return { role: "osm", format: "osm-pbf" };
  if (start.startsWith("PAR1")) return { role: null, format: "parquet" };
  if (start.startsWith("%PDF")) return { role: null, format: "pdf" };
  if (/^(II[*+]\0|MM\0[*+])/.test(start)) return { role: "elevation", format: "geotiff" };
  if (/^[NS]\d\d[EW]\d\d\d.*\.hgt$/i.test(name)) return { role: "elevation", format: "hgt" };
  const text = start.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (/^ncols\s+\d+/i.test(text)) return { role: "elevation", format: "esri-ascii-grid" };
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<osm\b/.test(text)) return { role: "osm", format: "osm-xml" };
  if (/^<!doctype html|^<html/i.test(text)) return { role: null, format: "html" };
  if (text.startsWith("<")) return { role: null, format: "xml" };
  return null;
}

function recogniseJson(content: Buffer): RecognisedFile | null {
  if (!/^(\u00ef\u00bb\u00bf)?\s*[{[]/.test(content.toString("latin1", 0, 512))) return null;
  const features: Buffer[] = [];
  const scanner = createFeatureScanner({
    feature: (bytes) => {
      if (features.length < 3) features.push(bytes);
    },
    tooLarge: () => undefined,
  });
  scanner.push(content.subarray(content[0] === 0xef ? 3 : 0));
  if (!scanner.hasFeatures) return { role: null, format: "json" };
  for (const bytes of features) {
    const properties = propertiesOf(bytes);
    const layout = layoutOfProperties(properties);
    if (layout !== null) return { role: "stations", format: layout.format };
    if (areaCodeOf(properties) !== null) return { role: "census-areas", format: "iris-geojson" };
  }
  // Each commune is drawn once: features that share a code are parts of one, perhaps stations under another name.
  const communes = features.flatMap((bytes) => communeCodeOf(propertiesOf(bytes)) ?? []);
  if (communes.length > 0 && new Set(communes).size === features.length) {
    return { role: "stations", format: "geojson-communes" };
  }
  return { role: null, format: "geojson" };
}

function propertiesOf(feature: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(feature.toString());
    const properties = typeof value === "object" && value !== null && "properties" in value ? value.properties : null;
    return typeof properties === "object" && properties !== null ? { ...properties } : {};
  } catch {
    return {};
  }
}

function recogniseTable(path: string, content: Buffer): RecognisedFile {
  let header: readonly string[] = [];
  try {
    const reading = createTableReading(path, createTally(path), (layout) => {
      header = layout.header;
      return () => undefined;
    });
    reading.push(content.subarray(0, content.indexOf(10) + 1 || content.length));
    reading.end();
  } catch (error) {
    if (error instanceof Cancelled || !(error instanceof UnusableFile)) throw error;
    return { role: null, format: "unknown" };
  }
  const table = recogniseHeader(header);
  return table ?? { role: null, format: header.length > 1 ? "csv" : "text" };
}
