import { FIELD_ASSUMPTIONS } from "../../geodata/scoring/field-assumptions.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import type { PlanRequest } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import type { RouteGround } from "./draw-route.ts";
import { makeStops, type PlanningStop, type Unserved } from "./plan-stops.ts";
import { resolveSelection } from "./resolve-selection.ts";
import type { StreetRouter } from "./street-router.ts";

/** What a plan stands on: the stops of its selection, and what it takes to draw routes through them. */
export interface PlanGround extends RouteGround {
  readonly all: { readonly stops: readonly PlanningStop[]; readonly unserved: readonly Unserved[] };
}

/** Throws the Refusals of resolveSelection, and "nothing-found" when no address of the selection is on a street. */
export function planGround(
  territory: Territory,
  request: PlanRequest,
  votesPerDoor: ReadonlyMap<number, number> | null,
  router: StreetRouter,
): PlanGround {
  const votes = (address: Address): number =>
    address.stationIndex === null ? 0 : (votesPerDoor?.get(address.stationIndex) ?? 0);
  const byValue = request.goal === "value" && votesPerDoor !== null;
  const worthOf = (address: Address): number => address.doors * (byValue ? votes(address) : 1);
  const all = makeStops(resolveSelection(territory, request.selection), request, worthOf);
  if (all.stops.length === 0) throw request.leftOut && all.unserved.length > 0 ? allDone() : nothingToVisit();
  return {
    all,
    graph: territory.streetGraph(),
    router,
    language: request.language,
    stationIds: territory.stations().map(({ id }) => id),
    conversationsPerDoor: FIELD_ASSUMPTIONS.conversationsPerDoor,
    votesPerDoor: votes,
  };
}

function allDone(): Refusal {
  return new Refusal("nothing-found", {
    fr: "Tout est déjà fait dans cette sélection, ou à revoir un autre jour. Choisissez d’autres bureaux, ou ne laissez pas de côté ce qui est fait.",
    en: "All of this selection is done already, or for another day. Choose other stations, or do not leave out what is done.",
  });
}

function nothingToVisit(): Refusal {
  return new Refusal("nothing-found", {
    fr: "Aucune adresse de la sélection n’est au bord d’une rue praticable à pied. Choisissez d’autres bureaux ou une autre zone.",
    en: "No address of the selection is on a walkable street. Choose other stations or another zone.",
  });
}
