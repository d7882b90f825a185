import type { Map as MapLibreMap } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";

vi.mock("maplibre-gl", () => ({
  /** What is dragged, without a map to lie on. */
  Marker: class {
    setLngLat() {
      return this;
    }
    addTo() {
      return this;
    }
    remove() {
      return this;
    }
  },
}));

const NOTHING_COVERED = { top: 0, right: 0, bottom: 0, left: 0 };
const { startRouteDragging } = await import("../../../web/map/drag-route.ts");

type Listener = (event: object) => void;

/** As much of a map as a hand needs: a pixel is a degree, and stops lie where they are said to. */
function fakeMap(stops: readonly { readonly stopId: string; readonly x: number; readonly y: number }[]) {
  const corner = { x: 0, y: 0 };
  const listeners = new Map<string, Listener>();
  const map = {
    getCanvas: () => document.createElement("canvas"),
    getContainer: () => ({ clientWidth: 400, clientHeight: 300 }),
    panBy: ([right, down]: [number, number]) => {
      corner.x += right;
      corner.y += down;
    },
    on: (type: string, listener: Listener) => listeners.set(type, listener),
    off: (type: string) => listeners.delete(type),
    project: ([x, y]: [number, number]) => ({ x, y }),
    unproject: ([x, y]: [number, number]) => ({ lng: x + corner.x, lat: y + corner.y }),
    queryRenderedFeatures: (
      [[left, top], [right, bottom]]: [[number, number], [number, number]],
      { layers }: { layers: string[] },
    ) =>
      layers.includes("stop-circle")
        ? stops
            .filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
            .map(({ stopId, x, y }) => ({
              geometry: { type: "Point", coordinates: [x, y] },
              properties: { stopId, number: stopId },
            }))
        : [],
  };
  const touch = (x: number, y: number) =>
    listeners.get("touchstart")?.({
      point: { x, y },
      originalEvent: { touches: [{}] },
      preventDefault: () => undefined,
    });
  return { map: map as unknown as MapLibreMap, touch };
}

describe("stops dragged on the map", () => {
  const told: string[] = [];
  let dropped: readonly [number, number] | null;
  let page: ReturnType<typeof fakeMap>;
  let stop: () => void;
  beforeEach(() => {
    told.length = 0;
    dropped = null;
    page = fakeMap([
      { stopId: "far", x: 112, y: 100 },
      { stopId: "near", x: 103, y: 100 },
    ]);
    stop = startRouteDragging(
      page.map,
      () => NOTHING_COVERED,
      () => "red",
      {
        onHold: (held, isByFinger) => told.push(`held ${held.kind === "stop" ? held.stopId : held.kind} ${isByFinger}`),
        onOver: () => undefined,
        onDrop: (_, [x, y]) => {
          dropped = [x, y];
          told.push(`dropped ${x} ${y}`);
        },
        onCancel: () => told.push("given up"),
      },
    );
  });
  afterEach(() => stop());
  const finger = (type: string, x: number, y: number, isPrimary = true) =>
    window.dispatchEvent(
      new PointerEvent(type, { isPrimary, buttons: 1, clientX: x, clientY: y, pointerType: "touch" }),
    );

  it("takes hold of the stop that is nearest to the finger", () => {
    page.touch(100, 100);
    finger("pointermove", 120, 130);
    finger("pointerup", 120, 130);

    expect(told).toEqual(["held near true", "dropped 120 130"]);
  });

  it("is given up by a second finger, wherever that one moves or is lifted", () => {
    page.touch(100, 100);
    finger("pointermove", 120, 130);
    finger("pointerdown", 200, 200, false);
    finger("pointermove", 210, 210, false);
    finger("pointerup", 210, 210, false);
    finger("pointerup", 120, 130);

    expect(told).toEqual(["held near true", "given up"]);
  });

  it("move the map when they are held at its edge, and land on ground that was not in sight", () => {
    vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    page.touch(100, 100);
    finger("pointermove", 400, 130);
    vi.advanceTimersByTime(2000);
    finger("pointerup", 400, 130);
    const [x, y] = dropped ?? [0, 0];
    expect(x).toBeGreaterThan(500);
    expect(y).toBe(130);

    page.touch(100, 100);
    finger("pointermove", 400, 130);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    vi.advanceTimersByTime(2000);
    expect(told.at(-1)).toBe("given up");
    expect(page.map.unproject([400, 130]).lng).toBe(x);
  });
});
