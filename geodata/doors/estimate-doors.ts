import { FIELD_ASSUMPTIONS } from "../scoring/field-assumptions.ts";
import type { DoorsOrigin } from "../territory/territory.ts";
import type { BuildingDwellings } from "./building-dwellings.ts";
import { spreadDoors } from "./spread-doors.ts";

/** What is known of one address before its doors are counted. */
export interface DoorClues {
  /** The OSM building that holds the address, and how many addresses share it. */
  readonly building: (BuildingDwellings & { readonly key: number }) | null;
  /** Voters' addresses of the electoral roll at this point. */
  readonly rollCount: number | null;
  /** Position of its census area in `dwellingsOfArea`. */
  readonly censusArea: number | null;
  readonly station: number | null;
}

export interface Doors {
  readonly doors: number;
  readonly origin: DoorsOrigin;
}

/**
 * Doors of each address, from the best source that says anything of it: building, electoral roll, census dwellings,
 * registered voters, else one. What buildings and rolls already account for in an area or a station is taken off
 * before the rest is spread over its other addresses.
 *
 * @param dwellingsOfArea dwellings of each census area, null when the census says nothing
 * @param registeredOfStation registered voters of each station, null when no election says
 */
export function estimateDoors(
  clues: readonly DoorClues[],
  dwellingsOfArea: readonly (number | null)[],
  registeredOfStation: readonly (number | null)[],
): Doors[] {
  const known = clues.map((clue) => fromRoll(clue));
  spreadWithin(
    known,
    groupsOf(clues, (clue) => clue.building?.key ?? null),
    (group) => {
      const building = clues[group[0] ?? 0]?.building;
      return building ? { total: building.doors, origin: building.origin } : null;
    },
    true,
  );
  spreadWithin(
    known,
    groupsOf(clues, (clue) => clue.censusArea),
    (_, area) => {
      const total = dwellingsOfArea[area] ?? null;
      return total === null ? null : { total, origin: "census" };
    },
  );
  spreadWithin(
    known,
    groupsOf(clues, (clue) => clue.station),
    (_, station) => {
      const registered = registeredOfStation[station] ?? null;
      return registered === null
        ? null
        : { total: registered / FIELD_ASSUMPTIONS.registeredPerDwelling, origin: "registered" };
    },
  );
  return known.map((doors) => doors ?? { doors: 1, origin: "single" });
}

function fromRoll({ rollCount }: DoorClues): Doors | null {
  return rollCount === null ? null : { doors: Math.max(1, rollCount), origin: "roll" };
}

/** Spreads the total of each group over those of its addresses that nothing better is known of. */
function spreadWithin(
  known: (Doors | null)[],
  groups: ReadonlyMap<number, readonly number[]>,
  totalOf: (group: readonly number[], key: number) => { readonly total: number; readonly origin: DoorsOrigin } | null,
  overrides = false,
): void {
  for (const [key, group] of groups) {
    const spread = totalOf(group, key);
    if (spread === null) continue;
    const open = overrides ? group : group.filter((address) => known[address] === null);
    const taken = overrides ? 0 : group.reduce((total, address) => total + (known[address]?.doors ?? 0), 0);
    for (const [position, doors] of spreadDoors(spread.total - taken, open.length).entries()) {
      known[open[position] ?? -1] = { doors, origin: spread.origin };
    }
  }
}

function groupsOf(clues: readonly DoorClues[], keyOf: (clue: DoorClues) => number | null): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [address, clue] of clues.entries()) {
    const key = keyOf(clue);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [address]);
    else group.push(address);
  }
  return groups;
}
