import type { Map as MapLibreMap } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEdgePan, edgeDepths, edgeSpeed, isUnderHand } from "../../../web/map/edge-pan.ts";

const SIZE = [1000, 700] as const;
/** A panel on the left, tools above: 600 × 600 pixels are seen. */
const COVERED = { top: 100, right: 0, bottom: 0, left: 400 };

describe("the speed at the edge of what is seen of the map", () => {
  const at = (x: number, y: number) => edgeSpeed([x, y], SIZE, COVERED);

  it("is none away from it", () => {
    for (const [x, y] of [
      [700, 400],
      [440, 140],
      [960, 660],
    ] as const)
      expect(at(x, y)).toEqual([0, 0]);
  });

  it("grows towards each side, to half of what is seen a second, and no more beyond it", () => {
    expect(at(980, 400)).toEqual([150, 0]);
    expect(at(1000, 400)).toEqual([300, 0]);
    expect(at(1200, 400)).toEqual([300, 0]);
    expect(at(420, 400)).toEqual([-150, 0]);
    expect(at(200, 400)).toEqual([-300, 0]);
    expect(at(700, 120)).toEqual([0, -150]);
    expect(at(700, 690)).toEqual([0, 225]);
    expect(at(990, 110)).toEqual([225, -225]);
  });

  it("leaves in peace what was taken hold of there, until it comes nearer", () => {
    const spared = edgeDepths([980, 400], SIZE, COVERED);

    expect(edgeSpeed([980, 300], SIZE, COVERED, spared)).toEqual([0, 0]);
    expect(edgeSpeed([990, 300], SIZE, COVERED, spared)).toEqual([75, 0]);
  });

  it("is none where nothing is seen", () => {
    expect(edgeSpeed([10, 10], [300, 80], { ...COVERED, left: 0 }).map(Math.abs)).toEqual([0, 0]);
  });
});

describe("what is held at the edge of the map", () => {
  let moves: { readonly by: readonly [number, number]; readonly isUnderHand: boolean }[];
  let told: number;
  let isStill: boolean;
  beforeEach(() => {
    moves = [];
    told = 0;
    isStill = false;
    vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame", "performance"] });
    vi.stubGlobal("matchMedia", () => ({ matches: isStill }));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const begin = () => {
    const map = {
      getContainer: () => ({ clientWidth: SIZE[0], clientHeight: SIZE[1] }),
      panBy: (by: [number, number], _: object, data: object = {}) => moves.push({ by, isUnderHand: isUnderHand(data) }),
    };
    return createEdgePan(
      map as unknown as MapLibreMap,
      () => COVERED,
      () => {
        told += 1;
      },
    );
  };
  const pressed = { buttons: 1 };
  const moved = () => moves.reduce((sum, { by }) => sum + by[0], 0);

  it("moves the map after a while, faster and then evenly, until it is held elsewhere", () => {
    const edge = begin();
    edge.hold([700, 400], pressed);
    edge.hold([1000, 400], pressed);
    vi.advanceTimersByTime(180);
    expect(moves).toEqual([]);

    vi.advanceTimersByTime(320);
    const risen = moved();
    expect(risen).toBeGreaterThan(0);
    vi.advanceTimersByTime(1000);
    expect(moved() - risen).toBeGreaterThan(270);
    expect(moved() - risen).toBeLessThan(330);
    expect(told).toBe(moves.length);

    edge.hold([800, 400], pressed);
    const { length } = moves;
    vi.advanceTimersByTime(1000);
    expect(moves.length).toBe(length);
  });

  it("keeps the view to itself while it moves, and tells it once at the end", () => {
    const edge = begin();
    edge.hold([700, 400], pressed);
    edge.hold([1000, 400], pressed);
    vi.advanceTimersByTime(600);
    expect(moves.every((move) => move.isUnderHand)).toBe(true);

    edge.stop();
    vi.advanceTimersByTime(600);
    expect(moves.filter((move) => !move.isUnderHand)).toEqual([{ by: [0, 0], isUnderHand: false }]);
    expect(moves.at(-1)?.isUnderHand).toBe(false);
  });

  it("moves nothing under a pointer that presses nothing, nor in a window that was left", () => {
    const edge = begin();
    edge.hold([700, 400], { buttons: 0 });
    edge.hold([1000, 400], { buttons: 0 });
    vi.advanceTimersByTime(1000);
    expect(moves).toEqual([]);

    edge.hold([700, 400], pressed);
    edge.hold([1000, 400], pressed);
    window.dispatchEvent(new Event("blur"));
    vi.advanceTimersByTime(1000);
    expect(moves).toEqual([]);
  });

  it("has one speed from the start for somebody who wants stillness", () => {
    isStill = true;
    const edge = begin();
    edge.hold([700, 400], pressed);
    edge.hold([1000, 400], pressed);
    vi.advanceTimersByTime(600);

    const steps = moves.map(({ by }) => Math.round(by[0] * 10));
    expect(steps.length).toBeGreaterThan(10);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  });
});
