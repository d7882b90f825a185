import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { Language } from "../contract/plan.ts";
import { chooseMeetingPoint, type MeetingPoint, type MeetingRule } from "./choose-meeting-point.ts";
import { mostConnectedStops } from "./most-connected-stops.ts";
import type { PlanningStop } from "./plan-stops.ts";
import type { RouteKind } from "./plan-team.ts";
import type { StreetRouter } from "./street-router.ts";

/** Where a route begins and ends. */
export interface RouteEnds {
  /** Null: at its own first stop. */
  readonly start: MeetingPoint | null;
  /** Null: at its last stop, or back at its own first stop. */
  readonly end: MeetingPoint | null;
  /** Back to its own first stop. */
  readonly isLoop: boolean;
}

/**
 * The ends of each kind of route. A rule means one place for the whole team: people who are told to meet meet, so
 * that who avoids steps decides for all. Throws the Refusals of chooseMeetingPoint.
 */
export async function chooseRouteEnds(
  kinds: Iterable<RouteKind>,
  stops: readonly PlanningStop[],
  ground: { readonly territory: Territory; readonly router: StreetRouter; readonly language: Language },
): Promise<ReadonlyMap<RouteKind, RouteEnds>> {
  const all = [...kinds];
  const avoidsSteps = all.some(({ walker }) => walker.avoidsSteps);
  const walker = all.find((kind) => kind.walker.avoidsSteps === avoidsSteps)?.walker;
  const ends = new Map<RouteKind, RouteEnds>();
  if (!walker) return ends;
  const connected = connectedStops(ground.territory.streetGraph(), stops, avoidsSteps);
  const known = new Map<string, MeetingPoint>();
  const pointOf = async (rule: MeetingRule): Promise<MeetingPoint> => {
    const key = JSON.stringify(rule);
    const point = known.get(key) ?? (await chooseMeetingPoint(rule, connected, walker, ground));
    known.set(key, point);
    return point;
  };
  for (const kind of all) {
    const start = kind.start === "anywhere" ? null : await pointOf(kind.start);
    const end = kind.end === "anywhere" ? null : kind.end === "start" ? start : await pointOf(kind.end);
    ends.set(kind, { start, end, isLoop: start === null && kind.end === "start" });
  }
  return ends;
}

function connectedStops(graph: StreetGraph, stops: readonly PlanningStop[], avoidsSteps: boolean) {
  const withoutSteps = avoidsSteps ? mostConnectedStops(graph, stops, "without-steps") : [];
  return withoutSteps.length > 0 ? withoutSteps : mostConnectedStops(graph, stops);
}
