import type { Selection } from "../../server/contract/plan.ts";
import { placesInRing } from "./choose-places.ts";
import type { GroundIndex } from "./ground-index.ts";
import { type ZoningContent, zoneOfId } from "./zoning-content.ts";

export const CUT_SUBJECTS = ["all", "free", "zones", "area"] as const;
/** What is cut: everything, doors without a zone, zones of the zoning, the area chosen in the workspace. */
export type CutSubject = (typeof CUT_SUBJECTS)[number];

export interface PlacesToCut {
  /** On a street, in no locked zone. */
  readonly places: readonly number[];
  /** Away from all streets: no walk leads there, so no zone can be weighed with them. */
  readonly away: readonly number[];
  /** Left as they are, by the locked zone that has them. */
  readonly locked: ReadonlyMap<string, readonly number[]>;
}

/** Sets apart what of a choice can be cut. */
export function placesToCut(index: GroundIndex, content: ZoningContent, chosen: Iterable<number>): PlacesToCut {
  const places: number[] = [];
  const away: number[] = [];
  const locked = new Map<string, number[]>();
  const lockedIds = new Set(content.zones.filter(({ isLocked }) => isLocked).map(({ id }) => id));
  for (const place of chosen) {
    const zoneId = content.zoneOf.get(index.ground.addressIds[place] ?? "");
    if (zoneId !== undefined && lockedIds.has(zoneId)) {
      const list = locked.get(zoneId);
      if (list === undefined) locked.set(zoneId, [place]);
      else list.push(place);
    } else if ((index.ground.pieces[place] ?? -1) < 0) away.push(place);
    else places.push(place);
  }
  return { places, away, locked };
}

/** Names of the zones that stay as they are. */
export function lockedNames(content: ZoningContent, { locked }: PlacesToCut): string[] {
  return [...locked.keys()].flatMap((zoneId) => zoneOfId(content, zoneId)?.name ?? []);
}

/** The places of a selection that names them; none of "best", which depends on a team. */
export function placesOfSelection(index: GroundIndex, selection: Selection | null): readonly number[] {
  switch (selection?.kind) {
    case "stations": {
      const wanted = new Set(selection.stationIds);
      return index.ground.stationIds.flatMap((id, station) => (wanted.has(id) ? index.ofStation(station) : []));
    }
    case "zone": {
      const { geometry } = selection;
      const rings =
        geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map(([ring]) => ring);
      return [...new Set(rings.flatMap((ring) => placesInRing(index, ring ?? [])))];
    }
    case "addresses":
      return index.placesOf(selection.addressIds);
    default:
      return [];
  }
}
