import type { Position } from "../../geodata/geometry/position.ts";
import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { OsrmLeg, OsrmStep } from "../contract/plan.ts";
import { drawStretches, stretchMetres, type WalkCrossing, type WalkingPath } from "../walking-router/walking-path.ts";
import { arrivalBearing, groupSteps, type StepGroup } from "./group-steps.ts";
import { instructArrival } from "./instruct.ts";
import { type LegWords, tellWalk } from "./tell-walk.ts";

/**
 * A walk as an OSRM v5 leg with instructions: departure, the turns that need telling, arrival. The distances and
 * durations of the steps sum to those of the leg to the last digit; step geometries join end to end.
 */
export function describeLeg(graph: StreetGraph, path: WalkingPath, words: LegWords): OsrmLeg {
  const groups = groupSteps(graph, path, words.language);
  const crossings = crossingsOfGroups(groups, path);
  const moves = groups.map((group, index) => moveStep(graph, group, crossings[index] ?? []));
  const told = tellWalk(graph, { path, groups, crossings, steps: moves }, words);
  const steps = moves.map((step, index) => ({ ...step, instruction: told[index] ?? "" }));
  steps.push(arriveStep(path, groups.at(-1)?.label.text ?? "", words));
  return {
    distance: steps.reduce((sum, step) => sum + step.distance, 0),
    duration: steps.reduce((sum, step) => sum + step.duration, 0),
    summary: summaryOf(groups),
    steps,
  };
}

/** Crossings on each step: at its end rather than at the beginning of the next one, so that they are told in time. */
function crossingsOfGroups(groups: readonly StepGroup[], path: WalkingPath): WalkCrossing[][] {
  const slack = 0.001;
  let walked = 0;
  return groups.map((group, index) => {
    const start = index === 0 ? -Infinity : walked + slack;
    walked += metresOf(group);
    const end = index === groups.length - 1 ? Infinity : walked + slack;
    return path.crossings.filter(({ atMetres }) => atMetres > start && atMetres <= end);
  });
}

function moveStep(
  graph: StreetGraph,
  group: StepGroup,
  crossings: readonly WalkCrossing[],
): Omit<OsrmStep, "instruction"> {
  const coordinates = mutable(drawStretches(graph, group.stretches));
  return {
    distance: metresOf(group),
    duration:
      group.stretches.reduce((sum, stretch) => sum + stretch.durationSeconds, 0) +
      crossings.reduce((sum, crossing) => sum + crossing.seconds, 0),
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
  };
}

function arriveStep(path: WalkingPath, name: string, { to, language }: LegWords): OsrmStep {
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
  for (const group of groups) {
    const { text, isNamed } = group.label;
    if (isNamed) metres.set(text, (metres.get(text) ?? 0) + metresOf(group));
  }
  const longest = new Set(
    [...metres]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 2)
      .map(([name]) => name),
  );
  return [...metres.keys()].filter((name) => longest.has(name)).join(", ");
}

function metresOf({ stretches }: StepGroup): number {
  return stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0);
}

function mutable(positions: readonly Position[]): [number, number][] {
  return positions.map(([longitude, latitude]) => [longitude, latitude]);
}

const NOWHERE: [number, number] = [0, 0];
