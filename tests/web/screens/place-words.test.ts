import { describe, expect, it } from "vitest";
import { placeWords } from "../../../web/screens/finding/places.ts";

describe("a place that was found", () => {
  it("is told with its commune", () => {
    expect(placeWords({ kind: "street", label: "Rue du Temple, 75003 Paris" })).toEqual({
      label: "Rue du Temple",
      detail: "75003 Paris",
    });
    expect(placeWords({ kind: "station", label: "Bureau 12, Paris" })).toEqual({ label: "Bureau 12", detail: "Paris" });
  });

  it.each([
    ["Lille 1, Lille", null],
    ["Grez, Grez", null],
    ["Lillers, Lille", "Lille"],
  ])("is told without the commune that it is called after: %s", (label, detail) => {
    expect(placeWords({ kind: "station", label }).detail).toBe(detail);
  });
});
