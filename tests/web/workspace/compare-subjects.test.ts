import { describe, expect, it } from "vitest";
import {
  addSubject,
  type Comparison,
  NO_COMPARISON,
  placeOfSubject,
  readComparison,
  refusalToAdd,
  removeSubject,
  writeComparison,
} from "../../../web/workspace/compare-subjects.ts";

const comparing = (...subjects: readonly (readonly string[])[]): Comparison => ({ ...NO_COMPARISON, subjects });

describe("collecting neighbourhoods to compare", () => {
  it("takes four, then says that it is full and stays as it is", () => {
    const four = comparing(["a"], ["b"], ["c"], ["d", "e"]);

    expect(refusalToAdd(four, ["f"])).toBe("full");
    expect(addSubject(four, ["f"])).toBe(four);
  });

  it("knows a neighbourhood again whatever the order of its stations", () => {
    const before = comparing(["75056_0001", "75056_0002"]);

    expect(refusalToAdd(before, ["75056_0002", "75056_0001"])).toBe("twice");
    expect(placeOfSubject(before, ["75056_0002", "75056_0001"])).toBe(0);
    expect(placeOfSubject(before, ["75056_0002"])).toBeNull();
  });

  it("refuses no station at all, and more than the server takes", () => {
    expect(refusalToAdd(NO_COMPARISON, [])).toBe("none");
    expect(
      refusalToAdd(
        NO_COMPARISON,
        Array.from({ length: 401 }, (_, index) => `s${index}`),
      ),
    ).toBe("too-large");
  });

  it("keeps the baseline on its neighbourhood when another leaves, and falls back to the territory when it leaves", () => {
    const against = (baseline: number): Comparison => ({ ...comparing(["a"], ["b"], ["c"]), baseline });

    expect(removeSubject(against(2), 0)).toMatchObject({ subjects: [["b"], ["c"]], baseline: 1 });
    expect(removeSubject(against(0), 2).baseline).toBe(0);
    expect(removeSubject(against(1), 1).baseline).toBeNull();
  });
});

describe("a comparison in the address bar", () => {
  it("holds station ids, the baseline and nothing that anybody wrote", () => {
    const query = new URLSearchParams();
    writeComparison(query, { ...comparing(["75056_0321"], ["75056_0322", "75056_0323"]), baseline: 1, isOpen: true });

    expect(query.toString()).toBe("compare=75056_0321&compare=75056_0322.0323&against=2&view=compare");
    expect(readComparison(query)).toEqual({
      subjects: [["75056_0321"], ["75056_0322", "75056_0323"]],
      baseline: 1,
      isOpen: true,
    });
  });

  it("leaves out what is empty, there twice or too much, and a baseline that is not there", () => {
    const query = new URLSearchParams("compare=&compare=a&compare=a&compare=b&compare=c&compare=d&compare=e&against=9");

    expect(readComparison(query)).toEqual({ subjects: [["a"], ["b"], ["c"], ["d"]], baseline: null, isOpen: false });
  });
});
