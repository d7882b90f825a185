import { sameZone, type Zone, type ZoningState } from "../../server/contract/drawn-zones.ts";

/** Which zones there are and which of them has each address: an address can be in one zone at most. */
export interface ZoningContent {
  /** In no order. */
  readonly zones: readonly Zone[];
  /** Zone id by address id; an address in no zone is absent. */
  readonly zoneOf: ReadonlyMap<string, string>;
}

export const NO_CONTENT: ZoningContent = { zones: [], zoneOf: new Map() };

export function contentOf(state: Pick<ZoningState, "zones" | "addressIds">): ZoningContent {
  const zoneOf = new Map<string, string>();
  for (const [zoneId, addressIds] of Object.entries(state.addressIds)) {
    for (const addressId of addressIds) zoneOf.set(addressId, zoneId);
  }
  return { zones: state.zones, zoneOf };
}

export function zoneOfId(content: ZoningContent, zoneId: string | null): Zone | null {
  return content.zones.find(({ id }) => id === zoneId) ?? null;
}

export function addressIdsOf(content: ZoningContent, zoneIds: readonly string[]): string[] {
  const wanted = new Set(zoneIds);
  return [...content.zoneOf].flatMap(([addressId, zoneId]) => (wanted.has(zoneId) ? [addressId] : []));
}

/** Whether two contents are the same, in whatever order zones were added. */
export function sameContent(a: ZoningContent, b: ZoningContent): boolean {
  if (a === b) return true;
  if (a.zones.length !== b.zones.length || a.zoneOf.size !== b.zoneOf.size) return false;
  const isThere = (zone: Zone) => {
    const other = zoneOfId(b, zone.id);
    return other !== null && sameZone(zone, other);
  };
  if (!a.zones.every(isThere)) return false;
  if (a.zoneOf === b.zoneOf) return true;
  for (const [addressId, zoneId] of a.zoneOf) if (b.zoneOf.get(addressId) !== zoneId) return false;
  return true;
}
