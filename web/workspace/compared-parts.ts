import type { ZoneGround } from "../../server/contract/drawn-zones.ts";
import type { PlanStop } from "../../server/contract/plan.ts";
import type { StationWalk } from "./measure-values.ts";
import type { StationRow } from "./station-rows.ts";

/** What a subject holds of one station. */
export interface StationPart {
  readonly stationId: string;
  /** Of the station's doors, above 0 to 1. */
  readonly share: number;
  readonly doors: number;
  readonly addresses: number;
}

export interface ComparedParts {
  readonly parts: readonly StationPart[];
  /** With those that are in no station. */
  readonly doors: number;
  readonly addresses: number;
}

/** A station's line, or that of a part of it. */
export interface PartRow extends StationRow {
  /** Of the station's doors; all of them when left out. */
  readonly share?: number;
}

/** Finds the parts of stations that zones hold, over the ground that they are drawn on. */
export function partsOnGround(ground: ZoneGround): (addressIds: Iterable<string>) => ComparedParts {
  const places = new Map(ground.addressIds.map((id, place) => [id, place]));
  const wholes = new Map<number, number>();
  ground.stations.forEach((station, place) => {
    wholes.set(station, (wholes.get(station) ?? 0) + (ground.doors[place] ?? 0));
  });
  return (addressIds) => {
    const held = [...new Set(addressIds)].flatMap((id) => {
      const place = places.get(id);
      if (place === undefined) return [];
      const station = ground.stations[place] ?? -1;
      return [{ stationId: ground.stationIds[station] ?? null, doors: ground.doors[place] ?? 0 }];
    });
    const wholeOf = new Map(ground.stationIds.map((id, station) => [id, wholes.get(station) ?? 0]));
    return together(held, (stationId) => wholeOf.get(stationId) ?? 0);
  };
}

/** What is read of a plan here. */
interface VisitedRoutes {
  readonly routes: readonly { readonly stops: readonly Pick<PlanStop, "stationId" | "doors">[] }[];
}

/** The parts of stations that a plan visits. */
export function partsOfPlan(plan: VisitedRoutes, doorsOf: (stationId: string) => number): ComparedParts {
  return together(
    plan.routes.flatMap(({ stops }) => stops),
    doorsOf,
  );
}

function together(
  held: readonly { readonly stationId: string | null; readonly doors: number }[],
  doorsOf: (stationId: string) => number,
): ComparedParts {
  const byStation = new Map<string, { doors: number; addresses: number }>();
  let doors = 0;
  for (const one of held) {
    doors += one.doors;
    if (one.stationId === null) continue;
    const sums = byStation.get(one.stationId) ?? { doors: 0, addresses: 0 };
    sums.doors += one.doors;
    sums.addresses += 1;
    byStation.set(one.stationId, sums);
  }
  const parts = [...byStation].flatMap(([stationId, sums]): readonly StationPart[] => {
    const whole = doorsOf(stationId);
    return whole > 0 && sums.doors > 0 ? [{ stationId, share: Math.min(1, sums.doors / whole), ...sums }] : [];
  });
  return { parts, doors, addresses: held.length };
}

/** A station's line with its share of what is known of the whole station; what is known of the part itself replaces it. */
export function rowOfPart(row: StationRow, { share, doors, addresses }: StationPart): PartRow {
  const score = row.score === null ? null : { ...row.score, registered: row.score.registered * share };
  return {
    ...row,
    registered: row.registered === null ? null : row.registered * share,
    doors,
    addresses,
    score,
    share,
  };
}

export function walkOfPart(walk: StationWalk, share: number): StationWalk {
  return {
    ...walk,
    doors: walk.doors * share,
    walkSeconds: walk.walkSeconds * share,
    doorSeconds: walk.doorSeconds * share,
  };
}

/** The share of the stations, by what the group holds of them, for which the claim is true. */
export function shareWhere(rows: readonly PartRow[], claim: (row: PartRow) => boolean): number {
  const weight = (those: readonly PartRow[]) => those.reduce((sum, { share }) => sum + (share ?? 1), 0);
  const all = weight(rows);
  return all === 0 ? 0 : weight(rows.filter(claim)) / all;
}
