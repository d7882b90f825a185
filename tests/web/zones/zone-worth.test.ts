import { describe, expect, it } from "vitest";
import { balanceWord, targetSeconds } from "../../../web/zones/zone-balance.ts";
import { freePlaces, membersOf } from "../../../web/zones/zone-members.ts";
import { zoneVotesPerHour } from "../../../web/zones/zone-worth.ts";
import { contentWith, zoneNamed } from "./edits.ts";
import { smallTown } from "./small-town.ts";

const town = smallTown();
const walk = (stationId: string, seconds: number) => ({
  stationId,
  doors: 60,
  stops: 30,
  walkSeconds: seconds * 60,
  doorSeconds: 0,
});

describe("what a zone is worth", () => {
  it("weighs the votes and the time of its stations by their doors in the zone", () => {
    // 60 doors of the north at 0.01 votes and 60 s, 20 of the south at 0.05 votes and 120 s: 1.6 votes in 6,000 s.
    const places = [...town.ofStreet(0), ...town.ofStreet(1).slice(0, 10)];
    const votes = zoneVotesPerHour(
      town,
      places,
      (id) => ({ votesPerDoor: id === "n1" ? 0.01 : 0.05 }),
      (id) => walk(id, id === "n1" ? 60 : 120),
    );

    expect(votes).toBeCloseTo((1.6 * 3600) / 6000, 9);
  });

  it("is not known while a station of it is not", () => {
    const places = [...town.ofStreet(0), ...town.ofStreet(1)];
    const score = (id: string) => (id === "n1" ? { votesPerDoor: 0.01 } : undefined);

    expect(zoneVotesPerHour(town, places, score, (id) => walk(id, 60))).toBeNull();
    expect(zoneVotesPerHour(town, town.ofStreet(0), score, (id) => walk(id, 60))).toBeCloseTo(0.6, 9);
    expect(zoneVotesPerHour(town, [], score, (id) => walk(id, 60))).toBeNull();
  });
});

describe("the balance of zones", () => {
  it("holds each against an equal share of those with work, or against what a team does", () => {
    expect(targetSeconds({ kind: "share" }, [3600, 7200, 0])).toBe(5400);
    expect(targetSeconds({ kind: "share" }, [0])).toBeNull();
    expect(targetSeconds({ kind: "team", volunteers: 4, minutes: 120 }, [])).toBe(28_800);
  });

  it("calls right what is within a tenth of the target", () => {
    expect([91, 109, 80, 120].map((work) => balanceWord(work, 100))).toEqual(["right", "right", "light", "heavy"]);
  });
});

describe("who has which places", () => {
  it("gives every place to one zone or to none, and keeps the lists that did not change", () => {
    const zones = [zoneNamed("n"), zoneNamed("s")];
    const ids = town.ground.addressIds;
    const before = membersOf(town, contentWith(zones, { n: ids.slice(0, 3), s: ids.slice(3, 5) }), new Map());
    const content = contentWith(zones, { n: ids.slice(0, 3), s: ids.slice(3, 6) });

    const after = membersOf(town, content, before);

    expect(after.get("n")).toBe(before.get("n"));
    expect(after.get("s")).toEqual([3, 4, 5]);
    expect(freePlaces(town, content.zoneOf).length).toBe(ids.length - 6);
  });
});
