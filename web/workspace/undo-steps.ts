import type { Area } from "./area.ts";
import type { Hand } from "./hand.ts";
import { redoStep, type UndoHistory, undoStep } from "./undo-history.ts";

/** One thing that can be taken back: what it was before. */
export type UndoableStep =
  | { readonly kind: "area"; readonly area: Area }
  | { readonly kind: "hand"; readonly hand: Hand };

/** Takes the last step back, or the next one again; what it replaces takes its place on the other side. */
export function takeStep(
  history: UndoHistory<UndoableStep>,
  direction: "undo" | "redo",
  present: { readonly area: Area; readonly hand: Hand },
): { readonly history: UndoHistory<UndoableStep>; readonly present: UndoableStep } | null {
  const step = direction === "undo" ? history.past.at(-1) : history.future[0];
  if (step === undefined) return null;
  const replaced: UndoableStep =
    step.kind === "area" ? { kind: "area", area: present.area } : { kind: "hand", hand: present.hand };
  return (direction === "undo" ? undoStep : redoStep)(history, replaced);
}
