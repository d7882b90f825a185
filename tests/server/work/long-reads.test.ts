import { expect, it } from "vitest";
import type { LayerRequest } from "../../../server/contract/layers.ts";
import { isLongRead } from "../../../server/work/task.ts";

const layerOf = (layer: LayerRequest["layer"]): LayerRequest => ({ layer, sides: {} });

it("makes layers that walk the streets wait with the long reads, and no other layer", () => {
  expect(isLongRead("layer", layerOf({ kind: "ground", figure: "walkPerDoor" }))).toBe(true);
  expect(isLongRead("layer", layerOf({ kind: "ground", figure: "doors" }))).toBe(false);
  expect(isLongRead("layer", layerOf({ kind: "turnout", election: "2024_legi_t1" }))).toBe(false);
});

it("makes walks of all stations wait with the long reads, and not the stations themselves", () => {
  expect(isLongRead("walks", null)).toBe(true);
  expect(isLongRead("stations", null)).toBe(false);
});
