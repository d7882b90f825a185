import { describe, expect, it } from "vitest";
import type { ZoneFiguresAnswer, ZoningState } from "../../../server/contract/drawn-zones.ts";
import { outingCell, outingOfZones, outingRows } from "../../../web/workspace/compare-outings.ts";
import { walkSecondsPerDoor } from "../../../web/workspace/compare-scores.ts";
import { type ComparedSubject, comparedSubject, type KnownPlaces } from "../../../web/workspace/compared-subject.ts";
import { stationRow } from "./compared.ts";

const zone = (id: string) => ({ id, name: id, colour: 0, isLocked: false });
const zoning: ZoningState = {
  id: "z",
  territoryName: "demo",
  name: "Plan A",
  revision: 1,
  zones: [zone("north"), zone("south")],
  addressIds: { north: ["1", "2"], south: ["3"] },
};
const known = (part: Partial<KnownPlaces> = {}): KnownPlaces => ({
  rowOf: new Map([["a", stationRow({ stationId: "a" })]]),
  zoningOf: (id) => (id === "z" ? zoning : "gone"),
  planOf: () => "gone",
  partsOf: (addressIds) => {
    const count = [...addressIds].length;
    const parts = [{ stationId: "a", share: count / 4, doors: count, addresses: count }];
    return { parts, doors: count, addresses: count };
  },
  figuresOf: () => null,
  ...part,
});
const ofZones = (zoneIds: readonly string[] | null, zoningId = "z") =>
  comparedSubject({ kind: "zones", zoningId, zoneIds }, known());
const ready = (subject: ComparedSubject) => {
  if (subject.status !== "ready") throw new Error(subject.status);
  return subject;
};

describe("zones that are compared", () => {
  it("hold what is in them, and all of the zoning what is in every zone of it now", () => {
    expect(ready(ofZones(["south"])).counted).toEqual({ doors: 1, addresses: 1 });
    expect(ready(ofZones(null)).counted).toEqual({ doors: 3, addresses: 3 });
    expect(ready(ofZones(null))).toMatchObject({ isEstimated: true, origin: { isWhole: true, lostZones: 0 } });
  });

  it("are left out when they are gone, with how many are when only some are", () => {
    expect(ofZones(["north"], "other")).toEqual({ status: "lost", reason: "zoning" });
    expect(ofZones(["east"])).toEqual({ status: "lost", reason: "zones" });
    expect(ready(ofZones(["east", "north"])).origin).toMatchObject({ zoneIds: ["north"], lostZones: 1 });
  });

  it("wait for the ground instead of saying that nothing is there", () => {
    const subject = { kind: "zones", zoningId: "z", zoneIds: null } as const;

    expect(comparedSubject(subject, known({ partsOf: null }))).toEqual({ status: "waiting" });
    expect(comparedSubject(subject, known({ zoningOf: () => null }))).toEqual({ status: "waiting" });
  });
});

describe("plans that are compared", () => {
  const subject = { kind: "plan", planId: "p" } as const;
  const state = { id: "p", territoryName: "demo", createdAt: "", status: "running", progress: null, failure: null };

  it("are left out when they are gone or have no routes yet, and waited for while they are read", () => {
    const running = { ...state, status: "running" as const, plan: null, routeTokens: {}, recentEdits: [] };

    expect(comparedSubject(subject, known())).toEqual({ status: "lost", reason: "plan" });
    expect(comparedSubject(subject, known({ planOf: () => running }))).toEqual({
      status: "lost",
      reason: "plan-unfinished",
    });
    expect(comparedSubject(subject, known({ planOf: () => null }))).toEqual({ status: "waiting" });
  });

  it("walk as their routes do, not as their stations would", () => {
    const walked = { doors: 50, walkSeconds: 500, doorSeconds: 4500, expectedVotes: 1 };
    const walks = [{ stationId: "a", doors: 10, stops: 5, walkSeconds: 900, doorSeconds: 900 }];

    expect(walkSecondsPerDoor({ rows: [stationRow({})], walks, figures: null, walked })).toMatchObject({ value: 10 });
  });
});

describe("the work of zones", () => {
  const figures = (workSeconds: number) => ({
    zoneId: String(workSeconds),
    addresses: 10,
    unknownAddresses: 0,
    doors: 40,
    doorSeconds: 3000,
    walkMetres: 200,
    workSeconds,
    spreadMetres: 0,
    straddles: [],
    parts: [],
  });
  const answer = (...zones: readonly ReturnType<typeof figures>[]): ZoneFiguresAnswer => ({
    zones,
    score: {
      heaviest: 1.2,
      lightest: 0.8,
      sharedPieces: 0,
      straddledRoads: 0,
      straddledBridges: 0,
      metresEquivalentPerDoor: 6,
      compactness: null,
    },
  });

  it("has a balance between several and none of one alone", () => {
    const several = outingOfZones(answer(figures(3600), figures(5400)));

    expect(several).toMatchObject({ zones: 2, workHours: 2.5, zoneMetresPerDoor: 5, heaviest: 1.2, lightest: 0.8 });
    expect(outingOfZones(answer(figures(3600)))).toMatchObject({ heaviest: null, lightest: null });
  });

  it("has no row of a plan alone, and no word about stations", () => {
    const rows = outingRows([null, outingOfZones(answer(figures(3600)))]).map(({ what }) => what);

    expect(rows).toEqual(["zones", "workHours", "zoneMetresPerDoor", "zoneEquivalent"]);
    expect(outingCell(null, "zones")).toEqual({ kind: "missing", reason: "not-applicable" });
    expect(outingCell("waiting", "zones")).toEqual({ kind: "missing", reason: "waiting" });
    expect(outingRows([null, null])).toEqual([]);
  });
});
