import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";

/** Sets all paint of a layer, where the map has it: MapLibre takes up only what is another. */
export function setPaint(map: MapLibreMap, layer: LayerSpecification): void {
  if (map.getLayer(layer.id) === undefined) return;
  const paint: Readonly<Record<string, unknown>> = { ...layer.paint };
  // The layer's own type says which properties it has; MapLibre's signature asks for that proof name by name.
  for (const property of Object.keys(paint)) {
    map.setPaintProperty(layer.id, property as never, paint[property] as never, { validate: false });
  }
}
