import type { Feature } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { showDoneStops } from "../../../web/map/done-stop-layers.ts";
import { hideEmpty, showFeatures } from "../../../web/map/show-features.ts";

const POINT: Feature = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [2, 48] } };

describe("a source that the page fills", () => {
  it("begins hidden, and leaves the layers of other sources as they are", () => {
    const own = hideEmpty({ id: "dot", type: "circle", source: "places", layout: {} }, new Set(["places"]));
    const other = hideEmpty({ id: "street", type: "line", source: "base" }, new Set(["places"]));

    expect(own.layout).toEqual({ visibility: "none" });
    expect(other.layout).toBeUndefined();
  });

  it("is seen with its first features and hidden again without them", () => {
    const { map, seen } = mapOf({ dot: "places", ring: "places", street: "base" });

    showFeatures(map, "places", [POINT]);
    const filled = seen();
    showFeatures(map, "places", []);

    expect(filled).toEqual(["dot", "ring"]);
    expect(seen()).toEqual([]);
  });

  it("is told its features once, and not that it still has none", () => {
    const { map, told } = mapOf({ dot: "places" });

    showFeatures(map, "places", []);
    showFeatures(map, "places", [POINT]);
    showFeatures(map, "places", []);
    showFeatures(map, "places", []);

    expect(told).toEqual([1, 0]);
  });

  it("is seen with the stops of outings, too", () => {
    const { map, seen } = mapOf({ "done-stop": "done-stops", "done-stop-core": "done-stops" });

    showDoneStops(map, [{ position: [2, 48], state: "done" }]);

    expect(seen()).toEqual(["done-stop", "done-stop-core"]);
  });
});

/** As much of a map as has layers, by the source of each, all hidden at first. */
function mapOf(sourceOf: Readonly<Record<string, string>>) {
  const visibilityOf = new Map(Object.keys(sourceOf).map((id) => [id, "none"]));
  const told: number[] = [];
  const map = {
    getLayersOrder: () => Object.keys(sourceOf),
    getLayer: (id: string) => ({ source: sourceOf[id] }),
    getLayoutProperty: (id: string) => visibilityOf.get(id),
    setLayoutProperty: (id: string, _: string, value: string) => visibilityOf.set(id, value),
    getSource: () => ({ setData: ({ features }: { features: readonly Feature[] }) => told.push(features.length) }),
  };
  const seen = () => [...visibilityOf].filter(([, visibility]) => visibility !== "none").map(([id]) => id);
  return { map: map as unknown as MapLibreMap, seen, told };
}
