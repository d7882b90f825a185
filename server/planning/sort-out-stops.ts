import type { PlanRequest } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import type { PlanDurations } from "./measure-durations.ts";
import type { PlanningStop, Unserved } from "./plan-stops.ts";
import { unservedSentence } from "./planning-words.ts";

/**
 * Takes out the stops that no route can serve: those without a way from the start or to the end, and those that alone
 * need more than a route's time. Throws Refusal "too-few-minutes" when no stop is left for lack of time, and
 * "not-reachable" when the start is cut off from all of them.
 */
export function sortOutStops(
  stops: readonly PlanningStop[],
  { fromStart, toEnd }: PlanDurations,
  request: PlanRequest,
): { readonly possible: readonly number[]; readonly unserved: readonly Unserved[] } {
  const budgetSeconds = request.minutes * 60;
  const possible: number[] = [];
  const unserved: Unserved[] = [];
  let shortest = Infinity;
  stops.forEach(({ address, serviceSeconds }, index) => {
    const needed = (fromStart[index] ?? Infinity) + serviceSeconds + (toEnd ? (toEnd[index] ?? Infinity) : 0);
    shortest = Math.min(shortest, needed);
    if (needed <= budgetSeconds) {
      possible.push(index);
      return;
    }
    const code = Number.isFinite(needed) ? "too-long-alone" : "not-reachable";
    const reason =
      code === "too-long-alone"
        ? unservedSentence[code](request.language, address.doors, needed, budgetSeconds)
        : unservedSentence[code](request.language);
    unserved.push({ stopId: address.id, code, reason });
  });
  if (possible.length > 0) return { possible, unserved };
  throw Number.isFinite(shortest) ? tooFewMinutes(request, shortest) : unreachable();
}

function tooFewMinutes({ minutes }: PlanRequest, shortestSeconds: number): Refusal {
  const needed = Math.ceil(shortestSeconds / 60);
  return new Refusal("too-few-minutes", {
    fr: `${minutes} minutes ne suffisent pour aucune adresse : la plus proche en demande ${needed}, marche et portes comprises. Donnez au moins ${needed} minutes.`,
    en: `${minutes} minutes are too few for any address: the nearest needs ${needed}, with the walk and its doors. Give at least ${needed} minutes.`,
  });
}

function unreachable(): Refusal {
  return new Refusal("not-reachable", {
    fr: "Aucune adresse n'est accessible à pied depuis le départ : sa rue est coupée du reste du réseau. Choisissez un autre départ.",
    en: "No address can be reached on foot from the start: its street is cut off from the rest of the network. Choose another start.",
  });
}
