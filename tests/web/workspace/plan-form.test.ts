import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { END_WORDS, PlanRequestSchema, START_WORDS } from "../../../server/contract/plan.ts";
import { estimatePlan } from "../../../web/workspace/estimate-plan.ts";
import { type PlanForm, planRequest, readNumber, STARTING_FORM } from "../../../web/workspace/plan-form.ts";
import { EMPTY_ROW } from "../../../web/workspace/team-form.ts";

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

  it("waits for the place when routes end at a given place", () => {
    const form = formWith({ end: "place" });

    expect(planRequest(form, best, null, "fr")).toBeNull();
    expect(planRequest(form, best, [2.36, 48.86], "fr")?.end).toEqual({ position: [2.36, 48.86] });
  });

  it("asks for what the server takes, whatever is chosen", () => {
    const team = [
      EMPTY_ROW,
      { minutes: "47,5", maxAscentMetres: "30", avoidsSteps: true, hasBicycle: false },
      { ...EMPTY_ROW, hasBicycle: true },
    ];
    for (const start of [...START_WORDS, "place" as const]) {
      for (const end of [...END_WORDS, "place" as const]) {
        const request = planRequest(formWith({ start, end, pairs: true, team }), best, [2.36, 48.86], "en");

        expect(request).not.toBeNull();
        expect(v.parse(PlanRequestSchema, request)).toEqual(request);
        expect(request?.team[1]).toEqual({ minutes: 47.5, maxAscentMetres: 30, avoidsSteps: true, hasBicycle: false });
      }
    }
  });

  it.each([{ minutes: "4" }, { minutes: "soon" }, { maxAscentMetres: "5001" }, { maxAscentMetres: "-1" }])(
    "asks for nothing while a volunteer has limits of %j",
    (part) => {
      expect(planRequest(formWith({ team: [{ ...EMPTY_ROW, ...part }] }), best, null, "fr")).toBeNull();
    },
  );

  it("asks for nothing while there are limits for more routes than are walked", () => {
    const team = [EMPTY_ROW, EMPTY_ROW];

    expect(planRequest(formWith({ volunteers: "2", team }), best, null, "fr")).not.toBeNull();
    expect(planRequest(formWith({ volunteers: "3", pairs: true, team }), best, null, "fr")).toBeNull();
  });

  it("counts pairs once, and each volunteer's own time, in its estimate", () => {
    const counted = { doors: 5000, expectedConversations: 1500 };
    const alone = estimatePlan(formWith({ volunteers: "4" }), counted);
    const inPairs = estimatePlan(formWith({ volunteers: "8", pairs: true }), counted);
    const oneShort = estimatePlan(formWith({ volunteers: "4", team: [{ ...EMPTY_ROW, minutes: "60" }] }), counted);

    expect(inPairs?.doors).toBe(alone?.doors);
    expect(oneShort?.doors ?? 0).toBeLessThan(alone?.doors ?? 0);
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
