import { featureCollection, intersect } from "@turf/turf";
import type { Feature, Polygon } from "geojson";
import { groupBy } from "../geometry/group-by.ts";
import { nearestRegions } from "../geometry/nearest-regions.ts";
import type { Area } from "../geometry/polygon.ts";
import { boxAround, METRES_PER_DEGREE, type Position } from "../geometry/position.ts";
import type { SourceAddress } from "../readers/addresses-reader.ts";
import type { CommuneOutline } from "../readers/commune-outlines-reader.ts";
import { communeKey, stationNumberKey } from "../readers/station-key.ts";
import type { StationDraft } from "./station-draft.ts";

/** Room left around a commune without an outline. */
const MARGIN_METRES = 200;

/**
 * Areas of polling stations where only the addresses of the electoral roll are known: every place belongs to the
 * station of the nearest roll address of its commune (Voronoi), as far as the commune reaches. Insee's own areas are
 * made this way. A commune without an outline is cut at the box of its addresses.
 */
export function rollStations(addresses: readonly SourceAddress[], outlines: readonly CommuneOutline[]): StationDraft[] {
  const onRoll = addresses.filter((address) => address.stationKey !== null);
  const outlineOf = new Map(outlines.flatMap((outline) => (outline.code ? [[communeKey(outline.code), outline]] : [])));
  return [...groupBy(onRoll, (address) => communeKey(address.communeCode))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([commune, inside]) => stationsOfCommune(commune, inside, outlineOf.get(commune) ?? null));
}

function stationsOfCommune(
  commune: string,
  addresses: readonly SourceAddress[],
  outline: CommuneOutline | null,
): StationDraft[] {
  const ground = outline?.geometry ?? boxArea(addresses.map((address) => address.position));
  const cells = cellsByStation(addresses, ground);
  return [...cells]
    .sort(([a], [b]) => a.localeCompare(b, "fr", { numeric: true }))
    .flatMap(([key, geometry]) => {
      const number = key.slice(key.lastIndexOf("_") + 1);
      if (geometry === null) return [];
      return {
        id: `${commune}_${number}`,
        number,
        name: `Bureau ${stationNumberKey(number)}`,
        communeCode: commune,
        communeName: outline?.name ?? (addresses[0]?.communeName || null),
        key,
        geometry,
      };
    });
}

/** One area per station: the cells of its addresses, as far as the ground reaches. */
function cellsByStation(addresses: readonly SourceAddress[], ground: Area): Map<string, Area | null> {
  // Several roll addresses may share one point: the station with most of them there has it.
  const points = [...groupBy(addresses, ({ position }) => position.join(" ")).values()].flatMap((shared) => {
    const [first] = shared;
    return first === undefined ? [] : [{ position: first.position, key: mostRolled(shared) }];
  });
  const limits: Feature<Area> = { type: "Feature", properties: {}, geometry: ground };
  return new Map(
    [...nearestRegions(points)].map(([key, region]) => {
      const whole: Feature<Area> = { type: "Feature", properties: {}, geometry: region };
      return [key, intersect(featureCollection([whole, limits]))?.geometry ?? null];
    }),
  );
}

function mostRolled(shared: readonly SourceAddress[]): string {
  const counts = new Map<string, number>();
  for (const { stationKey, rollCount } of shared) {
    if (stationKey !== null) counts.set(stationKey, (counts.get(stationKey) ?? 0) + (rollCount ?? 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

function boxArea(positions: readonly Position[]): Area {
  const [west, south, east, north] = boxAround(positions);
  const pad = MARGIN_METRES / METRES_PER_DEGREE;
  return boxToArea([west - pad, south - pad, east + pad, north + pad]);
}

export function boxToArea([west, south, east, north]: readonly [number, number, number, number]): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}
