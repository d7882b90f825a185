import type { ZoneEdit } from "../contract/drawn-zones.ts";
import type { Limits } from "../contract/people.ts";
import type { Selection } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import type { ZoningStore } from "../drawn-zones/zoning-store.ts";
import type { PlanStore } from "../plans/plan-store.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";
import { unpackJson } from "../work/packed-json.ts";
import type { Actor } from "./actor.ts";
import type { AddressesWithin, KnownLimits } from "./lie-within.ts";
import type { OutingReach } from "./outing-reach.ts";

export interface LimitsDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly workers: Pick<Workers, "read">;
  readonly plans: Pick<PlanStore, "find" | "request">;
  readonly zonings: Pick<ZoningStore, "state">;
  readonly outingReach: OutingReach;
}

/** Of each selection of a territory: whether all of it lies within the limits. None does in a territory that is gone. */
export async function selectionsWithin(
  limits: Limits,
  territoryName: string,
  selections: readonly Selection[],
  deps: LimitsDeps,
): Promise<readonly boolean[]> {
  const path = pathOf(territoryName, deps);
  if (path === null) return selections.map(() => false);
  const known = await knownLimits(limits, territoryName, deps);
  return unpackJson(await deps.workers.read("within", path, { limits: known, selections })).isWithin;
}

/** Of some addresses of a territory, those within the limits, and the stations that are wholly within. None of one that is gone. */
export async function addressesInside(
  limits: Limits,
  territoryName: string,
  addressIds: readonly string[],
  deps: LimitsDeps,
): Promise<AddressesWithin> {
  const path = pathOf(territoryName, deps);
  if (path === null) return { addressIds: [], stationIds: [] };
  const known = await knownLimits(limits, territoryName, deps);
  return unpackJson(await deps.workers.read("addressesWithin", path, { limits: known, addressIds }));
}

async function knownLimits(limits: Limits, territoryName: string, deps: LimitsDeps): Promise<KnownLimits> {
  const stations = limits.stations.filter((place) => place.territoryName === territoryName);
  return {
    stationIds: stations.flatMap(({ stationIds }) => stationIds),
    communes: limits.communes,
    addressIds: await addressesOfZones(limits, territoryName, deps),
  };
}

/** By what it was asked to plan: that never changes. A plan that does not exist is for its endpoint to miss. */
export async function planWithin(limits: Limits, planId: string, deps: LimitsDeps): Promise<boolean> {
  const [plan, request] = await Promise.all([deps.plans.find(planId), deps.plans.request(planId)]);
  if (!plan || !request) return true;
  return allWithin(limits, plan.territoryName, [request.selection], deps);
}

/** Of a territory's plans, those that somebody may see. */
export async function plansWithin<Listed extends { readonly id: string }>(
  plans: readonly Listed[],
  territoryName: string,
  actor: Pick<Actor, "limits">,
  deps: LimitsDeps,
): Promise<readonly Listed[]> {
  if (actor.limits === null) return plans;
  const requests = await Promise.all(plans.map(({ id }) => deps.plans.request(id)));
  const selections = requests.map((request): Selection => request?.selection ?? { kind: "best" });
  const isWithin = await selectionsWithin(actor.limits, territoryName, selections, deps);
  return plans.filter((_, place) => isWithin[place]);
}

/** Of a territory's outings, those that somebody may see: a lead their own, an organizer with limits what lies within and their own. */
export async function outingsWithin<Listed extends { readonly id: string }>(
  outings: readonly Listed[],
  actor: Pick<Actor, "role" | "accountId" | "limits">,
  deps: LimitsDeps,
): Promise<readonly Listed[]> {
  const { limits } = actor;
  if (limits === null && actor.role !== "lead") return outings;
  const mayReach = await Promise.all(
    outings.map(async ({ id }) => {
      if ((await deps.outingReach.find(id))?.leadAccountId === actor.accountId) return true;
      return limits !== null && outingWithin(limits, id, deps);
    }),
  );
  return outings.filter((_, place) => mayReach[place]);
}

/** All that its zones hold now. */
export async function zoningWithin(limits: Limits, zoningId: string, deps: LimitsDeps): Promise<boolean> {
  const state = await deps.zonings.state(zoningId);
  if (!state) return true;
  return allAddressesWithin(limits, state.territoryName, Object.values(state.addressIds).flat(), deps);
}

/** What the edit moves, and all of each zone that it names. */
export async function zoneEditWithin(
  limits: Limits,
  zoningId: string,
  edit: ZoneEdit,
  deps: LimitsDeps,
): Promise<boolean> {
  const state = await deps.zonings.state(zoningId);
  if (!state) return true;
  const addressIds = edit.steps.flatMap((step) => {
    switch (step.kind) {
      case "addresses-moved":
        return step.addressIds;
      case "zone-removed":
        return state.addressIds[step.zone.id] ?? [];
      case "zone-changed":
        return state.addressIds[step.before.id] ?? [];
      default:
        return [];
    }
  });
  return allAddressesWithin(limits, state.territoryName, addressIds, deps);
}

/** All addresses of an outing, whoever walks them. */
export async function outingWithin(limits: Limits, outingId: string, deps: LimitsDeps): Promise<boolean> {
  const outing = await deps.outingReach.find(outingId);
  return (
    outing === null || allAddressesWithin(limits, outing.territoryName, await deps.outingReach.stops(outingId), deps)
  );
}

async function allAddressesWithin(
  limits: Limits,
  territoryName: string,
  addressIds: readonly string[],
  deps: LimitsDeps,
): Promise<boolean> {
  if (addressIds.length === 0) return true;
  return allWithin(limits, territoryName, [{ kind: "addresses", addressIds: [...addressIds] }], deps);
}

async function allWithin(
  limits: Limits,
  territoryName: string,
  selections: readonly Selection[],
  deps: LimitsDeps,
): Promise<boolean> {
  return (await selectionsWithin(limits, territoryName, selections, deps)).every((isWithin) => isWithin);
}

async function addressesOfZones(limits: Limits, territoryName: string, deps: LimitsDeps): Promise<readonly string[]> {
  const zonings = [...new Set(limits.zones.map(({ zoningId }) => zoningId))];
  const states = await Promise.all(zonings.map((zoningId) => deps.zonings.state(zoningId)));
  return states.flatMap((state) => {
    if (state === null || state.territoryName !== territoryName) return [];
    const own = limits.zones.filter(({ zoningId }) => zoningId === state.id);
    return own.flatMap(({ zoneId }) => (Object.hasOwn(state.addressIds, zoneId) ? state.addressIds[zoneId] : []) ?? []);
  });
}

function pathOf(territoryName: string, { library }: LimitsDeps): string | null {
  try {
    return library.path(territoryName);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
