import type { Position } from "./position.ts";

/**
 * ETRS89-LAEA Europe (EPSG:3035), the plane of European statistics: Lambert's azimuthal equal-area projection of the
 * ellipsoid GRS 80 about 52° N 10° E. Formulas: IOGP, Geomatics Guidance Note 7-2, 3.3.1 (method EPSG:9820).
 * ETRS89 is taken for WGS 84; they agree within a metre.
 */
const SEMI_MAJOR_METRES = 6378137;
const FLATTENING = 1 / 298.257222101;
const ORIGIN_LATITUDE = (52 * Math.PI) / 180;
const ORIGIN_LONGITUDE = (10 * Math.PI) / 180;
const FALSE_EASTING = 4321000;
const FALSE_NORTHING = 3210000;

const SQUARED = FLATTENING * (2 - FLATTENING);
const ECCENTRICITY = Math.sqrt(SQUARED);
const POLAR = authalic(1);
const ORIGIN_AUTHALIC = Math.asin(authalic(Math.sin(ORIGIN_LATITUDE)) / POLAR);
const RADIUS = SEMI_MAJOR_METRES * Math.sqrt(POLAR / 2);
const STRETCH =
  (SEMI_MAJOR_METRES * Math.cos(ORIGIN_LATITUDE)) /
  Math.sqrt(1 - SQUARED * Math.sin(ORIGIN_LATITUDE) ** 2) /
  (RADIUS * Math.cos(ORIGIN_AUTHALIC));

/** The position of `[easting, northing]` in metres; right to a centimetre in Europe. */
export function fromLambertEurope([easting, northing]: readonly [easting: number, northing: number]): Position {
  const east = easting - FALSE_EASTING;
  const north = northing - FALSE_NORTHING;
  const distance = Math.hypot(east / STRETCH, STRETCH * north);
  if (distance === 0) return [(ORIGIN_LONGITUDE * 180) / Math.PI, (ORIGIN_LATITUDE * 180) / Math.PI];
  const angle = 2 * Math.asin(distance / (2 * RADIUS));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const [originSine, originCosine] = [Math.sin(ORIGIN_AUTHALIC), Math.cos(ORIGIN_AUTHALIC)];
  const authalicLatitude = Math.asin(cosine * originSine + (STRETCH * north * sine * originCosine) / distance);
  const longitude =
    ORIGIN_LONGITUDE +
    Math.atan2(east * sine, STRETCH * distance * originCosine * cosine - STRETCH * STRETCH * north * originSine * sine);
  return [(longitude * 180) / Math.PI, (latitudeOf(authalicLatitude) * 180) / Math.PI];
}

/** Of the sine of a latitude: proportional to the area of the ellipsoid from the equator to there. */
function authalic(sine: number): number {
  const [e, bent] = [ECCENTRICITY, ECCENTRICITY * sine];
  return (1 - SQUARED) * (sine / (1 - bent * bent) - Math.log((1 - bent) / (1 + bent)) / (2 * e));
}

/** From the latitude on the sphere of equal area to that on the ellipsoid: the series of the guidance note. */
function latitudeOf(beta: number): number {
  const [second, fourth, sixth] = [SQUARED, SQUARED ** 2, SQUARED ** 3];
  return (
    beta +
    (second / 3 + (31 * fourth) / 180 + (517 * sixth) / 5040) * Math.sin(2 * beta) +
    ((23 * fourth) / 360 + (251 * sixth) / 3780) * Math.sin(4 * beta) +
    ((761 * sixth) / 45360) * Math.sin(6 * beta)
  );
}
