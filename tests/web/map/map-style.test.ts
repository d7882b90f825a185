import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { expect, it } from "vitest";
import { mapStyle } from "../../../web/map/map-style.ts";
import { paletteOf } from "../../../web/map/palette.ts";

const BOX = [2.3, 48.8, 2.4, 48.9] as const;

// The application does not have its own style looked through while somebody waits for the map.
for (const theme of ["light", "dark"] as const) {
  for (const areStationsShown of [true, false]) {
    it(`draws the map in ${theme} colours, ${areStationsShown ? "with" : "without"} stations, by the letter of the specification`, () => {
      const look = { palette: paletteOf(theme), areStationsShown, areStationsDimmed: !areStationsShown };

      expect(validateStyleMin(mapStyle("demo", BOX, look))).toEqual([]);
    });
  }
}

it("notices what the specification does not know", () => {
  const style = mapStyle("demo", BOX, {
    palette: paletteOf("light"),
    areStationsShown: true,
    areStationsDimmed: false,
  });
  const layers = style.layers.map((layer) => ({ ...layer, minzoom: "near" }));

  expect(validateStyleMin({ ...style, layers: layers as unknown as typeof style.layers })).not.toEqual([]);
});
