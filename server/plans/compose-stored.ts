import { composePlan } from "../contract/compose-plan.ts";
import type { Plan } from "../contract/plan.ts";
import { type PackedJson, unpackJson } from "../work/packed-json.ts";
import type { PlanParts } from "../work/task.ts";

/** A stored plan with what edits by hand changed of it. Runs in a worker thread. */
export function composeStored(base: PackedJson<Plan>, parts: PlanParts | null): Plan {
  const plan = unpackJson<Plan>(base);
  if (parts === null) return plan;
  const routes = parts.routes.map((route) => unpackJson(route));
  return composePlan(plan, parts.head, new Map(routes.map((route) => [route.id, route])));
}
