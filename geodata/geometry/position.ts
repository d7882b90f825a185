/** `[longitude, latitude]` in degrees, WGS 84, in the order of GeoJSON (RFC 7946, 3.1.1). */
export type Position = readonly [longitude: number, latitude: number];

/** `[west, south, east, north]` in degrees, WGS 84 (RFC 7946, 5). */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

/** Metres per degree of latitude on the sphere of radius 6 371 008.8 m (IUGG mean radius). */
export const METRES_PER_DEGREE = 111_195.08;

/**
 * Distance in metres between two positions, by the equirectangular approximation at their mean latitude.
 * Within 0.1 % of the great circle up to 50 km at French latitudes, which is all a walk needs.
 */
export function distanceMetres(a: Position, b: Position): number {
  const eastScale = Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot((b[0] - a[0]) * eastScale, b[1] - a[1]) * METRES_PER_DEGREE;
}

/** Compass bearing in degrees, 0 = north, 90 = east, of the straight line from `a` to `b`. */
export function bearingDegrees(a: Position, b: Position): number {
  const eastScale = Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  const degrees = (Math.atan2((b[0] - a[0]) * eastScale, b[1] - a[1]) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

/** Whether a position lies inside the box or on its edge. */
export function isInBox(position: Position, box: BoundingBox): boolean {
  return position[0] >= box[0] && position[0] <= box[2] && position[1] >= box[1] && position[1] <= box[3];
}

/** The smallest box around all positions. Throws on an empty list, for which there is no box. */
export function boxAround(positions: Iterable<Position>): BoundingBox {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [longitude, latitude] of positions) {
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  if (west === Infinity) throw new RangeError("boxAround needs at least one position");
  return [west, south, east, north];
}
