import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_ZONES } from "../../../server/contract/drawn-zones.ts";
import { applySteps, invertSteps } from "../../../web/zones/apply-steps.ts";
import { NO_CONTENT, sameContent } from "../../../web/zones/zoning-content.ts";
import { anyContent, anySteps, contentWith, zoneNamed } from "./edits.ts";

describe("steps on a zoning", () => {
  it("are undone by what was applied of them, taken back", () => {
    fc.assert(
      fc.property(anyContent, anySteps, (before, steps) => {
        const done = applySteps(before, steps);
        const undone = applySteps(done.content, invertSteps(done.steps));

        expect(undone.refused).toEqual([]);
        expect(sameContent(undone.content, before)).toBe(true);
      }),
      { seed: 5 },
    );
  });

  it("lose no address and put none in a zone that is not there", () => {
    fc.assert(
      fc.property(anyContent, anySteps, (before, steps) => {
        const { content, steps: done } = applySteps(before, steps);
        const ids = new Set(content.zones.map(({ id }) => id));
        const freed = new Set(done.flatMap((step) => (step.kind === "addresses-moved" ? step.addressIds : [])));

        for (const zoneId of content.zoneOf.values()) expect(ids.has(zoneId)).toBe(true);
        for (const [addressId, zoneId] of before.zoneOf) {
          if (!freed.has(addressId)) expect(content.zoneOf.get(addressId)).toBe(zoneId);
        }
      }),
      { seed: 5 },
    );
  });

  it("are applied or refused, every address of them", () => {
    fc.assert(
      fc.property(anyContent, anySteps, (before, steps) => {
        const { steps: done, refused } = applySteps(before, steps);
        const asked = steps.flatMap((step) => (step.kind === "addresses-moved" ? step.addressIds : []));
        const told = [
          ...done.flatMap((step) => (step.kind === "addresses-moved" ? step.addressIds : [])),
          ...refused.flatMap(({ addressIds }) => addressIds),
        ];

        expect(told.toSorted()).toEqual(asked.toSorted());
      }),
      { seed: 5 },
    );
  });

  it("say where addresses are that are no longer where they were", () => {
    const content = contentWith([zoneNamed("n"), zoneNamed("s")], { n: ["a1"] });

    const { steps, refused } = applySteps(content, [
      { kind: "addresses-moved", from: null, to: "s", addressIds: ["a1", "a2"] },
    ]);

    expect(steps).toEqual([{ kind: "addresses-moved", from: null, to: "s", addressIds: ["a2"] }]);
    expect(refused).toEqual([{ reason: "moved-meanwhile", zoneId: "n", addressIds: ["a1"] }]);
  });

  it("move nothing into or out of a locked zone", () => {
    const content = contentWith([zoneNamed("n", { isLocked: true }), zoneNamed("s")], { n: ["a1"] });

    const out = applySteps(content, [{ kind: "addresses-moved", from: "n", to: "s", addressIds: ["a1"] }]);
    const into = applySteps(content, [{ kind: "addresses-moved", from: null, to: "n", addressIds: ["a2"] }]);

    expect([out, into].map(({ refused }) => refused[0]?.reason)).toEqual(["locked", "locked"]);
    expect(out.content).toBe(content);
  });

  it("keep a zone that still has addresses, and the number of zones", () => {
    const inUse = applySteps(contentWith([zoneNamed("n")], { n: ["a1"] }), [
      { kind: "zone-removed", zone: zoneNamed("n") },
    ]);
    const many = Array.from({ length: MOST_ZONES + 1 }, (_, place) => zoneNamed(`z${place}`));
    const tooMany = applySteps(
      NO_CONTENT,
      many.map((zone) => ({ kind: "zone-added" as const, zone })),
    );

    expect(inUse.refused[0]?.reason).toBe("zone-in-use");
    expect(tooMany.content.zones.length).toBe(MOST_ZONES);
    expect(tooMany.refused.map(({ reason }) => reason)).toEqual(["too-many-zones"]);
  });
});
