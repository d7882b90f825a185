import * as v from "valibot";
import type { Territory } from "../../geodata/territory/territory.ts";
import { PlanRequestSchema } from "../contract/plan.ts";
import type { StationWalks } from "../contract/station-walks.ts";
import { keptRouter } from "./kept-router.ts";
import { makeStops } from "./plan-stops.ts";
import { stationPockets } from "./station-pockets.ts";

type WalkedTerritory = Pick<Territory, "stations" | "addressesOfStations" | "streetGraph">;

const walksOf = new WeakMap<WalkedTerritory, StationWalks>();

/**
 * What a visit to each station takes: time at the doors, and the walk between them as the choice of the best stations
 * measures it. Independent of any campaign, so it is computed once for an opened territory. About 5 ms a station.
 */
export function stationWalks(territory: WalkedTerritory): StationWalks {
  const known = walksOf.get(territory);
  if (known !== undefined) return known;
  const walks = measureWalks(territory);
  walksOf.set(territory, walks);
  return walks;
}

function measureWalks(territory: WalkedTerritory): StationWalks {
  const request = v.parse(PlanRequestSchema, { selection: { kind: "best" }, volunteers: 1, minutes: 60 });
  const router = keptRouter(territory.streetGraph());
  return {
    minutesPerDoor: request.minutesPerDoor,
    stations: territory.stations().map(({ id, index }) => {
      const { stops } = makeStops(territory.addressesOfStations([index]), request, ({ doors }) => doors);
      const pockets = stops.length > 0 ? stationPockets(router, index, stops, ({ value }) => value, request.speed) : [];
      const sum = (of: (pocket: (typeof pockets)[number]) => number) =>
        pockets.reduce((total, pocket) => total + of(pocket), 0);
      return {
        stationId: id,
        doors: sum(({ doors }) => doors),
        stops: stops.length,
        walkSeconds: Math.round(sum(({ walkSeconds }) => walkSeconds)),
        doorSeconds: Math.round(sum(({ doorSeconds }) => doorSeconds)),
      };
    }),
  };
}
