import type { Coverage, OutingProgress } from "../contract/progress.ts";
import { unknownOuting } from "../outings/outing-words.ts";
import type { Actor } from "../people/actor.ts";
import { addressesInside, type LimitsDeps } from "../people/within-limits.ts";
import type { AddressPlaces } from "../territories/address-places.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import type { Workers } from "../work/create-workers.ts";
import { unpackJson } from "../work/packed-json.ts";
import { coverageFigures } from "./coverage-figures.ts";
import { readSnapshot, stopProgress } from "./outing-snapshot.ts";
import { progressFigures, zoneFigures } from "./progress-figures.ts";
import type { ProgressStore } from "./progress-store.ts";

export interface ReadProgressDeps {
  readonly progress: ProgressStore;
  readonly library: Pick<TerritoryLibrary, "path" | "names">;
  readonly workers: Pick<Workers, "read">;
  readonly now: () => Date;
}

/** How far an outing is; by zone when a zoning is given. Throws Refusal "nothing-found". */
export async function readProgress(
  outingId: string,
  zoningId: string | null,
  deps: ReadProgressDeps,
): Promise<OutingProgress> {
  const snapshot = await readSnapshot(outingId, null, deps);
  if (!snapshot) throw unknownOuting();
  const [places, zoneOf] = await Promise.all([
    placesOf(
      snapshot.outing.territoryName,
      snapshot.stops.map(({ stopId }) => stopId),
      deps,
    ),
    zoningId === null ? null : deps.progress.zonesOf(outingId, zoningId),
  ]);
  return {
    ...progressFigures(snapshot),
    expectedContactRate: snapshot.outing.expectedContactRate,
    zones: zoneOf ? zoneFigures(snapshot, zoneOf) : [],
    stops: snapshot.stops.map((stop) => ({
      ...stopProgress(stop, snapshot),
      address: places[stop.stopId]?.address ?? null,
      position: places[stop.stopId]?.position ?? null,
    })),
  };
}

export interface SeenCoverage {
  readonly coverage: Coverage;
  /** Whether somebody may see a station of which nothing is told; all of them without limits. */
  readonly isSeen: (stationId: string) => boolean;
}

/**
 * What was done over all outings of a territory, as far as the limits of who asks reach. Throws Refusal "nothing-found" on an
 * unknown one.
 */
export async function readCoverage(
  territoryName: string,
  { limits }: Pick<Actor, "limits">,
  deps: ReadProgressDeps & LimitsDeps,
): Promise<SeenCoverage> {
  deps.library.path(territoryName);
  const all = await deps.progress.covered(territoryName);
  const allIds = [...new Set(all.map(({ stopId }) => stopId))];
  const within = limits === null ? null : await addressesInside(limits, territoryName, allIds, deps);
  const seen = within === null ? null : new Set(within.addressIds);
  const covered = seen === null ? all : all.filter(({ stopId }) => seen.has(stopId));
  const places = await placesOf(territoryName, within?.addressIds ?? allIds, deps);
  const stations = within === null ? null : new Set(within.stationIds);
  return {
    coverage: coverageFigures(covered, (addressId) => places[addressId], deps.now()),
    isSeen: (stationId) => stations === null || stations.has(stationId),
  };
}

/** None of a territory that was deleted: its outings are still told of, without a map. */
async function placesOf(
  territoryName: string,
  addressIds: readonly string[],
  { library, workers }: ReadProgressDeps,
): Promise<AddressPlaces> {
  if (addressIds.length === 0) return {};
  if (!library.names().includes(territoryName)) return {};
  return unpackJson(await workers.read("addressPlaces", library.path(territoryName), { addressIds }));
}
