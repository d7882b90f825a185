import type { Plan, PlanRoute } from "../../contract/plan.ts";
import type { Arrangement } from "../../contract/plan-arrangement.ts";
import type { EditedHead, EditSteps, TakenOutStop, UnservedChanges } from "../../contract/plan-edit.ts";
import { scoreZone, totalsOf } from "../plan-summary.ts";
import { addressName, unservedSentence } from "../planning-words.ts";
import type { EditGround } from "./edit-ground.ts";
import { handWarnings } from "./hand-warnings.ts";

/** All that a plan says of an arrangement besides its routes. */
export function describeEdited(
  arrangement: Arrangement,
  drawn: ReadonlyMap<string, PlanRoute>,
  steps: EditSteps,
  ground: EditGround,
): EditedHead {
  const { base } = ground;
  const routes = [...drawn.values()];
  const warnings = handWarnings(base.request, arrangement, drawn, ground.baseRoutes, base.edited?.warnings);
  return {
    request: editedRequest(base, routes),
    totals: totalsOf(routes),
    metresEquivalentPerDoor: scoreZone(routes),
    routeIds: routes.map(({ id }) => id),
    unserved: unservedChanges(arrangement, ground),
    edited: {
      ...steps,
      askedMinutes: base.request.minutes,
      lockedStops: arrangement.lockedStops,
      lockedRoutes: arrangement.lockedRoutes,
      takenOut: takenOutStops(arrangement, ground),
      emptyRoutes: warnings.flatMap((warning) => (warning.kind === "empty-route" ? [warning.routeId] : [])),
      warnings,
    },
  };
}

/**
 * The request with no less minutes than the longest route has, as a plan with rows of limits tells it (toldRequest):
 * each route keeps its own minutes in its row.
 */
function editedRequest({ request, routes: planned }: Plan, routes: readonly PlanRoute[]): Plan["request"] {
  const longest = Math.ceil(Math.max(0, ...routes.map(({ durationSeconds }) => durationSeconds)) / 60);
  if (longest <= request.minutes) return request;
  const rows = Math.max(request.team.length, ...planned.map(({ id }) => Number(id) || 0));
  return {
    ...request,
    minutes: longest,
    team: Array.from({ length: rows }, (_, row) => {
      const limits = request.team[row] ?? { avoidsSteps: false, hasBicycle: false };
      return { ...limits, minutes: limits.minutes ?? request.minutes };
    }),
  };
}

/** Stops that are unserved no more, or now, against the plan as it was made. */
export function unservedChanges({ routes, takenOut }: Arrangement, ground: EditGround): UnservedChanges {
  const { base, leftOut, language } = ground;
  // Asked twice at every edit, of thousands of stops: no list is made of what is only looked through.
  const served = new Set<string>();
  for (const { stopIds } of routes) for (const id of stopIds) served.add(id);
  const out = new Set(takenOut);
  const dropped: string[] = [];
  for (const { stops } of base.routes)
    for (const { id } of stops) if (!served.has(id) && !out.has(id)) dropped.push(id);
  const because = (code: "skipped" | "no-time-left") => (stopId: string) => ({
    stopId,
    code,
    reason: unservedSentence[code](language),
  });
  return {
    gone: [...served].filter((id) => leftOut.has(id)),
    come: [...takenOut.map(because("skipped")), ...dropped.map(because("no-time-left"))],
  };
}

function takenOutStops({ takenOut }: Arrangement, ground: EditGround): readonly TakenOutStop[] {
  return ground.stopsOf(takenOut).map(({ address }) => ({
    stopId: address.id,
    address: addressName(address, ground.language),
    doors: address.doors,
    position: [address.position[0], address.position[1]],
  }));
}
