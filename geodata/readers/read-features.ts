import { isUtf8 } from "node:buffer";
import { decodeWindows } from "./decode-windows.ts";
import { openSource } from "./open-source.ts";
import { atFeature } from "./placed-sentence.ts";
import type { ReadOptions, Tally } from "./read-facts.ts";
import { createFeatureScanner, type FeatureScanner } from "./scan-features.ts";
import { Cancelled, UnusableFile } from "./source-rows.ts";

/** A feature as the file gives it; nothing of it is checked but that it is one. */
export interface RawFeature {
  /** Position in the file, counting from 1. */
  readonly number: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/**
 * Streams the features of a GeoJSON FeatureCollection of any size. `consume` accepts, rejects or leaves out each
 * through the tally; members of the list that are no features are rejected here.
 * Throws UnusableFile when the file is no FeatureCollection, ends in the middle, or says that its coordinates are
 * not WGS 84; Cancelled when the signal is aborted.
 */
export async function readFeatures(
  path: string,
  tally: Tally,
  options: ReadOptions,
  consume: (feature: RawFeature) => void,
): Promise<{ sha256: string; bytes: number }> {
  const file = await openSource(path, options);
  const scanner = createFeatureScanner({
    feature: (bytes, index) => {
      tally.read();
      const feature = parseFeature(textOf(bytes, index, tally), index, tally);
      if (feature !== null) consume(feature);
    },
    tooLarge: (index) => {
      tally.read();
      const sentence = {
        fr: "dépasse 64 Mo ; il faut la surface d’un seul lieu",
        en: "is larger than 64 MB; expected the area of one place",
      };
      tally.reject("feature-too-large", atFeature(index + 1, sentence));
    },
  });
  let isFirst = true;
  for await (const piece of file.stream) {
    if (options.signal?.aborted) throw new Cancelled();
    const chunk: Buffer = piece;
    scanner.push(isFirst ? withoutMark(path, chunk) : chunk);
    isFirst = false;
  }
  checkCollection(path, scanner);
  return { sha256: file.sha256(), bytes: file.bytes };
}

function checkCollection(path: string, scanner: FeatureScanner): void {
  if (!scanner.isObject) {
    throw new UnusableFile(path, {
      fr: "n’est pas du GeoJSON ; il faut une FeatureCollection",
      en: "is not GeoJSON; expected a FeatureCollection",
    });
  }
  if (!scanner.isComplete) {
    const seen = scanner.featuresSeen;
    throw new UnusableFile(path, {
      fr: `s’arrête au milieu, après ${seen} objets entiers : il est incomplet ou abîmé. Téléchargez-le de nouveau`,
      en: `ends in the middle, after ${seen} whole features: it is incomplete or damaged. Download it again`,
    });
  }
  if (!scanner.hasFeatures) {
    const type = scanner.members.get("type");
    throw new UnusableFile(path, {
      fr: `est du JSON (${type ?? "sans type"}) sans liste d’objets ; il faut une FeatureCollection GeoJSON`,
      en: `is JSON of ${type ?? "no type"}, without a list of features; expected a GeoJSON FeatureCollection`,
    });
  }
  const reference = scanner.members.get("crs");
  if (reference === undefined || reference === "null") return;
  // Only the name matters, and WGS 84 goes by several: urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326, urn:…:EPSG::4326.
  if (!/CRS:?84|EPSG:+(\d*(\.\d+)?:)?4326\b/i.test(reference)) {
    const name = /"name"\s*:\s*"([^"]+)"\s*\}/.exec(reference)?.[1] ?? reference.slice(0, 120);
    throw new UnusableFile(path, {
      fr: `a ses coordonnées en ${name} ; il faut du WGS 84 (EPSG:4326)`,
      en: `has its coordinates in ${name}; expected WGS 84 (CRS84 or EPSG:4326)`,
    });
  }
}

function parseFeature(text: string, index: number, tally: Tally): RawFeature | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const found = `${text.slice(0, 60).trim()}…`;
    const sentence = { fr: `n’est pas du JSON valable : ${found}`, en: `is not valid JSON: ${found}` };
    tally.reject("broken-json", atFeature(index + 1, sentence));
    return null;
  }
  if (!isRecord(value) || value.type !== "Feature") {
    const found = text.slice(0, 40).trim();
    const sentence = {
      fr: `est ${found} ; il faut une Feature GeoJSON`,
      en: `is ${found}; expected a GeoJSON Feature`,
    };
    tally.reject("not-a-feature", atFeature(index + 1, sentence));
    return null;
  }
  return {
    number: index + 1,
    properties: isRecord(value.properties) ? value.properties : {},
    geometry: value.geometry,
  };
}

function textOf(bytes: Buffer, index: number, tally: Tally): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  const sentence = {
    fr: "n’est pas en UTF-8 comme il le faut en GeoJSON ; lu en windows-1252",
    en: "is not UTF-8 as GeoJSON must be; read as windows-1252",
  };
  tally.note("not-utf-8", atFeature(index + 1, sentence));
  return decodeWindows(bytes);
}

function withoutMark(path: string, chunk: Buffer): Buffer {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return chunk.subarray(3);
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
    throw new UnusableFile(path, {
      fr: "est écrit en UTF-16 ; il faut du GeoJSON en UTF-8 : enregistrez-le en UTF-8",
      en: "is written in UTF-16; expected GeoJSON in UTF-8: save it as UTF-8",
    });
  }
  return chunk;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
