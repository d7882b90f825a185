import { describe, expect, it } from "vitest";
import { reportOf } from "../../../server/contract/route-report.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

describe("the report of a route", () => {
  it("is its own", () => {
    const [route] = examplePlan().routes;

    expect(route && reportOf(route)).toBe(route?.report);
  });

  it("of a plan that was stored before there were reports says what can be known", () => {
    expect(reportOf({ distanceMetres: 120, stops: [{ doors: 2 }, { doors: 4 }] })).toEqual({
      metresPerDoor: 20,
      crossings: null,
      repeatedShare: null,
      worstDetour: null,
      metresEquivalentPerDoor: null,
    });
  });
});
