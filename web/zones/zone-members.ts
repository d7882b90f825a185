import type { GroundIndex } from "./ground-index.ts";
import type { ZoningContent } from "./zoning-content.ts";

/** The places of every zone, in their order; zones without any are there too. */
export type ZoneMembers = ReadonlyMap<string, readonly number[]>;

/** A zone whose places are the same keeps its list, so that what is known of the list stays known. */
export function membersOf(index: GroundIndex, content: ZoningContent, before: ZoneMembers): ZoneMembers {
  const members = new Map<string, number[]>(content.zones.map(({ id }) => [id, []]));
  index.ground.addressIds.forEach((addressId, place) => {
    const zoneId = content.zoneOf.get(addressId);
    if (zoneId !== undefined) members.get(zoneId)?.push(place);
  });
  return new Map(
    [...members].map(([zoneId, places]): [string, readonly number[]] => {
      const known = before.get(zoneId);
      return [zoneId, known !== undefined && sameList(known, places) ? known : places];
    }),
  );
}

/** Places that no zone has. */
export function freePlaces(index: GroundIndex, zoneOf: ZoningContent["zoneOf"]): number[] {
  const free: number[] = [];
  index.ground.addressIds.forEach((addressId, place) => {
    if (!zoneOf.has(addressId)) free.push(place);
  });
  return free;
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((place, at) => place === b[at]);
}
