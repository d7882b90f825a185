import { describe, expect, it } from "vitest";
import { type LinkedMap, linkCameras } from "../../../web/map/link-cameras.ts";

/** A map that says that it moved whenever it is put somewhere, as MapLibre does. */
function fakeMap() {
  const listeners = { move: new Set<() => void>(), moveend: new Set<() => void>() };
  let [lng, lat, zoom, jumps] = [0, 0, 10, 0];
  const say = () => {
    for (const kind of ["move", "moveend"] as const) for (const listener of [...listeners[kind]]) listener();
  };
  const map: LinkedMap = {
    getCenter: () => ({ lng, lat }),
    getZoom: () => zoom,
    jumpTo: (camera) => {
      [lng, lat] = camera.center;
      zoom = camera.zoom;
      jumps += 1;
      say();
    },
    fitBounds: ([west, south]) => {
      [lng, lat] = [west, south];
      say();
    },
    on: (kind, listener) => listeners[kind].add(listener),
    off: (kind, listener) => listeners[kind].delete(listener),
  };
  const drag = (to: readonly [number, number]) => {
    [lng, lat] = to;
    say();
  };
  return { map, drag, at: () => [lng, lat, zoom], jumps: () => jumps, resize: say };
}

const FREE = { start: null, onMoved: () => undefined };

describe("maps with one camera", () => {
  it("go where one of them goes, each put there once and nothing coming back", () => {
    const [one, two, three] = [fakeMap(), fakeMap(), fakeMap()];
    const cameras = linkCameras(FREE);
    for (const { map } of [one, two, three]) cameras.add(map);
    const before = [one, two, three].map(({ jumps }) => jumps());

    two.drag([2.3, 48.8]);

    expect([one.at(), three.at()]).toEqual([two.at(), two.at()]);
    expect([one, two, three].map(({ jumps }, place) => jumps() - (before[place] ?? 0))).toEqual([1, 0, 1]);
  });

  it("are joined where the others are, and left alone once they are taken out", () => {
    const [one, two] = [fakeMap(), fakeMap()];
    const cameras = linkCameras(FREE);
    cameras.add(one.map);
    one.drag([5, 6]);

    const leave = cameras.add(two.map);
    expect(two.at()).toEqual([5, 6, 10]);

    leave();
    one.drag([7, 8]);
    expect(two.at()).toEqual([5, 6, 10]);
  });

  it("begin where a link says, the later ones too", () => {
    const [one, two] = [fakeMap(), fakeMap()];
    const cameras = linkCameras({ ...FREE, start: { longitude: 2, latitude: 48, zoom: 14 } });

    for (const { map } of [one, two]) cameras.add(map);

    expect([one.at(), two.at()]).toEqual([
      [2, 48, 14],
      [2, 48, 14],
    ]);
  });

  it("say where a hand has moved them, and nothing of what the program does", () => {
    const told: unknown[] = [];
    const [one, two] = [fakeMap(), fakeMap()];
    const cameras = linkCameras({ start: null, onMoved: (camera) => told.push(camera) });
    for (const { map } of [one, two]) cameras.add(map);

    cameras.fit([1, 2, 3, 4]);
    cameras.put({ longitude: 9, latitude: 9, zoom: 9 });
    two.resize();
    expect(told).toEqual([]);

    two.drag([5, 6]);
    expect(told).toEqual([{ longitude: 5, latitude: 6, zoom: 9 }]);
  });

  it("are not put where they are already", () => {
    const [one, two] = [fakeMap(), fakeMap()];
    const cameras = linkCameras(FREE);
    for (const { map } of [one, two]) cameras.add(map);
    two.drag([5, 6]);
    const before = [one.jumps(), two.jumps()];

    cameras.put({ longitude: 5, latitude: 6, zoom: 10 });

    expect([one.jumps(), two.jumps()]).toEqual(before);
  });

  it("are fitted together", () => {
    const [one, two] = [fakeMap(), fakeMap()];
    const cameras = linkCameras(FREE);
    for (const { map } of [one, two]) cameras.add(map);

    cameras.fit([1, 2, 3, 4]);

    expect(two.at()).toEqual([1, 2, 10]);
  });
});
