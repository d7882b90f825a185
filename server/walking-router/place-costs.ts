import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";
import type { ModeNetwork } from "./mode-network.ts";

/**
 * A place on a street with its effort in metres to and from the ends of its piece: end 0 is `pieceFrom`, end 1
 * `pieceTo`. Effort is spread evenly along a piece. Infinity on a piece that the mode bars, even at its very end.
 */
export interface PlaceCosts {
  readonly leaveFrom: number;
  readonly leaveTo: number;
  readonly arriveFrom: number;
  readonly arriveTo: number;
}

export interface PricedPlace {
  readonly place: StreetPlace;
  readonly costs: PlaceCosts;
}

export function pricedPlace(network: ModeNetwork, place: StreetPlace): PricedPlace {
  return { place, costs: placeCosts(network, place) };
}

/** Throws RangeError when the place is not on the graph: a place of another territory or version. */
export function placeCosts(network: ModeNetwork, place: StreetPlace): PlaceCosts {
  const { piece, offsetMetres } = place;
  const length = network.graph.pieceLengthMetres[piece];
  if (length === undefined || !(offsetMetres >= 0 && offsetMetres <= length + 0.01)) {
    throw new RangeError(`no place on this graph: piece ${piece}, ${offsetMetres} m along its ${length ?? 0} m`);
  }
  const share = length > 0 ? Math.min(1, offsetMetres / length) : 0;
  const forward = network.pieceForward[piece] ?? 0;
  const backward = network.pieceBackward[piece] ?? 0;
  if (forward === Infinity) return BARRED;
  return {
    leaveFrom: backward * share,
    leaveTo: forward * (1 - share),
    arriveFrom: forward * share,
    arriveTo: backward * (1 - share),
  };
}

const BARRED: PlaceCosts = { leaveFrom: Infinity, leaveTo: Infinity, arriveFrom: Infinity, arriveTo: Infinity };

export function isSamePlace(one: StreetPlace, other: StreetPlace): boolean {
  return one.piece === other.piece && one.offsetMetres === other.offsetMetres && one.side === other.side;
}
