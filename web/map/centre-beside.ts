import type { Map as MapLibreMap } from "maplibre-gl";
import type { MapPadding } from "./territory-map.ts";

/** The place in the middle of what is seen of the map beside what covers its sides. */
export function centreBeside(
  map: Pick<MapLibreMap, "getContainer" | "unproject">,
  padding: MapPadding,
): [number, number] {
  const { clientWidth, clientHeight } = map.getContainer();
  const { top, right, bottom, left } = padding;
  const { lng, lat } = map.unproject([(left + clientWidth - right) / 2, (top + clientHeight - bottom) / 2]);
  return [lng, lat];
}
