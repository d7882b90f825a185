import type { Territory } from "../../geodata/territory/territory.ts";
import type { Language, Plan, PlanRequest } from "../contract/plan.ts";
import { createEmbeddedRouter } from "../planning/embedded-router.ts";
import { type PlanningSurroundings, planRoutes } from "../planning/plan-routes.ts";
import { createOsrmRouter } from "./create-osrm-router.ts";
import type { RouterServer } from "./parse-router-url.ts";
import { RouterFault, type RouterFaultCode } from "./router-fault.ts";

/**
 * Plans with the walks of a router server, where one is given. When it cannot serve, even midway, the whole plan is
 * made anew with our own engine and begins its warnings with the reason: two engines never share a plan, since one's
 * durations would not be those of the other's paths. Throws as planRoutes does.
 */
export async function planWithFallback(
  territory: Territory,
  request: PlanRequest,
  surroundings: PlanningSurroundings,
  server: RouterServer | null,
): Promise<Plan> {
  if (server === null) return planRoutes(territory, request, surroundings);
  const { signal } = surroundings;
  try {
    return await planRoutes(territory, request, {
      ...surroundings,
      routerOf: () => {
        const graph = territory.streetGraph();
        return createOsrmRouter(graph, server, { signal, places: createEmbeddedRouter(graph) });
      },
    });
  } catch (error) {
    if (!(error instanceof RouterFault)) throw error;
    const plan = await planRoutes(territory, request, surroundings);
    return { ...plan, warnings: [fallbackSentence(server, error, request.language), ...plan.warnings] };
  }
}

export function fallbackSentence(
  { address }: Pick<RouterServer, "address">,
  { code, reason }: Pick<RouterFault, "code" | "reason">,
  language: Language,
): string {
  const isSilent = SILENT.has(code);
  return language === "fr"
    ? `Le serveur d'itinéraires ${address} ${isSilent ? "ne répond pas" : "ne convient pas à ce plan"} (${reason.fr}) : temps de marche calculés par Arpent.`
    : `The routing server ${address} ${isSilent ? "does not answer" : "cannot serve this plan"} (${reason.en}): walking times computed by Arpent.`;
}

const SILENT: ReadonlySet<RouterFaultCode> = new Set(["unreachable", "timeout", "cut-off", "busy"]);
