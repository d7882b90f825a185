import { createSignal } from "solid-js";
import type { BrushUnit } from "./ground-index.ts";

export const ZONE_TOOLS = ["look", "brush", "lasso", "polygon", "erase", "split", "merge"] as const;
export type ZoneTool = (typeof ZONE_TOOLS)[number];

/** Keys of the tools, by the letters of their French names. */
export const TOOL_KEYS: Readonly<Record<ZoneTool, string>> = {
  look: "v",
  brush: "b",
  lasso: "l",
  polygon: "p",
  erase: "e",
  split: "c",
  merge: "f",
};

/** Closes the open zone, so that the next stroke makes a new one. */
export const NEW_ZONE_KEY = "n";

const RADIUS = { low: 8, high: 120, times: 1.35 };

/** What the pointer does on the map while zones are drawn. */
export function createZonePen() {
  const [tool, setTool] = createSignal<ZoneTool>("look");
  const [unit, setUnit] = createSignal<BrushUnit>("side");
  const [radiusPixels, setRadiusPixels] = createSignal(24);
  const [takesFromOthers, setTakesFromOthers] = createSignal(false);
  const [snaps, setSnaps] = createSignal(false);
  return {
    tool,
    setTool,
    /** Whether the tool is the brush or the eraser, which is one. */
    isBrush: () => tool() === "brush" || tool() === "erase",
    /** What the brush takes along with an address. */
    unit,
    setUnit,
    radiusPixels,
    resize: (direction: 1 | -1) =>
      setRadiusPixels((before) =>
        Math.round(Math.min(RADIUS.high, Math.max(RADIUS.low, before * RADIUS.times ** direction))),
      ),
    /** Whether strokes take from unlocked zones on purpose. */
    takesFromOthers,
    setTakesFromOthers,
    snaps,
    setSnaps,
  };
}

export type ZonePen = ReturnType<typeof createZonePen>;
