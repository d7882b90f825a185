import type { MapToKeep } from "../field-client.ts";
import { isTileOf, MAP_CACHE } from "./map-cache.ts";
import { hasWorker, installWorker } from "./register-worker.ts";

export interface KeepProgress {
  readonly bytes: number;
  readonly allBytes: number;
}

export type KeepEnd = "kept" | "no-network" | "no-room" | "impossible";

/** At a time: enough to fill a mobile line, few enough not to hold up what is being sent. */
const AT_ONCE = 6;

/** Bytes of the page itself, as the build counted them; null where nobody did. */
export async function pageBytes(): Promise<number | null> {
  try {
    const said: unknown = await (await fetch("/field-files.json")).json();
    return typeof said === "object" && said !== null && "bytes" in said && typeof said.bytes === "number"
      ? said.bytes
      : null;
  } catch {
    return null;
  }
}

/**
 * Keeps the tiles of the map and the page itself on the phone; the sheet is there already. What was kept before is not
 * fetched again, so that an attempt that broke off goes on where it was.
 */
export async function keepAll(
  map: MapToKeep,
  bytesOfPage: number,
  say: (progress: KeepProgress) => void,
): Promise<KeepEnd> {
  if (!hasWorker()) return "impossible";
  const allBytes = map.bytes + bytesOfPage;
  const bytesOfTile = map.bytes / Math.max(1, map.addresses.length);
  let done = 0;
  const told = () => say({ bytes: Math.min(map.bytes, done * bytesOfTile), allBytes });
  try {
    const cache = await caches.open(MAP_CACHE);
    const left = [...map.addresses];
    const work = async (): Promise<void> => {
      for (let address = left.shift(); address !== undefined; address = left.shift()) {
        await keepTile(cache, address);
        done++;
        told();
      }
    };
    told();
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await installWorker();
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "QuotaExceededError") return "no-room";
    return "no-network";
  }
  say({ bytes: allBytes, allBytes });
  return "kept";
}

/** Tiles of a link that is over. */
export async function forgetTiles(token: string): Promise<void> {
  if (!hasWorker() || !(await caches.has(MAP_CACHE))) return;
  const cache = await caches.open(MAP_CACHE);
  const ofLink = (await cache.keys()).filter(({ url }) => isTileOf(token, url));
  await Promise.all(ofLink.map((request) => cache.delete(request)));
}

async function keepTile(cache: Cache, address: string): Promise<void> {
  if ((await cache.match(address, { ignoreVary: true })) !== undefined) return;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  await cache.put(address, answer);
}
