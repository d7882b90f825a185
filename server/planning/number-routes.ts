import type { Position } from "../../geodata/geometry/position.ts";
import type { WalkedRoute } from "./draw-route.ts";

/**
 * Gives routes the ids that are printed. The first `named` of the team have limits of their own and keep their place
 * in the list, so that route 2 is walked by the second in it; one without stops leaves a gap. The others are numbered
 * clockwise from the north around the start, so that neighbours have neighbouring numbers.
 */
export function numberRoutes(
  routes: readonly (WalkedRoute | null)[],
  named: number,
): readonly { readonly id: string; readonly route: WalkedRoute }[] {
  const own = routes.slice(0, named).flatMap((route, index) => (route ? [{ id: String(index + 1), route }] : []));
  const others = routes.slice(named).flatMap((route) => route ?? []);
  const numbered = clockwise(others, centreOf(routes.flatMap((route) => route ?? [])));
  return [...own, ...numbered.map((route, index) => ({ id: String(named + index + 1), route }))];
}

/** The common start, or the middle of the stops when there is none. */
function centreOf(routes: readonly WalkedRoute[]): Position {
  const starts = new Set(routes.map(({ start }) => start));
  const [start] = starts;
  if (start && starts.size === 1) return start.position;
  const positions = routes.flatMap(({ stops }) => stops.map(({ address }) => address.position));
  const mean = (axis: 0 | 1) => positions.reduce((sum, position) => sum + position[axis], 0) / positions.length;
  return [mean(0), mean(1)];
}

function clockwise(routes: readonly WalkedRoute[], centre: Position): readonly WalkedRoute[] {
  const angle = ({ stops }: WalkedRoute) => {
    const east = stops.reduce((sum, { address }) => sum + address.position[0] - centre[0], 0);
    const north = stops.reduce((sum, { address }) => sum + address.position[1] - centre[1], 0);
    return (Math.atan2(east * Math.cos((centre[1] * Math.PI) / 180), north) + 2 * Math.PI) % (2 * Math.PI);
  };
  return routes
    .map((route) => ({ route, angle: angle(route) }))
    .sort((a, b) => a.angle - b.angle)
    .map(({ route }) => route);
}
