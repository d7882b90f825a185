import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import { instructOsrmStep } from "../directions/instruct-osrm.ts";
import type { LegEnd, WalkedLeg } from "../planning/street-router.ts";
import { arriveStep, moveStep } from "./lay-out-step.ts";
import type { AnsweredLeg } from "./osrm-answers.ts";
import { notOsrm, type RouterFault } from "./router-fault.ts";
import { climbOf, type ElevationProfile } from "./sample-elevation.ts";
import { sideOnArrival } from "./side-on-arrival.ts";

/** A leg of the walk, with all that the server does not know of it. */
export interface LegToLayOut {
  readonly answered: AnsweredLeg;
  /** Where the leg before ends; null for the first. */
  readonly begins: Position | null;
  readonly from: StreetPlace;
  readonly to: StreetPlace;
  readonly end: LegEnd;
  /** Seconds of this walk per second of the server's. */
  readonly slowness: number;
}

/** Two parts of a walk that are farther apart than this do not follow each other. */
const JOIN_METRES = 5;

/**
 * A server's leg as planning knows them. Metres are those of the line that is drawn, so that the two never part;
 * distances and durations of the steps sum to those of the leg to the last digit; steps and legs join end to end.
 * Throws RouterFault when the server's own parts do not join.
 */
export function layOutLeg(
  graph: StreetGraph,
  leg: LegToLayOut,
  profileOf: (line: readonly Position[]) => ElevationProfile | null,
): WalkedLeg {
  const { answered, from, to, end, slowness } = leg;
  const lines = joinedLines(leg);
  const coordinates = lineThrough(lines);
  const profile = profileOf(coordinates);
  const { ascent, descent } = climbOf(profile);
  const steps = answered.steps.map((step, at) => {
    const line = lines[at];
    if (line !== undefined) return moveStep(step, line, lines[at - 1] ?? null, slowness);
    return arriveStep(step, coordinates, sideOnArrival(graph, to, end.side, coordinates));
  });
  const distance = steps.reduce((sum, step) => sum + step.distance, 0);
  const duration = steps.reduce((sum, step) => sum + step.duration, 0);
  const crossesStreet = from.piece === to.piece && from.side * to.side === -1;
  const words = { to: end, isStay: distance === 0, crossesStreet };
  return {
    distanceMetres: distance,
    durationSeconds: duration,
    ascentMetres: ascent,
    descentMetres: descent,
    profile,
    coordinates,
    path: null,
    describe: (language) => ({
      distance,
      duration,
      summary: answered.summary,
      steps: steps.map((step) => ({ ...step, instruction: instructOsrmStep(step, words, language) })),
    }),
  };
}

/** The lines of all steps but the arrival, each from where the one before ends. */
function joinedLines({ answered, begins }: LegToLayOut): [number, number][][] {
  let end = begins;
  return answered.steps.slice(0, -1).map(({ geometry }) => {
    const line = geometry.coordinates.map(pair);
    const first = line[0];
    if (end !== null && first !== undefined) {
      const gap = distanceMetres(end, first);
      if (gap > JOIN_METRES) throw unjoined(gap);
      line[0] = pair(end);
    }
    const last = line.at(-1);
    if (line.length === 1 && last !== undefined) line.push(last);
    end = last ?? end;
    return line;
  });
}

/** At least two positions; neighbours differ, unless the leg has no length. */
function lineThrough(lines: readonly (readonly [number, number][])[]): [number, number][] {
  const line: [number, number][] = [];
  for (const position of lines.flat()) {
    const last = line.at(-1);
    if (last?.[0] !== position[0] || last[1] !== position[1]) line.push(position);
  }
  const only = line[0];
  if (line.length === 1 && only !== undefined) line.push(only);
  return line;
}

function pair([longitude, latitude]: Position): [number, number] {
  return [longitude, latitude];
}

function unjoined(gapMetres: number): RouterFault {
  const gap = Math.round(gapMetres);
  return notOsrm({ fr: `un saut de ${gap} m dans un trajet`, en: `a gap of ${gap} m within a walk` });
}
