import { describe, expect, it } from "vitest";
import {
  estimatePlan,
  type PlanForm,
  planRequest,
  readNumber,
  STARTING_FORM,
} from "../../../web/workspace/plan-form.ts";

const formWith = (part: Partial<PlanForm>): PlanForm => ({ ...STARTING_FORM, ...part });
const best = { kind: "best" } as const;

describe("the planning form", () => {
  it("works as it first opens", () => {
    expect(planRequest(STARTING_FORM, best, null, "fr")).toMatchObject({
      volunteers: 10,
      minutes: 120,
      start: "central",
    });
  });

  it("reads a decimal comma", () => {
    expect(readNumber(formWith({ minutesPerDoor: "1,5" }), "minutesPerDoor")).toBe(1.5);
  });

  it.each([
    ["volunteers", "0"],
    ["volunteers", "2.5"],
    ["volunteers", "201"],
    ["minutes", "4"],
    ["minutes", ""],
    ["speed", "fast"],
  ] as const)("asks for nothing while %s is %j", (field, text) => {
    expect(planRequest(formWith({ [field]: text }), best, null, "fr")).toBeNull();
  });

  it("asks for nothing without a place to go", () => {
    expect(planRequest(STARTING_FORM, null, null, "fr")).toBeNull();
  });

  it("waits for the place when routes start at a given place", () => {
    const form = formWith({ start: "place" });

    expect(planRequest(form, best, null, "fr")).toBeNull();
    expect(planRequest(form, best, [2.36, 48.86], "fr")?.start).toEqual({ position: [2.36, 48.86] });
  });

  it("never promises more doors than the selection has", () => {
    const estimate = estimatePlan(formWith({ volunteers: "100" }), { doors: 300, expectedConversations: 90 });

    expect(estimate).toMatchObject({ doors: 300, share: 1, conversations: 90 });
  });

  it("says how many volunteers it would take when there are too few", () => {
    const counted = { doors: 5000, expectedConversations: 1500 };
    const needed = estimatePlan(formWith({ volunteers: "2" }), counted)?.volunteersForAll ?? 0;

    const enough = estimatePlan(formWith({ volunteers: String(needed) }), counted);
    const oneLess = estimatePlan(formWith({ volunteers: String(needed - 1) }), counted);

    expect(enough?.share).toBe(1);
    expect(oneLess?.share).toBeLessThan(1);
  });
});
