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
} from "../../../web/zones/choose-places.ts";
import { findGround } from "../../../web/zones/find-ground.ts";
import { placesToGrow, placesToShrink } from "../../../web/zones/grow-zone.ts";
import { snapPlaces } from "../../../web/zones/snap-places.ts";
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

  it("widens an address to its side, its piece of street and its station", () => {
    const counts = (["door", "side", "piece", "station"] as const).map((unit) => widenPlaces(town, [0], unit).size);

    expect(counts).toEqual([1, 5, 10, 30]);
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

  it("halves by doors, to the south or the east", () => {
    expect(idsOf(town, placesOfHalf(town, every, "south"))).toEqual(idsOf(town, town.ofStreet(1)));
    expect(town.doorsOf(placesOfHalf(town, every, "east"))).toBe(town.doorsOf(every) / 2);
    expect(placesOfHalf(town, [0, 1], "east").length).toBe(1);
    expect(placesOfHalf(town, [0], "east")).toEqual([]);
  });

  it("finds stations, streets and addresses by the beginnings of their words", () => {
    const stations = [{ place: 0, name: "École du Nord" }];
    const found = (text: string) => findGround(town, stations, text, 10).map(({ name }) => name);

    expect(found("nord")).toEqual(["École du Nord", "Rue du Nord"]);
    expect(found("7 rue su")).toEqual(["7 Rue du Sud"]);
    expect(found("  ")).toEqual([]);
  });
});

describe("a choice that snaps to streets", () => {
  it("tears no side: it has all of one or nothing", () => {
    fc.assert(
      fc.property(fc.subarray(every, { minLength: 1 }), (chosen) => {
        const { places } = snapPlaces(town, new Set(chosen), []);
        const kept = new Set(places);

        for (const place of kept) for (const one of town.unitOf(place, "side")) expect(kept.has(one)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it("leaves out what a barrier cuts off, unless it is beside the zone", () => {
    const southPiece = town.unitOf(town.ofStreet(1)[0] ?? 0, "piece");
    const chosen = new Set([...north, ...southPiece]);

    const alone = snapPlaces(town, chosen, []);
    const besideSouth = snapPlaces(town, chosen, [town.ofStreet(1)[12] ?? 0]);

    expect(idsOf(town, alone.cutOff)).toEqual(idsOf(town, southPiece));
    expect(idsOf(town, besideSouth.places)).toEqual(idsOf(town, southPiece));
  });
});

describe("growing and shrinking", () => {
  const first = town.unitOf(0, "piece");

  it("adds the sides of streets at the edge, or the nearest station", () => {
    const bySides = placesToGrow(town, first, "sides", () => true);
    const byStation = placesToGrow(town, first, "station", () => true);

    expect(new Set(bySides.map((place) => town.ground.pieces[place]))).toEqual(new Set([1]));
    expect(byStation.length).toBe(20);
    expect(placesToGrow(town, first, "sides", () => false)).toEqual([]);
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
