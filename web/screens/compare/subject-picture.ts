import { boxOfArea, labelPosition } from "../../../geodata/geometry/polygon.ts";
import { type BoundingBox, boxAround, type Position } from "../../../geodata/geometry/position.ts";
import type { ZonesFile } from "../../../server/contract/drawn-zones.ts";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import type { DrawnZone } from "../../map/drawn-zone-layers.ts";
import type { ShownSubject } from "../../workspace/create-comparison.ts";

/** What a map shows of a subject, over the colours of all stations. */
export interface SubjectPicture {
  /** Stations that stand out themselves, by index: those that are compared whole. */
  readonly stations: ReadonlySet<number>;
  readonly zones: readonly DrawnZone[];
  readonly routes: readonly PlanRoute[];
  readonly box: BoundingBox | null;
}

/** @param outlines of the zonings, by their id; without them a zone has no picture yet */
export function subjectPicture(
  { compared }: ShownSubject,
  outlines: ReadonlyMap<string, ZonesFile> | null,
): SubjectPicture {
  const nothing = { stations: new Set<number>(), zones: [], routes: [], box: null };
  if (compared.status === "waiting") return nothing;
  const { origin, rows } = compared;
  const ground = rows.length > 0 ? boxAround(rows.flatMap(({ box }) => cornersOf(box))) : null;
  switch (origin.kind) {
    case "stations":
      return { ...nothing, stations: new Set(rows.map(({ index }) => index)), box: ground };
    case "plan": {
      const { routes } = origin.plan;
      const path = routes.flatMap(({ osrm }) => osrm.geometry.coordinates);
      return { ...nothing, routes, box: path.length > 0 ? boxAround(path) : ground };
    }
    case "zones": {
      const zones = drawnZones(origin, outlines?.get(origin.zoning.id));
      const corners = zones.flatMap(({ outline }) => cornersOf(boxOfArea(outline)));
      return { ...nothing, zones, box: corners.length > 0 ? boxAround(corners) : ground };
    }
  }
}

/** Null without a box. */
export function boxAroundBoxes(boxes: readonly BoundingBox[]): BoundingBox | null {
  return boxes.length === 0 ? null : boxAround(boxes.flatMap(cornersOf));
}

function cornersOf([west, south, east, north]: BoundingBox): readonly Position[] {
  return [
    [west, south],
    [east, north],
  ];
}

type ZonesOrigin = Extract<
  Extract<ShownSubject["compared"], { readonly status: "ready" }>["origin"],
  { readonly kind: "zones" }
>;

function drawnZones({ zoning, zoneIds }: ZonesOrigin, file: ZonesFile | undefined): readonly DrawnZone[] {
  const outlineOf = new Map(file?.features.map(({ properties, geometry }) => [properties.zoneId, geometry]));
  return zoning.zones.flatMap(({ id, name, colour }): readonly DrawnZone[] => {
    const outline = outlineOf.get(id) ?? null;
    if (outline === null || !zoneIds.includes(id)) return [];
    const shape = { outline, labelPosition: labelPosition(outline) };
    return [{ zoneId: id, label: name, colour, isLocked: false, isOpened: false, ...shape }];
  });
}
