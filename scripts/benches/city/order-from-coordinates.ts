import type { Position } from "../../../geodata/geometry/position.ts";
import type { StreetPlace } from "../../../geodata/street-graph/street-graph.ts";
import { kicksFor, orderTour } from "../../../server/tour-optimiser/tour/order-tour.ts";
import type { WalkingRouter } from "../../../server/walking-router/create-walking-router.ts";

/** Effort of ordering a tour: two of three milliseconds of the whole. */
const ORDER_SECONDS = 0.05;

/** From coordinates to the order in which to visit them, and back. */
export function orderFromCoordinates(router: WalkingRouter, positions: readonly Position[]): Int32Array {
  const places = snap(router, positions);
  const durations = router.durations(places);
  const stopCount = places.length;
  return orderTour({ stopCount, durations }, { seed: 1, kicks: kicksFor(ORDER_SECONDS, stopCount) });
}

export function snap(router: WalkingRouter, positions: readonly Position[]): readonly StreetPlace[] {
  return positions.flatMap((position) => router.nearest(position)?.place ?? []);
}
