import type { PlanRoute } from "../../contract/plan.ts";
import type { ArrangedRoute, Arrangement } from "../../contract/plan-arrangement.ts";
import { Refusal } from "../../contract/refusal.ts";
import { drawRoute, walkRoute } from "../draw-route.ts";
import { NoWay } from "../street-router.ts";
import { toldLegs } from "../told-legs.ts";
import type { EditGround } from "./edit-ground.ts";
import { handEnds } from "./hand-ends.ts";
import { walkerOf } from "./walker-of.ts";

/** Drawn routes that are kept: some edits there and back. Each takes a few hundred kilobytes. */
const MOST_KEPT = 120;

/**
 * The routes of an arrangement, by id, in order; those without stops are not among them. A route that is arranged as the
 * plan was made is the plan's own; the others follow from their arrangement alone, so that what is undone is the same to
 * the letter. Throws Refusal "no-way".
 */
export async function drawArrangement(
  { routes }: Arrangement,
  ground: EditGround,
  before: ReadonlyMap<string, PlanRoute> = ground.baseRoutes,
): Promise<ReadonlyMap<string, PlanRoute>> {
  const drawn = new Map<string, PlanRoute>();
  for (const route of routes) {
    if (route.stopIds.length === 0) continue;
    drawn.set(route.id, plannedRoute(route, ground) ?? (await drawOnce(route, ground, before.get(route.id) ?? null)));
  }
  return drawn;
}

function plannedRoute(route: ArrangedRoute, { baseRoutes }: EditGround): PlanRoute | null {
  const base = baseRoutes.get(route.id);
  if (!base || route.start !== null || route.end !== null || base.stops.length !== route.stopIds.length) return null;
  return base.stops.every(({ id }, index) => id === route.stopIds[index]) ? base : null;
}

async function drawOnce(route: ArrangedRoute, ground: EditGround, before: PlanRoute | null): Promise<PlanRoute> {
  const key = JSON.stringify(route);
  const drawn = ground.drawn.get(key) ?? (await draw(route, ground, before));
  ground.drawn.delete(key);
  ground.drawn.set(key, drawn);
  const [oldest] = ground.drawn.keys();
  if (ground.drawn.size > MOST_KEPT && oldest !== undefined) ground.drawn.delete(oldest);
  return drawn;
}

async function draw(route: ArrangedRoute, ground: EditGround, before: PlanRoute | null): Promise<PlanRoute> {
  const ends = await handEnds(route, ground);
  const walker = walkerOf(ground.base.request, route.id);
  try {
    const walked = await walkRoute(ground.stopsOf(route.stopIds), ends, walker, ground);
    return drawRoute(route.id, walked, ground, toldLegs(walked, before));
  } catch (error) {
    throw error instanceof NoWay ? noWay(route.id, walker.avoidsSteps) : error;
  }
}

function noWay(routeId: string, avoidsSteps: boolean): Refusal {
  return new Refusal("no-way", {
    fr: `La tournée ${routeId} ne peut pas y passer : aucun chemin à pied n’y mène${avoidsSteps ? " sans escaliers" : ""}. Rien n’a changé.`,
    en: `Route ${routeId} cannot go there: no way on foot${avoidsSteps ? " without steps" : ""}. Nothing was changed.`,
  });
}
