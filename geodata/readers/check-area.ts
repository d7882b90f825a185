import type { MultiPolygon, Polygon, Position as RawPosition } from "geojson";
import type { Sentence } from "../../server/contract/refusal.ts";
import { findRingCrossing } from "../geometry/find-ring-crossing.ts";
import type { Position } from "../geometry/position.ts";
import { whyNotInFrance } from "./france.ts";
import { isRecord } from "./read-features.ts";

/** An area that can be trusted, or the word and the end of the sentence that say why it cannot. */
export type CheckedArea =
  | { readonly ok: true; readonly geometry: Polygon | MultiPolygon }
  | { readonly ok: false; readonly reason: string; readonly sentence: Sentence };

interface Fault {
  readonly reason: string;
  readonly sentence: Sentence;
}

/**
 * Checks the geometry of a feature that stands for a place in France: a Polygon or MultiPolygon of closed rings of
 * at least four positions, in WGS 84, in France, with an extent, crossing nowhere. Heights are dropped.
 * Linear in the size of the area but for the crossing test (find-ring-crossing.ts).
 */
export function checkArea(geometry: unknown): CheckedArea {
  if (geometry === null || geometry === undefined) {
    return fault("no-geometry", {
      fr: "n’a pas de géométrie ; il faut un Polygon ou un MultiPolygon",
      en: "has no geometry; expected a Polygon or MultiPolygon",
    });
  }
  if (!isRecord(geometry)) {
    const found = describe(geometry);
    return fault("no-geometry", { fr: `a ${found} pour géométrie`, en: `has ${found} for geometry` });
  }
  const { type, coordinates } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") {
    const found = describe(type);
    return fault("not-an-area", {
      fr: `est un ${found} ; il faut un Polygon ou un MultiPolygon`,
      en: `is a ${found}; expected a Polygon or MultiPolygon`,
    });
  }
  if (!Array.isArray(coordinates) || coordinates.length === 0) {
    return fault("no-geometry", {
      fr: `est un ${type} sans coordonnées`,
      en: `is a ${type} without coordinates`,
    });
  }
  const polygons: RawPosition[][][] = [];
  const members: readonly unknown[] = type === "Polygon" ? [coordinates] : coordinates;
  for (const [member, rings] of members.entries()) {
    const part = members.length > 1 ? member + 1 : null;
    if (!Array.isArray(rings) || rings.length === 0) {
      return fault("broken-ring", inPart(part, { fr: "n’a pas d’anneau", en: "has no ring" }));
    }
    const polygon: RawPosition[][] = [];
    for (const [index, ring] of rings.entries()) {
      const checked = checkRing(ring, inPart(part, ringName(index)));
      if (!Array.isArray(checked)) return { ok: false, ...checked };
      polygon.push(checked);
    }
    polygons.push(polygon);
  }
  const [first] = polygons;
  if (type === "Polygon" && first !== undefined) return { ok: true, geometry: { type, coordinates: first } };
  return { ok: true, geometry: { type: "MultiPolygon", coordinates: polygons } };
}

function inPart(part: number | null, { fr, en }: Sentence): Sentence {
  return part === null ? { fr, en } : { fr: `polygone ${part}, ${fr}`, en: `polygon ${part}, ${en}` };
}

function ringName(index: number): Sentence {
  return index === 0 ? { fr: "contour extérieur", en: "outer ring" } : { fr: `trou ${index}`, en: `hole ${index}` };
}

function checkRing(ring: unknown, where: Sentence): RawPosition[] | Fault {
  if (!Array.isArray(ring)) return { reason: "broken-ring", sentence: isInstead(where, ring) };
  const positions: Position[] = [];
  for (const [index, raw] of ring.entries()) {
    const longitude: unknown = Array.isArray(raw) ? raw[0] : undefined;
    const latitude: unknown = Array.isArray(raw) ? raw[1] : undefined;
    if (typeof longitude !== "number" || typeof latitude !== "number") {
      const found = isInstead(positionOf(where, index), raw);
      const sentence = {
        fr: `${found.fr} ; il faut [longitude, latitude]`,
        en: `${found.en}; expected [longitude, latitude]`,
      };
      return { reason: "broken-ring", sentence };
    }
    const misplaced = whyNotInFrance(longitude, latitude);
    if (misplaced !== null) {
      const place = positionOf(where, index);
      return {
        reason: "outside-france",
        sentence: {
          fr: `${place.fr} [${longitude}, ${latitude}] est ${misplaced.fr}`,
          en: `${place.en} [${longitude}, ${latitude}] is ${misplaced.en}`,
        },
      };
    }
    positions.push([longitude, latitude]);
  }
  return shapeFault(positions, where) ?? positions.map(([longitude, latitude]) => [longitude, latitude]);
}

function isInstead(where: Sentence, value: unknown): Sentence {
  const found = describe(value);
  return { fr: `${where.fr} est ${found}`, en: `${where.en} is ${found}` };
}

function positionOf(where: Sentence, index: number): Sentence {
  return { fr: `${where.fr}, position ${index + 1}`, en: `${where.en}, position ${index + 1}` };
}

function shapeFault(ring: readonly Position[], where: Sentence): Fault | null {
  const first = ring[0];
  const last = ring.at(-1);
  if (ring.length < 4 || first === undefined || last === undefined) {
    const sentence = {
      fr: `${where.fr} a ${ring.length} positions ; il en faut au moins 4`,
      en: `${where.en} has ${ring.length} positions; expected at least 4`,
    };
    return { reason: "short-ring", sentence };
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    const [begin, end] = [show(first), show(last)];
    const sentence = {
      fr: `${where.fr} n’est pas fermé : il commence en ${begin} et finit en ${end} ; il faut la même position`,
      en: `${where.en} is not closed: it begins at ${begin} and ends at ${end}; expected the same position`,
    };
    return { reason: "open-ring", sentence };
  }
  const crossing = findRingCrossing(ring);
  if (crossing.kind === "crossing") {
    const sentence = {
      fr: `${where.fr} se croise lui-même en ${show(crossing.at)} ; il ne le faut pas`,
      en: `${where.en} crosses itself at ${show(crossing.at)}; expected a ring that does not`,
    };
    return { reason: "crossing-ring", sentence };
  }
  if (crossing.kind === "too-complex") {
    const sentence = {
      fr: `${where.fr} a ${ring.length} positions, trop emmêlées pour en vérifier les croisements`,
      en: `${where.en} has ${ring.length} positions, too entangled to be checked for crossings`,
    };
    return { reason: "crossing-ring", sentence };
  }
  if (Math.abs(ringArea(ring)) < LEAST_AREA) {
    const sentence = {
      fr: `${where.fr} en ${show(first)} n’entoure rien ; il faut une surface`,
      en: `${where.en} at ${show(first)} encloses nothing; expected an area`,
    };
    return { reason: "no-extent", sentence };
  }
  return null;
}

/** Twice an area of about a square decimetre, in square degrees: less is rounding. */
const LEAST_AREA = 2e-12;

/** Twice the signed area, in square degrees, relative to the first position. */
function ringArea(ring: readonly Position[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let area = 0;
  for (let index = 1; index < ring.length; index++) {
    const a = ring[index - 1] ?? [0, 0];
    const b = ring[index] ?? [0, 0];
    area += (a[0] - originX) * (b[1] - originY) - (b[0] - originX) * (a[1] - originY);
  }
  return area;
}

function fault(reason: string, sentence: Sentence): CheckedArea {
  return { ok: false, reason, sentence };
}

function show([longitude, latitude]: Position): string {
  return `[${Number(longitude.toFixed(6))}, ${Number(latitude.toFixed(6))}]`;
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
