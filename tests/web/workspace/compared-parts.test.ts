import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ZoneGround } from "../../../server/contract/drawn-zones.ts";
import { STARTING_MIX } from "../../../server/contract/scores.ts";
import type { ComparedGroup } from "../../../web/workspace/compare-rows.ts";
import { doorsPerHour, scoreCell, walkSecondsPerDoor } from "../../../web/workspace/compare-scores.ts";
import {
  type ComparedParts,
  partsOfPlan,
  partsOnGround,
  rowOfPart,
  shareWhere,
  walkOfPart,
} from "../../../web/workspace/compared-parts.ts";
import { stationRow } from "./compared.ts";
import { scoreOf } from "./score-of.ts";

/** Addresses "0", "1", … with their doors and their station; -1 is none. */
function groundOf(addresses: readonly { readonly doors: number; readonly station: number }[]): ZoneGround {
  const column = addresses.map(() => 0);
  return {
    territoryVersion: "1",
    addressIds: addresses.map((_, place) => String(place)),
    longitudes: column,
    latitudes: column,
    doors: addresses.map(({ doors }) => doors),
    stations: addresses.map(({ station }) => station),
    stationIds: ["a", "b"],
    numbers: column.map(String),
    streets: column,
    streetNames: [""],
    pieces: column,
    sides: column,
    censusAreas: null,
    links: { from: [], to: [] },
  };
}

const rows = new Map(
  ["a", "b"].map((stationId, index) => [
    stationId,
    stationRow({
      stationId,
      registered: 900,
      score: scoreOf({ stationId, registered: 900, votesPerDoor: 0.02 + index / 100 }),
    }),
  ]),
);
const walks = new Map(
  ["a", "b"].map((stationId, index) => [
    stationId,
    { stationId, doors: 100, stops: 20, walkSeconds: 700 + 400 * index, doorSeconds: 9000 },
  ]),
);
const groupOf = ({ parts, doors, addresses }: ComparedParts): ComparedGroup => ({
  rows: parts.flatMap((part) => {
    const row = rows.get(part.stationId);
    return row === undefined ? [] : [rowOfPart(row, part)];
  }),
  walks: parts.flatMap(({ stationId, share }) => {
    const walk = walks.get(stationId);
    return walk === undefined ? [] : [walkOfPart(walk, share)];
  }),
  figures: null,
  counted: { doors, addresses },
});

describe("parts of stations", () => {
  const ground = groundOf([
    { doors: 30, station: 0 },
    { doors: 10, station: 0 },
    { doors: 5, station: 1 },
    { doors: 2, station: -1 },
  ]);

  it("hold a station by its share of the doors, and doors in no station beside it", () => {
    const { parts, doors, addresses } = partsOnGround(ground)(["0", "3", "0", "unknown"]);

    expect(parts).toEqual([{ stationId: "a", share: 0.75, doors: 30, addresses: 1 }]);
    expect([doors, addresses]).toEqual([32, 2]);
  });

  it("that are whole say exactly what the stations say", () => {
    const whole = groupOf(partsOnGround(ground)(["0", "1", "2"]));
    const stations: ComparedGroup = { rows: [...rows.values()], walks: [...walks.values()], figures: null };

    for (const cell of [walkSecondsPerDoor, doorsPerHour]) expect(cell(whole)).toEqual(cell(stations));
    for (const measure of ["mobilisation", "persuasion", "mix", "hourly"] as const) {
      expect(scoreCell(whole, measure, STARTING_MIX)).toEqual(scoreCell(stations, measure, STARTING_MIX));
    }
  });

  it("of zones that share a town out add up to all of it, none lost and none twice", () => {
    const address = fc.record({ doors: fc.integer({ min: 1, max: 90 }), station: fc.constantFrom(0, 1) });
    const town = fc.array(fc.tuple(address, fc.nat(3)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(town, (known) => {
        const partsOf = partsOnGround(groundOf(known.map(([own]) => own)));
        const zones = [0, 1, 2, 3].map((zone) =>
          partsOf(known.flatMap(([, own], place) => (own === zone ? [String(place)] : []))),
        );
        for (const [station, stationId] of ["a", "b"].entries()) {
          const shares = zones.flatMap(({ parts }) => parts.filter((part) => part.stationId === stationId));
          const sum = shares.reduce((total, { share }) => total + share, 0);
          expect(sum).toBeCloseTo(known.some(([own]) => own.station === station) ? 1 : 0, 9);
        }
        const doors = zones.reduce((total, zone) => total + zone.doors, 0);
        expect(doors).toBe(known.reduce((total, [own]) => total + own.doors, 0));
      }),
      { seed: 5 },
    );
  });

  it("of a plan are the doors of its stops, never more than the station", () => {
    const stop = (stationId: string | null, doors: number) => ({ stationId, doors });
    const routes = [{ stops: [stop("a", 10), stop("b", 9)] }, { stops: [stop("a", 15), stop(null, 4)] }];

    const { parts, doors } = partsOfPlan({ routes }, (id) => (id === "a" ? 100 : 8));

    expect(parts.map(({ stationId, share }) => [stationId, share])).toEqual([
      ["a", 0.25],
      ["b", 1],
    ]);
    expect(doors).toBe(38);
  });

  it("weigh by what is held of a station when a value is not known everywhere", () => {
    const half = { stationId: "a", share: 0.75, doors: 3, addresses: 1 };
    const row = rowOfPart(stationRow({ stationId: "a", registered: 900 }), half);

    expect(row.registered).toBe(675);
    expect(shareWhere([row, { ...row, stationId: "b", share: 0.25 }], ({ stationId }) => stationId === "a")).toBe(0.75);
  });
});
