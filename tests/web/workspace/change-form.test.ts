import { describe, expect, it } from "vitest";
import { type ChangeForm, EMPTY_CHANGE, readChange } from "../../../web/workspace/change-form.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

const { routes } = examplePlan();
const read = (part: Partial<ChangeForm>) => readChange({ ...EMPTY_CHANGE, ...part }, routes);

describe("what a change asks for", () => {
  it("is nothing while nothing is said", () => {
    expect(read({})).toEqual({ ok: false, reason: "nothing-changed" });
  });

  it("names routes and stops by their ids and leaves the time alone", () => {
    const asked = read({
      removedRoutes: new Set(["2"]),
      addedRoutes: "1",
      marks: new Map([
        ["a1", "done"],
        ["b", "skipped"],
      ]),
    });

    expect(asked).toEqual({
      ok: true,
      change: {
        removedRoutes: ["2"],
        addedRoutes: 1,
        minutesByRoute: {},
        doneStops: ["a1"],
        skippedStops: ["b"],
        lockedStops: [],
        keepsOrder: false,
      },
    });
  });

  it("takes minutes with a decimal comma, for everybody", () => {
    expect(read({ minutes: "45,5" })).toMatchObject({ ok: true, change: { minutes: 45.5 } });
  });

  it.each([{ minutes: "4" }, { minutes: "soon" }, { addedRoutes: "" }, { addedRoutes: "1.5" }, { addedRoutes: "201" }])(
    "is not read from %o",
    (part) => {
      expect(read(part)).toEqual({ ok: false, reason: "unreadable" });
    },
  );

  it("needs somebody who walks", () => {
    const nobody = { removedRoutes: new Set(["1", "2"]) };

    expect(read(nobody)).toEqual({ ok: false, reason: "nobody-left" });
    expect(read({ ...nobody, addedRoutes: "1" })).toMatchObject({ ok: true });
  });

  it("is nothing when stops are kept and nothing else is said", () => {
    expect(read({ marks: new Map([["a1", "locked"]]) })).toEqual({ ok: false, reason: "only-locked" });
  });

  it("keeps no stops on a route that nobody walks", () => {
    const marks = new Map([
      ["a1", "locked"],
      ["a2", "locked"],
    ] as const);

    expect(read({ marks, removedRoutes: new Set(["2"]), keepsOrder: true })).toMatchObject({
      change: { lockedStops: ["a1"], keepsOrder: true },
    });
  });
});
