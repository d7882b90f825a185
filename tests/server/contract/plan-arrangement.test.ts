import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Arrangement, applyEdit, type PlacedEdit } from "../../../server/contract/plan-arrangement.ts";

const START: Arrangement = {
  routes: [
    { id: "1", stopIds: ["a", "b", "c", "d"], start: null, end: null },
    { id: "2", stopIds: ["e", "f"], start: null, end: null },
    { id: "3", stopIds: [], start: null, end: null },
  ],
  takenOut: ["g"],
  lockedStops: [],
  lockedRoutes: [],
};
const STOPS = ["a", "b", "c", "d", "e", "f", "g"];

describe("an edit of an arrangement", () => {
  it.each<[PlacedEdit, string[]]>([
    [{ kind: "move", stopIds: ["c", "d"], routeId: "1", before: "a" }, ["cdab", "ef", ""]],
    [{ kind: "move", stopIds: ["b"], routeId: "1", before: "b" }, ["abcd", "ef", ""]],
    [{ kind: "move", stopIds: ["b", "c"], routeId: "1", before: "c" }, ["abcd", "ef", ""]],
    [{ kind: "move", stopIds: ["a"], routeId: "2", before: "f" }, ["bcd", "eaf", ""]],
    [{ kind: "move", stopIds: ["a", "f"], routeId: "3", before: null }, ["bcd", "e", "af"]],
    [{ kind: "move", stopIds: ["g"], routeId: "2", before: "e" }, ["abcd", "gef", ""]],
    [{ kind: "move", stopIds: ["a"], routeId: "9", before: null }, ["abcd", "ef", ""]],
    [{ kind: "take-out", stopIds: ["b", "e"] }, ["acd", "f", ""]],
    [{ kind: "reverse", routeId: "1" }, ["dcba", "ef", ""]],
  ])("%j", (edit, orders) => {
    expect(applyEdit(START, edit).routes.map(({ stopIds }) => stopIds.join(""))).toEqual(orders);
  });

  it("gives the same object back when it changes nothing", () => {
    expect(applyEdit(START, { kind: "move", stopIds: ["b"], routeId: "1", before: "c" })).toBe(START);
    expect(applyEdit(START, { kind: "lock-stops", stopIds: ["b"], isLocked: false })).toBe(START);
  });

  it("lets go of the lock of a stop that is taken out", () => {
    const locked = applyEdit(START, { kind: "lock-stops", stopIds: ["a", "b"], isLocked: true });

    expect(applyEdit(locked, { kind: "take-out", stopIds: ["a"] }).lockedStops).toEqual(["b"]);
  });

  it("never loses or doubles a stop", () => {
    fc.assert(
      fc.property(fc.array(anyEdit(), { maxLength: 30 }), (edits) => {
        const { routes, takenOut } = edits.reduce(applyEdit, START);

        expect([...routes.flatMap(({ stopIds }) => stopIds), ...takenOut].sort()).toEqual(STOPS);
      }),
    );
  });

  it("reads a route as it was when it is reversed twice", () => {
    fc.assert(
      fc.property(fc.array(anyEdit(), { maxLength: 10 }), fc.constantFrom("1", "2", "3"), (edits, routeId) => {
        const before = edits.reduce(applyEdit, START);

        const once = applyEdit(before, { kind: "reverse", routeId });

        expect(applyEdit(once, { kind: "reverse", routeId })).toEqual(before);
      }),
    );
  });
});

function anyEdit(): fc.Arbitrary<PlacedEdit> {
  const routeId = fc.constantFrom("1", "2", "3", "9");
  const stopIds = fc.subarray(STOPS, { minLength: 1 });
  const before = fc.option(fc.constantFrom(...STOPS));
  return fc.oneof(
    fc.record({ kind: fc.constant("move" as const), stopIds, routeId, before }),
    fc.record({ kind: fc.constant("take-out" as const), stopIds }),
    fc.record({ kind: fc.constant("reverse" as const), routeId }),
    fc.record({ kind: fc.constant("lock-stops" as const), stopIds, isLocked: fc.boolean() }),
  );
}
