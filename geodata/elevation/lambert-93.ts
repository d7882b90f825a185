import type { Position } from "../geometry/position.ts";

/**
 * Lambert-93 (EPSG:2154), the plane of French public maps: Lambert's conformal conic projection of the ellipsoid
 * GRS 80 with standard parallels 44° and 49°. Constants: IGN, "Projections cartographiques en France", 2009 (NTG 71).
 * RGF 93 is taken for WGS 84; they agree within a metre.
 */
const EXPONENT = 0.725607765053267;
const RADIUS = 11754255.426096;
const FALSE_EASTING = 700000;
const FALSE_NORTHING = 12655612.049876;
const ORIGIN_LONGITUDE = (3 * Math.PI) / 180;
const ECCENTRICITY = 0.0818191910428158;

/** `[x, y]` in metres. */
export function toLambert93([longitude, latitude]: Position): readonly [x: number, y: number] {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const isometric = Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine);
  const distance = RADIUS * Math.exp(-EXPONENT * isometric);
  const angle = EXPONENT * ((longitude * Math.PI) / 180 - ORIGIN_LONGITUDE);
  return [FALSE_EASTING + distance * Math.sin(angle), FALSE_NORTHING - distance * Math.cos(angle)];
}

export function fromLambert93([x, y]: readonly [x: number, y: number]): Position {
  const distance = Math.hypot(x - FALSE_EASTING, FALSE_NORTHING - y);
  const angle = Math.atan2(x - FALSE_EASTING, FALSE_NORTHING - y);
  const isometric = -Math.log(distance / RADIUS) / EXPONENT;
  let sine = Math.tanh(isometric);
  // The eccentricity is small: each step gains about two digits and a half.
  for (let step = 0; step < 8; step++) sine = Math.tanh(isometric + ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
  return [((angle / EXPONENT + ORIGIN_LONGITUDE) * 180) / Math.PI, (Math.asin(sine) * 180) / Math.PI];
}
