import { FIELD_ASSUMPTIONS } from "../../../geodata/scoring/field-assumptions.ts";
import type { Address, Territory } from "../../../geodata/territory/territory.ts";
import type { Plan, PlanRoute } from "../../contract/plan.ts";
import { Refusal } from "../../contract/refusal.ts";
import type { WalkingRouter } from "../../walking-router/create-walking-router.ts";
import { checkTerritory, unknownStop } from "../check-change.ts";
import type { RouteGround } from "../draw-route.ts";
import { createEmbeddedRouter } from "../embedded-router.ts";
import { keptRouter } from "../kept-router.ts";
import { makeStops, type PlanningStop } from "../plan-stops.ts";
import type { StreetRouter } from "../street-router.ts";

/** What it takes to edit one plan by hand; kept from edit to edit, so that only what changes is drawn again. */
export interface EditGround extends RouteGround {
  /** The plan as it was made. */
  readonly base: Plan;
  readonly baseRoutes: ReadonlyMap<string, PlanRoute>;
  readonly router: StreetRouter;
  /** The same engine, asked for seconds from some places to others. */
  readonly durationsBetween: WalkingRouter["durationsBetween"];
  /** Reasons of the stops that the plan left out, by stop id. */
  readonly leftOut: ReadonlyMap<string, Plan["unserved"][number]>;
  /** Stops of the plan, served or not. Throws Refusal "unknown-stop" and "no-street". */
  stopsOf(ids: readonly string[]): readonly PlanningStop[];
  /** Routes that were drawn before, by what they were drawn from. */
  readonly drawn: Map<string, PlanRoute>;
}

/** Throws Refusal "territory-changed", and "other-router" on a plan that was walked by another engine than ours. */
export function editGround(
  territory: Territory,
  base: Plan,
  votesPerDoor: ReadonlyMap<number, number> | null,
): EditGround {
  checkTerritory(territory, base);
  if (base.routes.some(({ report }) => report?.crossings === null)) throw otherRouter();
  const graph = territory.streetGraph();
  const leftOut = new Map(base.unserved.map((entry) => [entry.stopId, entry]));
  const served = new Set(base.routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const known = new Map<string, PlanningStop>();
  return {
    base,
    baseRoutes: new Map(base.routes.map((route) => [route.id, route])),
    graph,
    router: createEmbeddedRouter(graph),
    durationsBetween: keptRouter(graph).durationsBetween,
    language: base.request.language,
    stationIds: territory.stations().map(({ id }) => id),
    conversationsPerDoor: FIELD_ASSUMPTIONS.conversationsPerDoor,
    votesPerDoor: ({ stationIndex }: Address) => (stationIndex === null ? 0 : (votesPerDoor?.get(stationIndex) ?? 0)),
    leftOut,
    drawn: new Map(),
    stopsOf(ids) {
      const stray = ids.find((id) => !served.has(id) && !leftOut.has(id));
      if (stray !== undefined) throw unknownStop(stray);
      const unread = ids.filter((id) => !known.has(id));
      // What goal a stop serves decides nothing here: the organizer decides.
      const read = makeStops(unread.length > 0 ? territory.addressesById(unread) : [], base.request, () => 0);
      for (const stop of read.stops) known.set(stop.address.id, stop);
      return ids.map((id) => known.get(id) ?? refuseStop(leftOut.get(id)?.reason ?? ""));
    },
  };
}

function refuseStop(reason: string): never {
  throw new Refusal("no-street", {
    fr: `Cette adresse ne peut être sur aucune tournée : ${reason}.`,
    en: `This address cannot be on any route: ${reason}.`,
  });
}

function otherRouter(): Refusal {
  return new Refusal("other-router", {
    fr: "Les temps de ce plan viennent d’un serveur d’itinéraires : ses tournées ne se modifient pas à la main. Utilisez « Changer ce plan ».",
    en: "The times of this plan come from a routing server: its routes cannot be edited by hand. Use “Change this plan”.",
  });
}
