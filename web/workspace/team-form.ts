import type { RouteLimits } from "../../server/contract/plan.ts";
import { PLAN_BOUNDS } from "../../server/contract/plan-bounds.ts";

/** Limits of one route as typed; an empty field follows the plan. */
export interface TeamRow {
  readonly minutes: string;
  readonly maxAscentMetres: string;
  readonly avoidsSteps: boolean;
  readonly hasBicycle: boolean;
}
export type TeamNumber = "minutes" | "maxAscentMetres";

export const EMPTY_ROW: TeamRow = { minutes: "", maxAscentMetres: "", avoidsSteps: false, hasBicycle: false };

/** A number as people type it, with a decimal comma or point; null when it is none or out of its bounds. */
export function readWithin(
  text: string,
  { low, high }: { readonly low: number; readonly high: number },
): number | null {
  const trimmed = text.trim().replace(",", ".");
  const value = Number(trimmed);
  return trimmed === "" || !Number.isFinite(value) || value < low || value > high ? null : value;
}

export function isRowFieldValid(row: TeamRow, field: TeamNumber): boolean {
  return row[field].trim() === "" || readWithin(row[field], PLAN_BOUNDS[field]) !== null;
}

/** Limits of each row, null while a field cannot be read. */
export function readTeam(rows: readonly TeamRow[]): RouteLimits[] | null {
  if (!rows.every((row) => isRowFieldValid(row, "minutes") && isRowFieldValid(row, "maxAscentMetres"))) return null;
  return rows.map((row) => {
    const minutes = readWithin(row.minutes, PLAN_BOUNDS.minutes);
    const maxAscentMetres = readWithin(row.maxAscentMetres, PLAN_BOUNDS.maxAscentMetres);
    return {
      ...(minutes === null ? {} : { minutes }),
      ...(maxAscentMetres === null ? {} : { maxAscentMetres }),
      avoidsSteps: row.avoidsSteps,
      hasBicycle: row.hasBicycle,
    };
  });
}
