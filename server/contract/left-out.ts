import * as v from "valibot";

/** Addresses that a plan leaves out because of what was done before. */

export const LEFT_OUT_CODES = ["done-before", "never-again", "another-time", "no-way-in"] as const;
export type LeftOutCode = (typeof LEFT_OUT_CODES)[number];

/** Asks a plan to leave out what earlier outings did; with the day and hour of the coming one when they are known. */
export const LeaveOutDoneSchema = v.object({
  day: v.optional(v.nullable(v.pipe(v.string(), v.isoDate())), null),
  startsAt: v.optional(v.nullable(v.pipe(v.string(), v.isoTime())), null),
});

export const LeftOutSchema = v.object({
  stopId: v.pipe(v.string(), v.maxLength(100)),
  code: v.picklist(LEFT_OUT_CODES),
});
export type LeftOut = v.InferOutput<typeof LeftOutSchema>;
