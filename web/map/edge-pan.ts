import type { Map as MapLibreMap } from "maplibre-gl";
import { prefersStillness } from "../design/prefers-stillness.ts";
import type { MapPadding } from "./territory-map.ts";

type Pixels = readonly [number, number];

/** What covers the sides of the map where a point is held, in pixels. */
export type CoveredAt = (x: number) => MapPadding;

/** From this near to a side of what is seen of the map, what is held there pulls. */
const REACH_PIXELS = 40;
/** At a side, and beyond it, this share of what is seen comes into sight each second. */
const SHARE_PER_SECOND = 0.5;
/** Whoever crosses the edge on the way to somewhere else does not mean it. */
const WAIT_MILLISECONDS = 200;
const RISE_MILLISECONDS = 300;
/** A window that was not drawn for a while does not make up for it. */
const LONGEST_FRAME_MILLISECONDS = 50;

/** With every move of the map while its edge is pulled: the last one alone comes without. */
const UNDER_HAND = { isUnderHand: true } as const;

export function isUnderHand(move: object): boolean {
  return "isUnderHand" in move && move.isUnderHand === true;
}

/**
 * Pixels a second to the right and down that the view moves when something is held at a point: none away from the sides
 * of what is seen, more the nearer it is to one, and no more beyond it. `spared` is how deep within reach of each side it
 * was when it was taken hold of: what lies near an edge can be held there.
 */
export function edgeSpeed([x, y]: Pixels, [width, height]: Pixels, covered: MapPadding, spared = NONE_SPARED): Pixels {
  const seen = [width - covered.left - covered.right, height - covered.top - covered.bottom] as const;
  const most = SHARE_PER_SECOND * Math.max(0, Math.min(...seen));
  const depths = edgeDepths([x, y], [width, height], covered);
  const pull = (side: keyof MapPadding) => Math.max(0, depths[side] - spared[side]) / REACH_PIXELS;
  return [most * (pull("right") - pull("left")), most * (pull("bottom") - pull("top"))];
}

/** How deep a point is within reach of each side, in pixels. */
export function edgeDepths([x, y]: Pixels, [width, height]: Pixels, covered: MapPadding): MapPadding {
  const depth = (pixelsFromSide: number) => Math.min(REACH_PIXELS, Math.max(0, REACH_PIXELS - pixelsFromSide));
  return {
    top: depth(y - covered.top),
    right: depth(width - covered.right - x),
    bottom: depth(height - covered.bottom - y),
    left: depth(x - covered.left),
  };
}

const NONE_SPARED: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * Moves the map while something is held near an edge of what is seen of it; `onPan` is told by how many pixels after each
 * step. Somebody who wants stillness gets the same speed without the rise to it: it is their own hand that moves the map.
 */
export function createEdgePan(map: MapLibreMap, coveredAt: CoveredAt, onPan: (moved: Pixels) => void) {
  let held: Pixels | null = null;
  let spared: MapPadding | null = null;
  let frame: number | null = null;
  let since: number | null = null;
  let before = 0;
  let hasMoved = false;
  const size = (): Pixels => [map.getContainer().clientWidth, map.getContainer().clientHeight];
  const speed = () =>
    held === null ? ([0, 0] as const) : edgeSpeed(held, size(), coveredAt(held[0]), spared ?? NONE_SPARED);

  const rest = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    since = null;
    if (!hasMoved) return;
    hasMoved = false;
    // Whoever keeps the view hears of it once, when it is where it stays.
    map.panBy([0, 0], { animate: false });
  };
  const step = (now: number) => {
    frame = null;
    const [right, down] = speed();
    if (right === 0 && down === 0) return rest();
    since ??= now;
    const share = riseAfter(now - since);
    const seconds = Math.min(now - before, LONGEST_FRAME_MILLISECONDS) / 1000;
    before = now;
    if (share > 0) {
      const moved = [right * share * seconds, down * share * seconds] as const;
      hasMoved = true;
      map.panBy([...moved], { animate: false }, UNDER_HAND);
      onPan(moved);
    }
    // What is told may have let go.
    if (held !== null) frame = requestAnimationFrame(step);
  };
  const stop = () => {
    held = null;
    spared = null;
    window.removeEventListener("blur", stop);
    rest();
  };

  return {
    /** Something is held at this point of the map. A pointer that presses nothing holds nothing. */
    hold: (point: Pixels, { buttons }: Pick<PointerEvent, "buttons">) => {
      if (buttons === 0) return stop();
      if (held === null) window.addEventListener("blur", stop);
      held = point;
      const depths = edgeDepths(point, size(), coveredAt(point[0]));
      spared = spared === null ? depths : leastOf(spared, depths);
      const [right, down] = speed();
      if (right === 0 && down === 0) rest();
      else frame ??= requestAnimationFrame(step);
    },
    stop,
  };
}

export type EdgePan = ReturnType<typeof createEdgePan>;

function riseAfter(milliseconds: number): number {
  if (milliseconds < WAIT_MILLISECONDS) return 0;
  if (prefersStillness()) return 1;
  return Math.min(1, (milliseconds - WAIT_MILLISECONDS) / RISE_MILLISECONDS);
}

function leastOf(one: MapPadding, other: MapPadding): MapPadding {
  return {
    top: Math.min(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
    left: Math.min(one.left, other.left),
  };
}
