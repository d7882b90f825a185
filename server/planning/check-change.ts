import type { Territory } from "../../geodata/territory/territory.ts";
import type { Plan } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import { Refusal } from "../contract/refusal.ts";

/**
 * Throws Refusal on a change that does not fit its plan: "territory-changed" when the territory was built again since,
 * "unknown-route" and "unknown-stop" on an id that the plan does not have, "nobody-left" when no route remains.
 */
export function checkChange(territory: Pick<Territory, "summary">, plan: Plan, change: PlanChange): void {
  checkTerritory(territory, plan);
  const routeIds = new Set(plan.routes.map(({ id }) => id));
  const strayRoute = [...change.removedRoutes, ...Object.keys(change.minutesByRoute)].find((id) => !routeIds.has(id));
  if (strayRoute !== undefined) throw unknownRoute(strayRoute, [...routeIds]);
  const stopIds = new Set(plan.routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  for (const { stopId } of plan.unserved) stopIds.add(stopId);
  const named = [...change.doneStops, ...change.skippedStops, ...change.lockedStops];
  const strayStop = named.find((id) => !stopIds.has(id));
  if (strayStop !== undefined) throw unknownStop(strayStop);
  const removed = new Set(change.removedRoutes);
  if (plan.routes.length - removed.size + change.addedRoutes === 0) throw nobodyLeft();
}

/** Throws Refusal "territory-changed" when the territory is not the one that the plan was made on. */
export function checkTerritory({ summary }: Pick<Territory, "summary">, plan: Pick<Plan, "territory">): void {
  if (plan.territory.name !== summary.name || plan.territory.version !== summary.version) throw otherTerritory(plan);
}

function otherTerritory({ territory }: Pick<Plan, "territory">): Refusal {
  return new Refusal("territory-changed", {
    fr: `Ce plan a été fait sur le territoire « ${territory.name} » tel qu’il était avant d’être reconstruit. Refaites un plan.`,
    en: `This plan was made on the territory “${territory.name}” as it was before it was built again. Make a new plan.`,
  });
}

export function unknownRoute(id: string, known: readonly string[]): Refusal {
  return new Refusal("unknown-route", {
    fr: `Ce plan n’a pas de tournée « ${id.slice(0, 40)} ». Ses tournées : ${known.join(", ")}.`,
    en: `This plan has no route “${id.slice(0, 40)}”. Its routes: ${known.join(", ")}.`,
  });
}

export function unknownStop(id: string): Refusal {
  return new Refusal("unknown-stop", {
    fr: `Ce plan n’a pas d’adresse « ${id.slice(0, 60)} ». Donnez les identifiants des arrêts de ses tournées.`,
    en: `This plan has no stop “${id.slice(0, 60)}”. Give the ids of the stops of its routes.`,
  });
}

function nobodyLeft(): Refusal {
  return new Refusal("nobody-left", {
    fr: "Il ne reste aucune tournée : gardez-en une, ou ajoutez un bénévole.",
    en: "No route remains: keep one, or add a volunteer.",
  });
}
