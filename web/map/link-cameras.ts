import type { MapCamera } from "./territory-map.ts";

/** What of a map is moved together with others: MapLibre's own calls. */
export interface LinkedMap {
  getCenter(): { readonly lng: number; readonly lat: number };
  getZoom(): number;
  jumpTo(camera: { readonly center: [number, number]; readonly zoom: number }): unknown;
  fitBounds(
    box: [number, number, number, number],
    options: { readonly padding: number; readonly duration: 0 },
  ): unknown;
  on(event: "move" | "moveend", listener: () => void): unknown;
  off(event: "move" | "moveend", listener: () => void): unknown;
}

interface LinkOptions {
  /** Where the first map is put; null leaves it where it is. */
  readonly start: MapCamera | null;
  /** Somebody has moved the maps by hand, and they have come to rest there. */
  readonly onMoved: (camera: MapCamera) => void;
}

/** Around what is fitted into a map. */
export const FIT_PIXELS = 16;

/**
 * One camera for several maps: where one goes, the others are put. A map that is put somewhere says that it moved, and
 * is not listened to while that lasts; so nothing comes back to who moved first.
 */
export function linkCameras({ start, onMoved }: LinkOptions) {
  const maps = new Set<LinkedMap>();
  let isPutting = false;
  let isPlacing = false;
  /** Where the maps came to rest last. */
  let rest: MapCamera | null = start;
  const follow = (leader: LinkedMap) => {
    if (isPutting) return;
    isPutting = true;
    try {
      const camera = cameraOf(leader);
      for (const map of maps) if (map !== leader) jump(map, camera);
    } finally {
      isPutting = false;
    }
  };
  /** By the program and not by hand: nothing is told of it. */
  const place = (act: (first: LinkedMap) => void) => {
    const [first] = maps;
    if (first === undefined) return;
    isPlacing = true;
    try {
      act(first);
    } finally {
      isPlacing = false;
      rest = cameraOf(first);
    }
  };
  /** A map that changes its size says that it moved, and has not. */
  const settle = (map: LinkedMap) => {
    if (isPutting || isPlacing || (rest !== null && isAt(map, rest))) return;
    rest = cameraOf(map);
    onMoved(rest);
  };
  return {
    /** Takes the place of the others, and moves with them until it is taken out by what is given back. */
    add: (map: LinkedMap): (() => void) => {
      const [other] = maps;
      const onMove = () => follow(map);
      const onMoveEnd = () => settle(map);
      const view = other === undefined ? start : cameraOf(other);
      if (view !== null) jump(map, view);
      rest = cameraOf(map);
      maps.add(map);
      map.on("move", onMove);
      map.on("moveend", onMoveEnd);
      return () => {
        map.off("move", onMove);
        map.off("moveend", onMoveEnd);
        maps.delete(map);
      };
    },
    fit: (box: readonly [number, number, number, number]) =>
      place((first) => first.fitBounds([...box], { padding: FIT_PIXELS, duration: 0 })),
    /** Nothing moves that is there already. */
    put: (camera: MapCamera) =>
      place((first) => {
        if (!isAt(first, camera)) jump(first, camera);
      }),
  };
}

export type LinkedCameras = ReturnType<typeof linkCameras>;

function cameraOf(map: LinkedMap): MapCamera {
  const { lng, lat } = map.getCenter();
  return { longitude: lng, latitude: lat, zoom: map.getZoom() };
}

function jump(map: LinkedMap, { longitude, latitude, zoom }: MapCamera): void {
  map.jumpTo({ center: [longitude, latitude], zoom });
}

function isAt(map: LinkedMap, camera: MapCamera): boolean {
  const now = cameraOf(map);
  return now.longitude === camera.longitude && now.latitude === camera.latitude && now.zoom === camera.zoom;
}
