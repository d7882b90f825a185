import { readFile } from "node:fs/promises";
import type { Plan } from "../server/contract/plan.ts";
import { UsageError } from "./command.ts";

/** Reads the JSON of a plan. Throws UsageError when the file is not one. */
export async function readPlan(path: string): Promise<Plan> {
  let plan: Partial<Plan>;
  try {
    plan = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new UsageError(`--plan ${path} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (plan?.version !== 1 || !Array.isArray(plan.routes) || typeof plan.territory?.name !== "string" || !plan.request) {
    throw new UsageError(
      `--plan ${path} is not a plan: expected JSON with "version": 1, "territory", "request" and "routes".`,
    );
  }
  return plan as Plan;
}
