import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { PlanRequestSchema } from "../../../server/contract/plan.ts";
import { PLAN_BOUNDS } from "../../../server/contract/plan-bounds.ts";

const least = { selection: { kind: "best" }, volunteers: 4, minutes: 60 };
const parse = (changes: object) => v.safeParse(PlanRequestSchema, { ...least, ...changes });

describe("a plan request", () => {
  it("needs no more than where, who and how long", () => {
    expect(parse({}).output).toMatchObject({ start: "central", end: "anywhere", pairs: false, team: [] });
  });

  it.each(["lowest", "highest", "central", "transit", "anywhere", { position: [2.36, 48.86] }])(
    "may start at %j",
    (start) => {
      expect(parse({ start }).output).toMatchObject({ start });
    },
  );

  it.each(["anywhere", "start", "lowest", "highest", "central", "transit", { position: [2.36, 48.86] }])(
    "may end at %j",
    (end) => {
      expect(parse({ end }).output).toMatchObject({ end });
    },
  );

  it.each([{ start: "start" }, { start: "middle" }, { end: "nowhere" }, { start: { position: [48.86, 200] } }])(
    "is none with %j",
    (changes) => {
      expect(parse(changes).success).toBe(false);
    },
  );

  it("fills the limits of a volunteer who has none", () => {
    expect(parse({ team: [{}] }).output).toMatchObject({ team: [{ avoidsSteps: false, hasBicycle: false }] });
  });

  it.each([{ minutes: 4 }, { maxAscentMetres: -1 }, { maxAscentMetres: 5001 }, { avoidsSteps: "no" }, { end: 3 }])(
    "is none with limits of %j",
    (limits) => {
      expect(parse({ team: [{}, limits] }).success).toBe(false);
    },
  );

  it.each(["volunteers", "minutes", "minutesPerDoor", "speed", "seconds"] as const)(
    "takes %s up to its bounds and not beyond",
    (name) => {
      const { low, high } = PLAN_BOUNDS[name];

      for (const value of [low, high]) expect(parse({ [name]: value }).success).toBe(true);
      for (const value of [low - 1, high + 1]) expect(parse({ [name]: value }).success).toBe(false);
    },
  );
});
