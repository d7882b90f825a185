import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import * as v from "valibot";
import { PlanRequestSchema } from "./plan.ts";

/**
 * Zones that people draw. A *zoning* ("découpage") is a named set of zones of one territory; a zone is a set of
 * addresses, so that no door can be in two zones of a zoning and none is torn by an outline. Outlines are derived.
 */

/** Colours that a zone can have: places in the palette of the map. */
export const ZONE_COLOURS = 12;
export const MOST_ZONES = 200;
/** Letters of the name of a zone or zoning. */
export const LONGEST_ZONE_NAME = 80;
export const MOST_ADDRESSES_A_STEP = 40_000;
/** A zoning that is cut anew: 200 zones that go, 200 that come, and what each gets of its few neighbours. */
const MOST_STEPS = 4000;

/** Zones are kept by their ids: "constructor" and the like are names that every object has already. */
const IdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,40}$/),
  v.check((id) => !(id in Object.prototype)),
);
const AddressIdsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  v.minLength(1),
  v.maxLength(MOST_ADDRESSES_A_STEP),
);
export const ZoningNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_ZONE_NAME));

export const ZoneSchema = v.object({
  /** Made by whoever adds the zone, unique in its zoning. */
  id: IdSchema,
  name: ZoningNameSchema,
  colour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ZONE_COLOURS - 1)),
  /** Nothing moves into or out of a locked zone. */
  isLocked: v.boolean(),
});
export type Zone = v.InferOutput<typeof ZoneSchema>;

export function sameZone(a: Zone, b: Zone): boolean {
  return a.id === b.id && a.name === b.name && a.colour === b.colour && a.isLocked === b.isLocked;
}

/** One step of an edit. Each says what was before, so that it can be undone, and refused when that is not so any more. */
export const ZoneStepSchema = v.variant("kind", [
  v.object({ kind: v.literal("zone-added"), zone: ZoneSchema }),
  /** Its addresses have been moved away by earlier steps. */
  v.object({ kind: v.literal("zone-removed"), zone: ZoneSchema }),
  v.object({ kind: v.literal("zone-changed"), before: ZoneSchema, after: ZoneSchema }),
  /** Null is "in no zone". */
  v.object({
    kind: v.literal("addresses-moved"),
    from: v.nullable(IdSchema),
    to: v.nullable(IdSchema),
    addressIds: AddressIdsSchema,
  }),
]);
export type ZoneStep = v.InferOutput<typeof ZoneStepSchema>;

/** POST /api/zonings/:zoningId/edits. An edit that is sent twice is applied once. */
export const ZoneEditSchema = v.object({
  id: IdSchema,
  /** Tells the windows of organizers apart; not a person. */
  editor: IdSchema,
  steps: v.pipe(v.array(ZoneStepSchema), v.minLength(1), v.maxLength(MOST_STEPS)),
});
export type ZoneEdit = v.InferOutput<typeof ZoneEditSchema>;

/** Why a part of an edit was not applied. The rest of the edit was. */
export interface ZoneRefusal {
  readonly reason:
    | "moved-meanwhile"
    | "locked"
    | "zone-gone"
    | "zone-exists"
    | "zone-changed"
    | "zone-in-use"
    | "too-many-zones";
  /** The zone that stands in the way: where the addresses are now, or the one that is locked, gone or changed. */
  readonly zoneId: string | null;
  /** Empty where no address is concerned. */
  readonly addressIds: readonly string[];
}

/** What became of an edit. */
export interface ZoneEditAnswer {
  readonly revision: number;
  /** What was applied: a part of what was asked, or all. */
  readonly steps: readonly ZoneStep[];
  readonly refused: readonly ZoneRefusal[];
}

/** One event "edit" of GET /api/zonings/:zoningId/events?after=REVISION; its id is the revision. */
export interface ZoneEditEvent {
  readonly revision: number;
  readonly editId: string;
  readonly editor: string;
  readonly at: string;
  readonly steps: readonly ZoneStep[];
}

/** GET /api/territories/:name/zonings, last edited first. */
export interface ZoningListItem {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly editedAt: string;
  readonly revision: number;
  readonly zones: number;
  /** What its zones are called, in no order. */
  readonly zoneNames: readonly Pick<Zone, "id" | "name">[];
  readonly addresses: number;
}

/** GET /api/zonings/:zoningId */
export interface ZoningState {
  readonly id: string;
  readonly territoryName: string;
  readonly name: string;
  /** Grows by one with every edit. */
  readonly revision: number;
  /** In no order: lists are sorted by name. */
  readonly zones: readonly Zone[];
  /** By zone id. Addresses that no zone has are left out. */
  readonly addressIds: Readonly<Record<string, readonly string[]>>;
}

/** POST /api/territories/:name/zonings: empty, or a copy of another zoning of the same territory. */
export const NewZoningSchema = v.object({ name: ZoningNameSchema, copyOf: v.optional(v.nullable(IdSchema), null) });
export type NewZoning = v.InferOutput<typeof NewZoningSchema>;

/** PUT /api/zonings/:zoningId/name */
export const ZoningRenameSchema = v.object({ name: ZoningNameSchema });

/** POST /api/zonings/:zoningId/versions: keeps the zoning as it is now under a name. */
export const NewZoningVersionSchema = v.object({ name: ZoningNameSchema });

/** POST /api/zonings/:zoningId/versions/:version/restore: an edit like any other, so it can be undone. */
export const ZoningRestoreSchema = v.object({ id: IdSchema, editor: IdSchema });

/** GET /api/zonings/:zoningId/versions, latest first. */
export interface ZoningVersion {
  readonly version: number;
  readonly name: string;
  readonly savedAt: string;
  readonly zones: number;
  readonly addresses: number;
}

/**
 * GET /api/territories/:name/ground: what zones are made from, as columns by address. Only addresses with doors; the
 * position in the columns means nothing in another version of the territory.
 */
export interface ZoneGround {
  readonly territoryVersion: string;
  readonly addressIds: readonly string[];
  /** Degrees, WGS 84, 6 decimals. */
  readonly longitudes: readonly number[];
  readonly latitudes: readonly number[];
  readonly doors: readonly number[];
  /** Position in `stationIds`, -1 for none. */
  readonly stations: readonly number[];
  readonly stationIds: readonly string[];
  /**
   * Census areas (IRIS). Without any in `ids` when the territory was built without; null for one that was built before
   * addresses kept theirs.
   */
  readonly censusAreas: {
    /** By address: position in `ids` and `names`, -1 for none. */
    readonly of: readonly number[];
    readonly ids: readonly string[];
    readonly names: readonly string[];
  } | null;
  /** House number as written. */
  readonly numbers: readonly string[];
  /** Position in `streetNames`. */
  readonly streets: readonly number[];
  readonly streetNames: readonly string[];
  /** Piece of street between two junctions, -1 for an address away from all streets. */
  readonly pieces: readonly number[];
  /** -1 left of its piece, 1 right, 0 on it. */
  readonly sides: readonly number[];
  /**
   * Which sides of streets are next to one another on foot, with no primary road, river, railway or motorway to cross on
   * the way. Each link once: an address of one side, one of the other.
   */
  readonly links: { readonly from: readonly number[]; readonly to: readonly number[] };
}

/** POST /api/territories/:name/zone-figures: what zones drawn by hand are like, judged as the automatic cut is. */
export const ZoneFiguresRequestSchema = v.object({
  zones: v.pipe(
    v.array(
      v.object({
        zoneId: IdSchema,
        addressIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(200_000)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_ZONES),
  ),
  minutesPerDoor: PlanRequestSchema.entries.minutesPerDoor,
  /** Kilometres per hour on the flat. */
  speed: PlanRequestSchema.entries.speed,
  /** Asks for the compactness of the zones too, whose outlines take longer than all else. */
  isCompactnessAsked: v.optional(v.boolean(), false),
});
export type ZoneFiguresRequest = v.InferOutput<typeof ZoneFiguresRequestSchema>;

export interface DrawnZoneFigures {
  readonly zoneId: string;
  readonly addresses: number;
  /** Addresses that the territory has no more: left out of everything else. */
  readonly unknownAddresses: number;
  readonly doors: number;
  readonly doorSeconds: number;
  /** Estimated walk through all doors. */
  readonly walkMetres: number;
  /** Doors and walk. */
  readonly workSeconds: number;
  readonly spreadMetres: number;
  readonly straddles: readonly { readonly barrier: "road" | "bridge" | "gap"; readonly street: string }[];
  /** Parts that touch one another nowhere, most doors first. One part: the zone hangs together. */
  readonly parts: readonly {
    readonly doors: number;
    readonly addresses: number;
    readonly box: readonly [number, number, number, number];
    readonly addressIds: readonly string[];
    /**
     * No way on foot leads from it to any address around, of whatever zone (a closed courtyard): in another zone it would
     * be a part of its own as well.
     */
    readonly isIsland: boolean;
  }[];
}

export interface ZoneFiguresAnswer {
  readonly zones: readonly DrawnZoneFigures[];
  /** Of all zones with doors together, null without any. */
  readonly score: {
    /** Work of the heaviest and of the lightest zone over the mean. */
    readonly heaviest: number;
    readonly lightest: number;
    readonly sharedPieces: number;
    readonly straddledRoads: number;
    readonly straddledBridges: number;
    /** Walk, and 60 m for each big road to cross, per door. */
    readonly metresEquivalentPerDoor: number;
    /** As an automatic cut has it: mean over the zones that have one. Null unless it was asked for. */
    readonly compactness: number | null;
  } | null;
}

/** GET /api/zonings/:zoningId/zones.geojson */
export type ZonesFile = FeatureCollection<
  Polygon | MultiPolygon | null,
  { readonly zoneId: string; readonly name: string; readonly doors: number; readonly addresses: number }
>;
