import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import type { Orientation } from "./page-sizes.ts";

/** Widths of A4. */
const PAPER_MILLIMETRES: Readonly<Record<Orientation, number>> = { landscape: 297, portrait: 210 };
/** Of the inch of CSS, 96 pixels are 25.4 mm. */
const PIXELS_PER_MILLIMETRE = 96 / 25.4;

/** The share of its real size at which the paper is seen whole in the width of its place; never more than 1. */
export function createPaperShare(place: Accessor<HTMLElement | undefined>, orientation: Accessor<Orientation>) {
  const [share, setShare] = createSignal(1);
  createEffect(() => {
    const element = place();
    const paperPixels = PAPER_MILLIMETRES[orientation()] * PIXELS_PER_MILLIMETRE;
    if (element === undefined) return;
    const observer = new ResizeObserver(([entry]) => {
      const widthPixels = entry?.contentRect.width ?? 0;
      if (widthPixels > 0) setShare(Math.min(1, widthPixels / paperPixels));
    });
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });
  return share;
}
