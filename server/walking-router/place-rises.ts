import type { StreetGraph, StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { WalkLink } from "./choose-walk.ts";

/** Metres climbed between a place and the ends of its piece, as PlaceCosts; Infinity where elevation is not known. */
export interface PlaceRises {
  readonly leaveFrom: number;
  readonly leaveTo: number;
  readonly arriveFrom: number;
  readonly arriveTo: number;
}

export function placeRises(graph: StreetGraph, { piece, offsetMetres }: StreetPlace): PlaceRises {
  const here = elevationOn(graph, piece, offsetMetres);
  const from = elevationOn(graph, piece, 0);
  const to = elevationOn(graph, piece, graph.pieceLengthMetres[piece] ?? 0);
  return {
    leaveFrom: climb(here, from),
    leaveTo: climb(here, to),
    arriveFrom: climb(from, here),
    arriveTo: climb(to, here),
  };
}

/** Metres climbed on a walk that was chosen, given the climbs along the four links; Infinity where elevation is not known. */
export function walkRise(
  graph: StreetGraph,
  kind: "direct" | WalkLink,
  from: StreetPlace,
  to: StreetPlace,
  rises: ArrayLike<number>,
): number {
  if (kind === "direct") {
    const metres = climb(
      elevationOn(graph, from.piece, from.offsetMetres),
      elevationOn(graph, to.piece, to.offsetMetres),
    );
    return metres === Infinity ? 0 : metres;
  }
  const leaving = placeRises(graph, from);
  const arriving = placeRises(graph, to);
  return (
    (kind < 2 ? leaving.leaveFrom : leaving.leaveTo) +
    (rises[kind] ?? Infinity) +
    (kind % 2 === 0 ? arriving.arriveFrom : arriving.arriveTo)
  );
}

/** Between its ends a piece rises evenly, within the 3 metres of measureSlopes. */
export function elevationOn(graph: StreetGraph, piece: number, offsetMetres: number): number {
  const from = graph.nodeElevation[graph.pieceFrom[piece] ?? 0] ?? Number.NaN;
  const to = graph.nodeElevation[graph.pieceTo[piece] ?? 0] ?? Number.NaN;
  const length = graph.pieceLengthMetres[piece] ?? 0;
  return length > 0 ? from + ((to - from) * offsetMetres) / length : from;
}

function climb(from: number, to: number): number {
  return Number.isNaN(to - from) ? Infinity : Math.max(0, to - from);
}
