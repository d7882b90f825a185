import { pathBetween } from "../../geodata/geometry/path.ts";
import type { Position } from "../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { elevationOn } from "./place-rises.ts";

/** A part of a walk along one piece. */
export interface WalkStretch {
  readonly piece: number;
  /** Whether the walk goes from `pieceFrom` towards `pieceTo`. */
  readonly forward: boolean;
  /** Where the stretch begins and ends, along the piece from `pieceFrom`. */
  readonly fromMetres: number;
  readonly toMetres: number;
  /** Without crossings. The first and the last of a ride hold unlocking and locking the bicycle. */
  readonly durationSeconds: number;
  /** On a bicycle; false where it is pushed. */
  readonly isRidden: boolean;
}

/** A street that the walk crosses: seconds, but no metres, since walks are drawn along the middle of streets. */
export interface WalkCrossing {
  readonly position: Position;
  /** Metres walked before crossing. */
  readonly atMetres: number;
  readonly seconds: number;
  readonly piece: number;
}

/**
 * A walk along streets from one place to another, drawn from street to street: the way to the door is not part of it.
 * `distanceMetres` is the length of `coordinates`, `durationSeconds` the sum of stretches and crossings.
 */
export interface WalkingPath {
  readonly distanceMetres: number;
  readonly durationSeconds: number;
  /** With a bicycle along, on it or, where only walkers may go, beside it: its stretches tell which. */
  readonly isRidden: boolean;
  /** 0 without elevation. */
  readonly ascentMetres: number;
  readonly descentMetres: number;
  /** At least one; all but a walk that stays where it is have a length. */
  readonly stretches: readonly WalkStretch[];
  /** At least two; neighbours differ, unless the walk has no length. */
  readonly coordinates: readonly Position[];
  readonly crossings: readonly WalkCrossing[];
  /** [metres walked, elevation in metres] at the nodes on the way and both ends; null without elevation. */
  readonly profile: readonly (readonly [number, number])[] | null;
}

/** Draws and measures a walk over the given stretches. */
export function layOutPath(
  graph: StreetGraph,
  stretches: readonly WalkStretch[],
  crossings: readonly WalkCrossing[],
  durationSeconds: number,
  isRidden: boolean,
): WalkingPath {
  const profile = elevationProfile(graph, stretches);
  let ascentMetres = 0;
  let descentMetres = 0;
  profile?.forEach(([, elevation], index) => {
    const rise = elevation - (profile[index - 1]?.[1] ?? elevation);
    if (rise > 0) ascentMetres += rise;
    else descentMetres -= rise;
  });
  return {
    distanceMetres: stretches.reduce((sum, stretch) => sum + stretchMetres(stretch), 0),
    durationSeconds,
    isRidden,
    ascentMetres,
    descentMetres,
    stretches,
    coordinates: drawStretches(graph, stretches),
    crossings,
    profile,
  };
}

export function stretchMetres(stretch: WalkStretch): number {
  return Math.abs(stretch.toMetres - stretch.fromMetres);
}

/** The line of some stretches that follow each other; at least two positions, equal when there is no length. */
export function drawStretches(graph: StreetGraph, stretches: readonly WalkStretch[]): Position[] {
  const line: Position[] = [];
  for (const stretch of stretches) {
    for (const position of pathBetween(pieceShape(graph, stretch.piece), stretch.fromMetres, stretch.toMetres)) {
      const last = line.at(-1);
      if (last === undefined || last[0] !== position[0] || last[1] !== position[1]) line.push(position);
    }
  }
  const only = line[0];
  if (line.length === 1 && only !== undefined) line.push(only);
  return line;
}

function elevationProfile(
  graph: StreetGraph,
  stretches: readonly WalkStretch[],
): readonly (readonly [number, number])[] | null {
  const profile: [number, number][] = [];
  let walked = 0;
  for (const stretch of stretches) {
    if (profile.length === 0) profile.push([0, elevationOn(graph, stretch.piece, stretch.fromMetres)]);
    walked += stretchMetres(stretch);
    profile.push([walked, elevationOn(graph, stretch.piece, stretch.toMetres)]);
  }
  return profile.some(([, elevation]) => Number.isNaN(elevation)) ? null : profile;
}
