import { describe, expect, it } from "vitest";
import { paletteOf } from "../../../web/map/palette.ts";
import { stationFillLayers, stationLineLayers } from "../../../web/map/station-layers.ts";

/** Names of the paint properties that follow the state of a station. */
function followingState(isDimmed: boolean): readonly string[] {
  const palette = paletteOf("light");
  const layers = [...stationFillLayers(palette, isDimmed), ...stationLineLayers(palette, isDimmed)];
  return layers.flatMap(({ id, paint }) =>
    Object.entries(paint ?? {}).flatMap(([name, value]) =>
      JSON.stringify(value).includes("feature-state") ? [`${id} ${name}`] : [],
    ),
  );
}

describe("the look of stations", () => {
  // MapLibre fails on a state that arrives while a property goes from an expression to a plain number.
  it("follows their state in the same properties when they step back behind routes", () => {
    expect(followingState(true)).toEqual(followingState(false));
    expect(followingState(false).length).toBeGreaterThan(3);
  });
});
