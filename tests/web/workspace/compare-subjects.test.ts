import { describe, expect, it } from "vitest";
import { NO_SORT, type RowSort } from "../../../web/workspace/compare-differences.ts";
import {
  addSubject,
  type Comparison,
  closeComparison,
  NO_COMPARISON,
  placeOfSubject,
  readComparison,
  refusalToAdd,
  removeSubject,
  type Subject,
  writeComparison,
} from "../../../web/workspace/compare-subjects.ts";

const stations = (...stationIds: readonly string[]): Subject => ({ kind: "stations", stationIds });
const zones = (zoningId: string, zoneIds: readonly string[] | null): Subject => ({ kind: "zones", zoningId, zoneIds });
const comparing = (...subjects: readonly Subject[]): Comparison => ({ ...NO_COMPARISON, subjects });

describe("collecting neighbourhoods to compare", () => {
  it("takes four, then says that it is full and stays as it is", () => {
    const four = comparing(stations("a"), stations("b"), stations("c"), stations("d", "e"));

    expect(refusalToAdd(four, stations("f"))).toBe("full");
    expect(addSubject(four, stations("f"))).toBe(four);
  });

  it("knows a neighbourhood again whatever the order of its stations", () => {
    const before = comparing(stations("75056_0001", "75056_0002"));

    expect(refusalToAdd(before, stations("75056_0002", "75056_0001"))).toBe("twice");
    expect(placeOfSubject(before, stations("75056_0002", "75056_0001"))).toBe(0);
    expect(placeOfSubject(before, stations("75056_0002"))).toBeNull();
  });

  it("knows zones again whatever their order, and a whole zoning from its zones", () => {
    const before = comparing(zones("z", ["a", "b"]), { kind: "plan", planId: "p" });

    expect(refusalToAdd(before, zones("z", ["b", "a"]))).toBe("twice");
    expect(refusalToAdd(before, { kind: "plan", planId: "p" })).toBe("twice");
    expect(refusalToAdd(before, zones("z", null))).toBeNull();
    expect(refusalToAdd(before, zones("z", []))).toBe("none");
  });

  it("refuses no station at all, and more than the server takes", () => {
    expect(refusalToAdd(NO_COMPARISON, stations())).toBe("none");
    expect(refusalToAdd(NO_COMPARISON, stations(...Array.from({ length: 401 }, (_, index) => `s${index}`)))).toBe(
      "too-large",
    );
  });

  it("keeps the baseline on its neighbourhood when another leaves, and falls back to the territory when it leaves", () => {
    const against = (baseline: number): Comparison => ({
      ...comparing(stations("a"), stations("b"), stations("c")),
      baseline,
    });

    expect(removeSubject(against(2), 0)).toMatchObject({ subjects: [stations("b"), stations("c")], baseline: 1 });
    expect(removeSubject(against(0), 2).baseline).toBe(0);
    expect(removeSubject(against(1), 1).baseline).toBeNull();
  });

  it("keeps rows sorted by their neighbourhood when another leaves, and as before when it leaves", () => {
    const sort: RowSort = { order: "difference", place: 1, direction: "ascending" };
    const sorted = { ...comparing(stations("a"), stations("b"), stations("c")), sort };

    expect(removeSubject(sorted, 0).sort).toEqual({ ...sort, place: 0 });
    expect(removeSubject(sorted, 2).sort).toEqual(sort);
    expect(removeSubject(sorted, 1).sort).toEqual({ ...NO_SORT, order: "difference" });
  });
});

describe("the maps of a comparison", () => {
  const mapsCamera = { longitude: 2, latitude: 48, zoom: 14 };
  const seen = { ...comparing(stations("a"), stations("b")), isOpen: true, areMapsShown: true, mapsCamera };

  it("show all again when something else is compared", () => {
    expect(removeSubject(seen, 0)).toMatchObject({ areMapsShown: true, mapsCamera: null });
    expect(addSubject(seen, stations("c"))).toMatchObject({ areMapsShown: true, mapsCamera: null });
  });

  it("are as the device has them when the comparison is opened again", () => {
    expect(closeComparison(seen)).toEqual(comparing(stations("a"), stations("b")));
  });
});

describe("a comparison in the address bar", () => {
  it("holds station ids, the baseline and nothing that anybody wrote", () => {
    const query = new URLSearchParams();
    writeComparison(query, {
      ...comparing(stations("75056_0321"), stations("75056_0322", "75056_0323")),
      baseline: 1,
      sort: { order: "difference", place: 0, direction: "ascending" },
      isOpen: true,
      areMapsShown: false,
      mapsCamera: { longitude: 2.5, latitude: 48.25, zoom: 13 },
    });

    expect(query.toString()).toBe(
      "compare=75056_0321&compare=75056_0322.0323&against=2&rows=difference&by=1.ascending&view=compare&maps=0&mapsat=2.50000%2C48.25000%2C13.00",
    );
    expect(readComparison(query)).toEqual({
      subjects: [stations("75056_0321"), stations("75056_0322", "75056_0323")],
      baseline: 1,
      sort: { order: "difference", place: 0, direction: "ascending" },
      isOpen: true,
      areMapsShown: false,
      mapsCamera: { longitude: 2.5, latitude: 48.25, zoom: 13 },
    });
  });

  it("leaves out what is empty, there twice or too much, and a baseline or an order that is not there", () => {
    const query = new URLSearchParams(
      "compare=&compare=a&compare=a&compare=b&compare=c&compare=d&compare=e&against=9&by=7.ascending&rows=best",
    );

    expect(readComparison(query)).toEqual({
      subjects: [stations("a"), stations("b"), stations("c"), stations("d")],
      baseline: null,
      sort: NO_SORT,
      isOpen: false,
      areMapsShown: null,
      mapsCamera: null,
    });
  });

  it.each(["", "2", "2.sideways", ".ascending", "-1.ascending", "1e9.ascending"])(
    "has rows in their usual order where the address says %j",
    (by) => {
      const query = new URLSearchParams({ compare: "a", by });

      expect(readComparison(query).sort).toEqual(NO_SORT);
    },
  );

  it("tells zones, whole zonings and plans from stations, and reads what it wrote", () => {
    const asked = comparing(stations("75_1"), zones("zo-1", ["a", "b_2"]), zones("zo-1", null), {
      kind: "plan",
      planId: "p9",
    });
    const query = new URLSearchParams();
    writeComparison(query, asked);

    expect(query.toString()).toBe("compare=75_1&compare=.zones.zo-1.a.b_2&compare=.zones.zo-1&compare=.plan.p9");
    expect(readComparison(query).subjects).toEqual(asked.subjects);
  });

  it("leaves out zones and plans whose ids cannot be ids", () => {
    const query = new URLSearchParams(
      [".zones", ".zones.a b", ".plan.p.q", ".plan.", ".other.x"].map((c) => ["compare", c]),
    );

    expect(readComparison(query).subjects).toEqual([]);
  });
});
