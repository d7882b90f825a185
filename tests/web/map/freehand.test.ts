import type { Map as MapLibreMap } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { startFreehand } from "../../../web/map/freehand.ts";

const NOTHING_COVERED = { top: 0, right: 0, bottom: 0, left: 0 };

/** As much of a map as a hand needs: a pixel is a degree. */
function fakeMap() {
  const container = document.createElement("div");
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  canvas.style.cursor = "crosshair";
  container.append(canvas);
  document.body.append(container);
  const state = { isDragged: true, left: 0 };
  const ignored = { enable: () => undefined, disable: () => undefined };
  const map = {
    getCanvasContainer: () => container,
    getCanvas: () => canvas,
    getContainer: () => ({ clientWidth: 400, clientHeight: 300 }),
    panBy: ([right]: [number, number]) => {
      state.left += right;
    },
    dragPan: {
      enable: () => {
        state.isDragged = true;
      },
      disable: () => {
        state.isDragged = false;
      },
    },
    boxZoom: ignored,
    doubleClickZoom: ignored,
    unproject: ([x, y]: [number, number]) => ({ lng: x + state.left, lat: y }),
    getZoom: () => 14,
    getLayersOrder: () => [],
    getSource: () => undefined,
  };
  return { map: map as unknown as MapLibreMap, canvas, container, state };
}

describe("drawing by hand", () => {
  let page: ReturnType<typeof fakeMap>;
  let strokes: number;
  let drawn: readonly (readonly [number, number])[];
  let stop: () => void;
  beforeEach(() => {
    page = fakeMap();
    strokes = 0;
    stop = startFreehand(page.map, () => NOTHING_COVERED, false, {
      onMove: () => undefined,
      onStroke: () => undefined,
      onCancel: () => undefined,
      onEnd: (line) => {
        drawn = line;
        strokes += 1;
      },
    });
  });
  afterEach(() => {
    stop();
    page.container.remove();
  });
  const press = (init: PointerEventInit = {}) => {
    const common = { bubbles: true, isPrimary: true, pointerId: 1, button: 0, clientX: 10, clientY: 10, ...init };
    page.canvas.dispatchEvent(new PointerEvent("pointerdown", common));
    window.dispatchEvent(new PointerEvent("pointerup", common));
  };
  const key = (type: "keydown" | "keyup", target: EventTarget = page.canvas) => {
    const event = new KeyboardEvent(type, { key: " ", bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it("is a stroke, with the keys at the map from then on; with Alt it is none", () => {
    press();
    expect([strokes, document.activeElement]).toEqual([1, page.canvas]);

    press({ altKey: true });
    expect(strokes).toBe(1);
  });

  it("moves the map while the space bar is held, and draws again after", () => {
    key("keydown");
    press();
    expect([strokes, page.state.isDragged, page.canvas.style.cursor]).toEqual([0, true, "grab"]);

    key("keyup");
    press();
    expect([strokes, page.state.isDragged, page.canvas.style.cursor]).toEqual([1, false, "crosshair"]);
  });

  it("keeps a finger on the map from the browser until the tool is put down", () => {
    expect([page.canvas.style.touchAction, page.container.style.touchAction]).toEqual(["none", "none"]);

    stop();
    expect([page.canvas.style.touchAction, page.container.style.touchAction]).toEqual(["", ""]);
  });

  it("moves the map with two fingers, without a stroke, and draws again with one", () => {
    const finger = (type: string, pointerId: number) =>
      page.canvas.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerType: "touch", pointerId, isPrimary: pointerId === 1 }),
      );
    finger("pointerdown", 1);
    expect(page.state.isDragged).toBe(false);
    finger("pointerdown", 2);
    expect(page.state.isDragged).toBe(true);
    finger("pointerup", 1);
    finger("pointerup", 2);
    expect([page.state.isDragged, strokes]).toEqual([false, 0]);

    finger("pointerdown", 1);
    finger("pointerup", 1);
    expect([page.state.isDragged, strokes]).toEqual([false, 1]);
  });

  it("leaves the space bar to what it presses", () => {
    const button = document.createElement("button");
    page.container.append(button);

    expect(key("keydown", button)).toBe(false);
    expect(page.state.isDragged).toBe(false);
  });

  it("goes on where the map moves under a stroke that is held at its edge, and stops with it", () => {
    vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const mouse = (type: string, clientX: number, buttons = 1) =>
      page.canvas.dispatchEvent(
        new PointerEvent(type, { bubbles: true, isPrimary: true, pointerId: 1, buttons, clientX, clientY: 150 }),
      );
    mouse("pointerdown", 200);
    mouse("pointermove", 400);
    vi.advanceTimersByTime(2000);
    mouse("pointerup", 400, 0);
    const steps = drawn.slice(1).map(([x], place) => x - (drawn[place]?.[0] ?? 0));
    expect(drawn.at(-1)?.[0]).toBeGreaterThan(500);
    // The first step is the pointer's own; from there on the line keeps up with the map.
    expect(Math.max(...steps.slice(1))).toBeLessThan(10);

    const { left } = page.state;
    mouse("pointermove", 395, 0);
    vi.advanceTimersByTime(2000);
    expect(page.state.left).toBe(left);

    mouse("pointerdown", 200);
    mouse("pointermove", 400);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    vi.advanceTimersByTime(2000);
    expect([page.state.left, strokes]).toEqual([left, 1]);
  });
});
