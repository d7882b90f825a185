import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHand, type HandTools } from "../../../web/workspace/create-hand.ts";
import { type Hand, STARTING_HAND } from "../../../web/workspace/hand.ts";

let written: Hand[];
let hand: HandTools;
let leave: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  createRoot((dispose) => {
    leave = dispose;
    const [kept, setKept] = createSignal(STARTING_HAND);
    hand = createHand(kept, (next) => {
      written.push(next);
      setKept(next);
    });
  });
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});
const weigh = (persuasion: number) => hand.move({ mix: { ...hand.hand().mix, persuasion } });
const weights = () => written.map(({ mix }) => mix.persuasion);

describe("a gesture of the hand", () => {
  it("shows every step at once and is written once, when it ends", () => {
    for (const weight of [0.9, 0.8, 0.7]) {
      weigh(weight);
      expect(hand.hand().mix.persuasion).toBe(weight);
    }
    expect(weights()).toEqual([]);

    hand.settle();

    expect(weights()).toEqual([0.7]);
    expect(hand.hand().mix.persuasion).toBe(0.7);
  });

  it("ends by itself when nothing moves any more", () => {
    weigh(0.9);
    vi.advanceTimersByTime(400);
    weigh(0.5);
    vi.advanceTimersByTime(400);
    expect(weights()).toEqual([]);

    vi.advanceTimersByTime(200);

    expect(weights()).toEqual([0.5]);
  });

  it("that comes back to where it began is no step", () => {
    weigh(0.4);
    weigh(STARTING_HAND.mix.persuasion);

    hand.settle();

    expect(weights()).toEqual([]);
  });

  it("is not lost when the page is left in the middle of it", () => {
    weigh(0.3);

    leave();

    expect(weights()).toEqual([0.3]);
  });
});
