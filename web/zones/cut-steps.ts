import { MOST_ZONES, type Zone, type ZoneStep } from "../../server/contract/drawn-zones.ts";
import { claimSteps, newZone } from "./zone-steps.ts";
import type { ZoningContent } from "./zoning-content.ts";

/** A cut as it came, before it meets the zones that are there. */
export interface ZonesCut {
  /** Each with the id that its zone will have. */
  readonly parts: readonly { readonly zoneId: string; readonly addressIds: readonly string[] }[];
  /** Addresses that were to be cut and are in no part: away from all streets. */
  readonly leftOver: readonly string[];
}

export interface CutEdit {
  /** One edit. None when there would be more zones than a zoning holds. */
  readonly steps: readonly ZoneStep[];
  /** The zones that are made, in the order of the parts. */
  readonly added: readonly Zone[];
  readonly removed: readonly Zone[];
  readonly isTooMany: boolean;
}

/**
 * The edit that makes a cut so. Its parts become new zones, whatever zone their addresses were in; those of locked
 * zones stay. A zone that is left without any address is no more, and its name and colour are free for a new one.
 */
export function cutSteps(content: ZoningContent, cut: ZonesCut, nameOf: (number: number) => string): CutEdit {
  const claims = cut.parts.map(({ zoneId, addressIds }) => claimSteps(content, addressIds, zoneId, () => true));
  const leaving = claimSteps(content, cut.leftOver, null, () => true);
  const sizes = new Map<string, number>();
  for (const zoneId of content.zoneOf.values()) sizes.set(zoneId, (sizes.get(zoneId) ?? 0) + 1);
  for (const [zoneId, list] of [...claims, leaving].flatMap(({ taken }) => [...taken])) {
    sizes.set(zoneId, (sizes.get(zoneId) ?? 0) - list.length);
  }
  // A zone that was empty all along is somebody's, who has only begun.
  const removed = content.zones.filter(({ id, isLocked }) => !isLocked && sizes.get(id) === 0);
  const kept = content.zones.filter((zone) => !removed.includes(zone));
  const added: Zone[] = [];
  for (const { zoneId } of cut.parts) added.push(newZone([...kept, ...added], zoneId, nameOf));
  if (content.zones.length + added.length > MOST_ZONES) return { steps: [], added: [], removed: [], isTooMany: true };
  return {
    steps: [
      ...added.map((zone): ZoneStep => ({ kind: "zone-added", zone })),
      ...[...claims, leaving].flatMap(({ steps }) => steps),
      ...removed.map((zone): ZoneStep => ({ kind: "zone-removed", zone })),
    ],
    added,
    removed,
    isTooMany: false,
  };
}
