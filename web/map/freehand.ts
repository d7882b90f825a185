import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { type CoveredAt, createEdgePan } from "./edge-pan.ts";
import { metresPerPixel } from "./metres-per-pixel.ts";
import type { Palette } from "./palette.ts";
import { showFeatures } from "./show-features.ts";

type Position = readonly [number, number];

export interface FreehandEvents {
  /** Each position of the pointer while it draws, in degrees, and the metres of a pixel there. */
  onStroke(from: Position, to: Position, metresPerPixel: number): void;
  /** All positions, when the pointer is lifted. */
  onEnd(line: readonly Position[]): void;
  /** A stroke that was broken off, by Escape or a second finger. */
  onCancel(): void;
  /** Where the pointer is, drawing or not, in pixels of the map and in degrees; null when it has left. */
  onMove(at: { readonly point: Position; readonly position: Position } | null): void;
}

/** Nearer than this, a pointer has not moved. */
const LEAST_PIXELS = 3;

/**
 * Lets one pointer draw by hand on the map, with a mouse, a pen or a finger. Two fingers still move the map, and break off a
 * stroke that one of them had begun; so does a mouse while the space bar is held. With Alt a press is no stroke but a
 * click, for whoever listens to those. A stroke that is held at the edge of what is seen moves the map, and goes on. The line
 * is shown where `showsLine` says so.
 */
export function startFreehand(
  map: MapLibreMap,
  coveredAt: CoveredAt,
  showsLine: boolean,
  events: FreehandEvents,
): () => void {
  const container = map.getCanvasContainer();
  const canvas = map.getCanvas();
  let pointer: number | null = null;
  let line: Position[] = [];
  let last: Position = [0, 0];
  let held: Position | null = null;
  map.dragPan.disable();
  map.boxZoom.disable();
  map.doubleClickZoom.disable();
  const giveFingersBack = takeFingers([container, canvas]);

  const pointOf = (event: PointerEvent): Position => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const positionAt = ([x, y]: Position): Position => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  };
  const show = () => showStroke(map, showsLine ? line : []);
  const add = (point: Position) => {
    const position = positionAt(point);
    const from = line.at(-1) ?? position;
    line.push(position);
    last = point;
    events.onStroke(from, position, metresPerPixel(map, position[1]));
    show();
  };
  const edge = createEdgePan(map, coveredAt, ([right, down]) => {
    if (held === null) return;
    events.onMove({ point: held, position: positionAt(held) });
    last = [last[0] - right, last[1] - down];
    follow(held);
  });
  const follow = (point: Position) => {
    held = point;
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= LEAST_PIXELS) add(point);
  };
  const end = () => {
    pointer = null;
    held = null;
    edge.stop();
    line = [];
    show();
  };
  const cancel = () => {
    if (pointer === null) return;
    end();
    events.onCancel();
  };
  const onDown = (event: PointerEvent) => {
    fingers.onDown(event);
    if (pointer !== null) cancel();
    else if (event.isPrimary && event.button === 0 && event.target === canvas && !event.altKey && !pan.isHeld()) {
      pointer = event.pointerId;
      // Keys belong to what is drawn on, and no longer to a list that a zone was chosen from.
      canvas.focus({ preventScroll: true });
      held = pointOf(event);
      add(held);
      edge.hold(held, event);
    }
  };
  const onMove = (event: PointerEvent) => {
    const point = pointOf(event);
    // Followed beyond the map only while a stroke is being drawn.
    if (event.isPrimary && (pointer !== null || event.target === canvas)) {
      events.onMove({ point, position: positionAt(point) });
    }
    if (event.pointerId !== pointer) return;
    event.preventDefault();
    follow(point);
    edge.hold(point, event);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return;
    const drawn = line;
    end();
    events.onEnd(drawn);
  };
  const onLeave = () => events.onMove(null);
  const pan = panWithSpace(map, () => pointer === null);
  const fingers = panWithTwoFingers(map);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || pointer === null) return;
    // The stroke alone is given up: the tool stays.
    event.preventDefault();
    event.stopImmediatePropagation();
    cancel();
  };
  container.addEventListener("pointerdown", onDown);
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", cancel);
  container.addEventListener("pointerleave", onLeave);
  window.addEventListener("keydown", onKey, true);

  return () => {
    end();
    pan.stop();
    fingers.stop();
    giveFingersBack();
    container.removeEventListener("pointerdown", onDown);
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", cancel);
    container.removeEventListener("pointerleave", onLeave);
    window.removeEventListener("keydown", onKey, true);
    map.dragPan.enable();
    map.boxZoom.enable();
    map.doubleClickZoom.enable();
  };
}

/** Without this the browser takes a finger for itself, to scroll or to leave the page, wherever the map is not dragged. */
function takeFingers(places: readonly HTMLElement[]): () => void {
  for (const { style } of places) style.touchAction = "none";
  return () => {
    for (const { style } of places) style.touchAction = "";
  };
}

/** From a second finger on until the last is lifted, the map moves as if nothing were drawn on it. */
function panWithTwoFingers(map: MapLibreMap) {
  const fingers = new Set<number>();
  const onUp = ({ pointerId }: PointerEvent) => {
    if (fingers.delete(pointerId) && fingers.size === 0) map.dragPan.disable();
  };
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onUp);
  return {
    onDown: ({ pointerType, pointerId, isPrimary }: PointerEvent) => {
      if (pointerType !== "touch") return;
      // One that was lifted where nobody heard of it, e.g. from something that had been taken away.
      if (isPrimary) fingers.clear();
      fingers.add(pointerId);
      if (fingers.size > 1) map.dragPan.enable();
    },
    stop: () => {
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onUp);
    },
  };
}

/** While the space bar is held the map moves as if nothing were drawn on it. It keeps its meaning on what it presses. */
function panWithSpace(map: MapLibreMap, mayBegin: () => boolean) {
  const canvas = map.getCanvas();
  let cursor: string | null = null;
  const release = () => {
    if (cursor === null) return;
    canvas.style.cursor = cursor;
    cursor = null;
    map.dragPan.disable();
  };
  const onDown = (event: KeyboardEvent) => {
    if (event.key !== " " || event.defaultPrevented || !isFreeForSpace(event.target, canvas)) return;
    event.preventDefault();
    if (cursor !== null || !mayBegin()) return;
    cursor = canvas.style.cursor;
    canvas.style.cursor = "grab";
    map.dragPan.enable();
  };
  const onUp = (event: KeyboardEvent) => {
    if (event.key === " ") release();
  };
  window.addEventListener("keydown", onDown);
  window.addEventListener("keyup", onUp);
  window.addEventListener("blur", release);
  return {
    isHeld: () => cursor !== null,
    stop: () => {
      release();
      window.removeEventListener("keydown", onDown);
      window.removeEventListener("keyup", onUp);
      window.removeEventListener("blur", release);
    },
  };
}

/** On the map, on the page, and on the tool that is chosen already, where a press would do nothing. */
function isFreeForSpace(target: EventTarget | null, canvas: HTMLElement): boolean {
  if (target === canvas || target === document.body) return true;
  return target instanceof HTMLElement && target.closest('[role="toolbar"] button[aria-pressed="true"]') !== null;
}

/** The stroke while it is drawn. */
export function strokeLayers(palette: Palette): LayerSpecification[] {
  const layout = { "line-join": "round", "line-cap": "round" } as const;
  return [
    {
      id: "stroke-casing",
      type: "line",
      source: "zone-stroke",
      layout,
      paint: { "line-color": palette.selectedCasing, "line-width": 6 },
    },
    {
      id: "stroke-line",
      type: "line",
      source: "zone-stroke",
      layout,
      paint: { "line-color": palette.zone, "line-width": 3 },
    },
  ];
}

function showStroke(map: MapLibreMap, line: readonly Position[]): void {
  const coordinates = line.map(([longitude, latitude]) => [longitude, latitude]);
  showFeatures(
    map,
    "zone-stroke",
    line.length < 2 ? [] : [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } }],
  );
}
