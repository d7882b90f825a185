import { type Accessor, createSignal, onCleanup } from "solid-js";
import { type Hand, sameHand } from "./hand.ts";

/** A gesture ends by itself when nothing has moved for so long. */
const SETTLED_AFTER_MILLISECONDS = 500;

/**
 * The organizer's hand while it moves. Everything shown follows `hand` at once; the choice, and one step to undo, are
 * written when the gesture ends.
 *
 * @param kept what the choice says
 * @param write keeps a hand, as one step
 */
export function createHand(kept: Accessor<Hand>, write: (hand: Hand) => void) {
  const [moving, setMoving] = createSignal<Hand | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hand = () => moving() ?? kept();

  const settle = () => {
    clearTimeout(timer);
    const settled = moving();
    setMoving(null);
    if (settled !== null && !sameHand(settled, kept())) write(settled);
  };
  onCleanup(settle);

  return {
    hand,
    move: (part: Partial<Hand>) => {
      setMoving({ ...hand(), ...part });
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLED_AFTER_MILLISECONDS);
    },
    /** Ends the gesture now. */
    settle,
  };
}

export type HandTools = ReturnType<typeof createHand>;
