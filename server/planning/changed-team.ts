import type { Position } from "../../geodata/geometry/position.ts";
import type { PlanRequest } from "../contract/plan.ts";
import type { Sentence } from "../contract/refusal.ts";
import type { MeetingPoint } from "./choose-meeting-point.ts";
import type { RouteEnds } from "./choose-route-ends.ts";
import type { RouteKind } from "./plan-team.ts";
import type { RemainingRoute } from "./remaining-routes.ts";
import type { StreetRouter } from "./street-router.ts";

/** Of an end: nobody is told. */
const NOWHERE: Sentence = { fr: "", en: "" };

export interface ChangedTeam {
  /** One kind for each route; routes that are alike share one. */
  readonly kinds: readonly RouteKind[];
  readonly ends: ReadonlyMap<RouteKind, RouteEnds>;
}

/** Who walks the remaining routes, from where they are to where they were to end. */
export async function changedTeam(
  remaining: readonly RemainingRoute[],
  request: PlanRequest,
  router: Pick<StreetRouter, "nearest">,
): Promise<ChangedTeam> {
  const points = new Map<string, MeetingPoint>();
  const pointAt = async (position: Position, reason: Sentence): Promise<MeetingPoint> => {
    const key = position.join();
    const nearest = points.has(key) ? null : await router.nearest(position);
    const point = points.get(key) ?? (nearest && { position, place: nearest.place, reason });
    if (!point) throw new Error(`a route of a plan begins or ends at ${key}, where its territory has no street`);
    points.set(key, point);
    return point;
  };
  const known = new Map<string, RouteKind>();
  const ends = new Map<RouteKind, RouteEnds>();
  const kinds: RouteKind[] = [];
  for (const route of remaining) {
    const limits = request.team[Number(route.id) - 1];
    const kind: RouteKind = {
      budgetSeconds: route.budgetSeconds,
      start: route.start ? { position: [route.start.position[0], route.start.position[1]] } : "anywhere",
      end: route.end ? { position: [route.end[0], route.end[1]] } : "anywhere",
      maxAscentMetres: limits?.maxAscentMetres ?? null,
      walker: {
        speedKilometresPerHour: request.speed,
        avoidsSteps: limits?.avoidsSteps ?? false,
        hasBicycle: limits?.hasBicycle ?? false,
      },
    };
    const key = JSON.stringify(kind);
    const alike = known.get(key) ?? kind;
    known.set(key, alike);
    kinds.push(alike);
    if (ends.has(alike)) continue;
    const start = route.start && (await pointAt(route.start.position, route.start.reason));
    const end = route.end && (await pointAt(route.end, route.start?.reason ?? NOWHERE));
    ends.set(alike, { start, end, isLoop: false });
  }
  return { kinds, ends };
}
