import { describe, expect, it } from "vitest";
import { streetClassOf } from "../../../geodata/street-graph/street-class.ts";
import { isMappedCrossing, stopsWalkers, walkabilityOf } from "../../../geodata/street-graph/walkability.ts";

describe("walkabilityOf", () => {
  it.each([
    [{ highway: "residential" }, "residential"],
    [{ highway: "living_street" }, "residential"],
    [{ highway: "trunk", sidewalk: "both" }, "primary"],
    [{ highway: "trunk", maxspeed: "50" }, "primary"],
    [{ highway: "primary_link" }, "primary"],
    [{ highway: "path" }, "footway"],
    [{ highway: "footway", footway: "crossing" }, "crossing"],
    [{ highway: "service", service: "parking_aisle" }, "service"],
    [{ highway: "steps" }, "steps"],
    [{ railway: "platform" }, "platform"],
    [{ highway: "cycleway", foot: "designated" }, "cycleway"],
    [{ highway: "cycleway", segregated: "yes" }, "cycleway"],
    [{ highway: "service", access: "private", foot: "yes" }, "service"],
    [{ highway: "track", access: "no", foot: "designated" }, "track"],
    [{ highway: "residential", motorroad: "yes", foot: "permissive" }, "residential"],
  ] as const)("lets people walk %o as %s", (tags, streetClass) => {
    expect(walkabilityOf(tags)).toEqual({ kind: "walkable", streetClass });
  });

  it.each([
    [{ highway: "cycleway" }, "no-foot", "highway=cycleway"],
    [{ highway: "motorway", foot: "yes" }, "motorway", "highway=motorway"],
    [{ highway: "trunk" }, "motorway", "highway=trunk"],
    [{ highway: "trunk", sidewalk: "no", maxspeed: "90" }, "motorway", "highway=trunk"],
    [{ highway: "primary", motorroad: "yes" }, "motorway", "motorroad=yes"],
    [{ highway: "residential", foot: "no" }, "no-foot", "foot=no"],
    [{ highway: "residential", foot: "private" }, "private", "foot=private"],
    [{ highway: "secondary", foot: "use_sidepath" }, "use-sidepath", "foot=use_sidepath"],
    [{ highway: "service", access: "private" }, "private", "access=private"],
    [{ highway: "service", access: "no" }, "private", "access=no"],
    [{ highway: "construction", construction: "residential" }, "not-built", "highway=construction"],
    [{ highway: "raceway" }, "not-for-walking", "highway=raceway"],
    [{ route: "ferry" }, "not-for-walking", "route=ferry"],
    [{ highway: "path", sac_scale: "difficult_alpine_hiking" }, "not-for-walking", "sac_scale=difficult_alpine_hiking"],
  ] as const)("refuses %o as %s", (tags, reason, tag) => {
    expect(walkabilityOf(tags)).toEqual({ kind: "refused", reason, tag });
  });

  it("takes no interest in what is no street", () => {
    expect(walkabilityOf({ building: "yes" })).toEqual({ kind: "not-a-street" });
    expect(streetClassOf({ waterway: "river" })).toBeNull();
  });
});

describe("points on streets", () => {
  it("stop walkers at locked and private gates and at walls, not at bollards", () => {
    expect(stopsWalkers({ barrier: "gate", access: "private" })).toBe(true);
    expect(stopsWalkers({ barrier: "gate", locked: "yes" })).toBe(true);
    expect(stopsWalkers({ barrier: "wall" })).toBe(true);
    expect(stopsWalkers({ barrier: "gate", access: "private", foot: "yes" })).toBe(false);
    expect(stopsWalkers({ barrier: "bollard" })).toBe(false);
    expect(stopsWalkers({ barrier: "gate" })).toBe(false);
  });

  it("are crossings when walkers cross there", () => {
    expect(isMappedCrossing({ highway: "crossing" })).toBe(true);
    expect(isMappedCrossing({ highway: "traffic_signals", crossing: "traffic_signals" })).toBe(true);
    expect(isMappedCrossing({ highway: "crossing", crossing: "no" })).toBe(false);
    expect(isMappedCrossing({ highway: "traffic_signals" })).toBe(false);
  });
});
