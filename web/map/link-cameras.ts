/** What of a map is moved together with others: MapLibre's own calls. */
export interface LinkedMap {
  getCenter(): { readonly lng: number; readonly lat: number };
  getZoom(): number;
  jumpTo(camera: { readonly center: [number, number]; readonly zoom: number }): unknown;
  fitBounds(
    box: [number, number, number, number],
    options: { readonly padding: number; readonly duration: 0 },
  ): unknown;
  on(event: "move", listener: () => void): unknown;
  off(event: "move", listener: () => void): unknown;
}

/** Around what is fitted into a map. */
export const FIT_PIXELS = 16;

/**
 * One camera for several maps: where one goes, the others are put. A map that is put somewhere says that it moved, and
 * is not listened to while that lasts; so nothing comes back to who moved first.
 */
export function linkCameras() {
  const maps = new Set<LinkedMap>();
  let isPutting = false;
  const follow = (leader: LinkedMap) => {
    if (isPutting) return;
    isPutting = true;
    try {
      const { lng, lat } = leader.getCenter();
      const camera = { center: [lng, lat] as [number, number], zoom: leader.getZoom() };
      for (const map of maps) if (map !== leader) map.jumpTo(camera);
    } finally {
      isPutting = false;
    }
  };
  return {
    /** Takes the place of the others, and moves with them until it is taken out by what is given back. */
    add: (map: LinkedMap): (() => void) => {
      const [other] = maps;
      const onMove = () => follow(map);
      if (other !== undefined) {
        const { lng, lat } = other.getCenter();
        map.jumpTo({ center: [lng, lat], zoom: other.getZoom() });
      }
      maps.add(map);
      map.on("move", onMove);
      return () => {
        map.off("move", onMove);
        maps.delete(map);
      };
    },
    fit: (box: readonly [number, number, number, number]) => {
      const [first] = maps;
      first?.fitBounds([...box], { padding: FIT_PIXELS, duration: 0 });
    },
  };
}

export type LinkedCameras = ReturnType<typeof linkCameras>;
