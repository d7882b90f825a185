import type { Map as MapLibreMap } from "maplibre-gl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { showWhenWhole } from "../../../web/map/show-when-whole.ts";

/** As much of a map as is asked here: tests say when it draws a frame. */
function mapThatDraws() {
  const canvas = document.createElement("canvas");
  const listeners = new Map<string, Set<() => void>>();
  const at = (name: string) => listeners.get(name) ?? new Set<() => void>();
  const state = { pixelRatio: 0.1 };
  const map = {
    getCanvas: () => canvas,
    on: (name: string, listener: () => void) => listeners.set(name, at(name).add(listener)),
    once: (name: string, listener: () => void) => listeners.set(name, at(name).add(listener)),
    off: (name: string, listener: () => void) => at(name).delete(listener),
    setPixelRatio: (ratio: number) => {
      state.pixelRatio = ratio;
    },
  };
  const fire = (name: string) => {
    for (const listener of [...at(name)]) listener();
  };
  return { map: map as unknown as MapLibreMap, canvas, state, fire };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("shows a map with nothing left to draw and its colours, and says so once it is drawn so", () => {
  const { map, canvas, state, fire } = mapThatDraws();
  let hasColours = false;
  const { isShown } = showWhenWhole(map, () => hasColours);
  fire("idle");
  expect(canvas.style.visibility).toBe("hidden");
  hasColours = true;
  fire("render");
  expect(canvas.style.visibility).toBe("hidden");
  fire("idle");
  expect(canvas.style.visibility).toBe("");
  expect(state.pixelRatio).toBe(window.devicePixelRatio);
  expect(isShown()).toBe(false);
  fire("render");
  expect(isShown()).toBe(true);
});

it("shows what there is so far to who waits longer than a second and a half", () => {
  const { map, canvas, state, fire } = mapThatDraws();
  const { isShown } = showWhenWhole(map, () => false);
  vi.advanceTimersByTime(1400);
  expect(canvas.style.visibility).toBe("hidden");
  vi.advanceTimersByTime(200);
  expect(canvas.style.visibility).toBe("");
  expect(state.pixelRatio).toBe(window.devicePixelRatio);
  fire("render");
  expect(isShown()).toBe(true);
});

it("leaves a map alone that was taken down meanwhile", () => {
  const { map, state, fire } = mapThatDraws();
  const { isShown } = showWhenWhole(map, () => true);
  fire("remove");
  vi.advanceTimersByTime(5000);
  expect(isShown()).toBe(false);
  expect(state.pixelRatio).toBe(0.1);
});
