import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invertZoneSteps } from "../../../server/contract/apply-zone-edit.ts";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import { sameContent } from "../../../web/zones/zoning-content.ts";
import { anyContent, anySteps, contentWith, zoneNamed } from "./edits.ts";

describe("steps on a zoning", () => {
  it("are undone by what was applied of them, taken back", () => {
    fc.assert(
      fc.property(anyContent, anySteps, (before, steps) => {
        const done = applySteps(before, steps);
        const undone = applySteps(done.content, invertZoneSteps(done.steps));

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

  it("leave the content that was given as it was", () => {
    const content = contentWith([zoneNamed("n")], { n: ["a1"] });

    applySteps(content, [{ kind: "addresses-moved", from: "n", to: null, addressIds: ["a1"] }]);

    expect([...content.zoneOf]).toEqual([["a1", "n"]]);
  });
});
