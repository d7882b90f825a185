import type { ElevationModel } from "../elevation/elevation-model.ts";
import { pathBetween, pathLengthMetres, pointAlong } from "../geometry/path.ts";
import type { DraftPiece } from "./cut-pieces.ts";
import { groundElevation } from "./ground-elevation.ts";
import { leavesGround, nodeElevations } from "./node-elevations.ts";
import { effortPerMetre } from "./walking-effort.ts";

export interface SlopedPiece extends DraftPiece {
  readonly lengthMetres: number;
  /** Flat-walk metres from `from` to `to`, and back. */
  readonly effortForward: number;
  readonly effortBackward: number;
}

const SAMPLE_METRES = 30;
/** A piece whose ground leaves the even slope between its ends by this much gets a node there. */
const BEND_METRES = 3;

/**
 * Gives each piece its length and its effort both ways, and each node its elevation. The ground is sampled at most
 * every 30 metres along the shape, so that a hill in the middle of a long piece counts. Bridges and tunnels do not
 * follow the ground: their slope is even between their ends. Without elevation everything is flat, except that
 * steps stay slower.
 *
 * Pieces that hide a hill or a dip of 3 metres or more are cut there, so that the elevation along a whole street is
 * known from its nodes alone. Big roads are not cut: their nodes are where they may be crossed.
 */
export function measureSlopes(
  pieces: readonly DraftPiece[],
  model: ElevationModel | null,
): { pieces: SlopedPiece[]; elevations: Map<number, number> } {
  if (model === null) return { pieces: pieces.map(flatPiece), elevations: new Map() };
  const elevations = nodeElevations(pieces, model);
  const sloped: SlopedPiece[] = [];
  let nextKey = smallestKey(pieces) - 1;
  for (const piece of pieces) {
    const profile = profileOf(piece, model, elevations);
    if (profile === null) {
      sloped.push(flatPiece(piece));
      continue;
    }
    const last = profile.length - 1;
    const bends = piece.streetClass === "primary" ? [] : bendsBetween(profile, 0, last);
    if (bends.length === 0) {
      sloped.push(slopedPiece(piece, profile));
      continue;
    }
    const spacing = pathLengthMetres(piece.positions) / last;
    const cuts = [0, ...bends, last];
    let from = piece.from;
    for (let cut = 1; cut < cuts.length; cut++) {
      const [start, end] = [cuts[cut - 1] ?? 0, cuts[cut] ?? last];
      const to = end === last ? piece.to : nextKey--;
      if (end !== last) elevations.set(to, profile[end] ?? 0);
      const positions = pathBetween(piece.positions, start * spacing, end === last ? Infinity : end * spacing);
      sloped.push(slopedPiece({ ...piece, from, to, positions }, profile.slice(start, end + 1)));
      from = to;
    }
  }
  return { pieces: sloped, elevations };
}

/** Elevations at even distances along the piece, ends included; null where the model is silent. */
function profileOf(piece: DraftPiece, model: ElevationModel, elevations: ReadonlyMap<number, number>): number[] | null {
  const [start, end] = [elevations.get(piece.from), elevations.get(piece.to)];
  if (start === undefined || end === undefined) return null;
  if (leavesGround(piece)) return [start, end];
  const length = pathLengthMetres(piece.positions);
  const steps = Math.max(1, Math.ceil(length / SAMPLE_METRES));
  const profile = [start];
  for (let step = 1; step < steps; step++) {
    const elevation = groundElevation(model, pointAlong(piece.positions, (length * step) / steps));
    profile.push(elevation ?? profile.at(-1) ?? start);
  }
  profile.push(end);
  return profile;
}

/** Indices, in order, where a profile must be cut to be even within BEND_METRES (Douglas and Peucker 1973). */
function bendsBetween(profile: readonly number[], start: number, end: number): number[] {
  let worst = BEND_METRES;
  let bend = -1;
  const [low, high] = [profile[start] ?? 0, profile[end] ?? 0];
  for (let index = start + 1; index < end; index++) {
    const even = low + ((high - low) * (index - start)) / (end - start);
    const gap = Math.abs((profile[index] ?? even) - even);
    if (gap >= worst) {
      worst = gap;
      bend = index;
    }
  }
  return bend < 0 ? [] : [...bendsBetween(profile, start, bend), bend, ...bendsBetween(profile, bend, end)];
}

function slopedPiece(piece: DraftPiece, profile: readonly number[]): SlopedPiece {
  const lengthMetres = pathLengthMetres(piece.positions);
  const isSteps = piece.streetClass === "steps";
  const stepMetres = lengthMetres / (profile.length - 1);
  let effortForward = 0;
  let effortBackward = 0;
  for (let index = 1; index < profile.length; index++) {
    const slope = ((profile[index] ?? 0) - (profile[index - 1] ?? 0)) / stepMetres;
    effortForward += stepMetres * effortPerMetre(slope, isSteps);
    effortBackward += stepMetres * effortPerMetre(-slope, isSteps);
  }
  return { ...piece, lengthMetres, effortForward, effortBackward };
}

function flatPiece(piece: DraftPiece): SlopedPiece {
  const lengthMetres = pathLengthMetres(piece.positions);
  const effort = lengthMetres * effortPerMetre(0, piece.streetClass === "steps");
  return { ...piece, lengthMetres, effortForward: effort, effortBackward: effort };
}

function smallestKey(pieces: readonly DraftPiece[]): number {
  let smallest = 0;
  for (const piece of pieces) smallest = Math.min(smallest, piece.from, piece.to);
  return smallest;
}
