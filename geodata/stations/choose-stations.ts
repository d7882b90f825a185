import { boxOfArea, labelPosition } from "../geometry/polygon.ts";
import { type BoundingBox, isInBox } from "../geometry/position.ts";
import { communeKey, stationKey } from "../readers/station-key.ts";
import type { VintageContours } from "./contour-sets.ts";
import type { StationDraft } from "./station-draft.ts";

/** Which part of the sources the user asked for. */
export interface Wanted {
  readonly communes: readonly string[];
  readonly box: BoundingBox | null;
}

/** Today's stations: those of the newest contours, in the order of their ids, as far as they are wanted. */
export function stationsOfContours(newest: VintageContours, wanted: Wanted): StationDraft[] {
  const drafts = newest.contours.map((contour) => ({
    id: contour.id,
    number: contour.number,
    name: contour.name,
    communeCode: contour.communeCode,
    communeName: contour.communeName,
    key: stationKey(contour.communeCode, contour.number),
    geometry: contour.geometry,
  }));
  return wantedStations(drafts, wanted).sort(byId);
}

/** A commune may be asked for by code or, where it has none, by name. */
export function wantedStations(drafts: readonly StationDraft[], wanted: Wanted): StationDraft[] {
  const codes = new Set(wanted.communes.map(communeKey));
  const names = new Set(wanted.communes.map((name) => name.trim().toLowerCase()));
  const { box } = wanted;
  return drafts.filter(
    (draft) =>
      (codes.size === 0 || codes.has(communeKey(draft.communeCode)) || names.has(draft.id.toLowerCase())) &&
      (box === null || isInBox(labelPosition(draft.geometry), box)),
  );
}

export function boxesOf(drafts: readonly StationDraft[]): BoundingBox[] {
  return drafts.map((draft) => boxOfArea(draft.geometry));
}

function byId(a: StationDraft, b: StationDraft): number {
  return a.id.localeCompare(b.id, "fr", { numeric: true });
}
