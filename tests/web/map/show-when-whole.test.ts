import type { Map as MapLibreMap } from "maplibre-gl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { showWhenWhole } from "../../../web/map/show-when-whole.ts";

/** As much of a map as is asked here: tests say when it draws a frame. */
function mapThatDraws() {
  const canvas = document.createElement("canvas");
  const listeners = new Map<string, Set<() => void>>();
  const at = (name: string) => listeners.get(name) ?? new Set<() => void>();
  const state = { isStyleLoaded: true, areTilesLoaded: true, pixelRatio: 0.1 };
  const map = {
    getCanvas: () => canvas,
    on: (name: string, listener: () => void) => listeners.set(name, at(name).add(listener)),
    once: (name: string, listener: () => void) => listeners.set(name, at(name).add(listener)),
    off: (name: string, listener: () => void) => at(name).delete(listener),
    isStyleLoaded: () => state.isStyleLoaded,
    areTilesLoaded: () => state.areTilesLoaded,
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

it("shows the map with the first frame that has its tiles and its colours, as fine as the screen", () => {
  const { map, canvas, state, fire } = mapThatDraws();
  let hasColours = false;
  state.areTilesLoaded = false;
  const { isShown } = showWhenWhole(map, () => hasColours);
  fire("render");
  state.areTilesLoaded = true;
  fire("render");
  expect(isShown()).toBe(false);
  expect(canvas.style.visibility).toBe("hidden");
  hasColours = true;
  fire("render");
  expect(isShown()).toBe(true);
  expect(canvas.style.visibility).toBe("");
  expect(state.pixelRatio).toBe(window.devicePixelRatio);
});

it("shows what there is so far to who waits longer than a second and a half", () => {
  const { map, canvas, state, fire } = mapThatDraws();
  state.areTilesLoaded = false;
  const { isShown } = showWhenWhole(map, () => false);
  fire("render");
  vi.advanceTimersByTime(1400);
  expect(isShown()).toBe(false);
  vi.advanceTimersByTime(200);
  expect(isShown()).toBe(true);
  expect(canvas.style.visibility).toBe("");
});

it("leaves a map alone that was taken down meanwhile", () => {
  const { map, state, fire } = mapThatDraws();
  state.areTilesLoaded = false;
  const { isShown } = showWhenWhole(map, () => true);
  fire("remove");
  vi.advanceTimersByTime(5000);
  expect(isShown()).toBe(false);
  expect(state.pixelRatio).toBe(0.1);
});
