import type { Position } from "../../geodata/geometry/position.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Language, OsrmLeg, OsrmStep } from "../contract/plan.ts";
import { drawStretches, stretchMetres, type WalkCrossing, type WalkingPath } from "../walking-router/walking-path.ts";
import { arrivalBearing, groupSteps, type StepGroup } from "./group-steps.ts";
import { instructArrival, instructMove, instructStay, type LegEnd, thenCross } from "./instruct.ts";

export interface LegToDescribe {
  readonly path: WalkingPath;
  readonly to: LegEnd;
}

/**
 * A walk as an OSRM v5 leg with instructions: departure, the turns that need telling, arrival. The distances and
 * durations of the steps sum to those of the leg to the last digit; step geometries join end to end.
 */
export function describeLeg(
  graph: StreetGraph,
  path: WalkingPath,
  options: { readonly language: Language; readonly to: LegEnd },
): OsrmLeg {
  const { language, to } = options;
  const groups = groupSteps(graph, path, language);
  const steps: OsrmStep[] = [];
  let walked = 0;
  groups.forEach((group, index) => {
    const isLast = index === groups.length - 1;
    const length = group.stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0);
    const crossings = crossingsBetween(path.crossings, walked, isLast ? Infinity : walked + length, index === 0);
    steps.push(moveStep(graph, group, length, crossings, language));
    walked += length;
  });
  steps.push(arriveStep(path, to, groups.at(-1)?.label.text ?? "", language));
  return {
    distance: steps.reduce((sum, step) => sum + step.distance, 0),
    duration: steps.reduce((sum, step) => sum + step.duration, 0),
    summary: summaryOf(groups),
    steps,
  };
}

/** Crossings on a step: at its end rather than at the beginning of the next one, so that they are told in time. */
function crossingsBetween(
  crossings: readonly WalkCrossing[],
  startMetres: number,
  endMetres: number,
  isFirst: boolean,
): WalkCrossing[] {
  const slack = 0.001;
  return crossings.filter(
    ({ atMetres }) => (isFirst || atMetres > startMetres + slack) && atMetres <= endMetres + slack,
  );
}

function moveStep(
  graph: StreetGraph,
  group: StepGroup,
  distance: number,
  crossings: readonly WalkCrossing[],
  language: Language,
): OsrmStep {
  const coordinates = mutable(drawStretches(graph, group.stretches));
  const duration =
    group.stretches.reduce((sum, stretch) => sum + stretch.durationSeconds, 0) +
    crossings.reduce((sum, crossing) => sum + crossing.seconds, 0);
  const step = {
    distance,
    duration,
    name: group.label.text,
    mode: "walking",
    driving_side: "right",
    geometry: { type: "LineString", coordinates },
    maneuver: {
      ...(group.maneuver ?? { type: "depart" }),
      bearing_before: Math.round(group.bearingBefore) % 360,
      bearing_after: Math.round(group.bearingAfter) % 360,
      location: coordinates[0] ?? NOWHERE,
    },
  } as const;
  if (distance === 0) return { ...step, instruction: instructStay(group.label.text, crossings.length > 0, language) };
  // "Turn left to stay on the footpath" would name no particular footpath.
  const isNameless = group.maneuver?.type === "continue" && !group.label.isNamed;
  const instruction = instructMove(isNameless ? { ...step, name: "" } : step, language);
  return { ...step, instruction: crossings.length > 0 ? thenCross(instruction, language) : instruction };
}

function arriveStep(path: WalkingPath, to: LegEnd, name: string, language: Language): OsrmStep {
  const last = path.coordinates.at(-1);
  const location: [number, number] = last === undefined ? NOWHERE : [last[0], last[1]];
  const forward = path.stretches.at(-1)?.forward ?? true;
  const side = forward ? to.side : -to.side;
  const step = {
    distance: 0,
    duration: 0,
    name,
    mode: "walking",
    driving_side: "right",
    geometry: { type: "LineString", coordinates: [location, location] },
    maneuver: {
      type: "arrive",
      // On a spot, left and right depend on where the walker looks.
      ...(side === 0 || path.distanceMetres === 0 ? {} : { modifier: side < 0 ? "left" : "right" }),
      bearing_before: path.distanceMetres === 0 ? 0 : Math.round(arrivalBearing(path)) % 360,
      bearing_after: 0,
      location,
    },
  } as const;
  return { ...step, instruction: instructArrival(step, to, language) };
}

/** The two longest streets of the leg, in the order they are walked. */
function summaryOf(groups: readonly StepGroup[]): string {
  const metres = new Map<string, number>();
  for (const { label, stretches } of groups) {
    if (!label.isNamed) continue;
    const length = stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0);
    metres.set(label.text, (metres.get(label.text) ?? 0) + length);
  }
  const longest = new Set(
    [...metres]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 2)
      .map(([name]) => name),
  );
  return [...metres.keys()].filter((name) => longest.has(name)).join(", ");
}

function mutable(positions: readonly Position[]): [number, number][] {
  return positions.map(([longitude, latitude]) => [longitude, latitude]);
}

const NOWHERE: [number, number] = [0, 0];
