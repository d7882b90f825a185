import { boardOf } from "../contract/apply-zone-edit.ts";
import { sameZone, type Zone, type ZoneStep } from "../contract/drawn-zones.ts";
import type { ZonesAtOnce } from "./zoning-store.ts";

/** Steps that make zones what they are in another state: none when they are the same. */
export function stepsBetween(from: ZonesAtOnce, to: ZonesAtOnce): readonly ZoneStep[] {
  const wanted = new Map(to.zones.map((zone) => [zone.id, zone]));
  const present = new Map(from.zones.map((zone) => [zone.id, zone]));
  const moves = movesBetween(from, to);
  const touched = new Set(moves.flatMap((move) => [move.from, move.to]));
  const isInTheWay = (zone: Zone) => zone.isLocked && (touched.has(zone.id) || !wanted.has(zone.id));
  const opened = new Map(
    [...present.values()].map((zone) => [zone.id, isInTheWay(zone) ? { ...zone, isLocked: false } : zone]),
  );
  // A zone that comes back is open until its addresses are in it.
  for (const zone of to.zones) {
    if (!present.has(zone.id)) opened.set(zone.id, { ...zone, isLocked: false });
  }
  return [
    ...changes(present, opened),
    ...to.zones.flatMap((zone): ZoneStep[] =>
      present.has(zone.id) ? [] : [{ kind: "zone-added", zone: { ...zone, isLocked: false } }],
    ),
    ...moves,
    ...from.zones.flatMap((zone): ZoneStep[] =>
      wanted.has(zone.id) ? [] : [{ kind: "zone-removed", zone: opened.get(zone.id) ?? zone }],
    ),
    ...changes(opened, wanted),
  ];
}

function changes(before: ReadonlyMap<string, Zone>, after: ReadonlyMap<string, Zone>): readonly ZoneStep[] {
  return [...before.values()].flatMap((zone): ZoneStep[] => {
    const next = after.get(zone.id);
    return !next || sameZone(zone, next) ? [] : [{ kind: "zone-changed", before: zone, after: next }];
  });
}

type Move = Extract<ZoneStep, { readonly kind: "addresses-moved" }>;

function movesBetween(from: ZonesAtOnce, to: ZonesAtOnce): readonly Move[] {
  const before = boardOf(from.zones, from.addressIds).zoneOf;
  const after = boardOf(to.zones, to.addressIds).zoneOf;
  const moved = new Map<string, Move & { readonly addressIds: string[] }>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [source, target] = [before.get(id) ?? null, after.get(id) ?? null];
    if (source === target) continue;
    const key = JSON.stringify([source, target]);
    const move = moved.get(key);
    if (move) move.addressIds.push(id);
    else moved.set(key, { kind: "addresses-moved", from: source, to: target, addressIds: [id] });
  }
  return [...moved.values()];
}
