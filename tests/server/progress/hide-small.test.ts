import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noDoors } from "../../../server/contract/fold-field-events.ts";
import { doorsOf, hideSmall } from "../../../server/progress/hide-small.ts";

const group = (absent: number, conversation = 0) => ({ ...noDoors(), absent, conversation });

describe("what is told of small groups", () => {
  it("tells nothing of fewer than eleven doors", () => {
    expect(hideSmall([group(10), group(11), group(3)])[0]).toBeNull();
    expect(hideSmall([group(6), group(7), group(20, 5)])).toEqual([
      null,
      null,
      { counts: group(20, 5), contactRate: 0.2 },
    ]);
  });

  it("keeps back a second group where the total less the others would tell of the small one", () => {
    expect(hideSmall([group(5), group(12), group(40)]).map((told) => told !== null)).toEqual([false, false, true]);
  });

  it("never leaves one to eleven doors to be found by subtraction", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), (sizes) => {
        const groups = sizes.map((size) => group(size));
        const told = hideSmall(groups);
        const left = groups.filter((_, index) => told[index] === null).reduce((sum, one) => sum + doorsOf(one), 0);

        // With nothing else to hide behind, the total itself is what is small, and is not told either.
        const isAlone = told.every((answers) => answers === null);
        expect(left === 0 || left >= 11 || isAlone).toBe(true);
      }),
    );
  });
});
