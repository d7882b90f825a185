import { groupBy } from "../../geodata/geometry/group-by.ts";
import { MOST_ADDRESSES_A_STEP, ZONE_COLOURS, type Zone, type ZoneStep } from "../../server/contract/drawn-zones.ts";
import { type ZoningContent, zoneOfId } from "./zoning-content.ts";

/** A choice of addresses as steps, with what of it stays where it is. */
export interface Claim {
  readonly steps: readonly ZoneStep[];
  readonly claimed: readonly string[];
  /** By the zone that had them. */
  readonly taken: ReadonlyMap<string, readonly string[]>;
  readonly leftToOthers: ReadonlyMap<string, readonly string[]>;
  readonly leftToLocked: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives addresses to a zone. Those of other zones stay where they are unless they are taken on purpose; those of a
 * locked one always do.
 *
 * @param to null takes them out of their zones
 * @param takesFrom whether addresses of this zone, which is not locked, come along
 */
export function claimSteps(
  content: ZoningContent,
  addressIds: Iterable<string>,
  to: string | null,
  takesFrom: (zoneId: string) => boolean,
): Claim {
  const byHolder = groupBy(addressIds, (addressId) => content.zoneOf.get(addressId) ?? null);
  byHolder.delete(to);
  const claim = {
    steps: [] as ZoneStep[],
    claimed: [] as string[],
    taken: new Map<string, readonly string[]>(),
    leftToOthers: new Map<string, readonly string[]>(),
    leftToLocked: new Map<string, readonly string[]>(),
  };
  for (const [holder, list] of byHolder) {
    if (holder !== null) {
      const isLocked = zoneOfId(content, holder)?.isLocked ?? false;
      const kept = isLocked ? claim.leftToLocked : takesFrom(holder) ? null : claim.leftToOthers;
      (kept ?? claim.taken).set(holder, list);
      if (kept !== null) continue;
    }
    claim.steps.push(...moveSteps(holder, to, list));
    claim.claimed.push(...list);
  }
  return claim;
}

/** A new zone with these addresses, which are in no zone or leave the zone that is named. */
export function splitSteps(zone: Zone, from: string | null, addressIds: readonly string[]): ZoneStep[] {
  return [{ kind: "zone-added", zone }, ...moveSteps(from, zone.id, addressIds)];
}

/** All of a zone goes to another, and the zone is no more. To nowhere: it is deleted. */
export function mergeSteps(content: ZoningContent, zone: Zone, into: string | null): ZoneStep[] {
  const addressIds = [...content.zoneOf].flatMap(([addressId, holder]) => (holder === zone.id ? [addressId] : []));
  return [...moveSteps(zone.id, into, addressIds), { kind: "zone-removed", zone }];
}

function moveSteps(from: string | null, to: string | null, addressIds: readonly string[]): ZoneStep[] {
  const steps: ZoneStep[] = [];
  for (let start = 0; start < addressIds.length; start += MOST_ADDRESSES_A_STEP) {
    steps.push({
      kind: "addresses-moved",
      from,
      to,
      addressIds: addressIds.slice(start, start + MOST_ADDRESSES_A_STEP),
    });
  }
  return steps;
}

/** A zone with a name and a colour that no other has, as far as there are colours. */
export function newZone(zones: readonly Zone[], id: string, nameOf: (number: number) => string): Zone {
  const names = new Set(zones.map(({ name }) => name));
  let number = zones.length + 1;
  while (names.has(nameOf(number))) number += 1;
  const uses = Array.from(
    { length: ZONE_COLOURS },
    (_, colour) => zones.filter((zone) => zone.colour === colour).length,
  );
  return { id, name: nameOf(number), colour: uses.indexOf(Math.min(...uses)), isLocked: false };
}
