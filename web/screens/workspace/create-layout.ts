import { createSignal, onCleanup } from "solid-js";
import type { MapPadding } from "../../map/territory-map.ts";

export type SheetHeight = "low" | "middle" | "high";

/** Where the panel stands: a column on the left, or a sheet at the bottom of a narrow window. */
export function createLayout() {
  const query = window.matchMedia("(max-width: 52.5em)");
  const [isNarrow, setIsNarrow] = createSignal(query.matches);
  const onChange = (event: MediaQueryListEvent) => setIsNarrow(event.matches);
  query.addEventListener("change", onChange);
  onCleanup(() => query.removeEventListener("change", onChange));
  const [height, setHeight] = createSignal<SheetHeight>("middle");

  /** Room that the panel takes from the map, with a margin all around. */
  const padding = (): MapPadding => {
    if (!isNarrow()) return { top: 72, right: 72, bottom: 56, left: rootPixels(25) + 56 };
    const share = height() === "low" ? 0.14 : 0.56;
    return { top: 104, right: 28, bottom: Math.round(window.innerHeight * share) + 16, left: 28 };
  };
  /** What the panel lies over: the rest of the map is seen. Of a sheet pulled up over it, what a lower one would leave. */
  const covered = (): MapPadding => {
    const uncovered = { top: 0, right: 0, bottom: 0, left: 0 };
    if (!isNarrow()) return { ...uncovered, left: rootPixels(25.75) };
    const bottom = height() === "low" ? rootPixels(7.2) : 0.56 * window.innerHeight;
    return { ...uncovered, bottom: Math.round(bottom) };
  };
  /** The same above and below a point this far from the left: tools that lie over the map there cover its top. */
  const coveredAt = (x: number): MapPadding => {
    const boxes = [...document.querySelectorAll("[data-over-map]")].map((tools) => tools.getBoundingClientRect());
    const above = boxes.filter(({ left, right }) => left <= x && x <= right).map(({ bottom }) => bottom);
    return { ...covered(), top: Math.max(0, ...above) };
  };
  return { isNarrow, height, setHeight, padding, covered, coveredAt };
}

export type Layout = ReturnType<typeof createLayout>;

function rootPixels(rem: number): number {
  return rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
