import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../../../server/contract/layers.ts";
import { GROUND_FIGURES, MISSING_REASONS } from "../../../server/contract/layers.ts";
import { SIDES } from "../../../server/contract/scores.ts";
import type { Area } from "../../../web/workspace/area.ts";
import { subjectCode } from "../../../web/workspace/compare-code.ts";
import { NO_SORT, ROW_ORDERS, SORT_DIRECTIONS } from "../../../web/workspace/compare-differences.ts";
import type { Comparison, Subject } from "../../../web/workspace/compare-subjects.ts";
import { CLASS_METHODS, CLASS_SCALES, MOST_BREAKS } from "../../../web/workspace/layer-classes.ts";
import { decodeWorkspace, encodeWorkspace, isAreaLeftOut } from "../../../web/workspace/workspace-address.ts";
import {
  CLASS_COUNTS,
  COUNT_SHAPES,
  MEASURES,
  STARTING_STATE,
  STATION_SORTS,
  TABS,
  type WorkspaceState,
} from "../../../web/workspace/workspace-state.ts";

const seed = 20;
const millionths = (limit: number) => fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((value) => value / 1e6);
const identifier = fc.string({ minLength: 1, maxLength: 12 });
const stationId = fc
  .tuple(fc.constantFrom("75056_", "29039_", "2A004_", ""), identifier)
  .map((parts) => parts.join(""));
const zoneWord = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
const area: fc.Arbitrary<Area> = fc.oneof(
  fc.constant<Area>({ kind: "none" }),
  fc.constant<Area>({ kind: "best" }),
  fc
    .array(fc.tuple(millionths(180), millionths(90)), { minLength: 3, maxLength: 30 })
    .map((ring): Area => ({ kind: "zone", ring })),
  fc
    .uniqueArray(stationId, { minLength: 1, maxLength: 40 })
    .map((stationIds): Area => ({ kind: "stations", stationIds })),
  fc
    .record({ zoningId: zoneWord, zoneIds: fc.array(zoneWord, { minLength: 1, maxLength: 5 }) })
    .map((chosen): Area => ({ kind: "zones", ...chosen })),
);
const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc
    .uniqueArray(stationId, { minLength: 1, maxLength: 6 })
    .map((stationIds): Subject => ({ kind: "stations", stationIds })),
  fc
    .tuple(zoneWord, fc.option(fc.uniqueArray(zoneWord, { minLength: 1, maxLength: 4 })))
    .map(([zoningId, zoneIds]): Subject => ({ kind: "zones", zoningId, zoneIds })),
  zoneWord.map((planId): Subject => ({ kind: "plan", planId })),
);
const comparison: fc.Arbitrary<Comparison> = fc
  .record({
    subjects: fc.uniqueArray(subject, { maxLength: 4, selector: subjectCode }),
    place: fc.nat(3),
    order: fc.constantFrom(...ROW_ORDERS),
    by: fc.nat(3),
    direction: fc.constantFrom(...SORT_DIRECTIONS),
    isOpen: fc.boolean(),
  })
  .map(({ subjects, place, order, by, direction, isOpen }) => ({
    subjects,
    baseline: place < subjects.length ? place : null,
    sort: by < subjects.length ? { order, place: by, direction } : { ...NO_SORT, order },
    isOpen,
  }));
const side = fc.constantFrom(...SIDES);
const layer: fc.Arbitrary<Layer> = fc.oneof(
  fc.record({ kind: fc.constant("census" as const), indicator: identifier }),
  fc.record({ kind: fc.constant("turnout" as const), election: identifier }),
  fc.record({ kind: fc.constant("side" as const), side, election: identifier }),
  fc.record({ kind: fc.constant("turnoutChange" as const), from: identifier, to: identifier }),
  fc.record({ kind: fc.constant("sideChange" as const), side, from: identifier, to: identifier }),
  fc.record({ kind: fc.constant("ground" as const), figure: fc.constantFrom(...GROUND_FIGURES) }),
);
const classing = fc.oneof(
  fc
    .constantFrom(...CLASS_METHODS.filter((method) => method !== "manual"))
    .map((classMethod) => ({ classMethod, breaks: [] })),
  fc
    .uniqueArray(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      { minLength: 1, maxLength: MOST_BREAKS },
    )
    .map((breaks) => ({ classMethod: "manual" as const, breaks: breaks.toSorted((a, b) => a - b) })),
);
const place: fc.Arbitrary<Omit<WorkspaceState, "classMethod" | "breaks">> = fc.record({
  tab: fc.constantFrom(...TABS),
  measure: fc.constantFrom(...MEASURES),
  classCount: fc.constantFrom(...CLASS_COUNTS),
  layer: fc.option(layer),
  classScale: fc.constantFrom(...CLASS_SCALES),
  countShape: fc.constantFrom(...COUNT_SHAPES),
  heldUp: fc.option(fc.oneof(fc.nat(8), fc.constantFrom(...MISSING_REASONS, "uncoloured" as const, "faded" as const))),
  shownAnyway: fc.subarray([...MEASURES]),
  stationSort: fc.option(fc.constantFrom(...STATION_SORTS)),
  area,
  stationId: fc.option(identifier),
  zoningId: zoneWord,
  zoneId: fc.option(zoneWord),
  planId: identifier,
  routeId: fc.option(identifier),
  camera: fc.option(
    fc.record({
      longitude: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 1e5),
      latitude: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 1e5),
      zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
    }),
  ),
  comparison,
});
const state: fc.Arbitrary<WorkspaceState> = fc
  .tuple(place, classing)
  .map(([shown, classes]) => ({ ...shown, ...classes }));

/** Ids of one commune stand together in the address, so the order in which they were chosen is not kept. */
function withIdsSorted(known: WorkspaceState): WorkspaceState {
  const subjects = known.comparison.subjects.map((one) =>
    one.kind === "stations" ? { ...one, stationIds: one.stationIds.toSorted() } : one,
  );
  const sorted = { ...known, comparison: { ...known.comparison, subjects } };
  if (known.area.kind !== "stations") return sorted;
  return { ...sorted, area: { kind: "stations", stationIds: known.area.stationIds.toSorted() } };
}

describe("the workspace in the address bar", () => {
  it("comes back as it was, whatever was chosen", () => {
    fc.assert(
      fc.property(state, (known) => {
        const back = decodeWorkspace(encodeWorkspace(known));

        expect(withIdsSorted(back)).toEqual(withIdsSorted(known));
      }),
      { seed, numRuns: 300 },
    );
  });

  it("opens on any address, however broken", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(
          "zone",
          "at",
          "stations",
          "tab",
          "route",
          "compare",
          "against",
          "layer",
          "breaks",
          "counts",
          "held",
          "anyway",
          "sort",
          "by",
          "area",
        ),
        (text, key) => {
          const opened = decodeWorkspace(new URLSearchParams({ [key]: text }).toString());

          expect(TABS).toContain(opened.tab);
          if (opened.camera !== null) expect(Number.isFinite(opened.camera.zoom)).toBe(true);
          if (opened.area.kind === "zone") expect(opened.area.ring.length).toBeGreaterThanOrEqual(3);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it("leaves a selection out that is too long for a link, and says so", () => {
    const stationIds = Array.from({ length: 5000 }, (_, place) => `75056_${place}`);
    const query = encodeWorkspace({ ...STARTING_STATE, area: { kind: "stations", stationIds } });

    expect(query.length).toBeLessThan(100);
    expect(isAreaLeftOut(query)).toBe(true);
    expect(isAreaLeftOut(encodeWorkspace({ ...STARTING_STATE, area: { kind: "best" } }))).toBe(false);
    expect(decodeWorkspace(query).area).toEqual({ kind: "none" });
  });

  it("has room for every station of a large city", () => {
    const stationIds = Array.from({ length: 902 }, (_, place) => `75056_${String(place).padStart(4, "0")}`);
    const query = encodeWorkspace({ ...STARTING_STATE, area: { kind: "stations", stationIds } });

    expect(decodeWorkspace(query).area).toEqual({ kind: "stations", stationIds });
  });

  it("leaves out what is as it was at the start", () => {
    expect(encodeWorkspace(STARTING_STATE)).toBe("");
  });

  it("writes the commune of many stations once", () => {
    const query = encodeWorkspace({
      ...STARTING_STATE,
      area: { kind: "stations", stationIds: ["75056_0321", "75056_0322", "75056_0323"] },
    });

    expect(query).toBe("stations=75056_0321.0322.0323");
  });

  it("writes a layer in one readable word", () => {
    const query = encodeWorkspace({
      ...STARTING_STATE,
      layer: { kind: "turnoutChange", from: "2022_legi_t1", to: "2024_legi_t1" },
      classMethod: "natural",
    });

    expect(query).toBe("layer=turnoutChange.2022_legi_t1.2024_legi_t1&breaks=natural");
  });

  it.each(["turnout", "turnout.a.b", "side.nobody.2024_legi_t1", "ground.depth", "constructor", "census."])(
    "opens with the measure where the layer is %s",
    (word) => {
      expect(decodeWorkspace(new URLSearchParams({ layer: word }).toString()).layer).toBeNull();
    },
  );

  it.each(["manual", "manual_", "manual_a", "manual_NaN_Infinity", "manual__"])(
    "finds breaks itself where they are %s",
    (breaks) => {
      expect(decodeWorkspace(`breaks=${breaks}`)).toMatchObject({ classMethod: "quantile", breaks: [] });
    },
  );

  it("reads breaks in any order, each once, and no more than there are colours for", () => {
    expect(decodeWorkspace("breaks=manual_3_1_3_-2_9_12_0.5").breaks).toEqual([-2, 0.5, 1, 3]);
  });

  it.each([",,", "2.3,48.8", "2.3,48.8,", "a,b,c", "2.3,91,12", "2.3,48.8,-1", "2.3,48.8,12,0"])(
    "shows the whole territory where the view is %j",
    (at) => {
      expect(decodeWorkspace(new URLSearchParams({ at }).toString()).camera).toBeNull();
    },
  );

  it("forgets a route that belongs to no plan", () => {
    expect(decodeWorkspace("route=3").routeId).toBeNull();
  });

  it("refuses a zone of two corners and one with a stray character", () => {
    expect(decodeWorkspace("zone=AAAA").area).toEqual({ kind: "none" });
    expect(decodeWorkspace("zone=AA!AAAA").area).toEqual({ kind: "none" });
  });
});
