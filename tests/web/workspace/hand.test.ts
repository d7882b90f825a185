import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CampChoice } from "../../../server/contract/scores.ts";
import {
  classedPart,
  type Hand,
  handOf,
  moveThreshold,
  STARTING_HAND,
  sameHand,
  scoredPart,
  withHand,
} from "../../../web/workspace/hand.ts";
import { emptyHistory, recordStep } from "../../../web/workspace/undo-history.ts";
import { takeStep, type UndoableStep } from "../../../web/workspace/undo-steps.ts";

const choice: CampChoice = { name: "us", sides: { a: "ours" } };
const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const hand: fc.Arbitrary<Hand> = fc.record({
  mix: fc.record({ mobilisation: share, persuasion: share, priority: share, second: share }),
  assumptions: fc.record({
    conversationsPerDoor: share,
    votersPerConversation: share,
    mobilisationEffect: share,
    persuasionEffect: share,
  }),
});

describe("the organizer's hand in the choice", () => {
  it("asks nothing anew of past elections", () => {
    fc.assert(
      fc.property(hand, (given) => {
        expect(classedPart(withHand(choice, given))).toEqual(choice);
      }),
      { seed: 3 },
    );
  });

  it("comes back as it was written, and leaves the sides alone", () => {
    fc.assert(
      fc.property(hand, (given) => {
        const written = withHand(choice, given);

        expect(handOf(written)).toEqual(given);
        expect(written).toMatchObject(choice);
      }),
      { seed: 3 },
    );
  });

  it("is left out of the choice while it is as at the start, so that defaults may change", () => {
    const changed = withHand(choice, { ...STARTING_HAND, mix: { ...STARTING_HAND.mix, persuasion: 0.5 } });

    expect(withHand(changed, STARTING_HAND)).toEqual(choice);
    expect(changed.assumptions).toBeUndefined();
  });

  it("is asked of the scores for its assumptions only", () => {
    const given = { mix: { ...STARTING_HAND.mix, persuasion: 0 }, assumptions: handOf(null).assumptions };

    expect(scoredPart(withHand(choice, given))).toEqual(choice);
  });
});

describe("the thresholds of the three classes", () => {
  it("never cross: the one that is moved takes the other along", () => {
    fc.assert(
      fc.property(hand, share, fc.constantFrom("priority" as const, "second" as const), ({ mix }, to, which) => {
        const ordered = { ...mix, second: Math.max(mix.priority, mix.second) };

        const moved = moveThreshold(ordered, which, to);

        expect(moved[which]).toBe(to);
        expect(moved.priority).toBeLessThanOrEqual(moved.second);
      }),
      { seed: 3 },
    );
  });
});

describe("steps to take back", () => {
  const area = { kind: "best" } as const;
  const mixed: Hand = { ...STARTING_HAND, mix: { ...STARTING_HAND.mix, persuasion: 0.2 } };

  it("are taken back in the order they were made, each kind by itself", () => {
    let history = recordStep(emptyHistory<UndoableStep>(), { kind: "area", area: { kind: "none" } });
    history = recordStep(history, { kind: "hand", hand: STARTING_HAND });

    const first = takeStep(history, "undo", { area, hand: mixed });
    const second = takeStep(first?.history ?? history, "undo", { area, hand: STARTING_HAND });

    expect(first?.present).toEqual({ kind: "hand", hand: STARTING_HAND });
    expect(second?.present).toEqual({ kind: "area", area: { kind: "none" } });
  });

  it("come again as they were", () => {
    const history = recordStep(emptyHistory<UndoableStep>(), { kind: "hand", hand: STARTING_HAND });

    const undone = takeStep(history, "undo", { area, hand: mixed });
    const redone = takeStep(undone?.history ?? history, "redo", { area, hand: STARTING_HAND });

    expect(redone?.present).toEqual({ kind: "hand", hand: mixed });
    expect(takeStep(redone?.history ?? history, "redo", { area, hand: mixed })).toBeNull();
  });

  it("know two hands alike", () => {
    expect(sameHand(STARTING_HAND, handOf({ ...choice }))).toBe(true);
    expect(sameHand(STARTING_HAND, mixed)).toBe(false);
  });
});
