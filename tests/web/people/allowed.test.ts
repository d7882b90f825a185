import { expect, it } from "vitest";
import type { Me, Role } from "../../../server/contract/people.ts";
import { allowed } from "../../../web/people/allowed.ts";

it.each([
  ["director", false, [true, true, true, true, true]],
  ["organizer", false, [false, true, true, true, true]],
  ["organizer", true, [false, true, false, true, true]],
  ["observer", false, [false, false, false, true, false]],
  ["lead", false, [false, false, false, false, true]],
] as const)("offers to %s (limits: %s) what the role has", (role, isLimited, expected) => {
  const { directs, organizes, organizesEverywhere, seesPlans, runsOutings } = allowed(me(role, isLimited));

  expect([directs, organizes, organizesEverywhere, seesPlans, runsOutings]).toEqual(expected);
});

it("offers everything at the machine before there are accounts", () => {
  expect(allowed({ state: "open", campaign: { slug: "", name: "" }, account: null }).directs).toBe(true);
});

function me(role: Role, isLimited: boolean): Me {
  const limits = isLimited ? { stations: [], communes: ["75056"], zones: [] } : null;
  const account = { id: "a", name: "A", email: "a@example.org", role, limits, hasSecondFactor: false };
  return { state: "signed-in", campaign: { slug: "", name: "" }, account };
}
