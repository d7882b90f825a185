import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import {
  placesInRing,
  placesOfHalf,
  placesRightOfLine,
  placesUnderBrush,
  widenPlaces,
  zoneAlongLine,
} from "../../../web/zones/choose-places.ts";
import { findGround } from "../../../web/zones/find-ground.ts";
import { BRUSH_UNITS, whyNoAreas } from "../../../web/zones/ground-index.ts";
import { placesToGrow, placesToShrink } from "../../../web/zones/grow-zone.ts";
import { claimSteps, mergeSteps, newZone, splitSteps } from "../../../web/zones/zone-steps.ts";
import { sameContent } from "../../../web/zones/zoning-content.ts";
import { contentWith, zoneNamed } from "./edits.ts";
import { idsOf, smallTown } from "./small-town.ts";

const town = smallTown();
const north = town.ofStreet(0);
const every = [...town.ofStreet(0), ...town.ofStreet(1)];
const anyLine = fc.array(
  fc
    .tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: -40, max: 10 }))
    .map(([x, y]): Position => [2.35 + x * 1e-4, 48.86 + y * 1e-4]),
  { minLength: 2, maxLength: 5 },
);

describe("choosing addresses", () => {
  it("takes those inside a ring", () => {
    const ring: Position[] = [
      [2.3499, 48.8605],
      [2.35045, 48.8605],
      [2.35045, 48.8595],
      [2.3499, 48.8595],
    ];

    expect(idsOf(town, placesInRing(town, ring))).toEqual(["north-1", "north-2", "north-3", "north-4"]);
  });

  it("takes all that a brush passes over, not only where it was seen", () => {
    const passed = placesUnderBrush(town, [2.35, 48.8601], [2.3542, 48.8601], 8);

    expect(idsOf(town, passed)).toEqual(
      idsOf(
        town,
        north.filter((place) => town.ground.sides[place] === -1),
      ),
    );
  });

  it("widens an address to its side, its piece of street, its station and its census area", () => {
    const counts = BRUSH_UNITS.map((unit) => widenPlaces(town, [0], unit).size);

    expect(BRUSH_UNITS).toEqual(["door", "side", "piece", "station", "area"]);
    expect(counts).toEqual([1, 5, 10, 30, 20]);
  });

  it("takes an address outside all census areas alone, and says which area another is in", () => {
    const [inside = 0, outside = 0] = [town.ofStreet(0)[0], town.ofStreet(1)[0]];

    expect(idsOf(town, widenPlaces(town, [outside], "area"))).toEqual(idsOf(town, [outside]));
    expect([inside, outside].map(town.areaNameOf)).toEqual(["Le Nord Ouest", null]);
    expect(town.nearest(town.positionOf(inside), 30)).toBe(inside);
    expect(town.nearest([2.4, 48.86], 100)).toBeNull();
  });

  it("says why there is nothing to choose by census area: none was given, or the file is older", () => {
    const { ground } = town;

    expect(whyNoAreas(ground)).toBeNull();
    expect(whyNoAreas({ ...ground, censusAreas: { of: [], ids: [], names: [] } })).toBe("not-given");
    expect(whyNoAreas({ ...ground, censusAreas: null })).toBe("older-file");
  });

  it("splits along a line into two parts, which merge to the zone again", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const zone = zoneNamed("n");
        const content = contentWith([zone], { n: town.addressIdsOf(every) });
        const right = placesRightOfLine(town, every, line);
        fc.pre(right.length > 0);
        const added = zoneNamed("s");

        const split = applySteps(content, splitSteps(added, "n", town.addressIdsOf(right)));
        const merged = applySteps(split.content, mergeSteps(split.content, added, "n"));

        expect(split.refused).toEqual([]);
        expect([...split.content.zoneOf.values()].filter((id) => id === "s").length).toBe(right.length);
        expect(sameContent(merged.content, content)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it("splits where the line runs", () => {
    const eastwards: Position[] = [
      [2.351, 48.8587],
      [2.352, 48.8587],
    ];

    expect(idsOf(town, placesRightOfLine(town, every, eastwards))).toEqual(idsOf(town, town.ofStreet(1)));
  });

  it("finds the zone that most of a line runs through, between its corners too", () => {
    const zoneOf = new Map(
      every.map((place): [string, string] => [town.ground.addressIds[place] ?? "", north.includes(place) ? "n" : "s"]),
    );
    const through: Position[] = [
      [2.352, 48.87],
      [2.352, 48.8585],
    ];
    const along: Position[] = [
      [2.349, 48.8573],
      [2.355, 48.8573],
    ];

    expect(zoneAlongLine(town, zoneOf, through)).toBe("n");
    expect(zoneAlongLine(town, zoneOf, along)).toBe("s");
    expect(zoneAlongLine(town, new Map(), along)).toBeNull();
  });

  it("halves by doors, to the south or the east", () => {
    expect(idsOf(town, placesOfHalf(town, every, "south"))).toEqual(idsOf(town, town.ofStreet(1)));
    expect(town.doorsOf(placesOfHalf(town, every, "east"))).toBe(town.doorsOf(every) / 2);
    expect(placesOfHalf(town, [0, 1], "east").length).toBe(1);
    expect(placesOfHalf(town, [0], "east")).toEqual([]);
  });

  it("finds stations, census areas, streets and addresses by the beginnings of their words", () => {
    const stations = [{ place: 0, name: "École du Nord" }];
    const found = (text: string) => findGround(town, stations, text, 10).map(({ name }) => name);

    expect(found("nord")).toEqual(["École du Nord", "Le Nord Ouest", "Le Nord Est", "Rue du Nord"]);
    expect(found("iris nord est")).toEqual(["Le Nord Est"]);
    expect(found("990010101")).toEqual(["Le Nord Ouest"]);
    expect(found("7 rue su")).toEqual(["7 Rue du Sud"]);
    expect(found("  ")).toEqual([]);
  });
});

describe("growing and shrinking", () => {
  const first = town.unitOf(0, "piece");

  it("adds the sides of streets at the edge, or the nearest station", () => {
    const bySides = placesToGrow(town, first, "sides", () => true);
    const byStation = placesToGrow(town, first, "station", () => true);

    expect(new Set(bySides.map((place) => town.ground.pieces[place]))).toEqual(new Set([1]));
    expect(byStation.length).toBe(20);
    expect(
      idsOf(
        town,
        placesToGrow(town, first, "area", () => true),
      ),
    ).toEqual(idsOf(town, town.unitOf(10, "piece")));
    expect(placesToGrow(town, first, "sides", () => false)).toEqual([]);
  });

  it("grows over no barrier, however near the doors beyond are", () => {
    expect(placesToGrow(town, north, "sides", () => true)).toEqual([]);
    expect(placesToGrow(town, north, "area", () => true)).toEqual([]);
  });

  it("shrinks by the census area of which it has the fewest doors at its edge, or anywhere between barriers", () => {
    const gone = town.ofArea(1);

    expect(idsOf(town, placesToShrink(town, north, "area"))).toEqual(idsOf(town, gone));
    expect(placesToShrink(town, town.ofArea(0), "area")).toEqual([]);
  });

  it("lets go what stands at the edge, never everything", () => {
    const two = [...first, ...town.unitOf(10, "piece")];

    expect(new Set(placesToShrink(town, two, "sides").map((place) => town.ground.pieces[place]))).toEqual(new Set([1]));
    expect(placesToShrink(town, first, "sides")).toEqual([]);
  });
});

describe("giving addresses to a zone", () => {
  const content = contentWith([zoneNamed("n"), zoneNamed("s"), zoneNamed("e", { isLocked: true })], {
    s: ["a1"],
    e: ["a2"],
  });

  it("takes free ones alone, unless others are taken on purpose, and never from a locked zone", () => {
    const polite = claimSteps(content, ["a1", "a2", "a3"], "n", () => false);
    const greedy = claimSteps(content, ["a1", "a2", "a3"], "n", () => true);

    expect(polite.claimed).toEqual(["a3"]);
    expect([...polite.leftToOthers]).toEqual([["s", ["a1"]]]);
    expect(greedy.claimed).toEqual(["a1", "a3"]);
    expect([...greedy.leftToLocked]).toEqual([["e", ["a2"]]]);
    expect(applySteps(content, greedy.steps).refused).toEqual([]);
  });

  it("names and colours a new zone unlike the others", () => {
    const zone = newZone([zoneNamed("1", { name: "Secteur 2", colour: 0 })], "x", (number) => `Secteur ${number}`);

    expect(zone).toEqual({ id: "x", name: "Secteur 3", colour: 1, isLocked: false });
  });
});
