import { describe, expect, it } from "vitest";
import { type JudgedZone, scoreOfZones } from "../../../web/zones/zone-score.ts";

const zone = (name: string, part: Partial<JudgedZone> = {}): JudgedZone => ({
  name,
  doorSeconds: 900,
  walkMetres: 100,
  workSeconds: 1000,
  straddles: [],
  ...part,
});

describe("the score of zones", () => {
  it("is what is walked for a door, a main road counting for 60 m, and names the worst zone", () => {
    const score = scoreOfZones([zone("North"), zone("South", { straddles: [{ barrier: "road" }] })], 1.5);

    expect(score).toMatchObject({ zones: 2, metresPerDoor: 13, worst: { name: "South", metresPerDoor: 16 }, roads: 1 });
  });

  it("names the heaviest and the lightest zone against the mean", () => {
    const zones = [zone("A", { workSeconds: 600 }), zone("B", { workSeconds: 1400 }), zone("C")];

    const score = scoreOfZones(zones, 1.5);

    expect(score?.heaviest).toEqual({ name: "B", share: 1.4 });
    expect(score?.lightest).toEqual({ name: "A", share: 0.6 });
  });

  it("leaves out zones without a door on a street, and is nothing when there is no other", () => {
    const empty = zone("Empty", { doorSeconds: 0, walkMetres: 0, workSeconds: 0 });

    expect(scoreOfZones([zone("A"), empty], 1.5)).toMatchObject({ zones: 1, lightest: { name: "A" } });
    expect(scoreOfZones([empty], 1.5)).toBeNull();
  });
});
