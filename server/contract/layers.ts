import * as v from "valibot";
import { SideSchema } from "./scores.ts";

const ElectionId = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/** What a visit means on the ground: voters and doors of a station, doors behind one address, walking time from door to door. */
export const GROUND_FIGURES = ["registered", "doors", "doorsPerAddress", "walkPerDoor"] as const;

/** One thing that can be said of every station, and be drawn in colours. Turnout layers take any round, sides first rounds. */
export const LayerSchema = v.variant("kind", [
  v.object({ kind: v.literal("census"), indicator: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) }),
  v.object({ kind: v.literal("turnout"), election: ElectionId }),
  v.object({ kind: v.literal("side"), side: SideSchema, election: ElectionId }),
  v.object({ kind: v.literal("turnoutChange"), from: ElectionId, to: ElectionId }),
  v.object({ kind: v.literal("sideChange"), side: SideSchema, from: ElectionId, to: ElectionId }),
  v.object({ kind: v.literal("ground"), figure: v.picklist(GROUND_FIGURES) }),
]);
export type Layer = v.InferOutput<typeof LayerSchema>;

/** Whether the streets have to be walked for it, which takes seconds in a large town. */
export function isWalked(layer: Layer): boolean {
  return layer.kind === "ground" && layer.figure === "walkPerDoor";
}

/** POST /api/territories/:name/layer */
export const LayerRequestSchema = v.object({
  layer: LayerSchema,
  /** The camp's view of the candidates, for layers of a side; the others do without. */
  sides: v.optional(v.record(v.pipe(v.string(), v.maxLength(200)), SideSchema), {}),
});
export type LayerRequest = v.InferOutput<typeof LayerRequestSchema>;

/** Shares are 0 to 1; points are differences of shares, −1 to 1; a number has no unit. */
export type LayerUnit = "share" | "points" | "euros" | "count" | "seconds" | "number";

/**
 * Why a station has no value: suppressed or unpublished by the statistical office, absent from the census table, no
 * usable result, nobody of that side to vote for, or no address to go to.
 */
export const MISSING_REASONS = ["suppressed", "noCensus", "noResult", "noCandidate", "noAddress"] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** What a layer says of one station: a value, or why there is none. */
export type LayerValue = {
  /**
   * Share of the station that the value speaks of, 0 to 1: census areas with a value, or the old station that gave
   * most of today's; the worse of two elections.
   */
  readonly coveredShare: number;
} & ({ readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: MissingReason });

export interface LayerValues {
  readonly layer: Layer;
  readonly unit: LayerUnit;
  /** In index order. */
  readonly stations: readonly ({ readonly stationId: string } & LayerValue)[];
  /** Where the figures come from and how they came to stations, in a line. */
  readonly method: { readonly fr: string; readonly en: string };
}
