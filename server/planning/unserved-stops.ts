import type { PlanRequest, PlanRoute } from "../contract/plan.ts";
import type { FittedRoute } from "./fit-route.ts";
import type { PossibleWalks } from "./measure-possible-walks.ts";
import type { PlanningStop, Unserved } from "./plan-stops.ts";
import { unservedSentence } from "./planning-words.ts";

/** Every stop that is on no route, with its reason. */
export function unservedStops(
  all: { readonly stops: readonly PlanningStop[]; readonly unserved: readonly Unserved[] },
  {
    routes,
    fitted,
    walks,
    request,
  }: {
    readonly routes: readonly PlanRoute[];
    /** In the order of the request's team. */
    readonly fitted: readonly FittedRoute[];
    readonly walks: PossibleWalks;
    readonly request: PlanRequest;
  },
): readonly Unserved[] {
  const { language } = request;
  const served = new Set(routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
  const known = new Map(walks.unserved.map((entry) => [entry.stopId, entry]));
  fitted.forEach(({ tooMuchClimb }, route) => {
    for (const [stop, metres] of tooMuchClimb) {
      const stopId = walks.stops[stop]?.address.id ?? "";
      const mostMetres = walks.team[route]?.maxAscentMetres ?? 0;
      const reason = unservedSentence["too-much-climb"](language, metres, mostMetres);
      known.set(stopId, { stopId, code: "too-much-climb", reason });
    }
  });
  const noTimeLeft = unservedSentence["no-time-left"](language);
  return [
    ...all.unserved,
    ...all.stops
      .filter(({ address }) => !served.has(address.id))
      .map(
        ({ address: { id } }): Unserved => known.get(id) ?? { stopId: id, code: "no-time-left", reason: noTimeLeft },
      ),
  ];
}
