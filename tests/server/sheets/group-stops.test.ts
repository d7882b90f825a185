import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupStops, numberRange } from "../../../server/contract/group-stops.ts";
import { routeWith } from "./sheet-fixture.ts";

describe("groups of stops", () => {
  it("puts consecutive stops of one side of a street together, in walking order", () => {
    const groups = groupStops(
      routeWith([
        { number: "2" },
        { number: "48" },
        { number: "47", side: "odd" },
        { number: "5", street: "Passage de l'Œuvre", side: null },
        { number: "50" },
      ]),
    );

    expect(groups.map((group) => `${group.street} ${group.side} ${numberRange(group)}`)).toEqual([
      "Rue des Essais even 2 → 48",
      "Rue des Essais odd 47",
      "Passage de l'Œuvre null 5",
      "Rue des Essais even 50",
    ]);
    expect(groups[0]?.approach[0]?.maneuver.type).toBe("depart");
  });

  it("keeps every stop exactly once whatever the streets and sides", () => {
    const stop = fc.record({
      street: fc.constantFrom("A", "B"),
      side: fc.constantFrom("even" as const, "odd" as const, null),
    });
    fc.assert(
      fc.property(fc.array(stop, { maxLength: 30 }), (stops) => {
        const route = routeWith(stops);
        const groups = groupStops(route);
        expect(groups.flatMap((group) => group.stops)).toEqual(route.stops);
        for (const [index, group] of groups.entries()) {
          expect(group.stops[0]).toBe(route.stops[group.firstIndex]);
          const next = groups[index + 1];
          if (next) expect([next.street, next.side]).not.toEqual([group.street, group.side]);
        }
      }),
    );
  });

  it("names no range when no stop has a number", () => {
    const [group] = groupStops(routeWith([{ number: "" }, { number: "" }]));
    expect(group && numberRange(group)).toBe("");
  });
});
