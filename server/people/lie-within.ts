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

export interface AddressesQuestion {
  readonly limits: KnownLimits;
  readonly addressIds: readonly string[];
}

export interface AddressesWithin {
  readonly addressIds: readonly string[];
  /** All stations that are wholly within, whatever was asked. */
  readonly stationIds: readonly string[];
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
  const { addresses, stationIds, isInside } = allowedBy(limits, territory);

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
      return found.every(isInside);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
  return { isWithin: selections.map(isWithin) };
}

/** Of some addresses, those within limits. One that the territory has no more is within when a zone still holds it. */
export function addressesWithin(
  territory: Pick<LimitedTerritory, "stations" | "addressesById">,
  { limits, addressIds }: AddressesQuestion,
): AddressesWithin {
  const { addresses, stationIds, isInside } = allowedBy(limits, territory);
  const inside = new Set(
    territory
      .addressesById(addressIds)
      .filter(isInside)
      .map(({ id }) => id),
  );
  return { addressIds: addressIds.filter((id) => inside.has(id) || addresses.has(id)), stationIds: [...stationIds] };
}

function allowedBy(limits: KnownLimits, territory: Pick<LimitedTerritory, "stations">) {
  const named = new Set(limits.stationIds);
  const communes = new Set(limits.communes);
  const addresses: ReadonlySet<string> = new Set(limits.addressIds);
  const allowed = territory.stations().filter(({ id, communeCode }) => named.has(id) || communes.has(communeCode));
  const stations = new Set(allowed.map(({ index }) => index));
  return {
    addresses,
    stationIds: new Set(allowed.map(({ id }) => id)),
    isInside: ({ id, stationIndex }: { readonly id: string; readonly stationIndex: number | null }) =>
      addresses.has(id) || (stationIndex !== null && stations.has(stationIndex)),
  };
}
