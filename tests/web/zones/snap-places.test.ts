import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkSides } from "../../../server/zoning/link-sides.ts";
import { placesInRing } from "../../../web/zones/choose-places.ts";
import { indexGround } from "../../../web/zones/ground-index.ts";
import { snapPlaces } from "../../../web/zones/snap-places.ts";
import { bankTown } from "../../server/zoning/bank-town.ts";
import { idsOf, smallTown } from "./small-town.ts";

describe("a choice that snaps to streets", () => {
  const town = smallTown();
  const north = town.ofStreet(0);
  const every = [...north, ...town.ofStreet(1)];

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

  it("keeps an address away from all streets with the nearest of the choice", () => {
    const { ground } = town;
    const [longitude, latitude] = [ground.longitudes[0] ?? 0, (ground.latitudes[0] ?? 0) + 4e-4];
    const withFarm = indexGround({
      ...ground,
      addressIds: [...ground.addressIds, "farm"],
      longitudes: [...ground.longitudes, longitude],
      latitudes: [...ground.latitudes, latitude],
      doors: [...ground.doors, 1],
      pieces: [...ground.pieces, -1],
      sides: [...ground.sides, 0],
    });
    const farm = ground.addressIds.length;

    expect(snapPlaces(withFarm, new Set([...north, farm]), []).places).toContain(farm);
    expect(snapPlaces(withFarm, new Set([...town.ofStreet(1), farm]), []).cutOff).toEqual([farm]);
  });
});

describe("a choice that snaps in a town with a river and a bridge", () => {
  const town = riverTown();
  const every = Array.from({ length: town.count }, (_, place) => place);
  const bankOf = (place: number) => Math.sign(town.positionOf(place)[1] - RIVER);
  const banksOf = (places: readonly number[]) => new Set(places.map(bankOf));
  const anyRing = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([x, y]): [number, number] => [2.35 + (x / 100) * 0.0066, 48.86 + (y / 100) * 0.0035]),
    { minLength: 3, maxLength: 6 },
  );

  it("has doors nearer than 75 m by air on both banks: gaps alone would not see the river", () => {
    const south = every.filter((place) => bankOf(place) < 0);
    const near = south.filter((place) => town.within(town.positionOf(place), 75).some((one) => bankOf(one) > 0));

    expect(near.length).toBeGreaterThan(5);
  });

  it("is never on both banks, whatever is drawn; nothing that was drawn is lost without a word", () => {
    fc.assert(
      fc.property(anyRing, (ring) => {
        const chosen = placesInRing(town, ring);
        const { places, cutOff } = snapPlaces(town, new Set(chosen), []);

        expect(banksOf(places).size).toBeLessThanOrEqual(1);
        // Each side has one address here: rounding leaves none out.
        expect([...places, ...cutOff].toSorted()).toEqual(chosen.toSorted());
        if (cutOff.length > 0) expect(places.length).toBeGreaterThan(0);
      }),
      { seed: 3 },
    );
  });

  it("never carries a zone over the river with a stroke that touches the zone", () => {
    fc.assert(
      fc.property(anyRing, anyRing, (first, second) => {
        const zone = snapPlaces(town, new Set(placesInRing(town, first)), []).places;
        const chosen = placesInRing(town, second);
        fc.pre(zone.length > 0 && chosen.some((place) => zone.includes(place)));

        const { places } = snapPlaces(town, new Set(chosen), zone);

        expect(banksOf([...zone, ...places])).toEqual(banksOf(zone));
      }),
      { seed: 3 },
    );
  });

  it("goes over on purpose, with a stroke that lies beyond", () => {
    const south = every.filter((place) => bankOf(place) < 0);
    const north = every.filter((place) => bankOf(place) > 0);

    const { places, cutOff } = snapPlaces(town, new Set(north), south);

    expect(places.toSorted()).toEqual(north.toSorted());
    expect(cutOff).toEqual([]);
  });
});

/** In the middle of the river that the grid is drawn with, which is 78 m wide: here it is 45. */
const RIVER = 48.86 + 2.5 * 0.0007;
const NARROWER = 0.0003;

function riverTown() {
  const { graph, stops } = bankTown({ columns: 7, rows: 6, riverAfterRow: 2 });
  const zeros = stops.map(() => 0);
  return indexGround({
    territoryVersion: "1",
    addressIds: stops.map((_, place) => String(place)),
    longitudes: stops.map(({ position }) => position[0]),
    latitudes: stops.map(({ position: [, latitude] }) => (latitude > RIVER ? latitude - NARROWER : latitude)),
    doors: stops.map(({ doors }) => doors),
    stations: zeros,
    stationIds: ["a"],
    censusAreas: null,
    numbers: stops.map((_, place) => String(place)),
    streets: zeros,
    streetNames: ["Rue"],
    pieces: stops.map(({ place }) => place.piece),
    sides: stops.map(({ place }) => place.side),
    links: linkSides(
      graph,
      stops.map(({ place }) => place),
    ),
  });
}
