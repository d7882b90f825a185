type Box = readonly [number, number, number, number];

/** Least, in degrees: one address is shown with what is around it. */
const LEAST = 0.002;

/** The box around all positions; null without any. */
export function boxOfPositions(positions: Iterable<readonly [number, number]>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  if (west > east) return null;
  const wider = Math.max(0, LEAST - (east - west)) / 2;
  const higher = Math.max(0, LEAST - (north - south)) / 2;
  return [west - wider, south - higher, east + wider, north + higher];
}
