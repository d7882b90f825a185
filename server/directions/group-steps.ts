import { pathLengthMetres, pointAlong } from "../../geodata/geometry/path.ts";
import { bearingDegrees } from "../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph, streetClass } from "../../geodata/street-graph/street-graph.ts";
import type { Language } from "../contract/plan.ts";
import { stretchMetres, type WalkingPath, type WalkStretch } from "../walking-router/walking-path.ts";
import { absorbKinks } from "./absorb-kinks.ts";
import { chooseManeuver, type Maneuver } from "./choose-maneuver.ts";
import { exitNumber, isRoundabout } from "./roundabouts.ts";
import type { StreetLabel } from "./street-label.ts";
import { turnDegrees } from "./turn-angle.ts";
import { walkSpans } from "./walk-spans.ts";

/** Stretches that are walked on one instruction. */
export interface StepGroup {
  readonly stretches: WalkStretch[];
  readonly label: StreetLabel;
  /** What to do to get onto it; null for the first group. */
  readonly maneuver: Maneuver | null;
  readonly bearingBefore: number;
  readonly bearingAfter: number;
}

/** Bearings are taken over at most this much of the walk, to look past the kinks of junctions. */
const BEARING_METRES = 12;

/** Groups the stretches of a walk into steps: a new step where the walker must be told something. */
export function groupSteps(graph: StreetGraph, path: WalkingPath, language: Language): StepGroup[] {
  const spans = walkSpans(graph, path, language);
  const groups: StepGroup[] = [];
  spans.forEach((span, index) => {
    const before = spans[index - 1];
    const group = groups.at(-1);
    const last = group?.stretches.at(-1);
    const first = span.stretches[0];
    if (before === undefined || group === undefined || last === undefined || first === undefined) {
      const bearingAfter = bearingFrom(path, 0);
      groups.push({
        stretches: [...span.stretches],
        label: span.label,
        maneuver: null,
        bearingBefore: 0,
        bearingAfter,
      });
      return;
    }
    const bearingBefore = bearingTo(path, span.startMetres);
    const bearingAfter = bearingFrom(path, span.streetMetres);
    const maneuver = chooseManeuver({
      from: group.label,
      to: span.label,
      byRoundabout: span.isByRoundabout,
      isReturn: last.piece === span.stretches.at(-1)?.piece,
      degrees: turnDegrees(bearingBefore, bearingAfter),
      otherDegrees: otherWays(graph, last, first, span.stretches.at(-1)).map((bearing) =>
        turnDegrees(bearingBefore, bearing),
      ),
    });
    if (maneuver === null) group.stretches.push(...span.stretches);
    else groups.push({ stretches: [...span.stretches], label: span.label, maneuver, bearingBefore, bearingAfter });
  });
  const told = absorbKinks(groups);
  return told.map((group, index) => withExit(graph, group, told[index - 1], told[index + 1]));
}

/** Counts the exits of a roundabout that the walk leaves again. */
function withExit(
  graph: StreetGraph,
  group: StepGroup,
  before: StepGroup | undefined,
  after: StepGroup | undefined,
): StepGroup {
  if (group.maneuver?.type !== "roundabout" || after === undefined) return group;
  const around = group.stretches.filter(({ piece }) => isRoundabout(graph, piece));
  const exit = exitNumber(graph, around, before?.stretches.at(-1) ?? null);
  return { ...group, maneuver: { ...group.maneuver, exit } };
}

/** Bearings of the other streets at the node where a stretch ends. Crossings are no streets. */
function otherWays(
  graph: StreetGraph,
  before: WalkStretch,
  after: WalkStretch,
  street: WalkStretch | undefined,
): number[] {
  const node = (before.forward ? graph.pieceTo[before.piece] : graph.pieceFrom[before.piece]) ?? 0;
  const bearings: number[] = [];
  for (let index = graph.arcStart[node] ?? 0; index < (graph.arcStart[node + 1] ?? 0); index++) {
    const arc = graph.arcPiece[index] ?? 0;
    const piece = arc >> 1;
    if (piece === before.piece || piece === after.piece || piece === street?.piece) continue;
    const kind = streetClass(graph, piece);
    if (kind === "crossing" || kind === "platform") continue;
    const shape = pieceShape(graph, piece);
    const line = arc & 1 ? shape.reverse() : shape;
    bearings.push(bearingDegrees(pointAlong(line, 0), pointAlong(line, BEARING_METRES)));
  }
  return bearings;
}

/** Bearing at which the walk leaves the point so many metres along it. */
function bearingFrom(path: WalkingPath, metres: number): number {
  return bearingDegrees(
    pointAlong(path.coordinates, metres),
    pointAlong(path.coordinates, metres + windowAt(path, metres, 1)),
  );
}

/** Bearing at which the walk reaches the point so many metres along it. */
function bearingTo(path: WalkingPath, metres: number): number {
  return bearingDegrees(
    pointAlong(path.coordinates, metres - windowAt(path, metres, -1)),
    pointAlong(path.coordinates, metres),
  );
}

/** How far to look from a point of the walk, not beyond the stretch that follows (1) or comes before it (-1). */
function windowAt(path: WalkingPath, metres: number, direction: 1 | -1): number {
  let walked = 0;
  for (const stretch of path.stretches) {
    const length = stretchMetres(stretch);
    const holds = direction === 1 ? walked + length > metres + 0.01 : walked + length >= metres - 0.01;
    if (holds)
      return Math.max(3, Math.min(BEARING_METRES, direction === 1 ? walked + length - metres : metres - walked));
    walked += length;
  }
  return BEARING_METRES;
}

/** Bearing at which a walk ends, 0 to 360. */
export function arrivalBearing(path: WalkingPath): number {
  return bearingTo(path, pathLengthMetres(path.coordinates));
}
