import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import * as v from "valibot";
import { PlanRequestSchema, SelectionSchema } from "./plan.ts";
import type { Sentence } from "./refusal.ts";

/** Addresses on streets that are cut in one go: the work of half a minute. */
export const MOST_CUT_ADDRESSES = 40_000;

/** POST /api/territories/:name/zones: cut stations or a drawn area into zones of equal work. */
export const ZonesRequestSchema = v.object({
  /** Whole stations or a drawn area. "best" is for plans: it is refused here. */
  selection: SelectionSchema,
  zones: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)), 1),
  minutesPerDoor: PlanRequestSchema.entries.minutesPerDoor,
  /** Kilometres per hour on the flat. */
  speed: PlanRequestSchema.entries.speed,
});
export type ZonesRequest = v.InferOutput<typeof ZonesRequestSchema>;

export interface ZoneProperties {
  /** "1", "2", …: clockwise from the north. */
  readonly zone: string;
  readonly addressIds: readonly string[];
  readonly addresses: number;
  readonly doors: number;
  readonly doorSeconds: number;
  /** Estimated walk through all doors of the zone. */
  readonly walkMetres: number;
  /** Doors and walk. */
  readonly workSeconds: number;
  /** Root of the mean square distance of the doors to their middle. */
  readonly spreadMetres: number;
  /** 1 for doors spread evenly over a disc, less the longer or the more scattered the zone; null without geometry. */
  readonly compactness: number | null;
  /** What must be crossed within the zone: big road, bridge or tunnel, or a part without a way to the rest. */
  readonly straddles: readonly { readonly barrier: "road" | "bridge" | "gap"; readonly street: string }[];
}

export interface ZonesAnswer {
  readonly version: 1;
  readonly territory: { readonly name: string; readonly version: string };
  readonly request: ZonesRequest;
  readonly score: {
    /** Work of the heaviest and of the lightest zone over the mean. */
    readonly heaviest: number;
    readonly lightest: number;
    /** Mean over the zones that have one. */
    readonly compactness: number | null;
    /** Pieces of street with doors of two zones or more. */
    readonly sharedPieces: number;
    /** Sides of a street between two junctions that had to be torn. */
    readonly tornSides: number;
    readonly straddledRoads: number;
    readonly straddledBridges: number;
    /** Walk, and 60 m for each big road to cross, per door. */
    readonly metresEquivalentPerDoor: number;
  };
  /** What an organizer should know before handing zones out. */
  readonly notes: readonly { readonly code: string; readonly text: Sentence }[];
  /** Feature id = number of the zone. Geometry is null when all doors of a zone stand on doors of others. */
  readonly zones: FeatureCollection<Polygon | MultiPolygon | null, ZoneProperties>;
}
