import * as v from "valibot";

/** How long a campaign keeps what concerns persons. */

const Days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650));
const Day = v.nullable(v.pipe(v.string(), v.isoDate()));

export const RetentionSchema = v.object({
  /** After an outing's links have closed, the first names of its volunteers stay this long. */
  firstNameDays: v.optional(Days, 30),
  /** Null while it is not known: reports from the doors then stay as they are. */
  electionDay: v.optional(Day, null),
  /** After the election, reports from the doors become sums by building, and when each door was reported is forgotten. */
  eventDays: v.optional(Days, 90),
  /** All contacts go at the end of this day, if they have not gone before, each at the date that was promised. */
  contactsUntil: v.optional(Day, null),
});
export type Retention = v.InferOutput<typeof RetentionSchema>;

export interface PurgeReport {
  readonly contacts: number;
  readonly firstNames: number;
  readonly events: number;
}

/** GET /api/retention */
export interface RetentionState {
  readonly retention: Retention;
  /** Null before the first time. */
  readonly lastPurge: (PurgeReport & { readonly at: string }) | null;
  /** What would go now. */
  readonly due: PurgeReport;
}
