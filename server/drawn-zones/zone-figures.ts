import { boxAround } from "../../geodata/geometry/position.ts";
import { zoneOutlines } from "../../geodata/geometry/zone-outlines.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { DrawnZoneFigures, ZoneFiguresAnswer, ZoneFiguresRequest } from "../contract/drawn-zones.ts";
import { addressesAround, OUTLINE_MARGIN_METRES, stopOfAddress } from "../zoning/address-stops.ts";
import { drawnCut } from "../zoning/drawn-cut.ts";
import { type CutScore, scoreZones } from "../zoning/score-zones.ts";
import { zoneParts } from "../zoning/zone-parts.ts";
import { zonesCompactness } from "../zoning/zones-compactness.ts";

type JudgedTerritory = Pick<Territory, "addressesById" | "addressesInBox" | "streetGraph">;

/** Streets this near outside the zones may join their parts or lie between them. */
const MARGIN_METRES = 300;

/**
 * What zones are like that people drew, measured as `cutSelection` measures its own. Addresses away from all streets
 * count as addresses and doors, and have no walk.
 */
export function zoneFigures(territory: JudgedTerritory, request: ZoneFiguresRequest): ZoneFiguresAnswer {
  const zones = request.zones.map(({ zoneId, addressIds }) => {
    const addresses = territory.addressesById([...new Set(addressIds)]).filter(({ doors }) => doors > 0);
    return { zoneId, addresses, unknown: new Set(addressIds).size - addresses.length };
  });
  const onStreet = zones.map(({ addresses }) => addresses.filter(({ place }) => place !== null));
  const judged = onStreet.flatMap((addresses, zone) => (addresses.length > 0 ? [zone] : []));
  const placeOfZone = new Map(judged.map((zone, place) => [zone, place]));
  const cut =
    judged.length > 0
      ? cutOf(
          territory,
          judged.map((zone) => onStreet[zone] ?? []),
          request,
        )
      : null;
  return {
    zones: zones.map(({ zoneId, addresses, unknown }, zone): DrawnZoneFigures => {
      const figures = cut?.score.zones[placeOfZone.get(zone) ?? -1];
      return {
        zoneId,
        addresses: addresses.length,
        unknownAddresses: unknown,
        doors: addresses.reduce((sum, { doors }) => sum + doors, 0),
        doorSeconds: figures?.doorSeconds ?? 0,
        walkMetres: figures?.walkMetres ?? 0,
        workSeconds: figures?.workSeconds ?? 0,
        spreadMetres: figures?.spreadMetres ?? 0,
        straddles: figures?.straddles ?? [],
        parts: cut?.parts[placeOfZone.get(zone) ?? -1] ?? [],
      };
    }),
    score: cut
      ? {
          heaviest: cut.score.heaviest,
          lightest: cut.score.lightest,
          sharedPieces: cut.score.sharedPieces,
          straddledRoads: cut.score.straddledRoads,
          straddledBridges: cut.score.straddledBridges,
          metresEquivalentPerDoor: cut.score.metresEquivalentPerDoor,
          compactness: cut.compactness,
        }
      : null,
  };
}

function cutOf(territory: JudgedTerritory, zones: readonly (readonly Address[])[], request: ZoneFiguresRequest) {
  const graph = territory.streetGraph();
  const own = zones.flat();
  const between = addressesAround(territory, own, MARGIN_METRES).filter(({ place, doors }) => place && doors > 0);
  const addresses = [...own, ...between];
  const stops = addresses.flatMap((address) => stopOfAddress(address, request.minutesPerDoor));
  const zoneOfStop = Int32Array.from([
    ...zones.flatMap((members, zone) => members.map(() => zone)),
    ...between.map(() => -1),
  ]);
  const cut = drawnCut(graph, stops, zoneOfStop, zones.length, request.speed);
  const score = scoreZones(graph, stops.slice(0, own.length), cut);
  const parts = zoneParts(cut).map((ofZone) =>
    ofZone
      .map(({ stops: members, isIsland }) => ({
        ...partOf(members.flatMap((stop) => addresses[stop] ?? [])),
        isIsland,
      }))
      .sort((one, other) => other.doors - one.doors),
  );
  return { score, parts, compactness: request.isCompactnessAsked ? compactnessOf(territory, zones, score) : null };
}

/** Outlined as an automatic cut is: by the doors of the zones and what stands around them. */
function compactnessOf(
  territory: JudgedTerritory,
  zones: readonly (readonly Address[])[],
  score: CutScore,
): number | null {
  const own = zones.flat();
  const outlines = zoneOutlines(
    own.map(({ position }) => position),
    zones.flatMap((members, zone) => members.map(() => zone)),
    zones.length,
    addressesAround(territory, own, OUTLINE_MARGIN_METRES).map(({ position }) => position),
  );
  return zonesCompactness(outlines, score.zones).mean;
}

function partOf(addresses: readonly Address[]): Omit<DrawnZoneFigures["parts"][number], "isIsland"> {
  return {
    doors: addresses.reduce((sum, { doors }) => sum + doors, 0),
    addresses: addresses.length,
    box: boxAround(addresses.map(({ position }) => position)),
    addressIds: addresses.map(({ id }) => id),
  };
}
