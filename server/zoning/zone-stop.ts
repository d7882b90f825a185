import type { Position } from "../../geodata/geometry/position.ts";
import type { StreetPlace } from "../../geodata/street-graph/street-graph.ts";

/** An address to share out among zones. */
export interface ZoneStop {
  readonly place: StreetPlace;
  readonly position: Position;
  readonly doors: number;
  /** Time at the doors. The walk to them is measured by the engine. */
  readonly doorSeconds: number;
}

/** What lies between two places that a team had better not cross. The order is the stored number. */
export const BARRIERS = [
  "none",
  "road", // a primary road from one side to the other
  "bridge", // a bridge or tunnel: what it crosses is a river, a railway or a motorway
  "gap", // no way on foot at all
] as const;
export type Barrier = (typeof BARRIERS)[number];
export const BARRIER = { none: 0, road: 1, bridge: 2, gap: 3 } as const satisfies Record<Barrier, number>;

/**
 * What a walk through all doors of a zone is over the network that spans them, run by run. Planned through 10 zones of 150
 * each, as one route that begins and ends anywhere: 0.99 in the demo town, 1.00 around Monaco, 0.90 in Paris. Coming
 * back adds what walking past the far end of a run saves.
 */
export const WALK_OVER_SPAN = 1;
