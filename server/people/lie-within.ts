import type { Territory } from "../../geodata/territory/territory.ts";
import type { Selection } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import { resolveSelection } from "../planning/resolve-selection.ts";

/** Where somebody may work in one territory, zones as the addresses that they hold now. */
export interface KnownLimits {
  readonly stationIds: readonly string[];
  readonly communes: readonly string[];
  readonly addressIds: readonly string[];
}

export interface WithinQuestion {
  readonly limits: KnownLimits;
  readonly selections: readonly Selection[];
}

export interface WithinAnswer {
  /** Of each selection: whether every address of it lies within. */
  readonly isWithin: readonly boolean[];
}

type LimitedTerritory = Pick<
  Territory,
  "summary" | "stations" | "addressesOfStations" | "addressesInBox" | "addressesById"
>;

/**
 * Whether selections lie wholly within limits. A selection that cannot be read, that names an address which the territory
 * has not, or that leaves the choice of stations to the program, does not.
 */
export function lieWithin(territory: LimitedTerritory, { limits, selections }: WithinQuestion): WithinAnswer {
  const named = new Set(limits.stationIds);
  const communes = new Set(limits.communes);
  const addresses = new Set(limits.addressIds);
  const allowed = territory.stations().filter(({ id, communeCode }) => named.has(id) || communes.has(communeCode));
  const stations = new Set(allowed.map(({ index }) => index));
  const stationIds = new Set(allowed.map(({ id }) => id));

  function isWithin(selection: Selection): boolean {
    if (selection.kind === "best") return false;
    if (selection.kind === "stations" && selection.stationIds !== "all") {
      if (selection.stationIds.every((id) => stationIds.has(id))) return true;
    }
    try {
      const found = resolveSelection(territory, selection);
      if (selection.kind === "addresses" && found.length < new Set(selection.addressIds).size) {
        const known = new Set(found.map(({ id }) => id));
        if (selection.addressIds.some((id) => !known.has(id) && !addresses.has(id))) return false;
      }
      return found.every(
        ({ id, stationIndex }) => addresses.has(id) || (stationIndex !== null && stations.has(stationIndex)),
      );
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
  return { isWithin: selections.map(isWithin) };
}
