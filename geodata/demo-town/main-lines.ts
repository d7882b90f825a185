import type { Landscape } from "./landscape.ts";
import { type DrawnRoad, FOOTBRIDGE, MAIN_ROADS, QUAYS, type Quay, ROUNDABOUTS } from "./main-roads.ts";
import {
  crossing,
  distance,
  firstPoint,
  type Line,
  lastPoint,
  lineLength,
  moved,
  offsetLine,
  type Point,
  partOfLine,
  pointAt,
  smoothLine,
} from "./plane.ts";
import type { PlanLine } from "./town-lines.ts";

const STEP_METRES = 14;
export const ROUNDABOUT_RADIUS_METRES = 17;

/** Main roads, quays, footbridge and roundabouts, cut where a bridge or an underpass begins and ends. */
export function mainLines(landscape: Landscape): readonly PlanLine[] {
  const roads = MAIN_ROADS.flatMap((road, index) => {
    const points = landscape.warp.line(smoothLine(road.control, STEP_METRES, pointBefore(index), pointAfter(index)));
    return withStructures(points, road, landscape);
  });
  const quays = QUAYS.flatMap((quay) => {
    const road = { name: quay.name, kind: quay.kind, control: [] };
    return withStructures(quayLine(quay, landscape), road, landscape);
  });
  const footbridge: DrawnRoad = { name: "Passerelle des Lavandières", kind: "footway", control: FOOTBRIDGE };
  const footbridgeLine = landscape.warp.line(smoothLine(FOOTBRIDGE, STEP_METRES));
  return [
    ...roads,
    ...quays,
    ...withStructures(footbridgeLine, { ...footbridge, bridge: footbridge.name }, landscape),
    ...ROUNDABOUTS.map((middle) => roundabout(landscape.warp.apply(middle))),
  ];
}

/** The control point that comes before this road's first one, on the road that it continues. */
function pointBefore(index: number): Point | undefined {
  const road = MAIN_ROADS[index];
  const before = MAIN_ROADS[index - 1];
  if (!road || !before || !isSame(lastPoint(before.control), firstPoint(road.control))) return undefined;
  return before.control.at(-2);
}

function pointAfter(index: number): Point | undefined {
  const road = MAIN_ROADS[index];
  const after = MAIN_ROADS[index + 1];
  if (!road || !after || !isSame(lastPoint(road.control), firstPoint(after.control))) return undefined;
  return after.control[1];
}

const isSame = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

interface Structure {
  readonly from: number;
  readonly to: number;
  readonly kind: "bridge" | "tunnel";
  readonly name: string | null;
}

function withStructures(points: Line, road: DrawnRoad, landscape: Landscape): PlanLine[] {
  const spans: Structure[] = [];
  const span = (barrier: Line, reach: number, kind: Structure["kind"], name: string | null) => {
    for (const at of crossingsAlong(points, barrier)) spans.push({ from: at - reach, to: at + reach, kind, name });
  };
  span(landscape.river.course, 25, "bridge", road.bridge ?? null);
  span(landscape.river.brook, 7, "bridge", null);
  span(landscape.bypass, 24, "bridge", null);
  if (road.atRail === "under") span(landscape.railway, 16, "tunnel", null);
  if (road.atRail === "over") span(landscape.railway, 22, "bridge", "Pont du Chemin-de-fer");
  const line = (part: Line, structure: Structure | null): PlanLine => ({
    points: part,
    kind: road.kind,
    name: structure?.name ?? road.name,
    ref: road.ref ?? null,
    structure: structure?.kind ?? null,
    isRoundabout: false,
    isMain: true,
    street: null,
  });
  const lines: PlanLine[] = [];
  let done = 0;
  for (const structure of spans.sort((a, b) => a.from - b.from)) {
    if (structure.from > done + 1) lines.push(line(partOfLine(points, done, structure.from), null));
    lines.push(line(partOfLine(points, Math.max(done, structure.from), structure.to), structure));
    done = structure.to;
  }
  const length = lineLength(points);
  if (done < length - 1) lines.push(line(done === 0 ? points : partOfLine(points, done, length), null));
  return lines;
}

/** Distances along `line` at which it crosses `other`. */
export function crossingsAlong(line: Line, other: Line): number[] {
  const found: number[] = [];
  let walked = 0;
  for (let i = 1; i < line.length; i++) {
    const from = pointAt(line, i - 1);
    const to = pointAt(line, i);
    for (let k = 1; k < other.length; k++) {
      const hit = crossing(from, to, pointAt(other, k - 1), pointAt(other, k));
      if (hit) found.push(walked + hit.t * distance(from, to));
    }
    walked += distance(from, to);
  }
  return found;
}

function quayLine(quay: Quay, { river, warp }: Landscape): Line {
  const bank = offsetLine(river.course, quay.offsetMetres);
  const nearestTo = (drawn: Point) => {
    const target = warp.apply(drawn);
    let best = 0;
    river.course.forEach((point, i) => {
      if (distance(point, target) < distance(pointAt(river.course, best), target)) best = i;
    });
    return best;
  };
  return smoothLine(bank.slice(nearestTo(quay.from) - 1, nearestTo(quay.to) + 2), STEP_METRES);
}

function roundabout(middle: Point): PlanLine {
  const points = Array.from({ length: 17 }, (_, i) =>
    moved(middle, ((i % 16) * Math.PI) / 8 + 0.07, ROUNDABOUT_RADIUS_METRES),
  );
  return {
    points,
    kind: "tertiary",
    name: null,
    ref: null,
    structure: null,
    isRoundabout: true,
    isMain: true,
    street: null,
  };
}
