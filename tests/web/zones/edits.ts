import fc from "fast-check";
import type { Zone, ZoneStep } from "../../../server/contract/drawn-zones.ts";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import { NO_CONTENT, type ZoningContent } from "../../../web/zones/zoning-content.ts";

export const ADDRESSES = Array.from({ length: 12 }, (_, number) => `a${number}`);
const ZONE_IDS = ["n", "s", "e", "w"];

export function zoneNamed(id: string, part: Partial<Zone> = {}): Zone {
  return { id, name: id.toUpperCase(), colour: 0, isLocked: false, ...part };
}

export function contentWith(
  zones: readonly Zone[],
  addressIds: Readonly<Record<string, readonly string[]>>,
): ZoningContent {
  return {
    zones,
    zoneOf: new Map(Object.entries(addressIds).flatMap(([id, list]) => list.map((one): [string, string] => [one, id]))),
  };
}

const zoneId = fc.constantFrom(...ZONE_IDS);
const place = fc.option(zoneId, { nil: null });
const zone = fc
  .record({ id: zoneId, colour: fc.constantFrom(0, 1), isLocked: fc.boolean() })
  .map(({ id, ...part }) => zoneNamed(id, part));

/** Steps as they come from a window that may know little of what others do: many are impossible. */
export const anyStep: fc.Arbitrary<ZoneStep> = fc.oneof(
  { weight: 2, arbitrary: zoneId.map((id): ZoneStep => ({ kind: "zone-added", zone: zoneNamed(id) })) },
  zone.map((one): ZoneStep => ({ kind: "zone-removed", zone: one })),
  fc
    .tuple(zone, zone)
    .map(([before, after]): ZoneStep => ({ kind: "zone-changed", before, after: { ...after, id: before.id } })),
  {
    weight: 5,
    arbitrary: fc
      .record({ from: place, to: place, addressIds: fc.subarray(ADDRESSES, { minLength: 1 }) })
      .map((move): ZoneStep => ({ kind: "addresses-moved", ...move })),
  },
);

export const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 5 });

/** What is left of any steps taken from nothing. */
export const anyContent = fc.array(anyStep, { maxLength: 15 }).map((steps) => applySteps(NO_CONTENT, steps).content);
