import { type Map as MapLibreMap, type MapMouseEvent, type MapTouchEvent, Marker } from "maplibre-gl";
import styles from "./drag-route.module.css";
import { type CoveredAt, createEdgePan } from "./edge-pan.ts";
import { ROUTE_END } from "./route-end-layers.ts";
import { ROUTE_LINE, ROUTE_START } from "./route-layers.ts";
import { STOP_CIRCLE } from "./stop-layers.ts";

/** What a hand took hold of on the open route. */
export type HeldOnMap =
  | { readonly kind: "stop"; readonly stopId: string; readonly label: string }
  | { readonly kind: "start" | "end"; readonly label: string };

interface RouteDragEvents {
  onHold(held: HeldOnMap, isByFinger: boolean): void;
  /** The route under the hand changed; null over none. */
  onOver(routeId: string | null): void;
  onDrop(held: HeldOnMap, position: readonly [number, number], routeId: string | null): void;
  onCancel(): void;
}

/** Pixels that a hand moves before it drags. */
const THRESHOLD_PIXELS = 4;
/** A hand is on a route from this near, the nearest ring first. */
const REACH_PIXELS = [5, 12, 28] as const;
const MIDDLE_PIXELS = 10;
/** Whoever takes hold of something presses it. */
const HELD = { buttons: 1 } as const;
const HOLD_PIXELS = { mouse: 6, touch: 16 } as const;

/**
 * Lets stops and ends of the open route be dragged. Held at the edge of what is seen they move the map. Escape or a second
 * finger gives up. Gives the way to stop.
 */
export function startRouteDragging(
  map: MapLibreMap,
  coveredAt: CoveredAt,
  colour: () => string,
  events: RouteDragEvents,
): () => void {
  let release: () => void = () => undefined;

  function begin(event: MapMouseEvent | MapTouchEvent, reach: number): void {
    const held = heldAt(map, event.point, reach);
    const isByFinger = "touches" in event.originalEvent;
    if (held === null || ("touches" in event.originalEvent && event.originalEvent.touches.length > 1)) return;
    // The map stays where it is while something else is dragged.
    event.preventDefault();
    const canvas = map.getCanvas();
    const ghost = new Marker({ element: ghostOf(held, colour()) });
    const began = event.point;
    let isDragging = false;
    let at: Point = began;
    let over: string | null = null;
    const pointOf = (pointer: PointerEvent) => {
      const box = canvas.getBoundingClientRect();
      return { x: pointer.clientX - box.left, y: pointer.clientY - box.top };
    };
    const follow = (point: Point) => {
      at = point;
      ghost.setLngLat(map.unproject([point.x, point.y]));
      const under = held.kind === "stop" ? routeAt(map, point) : null;
      if (under === over) return;
      over = under;
      events.onOver(over);
    };
    const edge = createEdgePan(map, coveredAt, () => follow(at));
    const onMove = (pointer: PointerEvent) => {
      if (!pointer.isPrimary) return;
      const point = pointOf(pointer);
      if (!isDragging) {
        if (Math.hypot(point.x - began.x, point.y - began.y) < THRESHOLD_PIXELS) return;
        isDragging = true;
        ghost.setLngLat(map.unproject([point.x, point.y])).addTo(map);
        events.onHold(held, isByFinger);
      }
      follow(point);
      edge.hold([point.x, point.y], pointer);
    };
    const onUp = (pointer: PointerEvent) => {
      if (!pointer.isPrimary) return;
      release();
      if (!isDragging) return;
      const point = pointOf(pointer);
      const { lng, lat } = map.unproject([point.x, point.y]);
      events.onDrop(held, [lng, lat], held.kind === "stop" ? routeAt(map, point) : null);
    };
    const giveUp = () => {
      release();
      if (isDragging) events.onCancel();
    };
    const onDown = (pointer: PointerEvent) => {
      if (!pointer.isPrimary) giveUp();
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopPropagation();
      giveUp();
    };
    release();
    edge.hold([began.x, began.y], HELD);
    window.addEventListener("pointerdown", onDown, true);
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", giveUp);
    window.addEventListener("keydown", onKey, true);
    release = () => {
      edge.stop();
      ghost.remove();
      window.removeEventListener("pointerdown", onDown, true);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", giveUp);
      window.removeEventListener("keydown", onKey, true);
      release = () => undefined;
    };
  }

  const onMouse = (event: MapMouseEvent) => begin(event, HOLD_PIXELS.mouse);
  const onTouch = (event: MapTouchEvent) => begin(event, HOLD_PIXELS.touch);
  map.on("mousedown", onMouse);
  map.on("touchstart", onTouch);
  return () => {
    release();
    map.off("mousedown", onMouse);
    map.off("touchstart", onTouch);
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The stop whose middle the hand is on, else a ring, else a stop near by: a ring may lie around a stop. */
function heldAt(map: MapLibreMap, point: Point, reach: number): HeldOnMap | null {
  return stopAt(map, point, reach, MIDDLE_PIXELS) ?? endAt(map, point, reach) ?? stopAt(map, point, reach, Infinity);
}

function stopAt(map: MapLibreMap, point: Point, reach: number, mostPixels: number): HeldOnMap | null {
  const near = around(map, point, reach, [STOP_CIRCLE]).flatMap(({ geometry, properties }) => {
    if (geometry.type !== "Point" || typeof properties.stopId !== "string") return [];
    const middle = map.project([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]);
    const pixels = Math.hypot(middle.x - point.x, middle.y - point.y);
    return pixels > mostPixels ? [] : [{ pixels, stopId: properties.stopId, label: String(properties.number) }];
  });
  const nearest = near.toSorted((a, b) => a.pixels - b.pixels)[0];
  return nearest === undefined ? null : { kind: "stop", stopId: nearest.stopId, label: nearest.label };
}

function endAt(map: MapLibreMap, point: Point, reach: number): HeldOnMap | null {
  const end: unknown = around(map, point, reach, [ROUTE_END])[0]?.properties.end;
  return end === "start" || end === "end" ? { kind: end, label: "" } : null;
}

/** The route whose line or mark is nearest, within reach. */
function routeAt(map: MapLibreMap, point: Point): string | null {
  for (const reach of REACH_PIXELS) {
    const routeId: unknown = around(map, point, reach, [ROUTE_START, ROUTE_LINE])[0]?.properties.routeId;
    if (typeof routeId === "string") return routeId;
  }
  return null;
}

function around(map: MapLibreMap, { x, y }: Point, reach: number, layers: string[]) {
  return map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers },
  );
}

function ghostOf(held: HeldOnMap, colour: string): HTMLElement {
  const ghost = document.createElement("div");
  ghost.className = [styles.ghost, held.kind === "stop" ? "" : styles.ring].filter(Boolean).join(" ");
  ghost.textContent = held.label;
  ghost.style.setProperty("--route", colour);
  return ghost;
}
