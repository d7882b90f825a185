import type { Territory } from "../../geodata/territory/territory.ts";
import type { PlanRequest } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import { chooseRouteEnds } from "./choose-route-ends.ts";
import { measureTeam, tableCount, takeStops } from "./measure-team.ts";
import { mostConnectedStops } from "./most-connected-stops.ts";
import { narrowForTeam } from "./narrow-for-team.ts";
import type { PlanningStop, Unserved } from "./plan-stops.ts";
import type { RouteKind } from "./plan-team.ts";
import { reachWithSteps } from "./reach-with-steps.ts";
import type { TeamWalks } from "./search-routes.ts";
import { sortOutStops } from "./sort-out-stops.ts";
import type { StreetRouter } from "./street-router.ts";

/** The stops that some route can serve, measured; and those that none can, with their reason. */
export interface PossibleWalks extends TeamWalks {
  readonly unserved: readonly Unserved[];
}

/** Beyond this many candidates one table of durations would need over 250 MB; two tables share them. */
const MOST_STOPS = 8000;

/**
 * Chooses where routes begin and end, keeps the stops that the team can hope to serve, and measures the walks between
 * them. Throws Refusal when there are too many stops for memory, when a limit needs elevations that the territory does
 * not have, and when no stop can be served.
 */
export async function measurePossibleWalks(
  stops: readonly PlanningStop[],
  team: readonly RouteKind[],
  request: PlanRequest,
  { territory, router }: { readonly territory: Territory; readonly router: StreetRouter },
): Promise<PossibleWalks> {
  const kinds = new Set(team);
  if (!territory.summary.hasElevation && team.some(({ maxAscentMetres }) => maxAscentMetres !== null)) {
    throw climbUnknown(territory.summary.title);
  }
  const graph = territory.streetGraph();
  const ends = await chooseRouteEnds(kinds, stops, { territory, router, language: request.language });
  const kept = narrowForTeam(stops, team, ends, request.speed);
  const candidates = pick(stops, kept);
  const mostStops = Math.floor(MOST_STOPS / Math.sqrt(tableCount(kinds)));
  if (candidates.length > mostStops) throw tooManyStops(candidates.length, mostStops);
  const places = candidates.map(({ place }) => place);
  const measures = await measureTeam(places, ends, { router, graph });
  const begin =
    [...ends.values()].find(({ start }) => start)?.start?.place ?? mostConnectedStops(graph, candidates)[0]?.place;
  const [walker] = [...kinds].map((kind) => kind.walker);
  const sorted = await sortOutStops(candidates, measures, request, async (cutOff) => {
    if (!begin || !walker) return new Set();
    const reached = await reachWithSteps(begin, pick(places, cutOff), walker, router);
    return new Set(pick(cutOff, [...reached]));
  });
  return {
    stops: pick(candidates, sorted.possible),
    team,
    ends,
    measures: takeStops(measures, sorted.possible),
    leftOut: request.selection.kind === "best" ? null : leftOut(stops, kept),
    unserved: sorted.unserved,
  };
}

function leftOut(stops: readonly PlanningStop[], kept: readonly number[]): readonly PlanningStop[] {
  const isKept = new Set(kept);
  return stops.filter((_, index) => !isKept.has(index));
}

function pick<Item>(items: readonly Item[], indices: readonly number[]): Item[] {
  return indices.flatMap((index) => items[index] ?? []);
}

function climbUnknown(title: string): Refusal {
  return new Refusal("no-elevation", {
    fr: `Le territoire « ${title} » n’a pas de données d’altitude : la montée d’une tournée est inconnue et ne peut pas être limitée. Retirez cette limite, ou reconstruisez le territoire avec --elevation.`,
    en: `The territory “${title}” has no elevation: what a route climbs is unknown and cannot be limited. Remove that limit, or build the territory again with --elevation.`,
  });
}

function tooManyStops(count: number, most: number): Refusal {
  return new Refusal("too-many-stops", {
    fr: `${count} adresses à la fois, c’est plus que les ${most} qu’un plan peut contenir. Choisissez moins de bureaux, ou faites plusieurs plans.`,
    en: `${count} addresses at once are more than the ${most} a plan can hold. Choose fewer stations, or make several plans.`,
  });
}
