import { describe, expect, it } from "vitest";
import { countMarks, NO_MARKS, sharedMark, toggleMark } from "../../../web/workspace/stop-marks.ts";

describe("marks of stops", () => {
  it("are given by one press and taken back by the next", () => {
    const once = toggleMark(NO_MARKS, ["a"], "done");
    const twice = toggleMark(once, ["a"], "done");

    expect([...once]).toEqual([["a", "done"]]);
    expect(twice.size).toBe(0);
  });

  it("replace one another: a stop has one", () => {
    const marks = toggleMark(toggleMark(NO_MARKS, ["a"], "done"), ["a"], "skipped");

    expect([...marks]).toEqual([["a", "skipped"]]);
  });

  it("are given to the rest of a side of a street before they are taken from all of it", () => {
    const some = toggleMark(NO_MARKS, ["a"], "done");
    const all = toggleMark(some, ["a", "b"], "done");

    expect(sharedMark(some, ["a", "b"])).toBeNull();
    expect(sharedMark(all, ["a", "b"])).toBe("done");
    expect(toggleMark(all, ["a", "b"], "done").size).toBe(0);
  });

  it("are counted by kind", () => {
    const marks = toggleMark(toggleMark(NO_MARKS, ["a", "b"], "done"), ["c"], "locked");

    expect(countMarks(marks)).toEqual({ done: 2, locked: 1, skipped: 0 });
  });

  it("are not shared by no stops", () => {
    expect(sharedMark(NO_MARKS, [])).toBeNull();
  });
});
