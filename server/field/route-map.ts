import type { TerritoryLibrary } from "../territories/territory-library.ts";
import { unpackJson } from "../work/packed-json.ts";
import type { FieldStores } from "./field-stores.ts";
import { unknownLink } from "./field-words.ts";
import { type OfflineMap, offlineMap } from "./offline-map.ts";
import { openLink } from "./open-link.ts";

interface MapDeps {
  readonly field: Pick<FieldStores, "links" | "sheets">;
  readonly library: Pick<TerritoryLibrary, "open" | "names">;
  readonly now: () => Date;
}

/** What a phone keeps of the map. Without the territory's file there is none: the walk and its doors need no map. */
export async function routeMap(token: string, { field, library, now }: MapDeps): Promise<OfflineMap> {
  const { outingRouteId, territoryName } = await openLink(token, field.links, now());
  const packed = await field.sheets.route(outingRouteId);
  if (packed === null) throw unknownLink();
  if (packed.textBytes === 0 || !library.names().includes(territoryName)) {
    return { bytes: 0, addresses: [], isWhole: false };
  }
  const path = `/api/field/${encodeURIComponent(token)}/tiles`;
  return offlineMap(unpackJson(packed), library.open(territoryName), (...tile) => `${path}/${tile.join("/")}`);
}
