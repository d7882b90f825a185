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

/** Streets wind and walkers come back: a walk through doors is this many times the shortest network that spans them. */
export const WALK_OVER_SPAN = 1.25;
