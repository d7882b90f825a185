import { type Area, isInArea, ringsOf } from "./polygon.ts";
import { METRES_PER_DEGREE, type Position } from "./position.ts";

/** Metres from a position to the nearest edge of an area, 0 inside. */
export function distanceToAreaMetres(position: Position, area: Area): number {
  if (isInArea(position, area)) return 0;
  const eastScale = Math.cos((position[1] * Math.PI) / 180);
  let least = Infinity;
  for (const ring of ringsOf(area)) {
    for (let to = 1; to < ring.length; to++) {
      least = Math.min(least, distanceToEdge(position, ring[to - 1] ?? position, ring[to] ?? position, eastScale));
    }
  }
  return least * METRES_PER_DEGREE;
}

/** In degrees of latitude. */
function distanceToEdge(position: Position, from: Position, to: Position, eastScale: number): number {
  const dx = (to[0] - from[0]) * eastScale;
  const dy = to[1] - from[1];
  const px = (position[0] - from[0]) * eastScale;
  const py = position[1] - from[1];
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared));
  return Math.hypot(px - along * dx, py - along * dy);
}
