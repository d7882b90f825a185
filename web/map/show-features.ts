import type { Feature } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";

/**
 * Shows these features of a source and no others. The layers of a source that has none are hidden, as `hideEmpty`
 * begins: MapLibre would otherwise cut, hand over and visit the empty tiles of each source in sight.
 */
export function showFeatures(map: MapLibreMap, sourceId: string, features: readonly Feature[]): void {
  const layers = map.getLayersOrder().filter((id) => map.getLayer(id)?.source === sourceId);
  const wasEmpty = layers.every((id) => map.getLayoutProperty(id, "visibility") === "none");
  if (wasEmpty && features.length === 0) return;
  map.getSource<GeoJSONSource>(sourceId)?.setData({ type: "FeatureCollection", features: [...features] });
  if (wasEmpty === (features.length === 0)) return;
  for (const id of layers) map.setLayoutProperty(id, "visibility", features.length === 0 ? "none" : "visible");
}

/** A layer as it begins, hidden where its source has no features yet. */
export function hideEmpty(layer: LayerSpecification, emptySources: ReadonlySet<string>): LayerSpecification {
  if (layer.type === "background" || !emptySources.has(layer.source)) return layer;
  return { ...layer, layout: { ...layer.layout, visibility: "none" } } as LayerSpecification;
}
