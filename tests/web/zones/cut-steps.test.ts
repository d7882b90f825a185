import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import { cutSteps } from "../../../web/zones/cut-steps.ts";
import { placesOfSelection, placesToCut } from "../../../web/zones/places-to-cut.ts";
import { ADDRESSES, anyContent, contentWith, zoneNamed } from "./edits.ts";
import { smallTown } from "./small-town.ts";

const nameOf = (number: number) => `Zone ${number}`;

describe("a cut that is applied", () => {
  it("makes its parts zones, and removes the zones that it left empty", () => {
    const content = contentWith([zoneNamed("n"), zoneNamed("s")], { n: ["a0", "a1"], s: ["a2", "a3"] });
    const cut = { parts: [part("x", "a0", "a2"), part("y", "a1", "a4")], leftOver: [] };

    const { steps, removed } = cutSteps(content, cut, nameOf);

    const after = applySteps(content, steps);
    expect(after.refused).toEqual([]);
    expect(removed.map(({ id }) => id)).toEqual(["n"]);
    expect(after.content.zones.map(({ id }) => id)).toEqual(["s", "x", "y"]);
    expect(Object.fromEntries(after.content.zoneOf)).toEqual({ a0: "x", a2: "x", a1: "y", a4: "y", a3: "s" });
  });

  it("leaves locked zones, and zones that were empty before, as they are", () => {
    const content = contentWith([zoneNamed("n", { isLocked: true }), zoneNamed("s")], { n: ["a0"] });

    const { steps } = cutSteps(content, { parts: [part("x", "a0", "a1")], leftOver: [] }, nameOf);

    const after = applySteps(content, steps);
    expect(after.content.zones.map(({ id }) => id)).toEqual(["n", "s", "x"]);
    expect(after.content.zoneOf.get("a0")).toBe("n");
  });

  it("takes what no part has out of its zone", () => {
    const content = contentWith([zoneNamed("n")], { n: ["a0", "a1"] });

    const { steps } = cutSteps(content, { parts: [part("x", "a0")], leftOver: ["a1"] }, nameOf);

    const after = applySteps(content, steps);
    expect(after.content.zones.map(({ id }) => id)).toEqual(["x"]);
    expect(after.content.zoneOf.has("a1")).toBe(false);
  });

  it("is refused when there would be more zones than a zoning holds", () => {
    const content = contentWith(
      Array.from({ length: 199 }, (_, number) => zoneNamed(`z${number}`)),
      {},
    );

    const edit = cutSteps(content, { parts: [part("x", "a0"), part("y", "a1")], leftOver: [] }, nameOf);

    expect(edit).toMatchObject({ isTooMany: true, steps: [] });
  });

  it("is possible in whole, whatever the zones were: every open address is in its part, no other has moved", () => {
    const anyCut = fc.array(fc.integer({ min: -1, max: 2 }), {
      minLength: ADDRESSES.length,
      maxLength: ADDRESSES.length,
    });
    fc.assert(
      fc.property(anyContent, anyCut, (content, partOf) => {
        const parts = [0, 1, 2].map((number) =>
          part(`p${number}`, ...ADDRESSES.filter((_, place) => partOf[place] === number)),
        );
        const locked = new Set(content.zones.filter(({ isLocked }) => isLocked).map(({ id }) => id));

        const after = applySteps(content, cutSteps(content, { parts, leftOver: [] }, nameOf).steps);

        expect(after.refused).toEqual([]);
        ADDRESSES.forEach((id, place) => {
          const before = content.zoneOf.get(id);
          const isCut = partOf[place] !== -1 && !(before !== undefined && locked.has(before));
          expect(after.content.zoneOf.get(id)).toBe(isCut ? `p${partOf[place]}` : before);
        });
      }),
    );
  });
});

describe("what can be cut", () => {
  it("is on a street and in no locked zone", () => {
    const town = smallTown();
    const content = contentWith([zoneNamed("n", { isLocked: true })], { n: ["north-1"] });

    const { places, away, locked } = placesToCut(town, content, town.ofStation(0));

    expect(places.length + 1).toBe(town.ofStation(0).length);
    expect(away).toEqual([]);
    expect([...locked]).toEqual([["n", [town.placeOf.get("north-1")]]]);
  });

  it("is what a selection names: stations, a drawn ring, addresses", () => {
    const town = smallTown();
    const ring = [
      [2.3, 48.859],
      [2.4, 48.859],
      [2.4, 48.861],
      [2.3, 48.861],
      [2.3, 48.859],
    ] as [number, number][];
    const drawn = { kind: "zone" as const, geometry: { type: "Polygon" as const, coordinates: [ring] } };

    expect(placesOfSelection(town, { kind: "stations", stationIds: ["s1"] })).toEqual(town.ofStation(1));
    expect(placesOfSelection(town, drawn)).toHaveLength(30);
    expect(placesOfSelection(town, { kind: "addresses", addressIds: ["gone", "south-1"] })).toEqual([
      town.placeOf.get("south-1"),
    ]);
    expect(placesOfSelection(town, { kind: "best" })).toEqual([]);
  });
});

function part(zoneId: string, ...addressIds: string[]) {
  return { zoneId, addressIds };
}
