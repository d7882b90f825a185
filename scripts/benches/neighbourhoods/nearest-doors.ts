import type { Position } from "../../../geodata/geometry/position.ts";
import type { StreetPlace } from "../../../geodata/street-graph/street-graph.ts";
import type { Territory } from "../../../geodata/territory/territory.ts";
import type { WalkingRouter } from "../../../server/walking-router/create-walking-router.ts";

/** Fixed points of the territories of reference, so that figures can be compared from one day to another. */
const POINTS: Readonly<Record<string, Readonly<Record<string, Position>>>> = {
  "paris-republique": { popincourt: [2.375, 48.861], republique: [2.3637, 48.8675] },
  monaco: { "la condamine": [7.421, 43.735], beausoleil: [7.4235, 43.743] },
  demo: { west: [4.143, 47.25], east: [4.158, 47.25] },
};

/** Neighbourhoods of a territory by name: the doors nearest to its middle, and to each of its fixed points. */
export function neighbourhoodsOf(
  territory: Territory,
  router: Pick<WalkingRouter, "path">,
  doors: number,
): ReadonlyMap<string, readonly StreetPlace[]> {
  const addresses = territory.addressesOfStations(territory.stations().map(({ index }) => index));
  const placed = addresses.flatMap(({ position, place }) => (place && place.side !== 0 ? [{ position, place }] : []));
  const median = (axis: 0 | 1): number =>
    placed.map(({ position }) => position[axis]).sort((a, b) => a - b)[placed.length >> 1] ?? 0;
  const points = { middle: [median(0), median(1)] as const, ...POINTS[territory.summary.name] };
  return new Map(
    Object.entries(points).map(([name, point]) => [name, nearestDoors(placed, point, router, doors)] as const),
  );
}

/** On one connected part of the network. */
function nearestDoors(
  placed: readonly { readonly position: Position; readonly place: StreetPlace }[],
  point: Position,
  router: Pick<WalkingRouter, "path">,
  doors: number,
): readonly StreetPlace[] {
  const away = ({ position }: { readonly position: Position }): number =>
    Math.hypot((position[0] - point[0]) * 0.7, position[1] - point[1]);
  const near = [...placed]
    .sort((a, b) => away(a) - away(b))
    .slice(0, 2 * doors)
    .map(({ place }) => place);
  const first = near[0];
  return near.filter((place) => first !== undefined && router.path(first, place) !== null).slice(0, doors);
}
