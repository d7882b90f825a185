import { batch, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { beforeOf, dragBefore, grab, type OrderDrag, stepBy } from "../../workspace/order-drag.ts";

/** Pixels that a pointer moves before a press is a drag. */
const THRESHOLD_PIXELS = 4;
/** Pixels from an edge of what scrolls within which it scrolls along, and by how many a frame at most. */
const EDGE_PIXELS = 56;
const SCROLL_PIXELS = 9;

export interface ListDragEvents {
  readonly order: () => readonly string[];
  /** The held stops were let go before a stop, or at the end. */
  readonly onDrop: (stopIds: readonly string[], before: string | null) => void;
  readonly onDropOnRoute: (stopIds: readonly string[], routeId: string) => void;
  readonly onGrab: (drag: OrderDrag) => void;
  readonly onMove: (drag: OrderDrag) => void;
  readonly onCancel: () => void;
  /** The hand took hold of something, or is empty again. What it drops is told before that. */
  readonly onHeld: (isHeld: boolean) => void;
}

/**
 * Stops of a list held in the hand, by pointer or by keys. Lines are found by `data-stop-id`, other routes to let go on
 * by `data-drop-route`. They lie on what is marked by `data-drop-board`, over the list: let go beside them there, the
 * stops stay where they are, as after the Escape key or a second finger.
 */
export function createListDrag(events: ListDragEvents) {
  const [drag, setDrag] = createSignal<OrderDrag | null>(null);
  const [isByPointer, setIsByPointer] = createSignal(false);
  const [overRoute, setOverRoute] = createSignal<string | null>(null);
  const [isGivingUp, setIsGivingUp] = createSignal(false);
  let release: () => void = () => undefined;
  onCleanup(() => {
    release();
    events.onHeld(false);
  });
  const isHeld = createMemo(() => drag() !== null);
  createEffect(on(isHeld, events.onHeld, { defer: true }));

  const end = () => {
    release();
    release = () => undefined;
    setDrag(null);
    setIsByPointer(false);
    setOverRoute(null);
    setIsGivingUp(false);
  };
  const drop = () => {
    if (isGivingUp()) return cancel();
    const held = drag();
    const route = overRoute();
    const order = events.order();
    batch(() => {
      end();
      if (held === null) return;
      if (route !== null) events.onDropOnRoute(held.stopIds, route);
      else events.onDrop(held.stopIds, beforeOf(held, order));
    });
  };
  const cancel = () => {
    if (drag() !== null) events.onCancel();
    end();
  };

  function grabByKey(stopIds: readonly string[]): void {
    const held = grab(events.order(), stopIds);
    setDrag(held);
    events.onGrab(held);
  }

  function onKey(event: KeyboardEvent): void {
    const held = drag();
    if (held === null) return;
    const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    if (step !== undefined) {
      const moved = stepBy(held, events.order(), step);
      setDrag(moved);
      events.onMove(moved);
    } else if (event.key === "Enter" || event.key === " ") drop();
    else if (event.key === "Escape") cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function grabByPointer(event: PointerEvent, list: HTMLElement, stopIds: readonly string[]): void {
    if (event.button !== 0 || drag() !== null) return;
    const began = { x: event.clientX, y: event.clientY };
    const scroller = scrollerOf(list);
    let at = began;
    let frame = 0;
    const follow = () => {
      const held = drag();
      if (held === null) return;
      const route = routeUnder(at.x, at.y);
      setOverRoute(route);
      setIsGivingUp(route === null && boardUnder(at.x, at.y) !== null);
      if (route === null && !isGivingUp()) setDrag(dragBefore(held, events.order(), stopBelow(list, at.y)));
    };
    const scroll = () => {
      const box = scroller.getBoundingClientRect();
      const boardTop = document.querySelector("[data-drop-board]")?.getBoundingClientRect().top ?? box.bottom;
      const bottom = boardTop < box.top ? box.bottom : boardTop;
      const by = scrollBy(at.y - box.top, bottom - at.y);
      if (by !== 0 && overRoute() === null && !isGivingUp()) {
        scroller.scrollBy(0, by);
        follow();
      }
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (move: PointerEvent) => {
      if (!move.isPrimary) return;
      at = { x: move.clientX, y: move.clientY };
      if (drag() === null) {
        if (Math.hypot(at.x - began.x, at.y - began.y) < THRESHOLD_PIXELS) return;
        setIsByPointer(true);
        setDrag(grab(events.order(), stopIds));
        frame = requestAnimationFrame(scroll);
      }
      move.preventDefault();
      follow();
    };
    const onEscape = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopPropagation();
      cancel();
    };
    const onUp = (up: PointerEvent) => {
      if (up.isPrimary) drag() === null ? end() : drop();
    };
    const onDown = (down: PointerEvent) => {
      if (!down.isPrimary) cancel();
    };
    window.addEventListener("pointerdown", onDown, true);
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", onEscape, true);
    release = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("pointerdown", onDown, true);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", onEscape, true);
    };
    event.preventDefault();
  }

  return { drag, isByPointer, overRoute, isGivingUp, grabByKey, grabByPointer, onKey, cancel };
}

/** The nearer to an edge, the faster, by whole pixels; far outside, the hand is on its way to something else. */
function scrollBy(fromTop: number, fromBottom: number): number {
  const pull = (pixels: number) =>
    pixels < -EDGE_PIXELS ? 0 : Math.ceil(SCROLL_PIXELS * Math.min(1, Math.max(0, 1 - pixels / EDGE_PIXELS)));
  return pull(fromBottom) - pull(fromTop);
}

/** The first line whose middle lies below; null under the last. */
function stopBelow(list: HTMLElement, y: number): string | null {
  for (const line of list.querySelectorAll<HTMLElement>("[data-stop-id]")) {
    const box = line.getBoundingClientRect();
    if (y < box.top + box.height / 2) return line.dataset.stopId ?? null;
  }
  return null;
}

function routeUnder(x: number, y: number): string | null {
  return boardUnder(x, y, "[data-drop-route]")?.dataset.dropRoute ?? null;
}

function boardUnder(x: number, y: number, what = "[data-drop-board]"): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>(what) ?? null;
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (parent.scrollHeight > parent.clientHeight && getComputedStyle(parent).overflowY !== "visible") return parent;
  }
  return document.documentElement;
}
