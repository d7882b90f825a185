import type { Territory } from "../../geodata/territory/territory.ts";
import type { Language, Plan, PlanRequest } from "../contract/plan.ts";
import type { PlanChange } from "../contract/plan-change.ts";
import { inBothLanguages } from "../contract/refusal.ts";
import { changePlan } from "../planning/change-plan.ts";
import { createEmbeddedRouter } from "../planning/embedded-router.ts";
import { type PlanningSurroundings, planRoutes } from "../planning/plan-routes.ts";
import { withWarnings } from "../planning/plan-summary.ts";
import { createOsrmRouter } from "./create-osrm-router.ts";
import type { RouterServer } from "./parse-router-url.ts";
import { RouterFault, type RouterFaultCode } from "./router-fault.ts";

/**
 * Plans with the walks of a router server, where one is given. When it cannot serve, even midway, the whole plan is
 * made anew with our own engine and begins its warnings with the reason: two engines never share a plan, since one's
 * durations would not be those of the other's paths. Throws as planRoutes does.
 */
export function planWithFallback(
  territory: Territory,
  request: PlanRequest,
  surroundings: PlanningSurroundings,
  server: RouterServer | null,
): Promise<Plan> {
  return withFallback(territory, surroundings, server, (around) => planRoutes(territory, request, around));
}

/** Changes a plan in the same way. Throws as changePlan does. */
export function changeWithFallback(
  territory: Territory,
  plan: Plan,
  change: PlanChange,
  surroundings: PlanningSurroundings,
  server: RouterServer | null,
): Promise<Plan> {
  return withFallback(territory, surroundings, server, (around) => changePlan(territory, plan, change, around));
}

async function withFallback(
  territory: Territory,
  surroundings: PlanningSurroundings,
  server: RouterServer | null,
  make: (surroundings: PlanningSurroundings) => Promise<Plan>,
): Promise<Plan> {
  if (server === null) return make(surroundings);
  const { signal } = surroundings;
  try {
    return await make({
      ...surroundings,
      routerOf: () => {
        const graph = territory.streetGraph();
        return createOsrmRouter(graph, server, { signal, places: createEmbeddedRouter(graph) });
      },
    });
  } catch (error) {
    if (!(error instanceof RouterFault)) throw error;
    const plan = await make(surroundings);
    const reason = inBothLanguages((language) => fallbackSentence(server, error, language));
    return { ...plan, ...withWarnings([reason, ...(plan.warningSentences ?? [])], plan.request.language) };
  }
}

export function fallbackSentence(
  { address }: Pick<RouterServer, "address">,
  { code, reason }: Pick<RouterFault, "code" | "reason">,
  language: Language,
): string {
  const isSilent = SILENT.has(code);
  return language === "fr"
    ? `Le serveur d’itinéraires ${address} ${isSilent ? "ne répond pas" : "ne convient pas à ce plan"} (${reason.fr}) : temps de marche calculés par Arpent.`
    : `The routing server ${address} ${isSilent ? "does not answer" : "cannot serve this plan"} (${reason.en}): walking times computed by Arpent.`;
}

const SILENT: ReadonlySet<RouterFaultCode> = new Set(["unreachable", "timeout", "cut-off", "busy"]);
