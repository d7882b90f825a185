import type { MultiPolygon, Polygon } from "geojson";
import { type BoundingBox, isInBox, type Position } from "../geometry/position.ts";
import { nestRings } from "../readers/nest-rings.ts";
import type { OsmWay } from "../readers/osm-extract.ts";
import { type Crossing, clipToBox } from "./clip-to-box.ts";

/**
 * The sea inside a box. OpenStreetMap draws no sea, only the coast: a line with land on its left and water on its
 * right (wiki.openstreetmap.org/wiki/Tag:natural=coastline). The coast is cut at the box; from where a piece leaves
 * the box, the shore of the sea goes on clockwise along the edge until the next piece comes in. Coasts that close
 * inside the box are islands. Null when there is no coast, or when it ends inside the box so that nobody can tell.
 *
 * Extracts are cut somewhere: the widest of several boxes around the territory is taken in which the coast is whole.
 * Where it is whole in none, ends close to the edge of the data are prolonged to it. `known` is where there is data.
 */
export function seaArea(ways: readonly OsmWay[], box: BoundingBox, known: BoundingBox): Polygon | MultiPolygon | null {
  const coast = joinCoast(ways.filter(({ tags }) => tags.natural === "coastline"));
  if (coast.length === 0) return null;
  for (const margin of MARGINS) {
    const wide = shared(grown(box, margin), known);
    const sea = wide === null ? null : seaInside(coast, wide);
    if (sea !== "unknown") return sea;
  }
  const least = shared(box, known);
  const sea = least === null ? null : seaInside(prolonged(coast, least), least);
  return sea === "unknown" ? null : sea;
}

/** Shares of the box's width and height, widest first. */
const MARGINS = [1, 0.5, 0.25, 0.1, 0.05, 0];

/** Ends of coast that lie within this share of the box from its edge were cut there. */
const NEAR_EDGE_SHARE = 0.1;

function prolonged(coast: readonly CoastLine[], box: BoundingBox): CoastLine[] {
  return coast.map(({ positions, isClosed }) => {
    const [first] = positions;
    const last = positions.at(-1);
    if (isClosed || first === undefined || last === undefined) return { positions, isClosed };
    return { positions: [...beyondEdge(first, box), ...positions, ...beyondEdge(last, box)], isClosed };
  });
}

/** A place just outside the nearest edge; none when the position lies outside already, or deep inside. */
function beyondEdge([x, y]: Position, [west, south, east, north]: BoundingBox): Position[] {
  if (!isInBox([x, y], [west, south, east, north])) return [];
  const width = east - west;
  const height = north - south;
  const ways: readonly (readonly [share: number, beyond: Position])[] = [
    [(x - west) / width, [west - width / 100, y]],
    [(east - x) / width, [east + width / 100, y]],
    [(y - south) / height, [x, south - height / 100]],
    [(north - y) / height, [x, north + height / 100]],
  ];
  const [nearest] = [...ways].sort(([a], [b]) => a - b);
  return nearest !== undefined && nearest[0] <= NEAR_EDGE_SHARE ? [nearest[1]] : [];
}

/** Where two boxes overlap; null when they do not. */
function shared(a: BoundingBox, b: BoundingBox): BoundingBox | null {
  const box: BoundingBox = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

function seaInside(coast: readonly CoastLine[], box: BoundingBox): Polygon | MultiPolygon | null | "unknown" {
  const crossings: Crossing[] = [];
  const islands: (readonly Position[])[] = [];
  for (const { positions, isClosed } of coast) {
    const clipped = clipToBox(positions, isClosed, box);
    if (clipped.kind === "open-end") return "unknown";
    if (clipped.kind === "inside") islands.push(positions);
    else crossings.push(...clipped.crossings);
  }
  if (crossings.length === 0 && islands.length === 0) return null;
  const shores = crossings.length > 0 ? alongEdges(crossings, box) : [corners(box)];
  return nestRings([
    ...shores.map((positions) => ({ positions, side: "outer" as const })),
    ...islands.map((positions) => ({ positions, side: "inner" as const })),
  ]).geometry;
}

interface CoastLine {
  readonly positions: readonly Position[];
  readonly isClosed: boolean;
}

/** Joins coasts end to start; their direction matters and is kept. */
function joinCoast(ways: readonly OsmWay[]): CoastLine[] {
  const pieces = ways.map(({ nodeIds, positions }) => ({ first: nodeIds[0], last: nodeIds.at(-1), positions }));
  const byStart = new Map(pieces.map((piece) => [piece.first, piece]));
  const ends = new Set(pieces.map(({ last }) => last));
  const used = new Set<(typeof pieces)[number]>();
  const lines: CoastLine[] = [];
  // Lines that begin nowhere else come first; what is left afterwards is closed.
  for (const start of [...pieces.filter(({ first }) => !ends.has(first)), ...pieces]) {
    const positions: Position[] = [];
    let last: number | undefined;
    for (let piece = used.has(start) ? undefined : start; piece && !used.has(piece); piece = byStart.get(last)) {
      used.add(piece);
      positions.push(...(positions.length === 0 ? piece.positions : piece.positions.slice(1)));
      last = piece.last;
    }
    if (positions.length >= 2) lines.push({ positions, isClosed: last === start.first });
  }
  return lines;
}

/** Rings of sea: each crossing of the box, then the edge clockwise to where the next one begins. */
function alongEdges(crossings: readonly Crossing[], box: BoundingBox): Position[][] {
  const byEntry = [...crossings].sort((a, b) => a.entry - b.entry);
  const used = new Set<Crossing>();
  const rings: Position[][] = [];
  for (const start of byEntry) {
    if (used.has(start)) continue;
    const ring: Position[] = [];
    let crossing = start;
    for (;;) {
      used.add(crossing);
      ring.push(...crossing.positions);
      const { exit } = crossing;
      const next = byEntry.find(({ entry }) => entry >= exit) ?? byEntry[0] ?? start;
      ring.push(...cornersBetween(exit, next.entry, box));
      if (next === start || used.has(next)) break;
      crossing = next;
    }
    const [first] = ring;
    if (first !== undefined) ring.push(first);
    rings.push(ring);
  }
  return rings;
}

/** Corners met clockwise from one place of the edge to another; places count 0 to 4 from the north-west corner. */
function cornersBetween(from: number, to: number, box: BoundingBox): Position[] {
  const end = to >= from ? to : to + 4;
  const met: Position[] = [];
  for (let corner = Math.ceil(from); corner <= end; corner++) {
    const position = clockwise(box)[corner % 4];
    if (corner > from && position !== undefined) met.push(position);
  }
  return met;
}

function clockwise([west, south, east, north]: BoundingBox): Position[] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}

function corners(box: BoundingBox): Position[] {
  const ring = clockwise(box);
  return [...ring, ...ring.slice(0, 1)];
}

function grown([west, south, east, north]: BoundingBox, share: number): BoundingBox {
  const width = (east - west) * share;
  const height = (north - south) * share;
  return [west - width, south - height, east + width, north + height];
}
