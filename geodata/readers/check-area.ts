import type { MultiPolygon, Polygon, Position as RawPosition } from "geojson";
import { findRingCrossing } from "../geometry/find-ring-crossing.ts";
import type { Position } from "../geometry/position.ts";
import { whyNotInFrance } from "./france.ts";
import { isRecord } from "./read-features.ts";

/** An area that can be trusted, or the word and the end of the sentence that say why it cannot. */
export type CheckedArea =
  | { readonly ok: true; readonly geometry: Polygon | MultiPolygon }
  | { readonly ok: false; readonly reason: string; readonly sentence: string };

interface Fault {
  readonly reason: string;
  readonly sentence: string;
}

/**
 * Checks the geometry of a feature that stands for a place in France: a Polygon or MultiPolygon of closed rings of
 * at least four positions, in WGS 84, in France, with an extent, crossing nowhere. Heights are dropped.
 * Linear in the size of the area but for the crossing test (find-ring-crossing.ts).
 */
export function checkArea(geometry: unknown): CheckedArea {
  if (geometry === null || geometry === undefined) {
    return fault("no-geometry", "has no geometry; expected a Polygon or MultiPolygon");
  }
  if (!isRecord(geometry)) return fault("no-geometry", `has ${describe(geometry)} for geometry`);
  const { type, coordinates } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") {
    return fault("not-an-area", `is a ${describe(type)}; expected a Polygon or MultiPolygon`);
  }
  if (!Array.isArray(coordinates) || coordinates.length === 0) {
    return fault("no-geometry", `is a ${type} without coordinates`);
  }
  const polygons: RawPosition[][][] = [];
  const members: readonly unknown[] = type === "Polygon" ? [coordinates] : coordinates;
  for (const [member, rings] of members.entries()) {
    const where = members.length > 1 ? `polygon ${member + 1}, ` : "";
    if (!Array.isArray(rings) || rings.length === 0) return fault("broken-ring", `${where}has no ring`);
    const polygon: RawPosition[][] = [];
    for (const [index, ring] of rings.entries()) {
      const checked = checkRing(ring, `${where}${index === 0 ? "outer ring" : `hole ${index}`}`);
      if (!Array.isArray(checked)) return { ok: false, ...checked };
      polygon.push(checked);
    }
    polygons.push(polygon);
  }
  const [first] = polygons;
  if (type === "Polygon" && first !== undefined) return { ok: true, geometry: { type, coordinates: first } };
  return { ok: true, geometry: { type: "MultiPolygon", coordinates: polygons } };
}

function checkRing(ring: unknown, where: string): RawPosition[] | Fault {
  if (!Array.isArray(ring)) return { reason: "broken-ring", sentence: `${where} is ${describe(ring)}` };
  const positions: Position[] = [];
  for (const [index, raw] of ring.entries()) {
    const longitude: unknown = Array.isArray(raw) ? raw[0] : undefined;
    const latitude: unknown = Array.isArray(raw) ? raw[1] : undefined;
    if (typeof longitude !== "number" || typeof latitude !== "number") {
      const sentence = `${where}, position ${index + 1} is ${describe(raw)}; expected [longitude, latitude]`;
      return { reason: "broken-ring", sentence };
    }
    const misplaced = whyNotInFrance(longitude, latitude);
    if (misplaced !== null) {
      return {
        reason: "outside-france",
        sentence: `${where}, position ${index + 1} [${longitude}, ${latitude}] is ${misplaced}`,
      };
    }
    positions.push([longitude, latitude]);
  }
  return shapeFault(positions, where) ?? positions.map(([longitude, latitude]) => [longitude, latitude]);
}

function shapeFault(ring: readonly Position[], where: string): Fault | null {
  const first = ring[0];
  const last = ring.at(-1);
  if (ring.length < 4 || first === undefined || last === undefined) {
    return { reason: "short-ring", sentence: `${where} has ${ring.length} positions; expected at least 4` };
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    const sentence = `${where} is not closed: it begins at ${show(first)} and ends at ${show(last)}; expected the same position`;
    return { reason: "open-ring", sentence };
  }
  const crossing = findRingCrossing(ring);
  if (crossing.kind === "crossing") {
    return {
      reason: "crossing-ring",
      sentence: `${where} crosses itself at ${show(crossing.at)}; expected a ring that does not`,
    };
  }
  if (crossing.kind === "too-complex") {
    return {
      reason: "crossing-ring",
      sentence: `${where} has ${ring.length} positions, too entangled to be checked for crossings`,
    };
  }
  if (Math.abs(ringArea(ring)) < LEAST_AREA) {
    return { reason: "no-extent", sentence: `${where} at ${show(first)} encloses nothing; expected an area` };
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

function fault(reason: string, sentence: string): CheckedArea {
  return { ok: false, reason, sentence };
}

function show([longitude, latitude]: Position): string {
  return `[${Number(longitude.toFixed(6))}, ${Number(latitude.toFixed(6))}]`;
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
