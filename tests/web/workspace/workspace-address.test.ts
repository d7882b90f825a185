import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../../../server/contract/layers.ts";
import { GROUND_FIGURES, MISSING_REASONS } from "../../../server/contract/layers.ts";
import { SIDES } from "../../../server/contract/scores.ts";
import type { Area } from "../../../web/workspace/area.ts";
import { type BalanceTarget, EQUAL_SHARES } from "../../../web/workspace/balance-target.ts";
import { subjectCode } from "../../../web/workspace/compare-code.ts";
import { NO_SORT, ROW_ORDERS, SORT_DIRECTIONS } from "../../../web/workspace/compare-differences.ts";
import type { Comparison, Subject } from "../../../web/workspace/compare-subjects.ts";
import { CLASS_METHODS, CLASS_SCALES, MOST_BREAKS } from "../../../web/workspace/layer-classes.ts";
import { LIMITS } from "../../../web/workspace/plan-form.ts";
import { LONGEST_FILTER } from "../../../web/workspace/station-filter.ts";
import { decodeWorkspace, encodeWorkspace, isAreaLeftOut } from "../../../web/workspace/workspace-address.ts";
import {
  CLASS_COUNTS,
  COUNT_SHAPES,
  MEASURES,
  SCORES,
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
const camera = fc.record({
  longitude: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 1e5),
  latitude: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 1e5),
  zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
});
const comparison: fc.Arbitrary<Comparison> = fc
  .record({
    subjects: fc.uniqueArray(subject, { maxLength: 4, selector: subjectCode }),
    place: fc.nat(3),
    order: fc.constantFrom(...ROW_ORDERS),
    by: fc.nat(3),
    direction: fc.constantFrom(...SORT_DIRECTIONS),
    maps: fc.option(fc.record({ areMapsShown: fc.option(fc.boolean()), mapsCamera: fc.option(camera) })),
  })
  .map(({ subjects, place, order, by, direction, maps }) => ({
    subjects,
    baseline: place < subjects.length ? place : null,
    sort: by < subjects.length ? { order, place: by, direction } : { ...NO_SORT, order },
    isOpen: maps !== null,
    ...(maps ?? { areMapsShown: null, mapsCamera: null }),
  }));
/** As a person types it: the words are told apart by one space each. */
const filter = fc.array(fc.stringMatching(/^[^\s]{1,12}$/), { maxLength: 4 }).map((words) => words.join(" "));
const reliability = fc.record({
  score: fc.constantFrom(...SCORES),
  electionId: fc.option(identifier),
  from: fc.option(identifier),
  to: fc.option(identifier),
  movedAt: fc.option(stationId),
});
const balance: fc.Arbitrary<BalanceTarget> = fc.oneof(
  fc.constant(EQUAL_SHARES),
  fc
    .record({
      volunteers: fc.integer({ min: LIMITS.volunteers.low, max: LIMITS.volunteers.high }),
      minutes: fc.integer({ min: LIMITS.minutes.low, max: LIMITS.minutes.high }),
    })
    .map((team): BalanceTarget => ({ kind: "team", ...team })),
);
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
  stationFilter: filter,
  area,
  stationId: fc.option(identifier),
  zoningId: zoneWord,
  zoneId: fc.option(zoneWord),
  pickedZoneIds: fc.uniqueArray(zoneWord, { maxLength: 6 }),
  showsFreeDoors: fc.boolean(),
  balance,
  planId: identifier,
  routeId: fc.option(identifier),
  camera: fc.option(camera),
  comparison,
  reliability,
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
          "find",
          "picked",
          "free",
          "team",
          "judged",
          "past",
          "moved",
          "maps",
          "mapsat",
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

  it("opens links as they were made before the maps of a comparison, ticks and filters were in them", () => {
    const old =
      "tab=zones&sort=doors&zoning=z&inzone=a&at=4.13715%2C47.25028%2C13.31&compare=96001_0004&against=1&view=compare";
    const opened = decodeWorkspace(old);

    expect(opened).toMatchObject({
      tab: "zones",
      zoneId: "a",
      stationFilter: "",
      pickedZoneIds: [],
      showsFreeDoors: false,
      balance: EQUAL_SHARES,
      comparison: { baseline: 0, isOpen: true, areMapsShown: null, mapsCamera: null },
    });
    expect(encodeWorkspace(opened)).toBe(old);
  });

  it.each(["", "_", "4", "4_", "0_120", "4_120_1", "many_120", "4_1e9", "-4_120", "4000000_120"])(
    "holds zones against equal shares where the team is %j",
    (team) => {
      expect(decodeWorkspace(new URLSearchParams({ team }).toString()).balance).toEqual(EQUAL_SHARES);
    },
  );

  it("ticks each zone once, none of another form, and none without a zoning", () => {
    expect(decodeWorkspace("zoning=z&picked=a.b.a..<i>.c%20d").pickedZoneIds).toEqual(["a", "b"]);
    expect(decodeWorkspace("picked=a.b").pickedZoneIds).toEqual([]);
  });

  it("narrows no list by a text longer than any name", () => {
    expect(decodeWorkspace(`find=${"a".repeat(LONGEST_FILTER)}`).stationFilter).toHaveLength(LONGEST_FILTER);
    expect(decodeWorkspace(`find=${"a".repeat(LONGEST_FILTER + 1)}`).stationFilter).toBe("");
    expect(decodeWorkspace("find=%20%20rue%09%20haute%0A").stationFilter).toBe("rue haute");
  });

  it.each(["yes", "2", "", "true"])("shows the maps of a comparison as the device does where they are %j", (maps) => {
    const query = new URLSearchParams({ view: "compare", maps, mapsat: "north" }).toString();

    expect(decodeWorkspace(query).comparison).toMatchObject({ isOpen: true, areMapsShown: null, mapsCamera: null });
  });

  it("forgets a route that belongs to no plan", () => {
    expect(decodeWorkspace("route=3").routeId).toBeNull();
  });

  it("refuses a zone of two corners and one with a stray character", () => {
    expect(decodeWorkspace("zone=AAAA").area).toEqual({ kind: "none" });
    expect(decodeWorkspace("zone=AA!AAAA").area).toEqual({ kind: "none" });
  });
});
