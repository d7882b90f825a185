import * as v from "valibot";
import { PositionSchema } from "../contract/plan.ts";
import { notOsrm, osrmFault } from "./router-fault.ts";

/** Answers of OSRM v5 (project-osrm.org/docs/v5), as far as Arpent reads them. */

const Amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const Waypoint = v.object({ location: PositionSchema });

export const NearestAnswerSchema = v.object({ waypoints: v.pipe(v.array(Waypoint), v.minLength(1)) });

export const TableAnswerSchema = v.object({
  // Checked by hand: a table has ten thousand cells, and a plan hundreds of tables.
  durations: v.custom<readonly (readonly (number | null)[])[]>(isTable, "rows of numbers or null"),
  sources: v.optional(v.array(Waypoint)),
  destinations: v.optional(v.array(Waypoint)),
});
export type TableAnswer = v.InferOutput<typeof TableAnswerSchema>;

const StepSchema = v.object({
  duration: Amount,
  name: v.optional(v.string(), ""),
  ref: v.optional(v.string(), ""),
  geometry: v.object({
    type: v.literal("LineString"),
    coordinates: v.pipe(v.array(PositionSchema), v.minLength(1)),
  }),
  maneuver: v.object({
    type: v.string(),
    modifier: v.optional(v.string()),
    bearing_before: v.optional(v.pipe(v.number(), v.finite())),
    bearing_after: v.optional(v.pipe(v.number(), v.finite())),
    exit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
});
export type AnsweredStep = v.InferOutput<typeof StepSchema>;

const LegSchema = v.object({
  summary: v.optional(v.string(), ""),
  steps: v.pipe(v.array(StepSchema), v.minLength(2)),
});
export type AnsweredLeg = v.InferOutput<typeof LegSchema>;

export const RouteAnswerSchema = v.object({
  routes: v.pipe(v.array(v.object({ legs: v.array(LegSchema) })), v.minLength(1)),
});

/** Throws RouterFault when the answer is an error, or has another form. */
export function parseAnswer<Schema extends v.GenericSchema>(schema: Schema, json: unknown): v.InferOutput<Schema> {
  const status = v.safeParse(v.object({ code: v.string(), message: v.optional(v.string(), "") }), json);
  if (!status.success) throw notOsrm({ fr: "pas de « code »", en: "no “code”" });
  if (status.output.code !== "Ok") throw osrmFault(status.output.code, status.output.message);
  const answer = v.safeParse(schema, json);
  if (answer.success) return answer.output;
  const [issue] = answer.issues;
  const where = v.getDotPath(issue) ?? "?";
  throw notOsrm({ fr: `${where} : ${issue.message}`, en: `${where}: ${issue.message}` });
}

function isTable(value: unknown): boolean {
  return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isCell));
}

function isCell(cell: unknown): boolean {
  return cell === null || (typeof cell === "number" && cell >= 0 && cell < Infinity);
}
