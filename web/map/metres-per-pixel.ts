import type { Map as MapLibreMap } from "maplibre-gl";

const EARTH_METRES = 40_075_016.7;
const WORLD_TILE_PIXELS = 512;

/**
 * Metres on the ground for one pixel of the map at a latitude in degrees: the Earth's circumference there, over the
 * pixels around it at this zoom.
 */
export function metresPerPixel(map: MapLibreMap, latitude: number): number {
  return (EARTH_METRES * Math.cos((latitude * Math.PI) / 180)) / (WORLD_TILE_PIXELS * 2 ** map.getZoom());
}
