import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { OutingRouteState } from "../contract/outings.ts";
import { stateOf } from "../outings/outing-state.ts";
import type { Counts } from "./hide-small.ts";

export interface OutingAtOnce {
  readonly id: string;
  readonly territoryName: string;
  readonly sequence: number;
  readonly revision: number;
  readonly endedAt: string | null;
  /** Of the plan; null when it is gone. */
  readonly expectedContactRate: number | null;
}

export interface RouteAtOnce {
  readonly id: string;
  readonly routeId: string;
  readonly state: OutingRouteState;
  readonly beganAt: string | null;
  readonly heardAt: string | null;
  readonly durationSeconds: number;
}

export interface StopAtOnce {
  readonly stopId: string;
  readonly outingRouteId: string | null;
  readonly stationId: string | null;
  readonly doors: number;
}

export interface ReportAtOnce {
  readonly stopId: string;
  readonly counts: Counts;
  readonly doors: number;
  readonly isFinished: boolean;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly sequence: number;
}

/** An address in one outing where something was reported. */
export interface CoveredStop {
  readonly outingId: string;
  readonly day: string;
  /** 14:30, as it was where the outing was. */
  readonly startsAt: string;
  readonly stopId: string;
  readonly stationId: string | null;
  readonly doors: number;
  readonly counts: Counts;
  readonly doorsTried: number;
  readonly isFinished: boolean;
  readonly lastAt: string | null;
}

export interface ProgressStore {
  outing(outingId: string): Promise<OutingAtOnce | null>;
  /** In the order of their numbers. */
  routes(outingId: string): Promise<readonly RouteAtOnce[]>;
  stops(outingId: string): Promise<readonly StopAtOnce[]>;
  /** What changed after a report of this number. */
  reports(outingId: string, afterSequence: number): Promise<readonly ReportAtOnce[]>;
  /** Zone of each address of the outing that is in one of the zoning's, by address. */
  zonesOf(outingId: string, zoningId: string): Promise<ReadonlyMap<string, { zoneId: string; name: string }>>;
  /** Over all outings of a territory. */
  covered(territoryName: string): Promise<readonly CoveredStop[]>;
}

export function createProgressStore(database: CampaignDatabase): ProgressStore {
  return {
    async outing(outingId) {
      const row = await database
        .selectFrom("outings")
        .leftJoin("plans", "plans.id", "outings.plan_id")
        .select(["outings.id", "outings.territory_name", "outings.last_sequence", "outings.revision"])
        .select(["outings.ended_at", "plans.totals"])
        .where("outings.id", "=", outingId)
        .executeTakeFirst();
      if (!row) return null;
      return {
        id: row.id,
        territoryName: row.territory_name,
        sequence: row.last_sequence,
        revision: row.revision,
        endedAt: row.ended_at,
        expectedContactRate: expectedRate(row.totals),
      };
    },

    async routes(outingId) {
      const rows = await database
        .selectFrom("outing_routes")
        .select(["id", "route_id", "taken_back_at", "joined_at", "began_at", "ended_at", "heard_at"])
        .select("duration_seconds")
        .where("outing_id", "=", outingId)
        .execute();
      return rows
        .map((row) => ({
          id: row.id,
          routeId: row.route_id,
          state: stateOf({
            takenBackAt: row.taken_back_at,
            endedAt: row.ended_at,
            beganAt: row.began_at,
            joinedAt: row.joined_at,
          }),
          beganAt: row.began_at,
          heardAt: row.heard_at,
          durationSeconds: row.duration_seconds,
        }))
        .sort((one, other) => Number(one.routeId) - Number(other.routeId));
    },

    async stops(outingId) {
      const rows = await database
        .selectFrom("outing_stops")
        .select(["stop_id", "outing_route_id", "station_id", "doors"])
        .where("outing_id", "=", outingId)
        .orderBy("stop_id")
        .execute();
      return rows.map((row) => ({
        stopId: row.stop_id,
        outingRouteId: row.outing_route_id,
        stationId: row.station_id,
        doors: row.doors,
      }));
    },

    async reports(outingId, afterSequence) {
      const rows = await database
        .selectFrom("stop_reports")
        .selectAll()
        .where("outing_id", "=", outingId)
        .where("sequence", ">", afterSequence)
        .execute();
      return rows.map((row) => ({
        stopId: row.stop_id,
        counts: JSON.parse(row.counts) as Counts,
        doors: row.doors,
        isFinished: row.is_finished === 1,
        firstAt: row.first_at,
        lastAt: row.last_at,
        sequence: row.sequence,
      }));
    },

    async zonesOf(outingId, zoningId) {
      const rows = await database
        .selectFrom("outing_stops")
        .innerJoin("zone_addresses", "zone_addresses.address_id", "outing_stops.stop_id")
        .innerJoin("zones", (join) =>
          join
            .onRef("zones.zoning_id", "=", "zone_addresses.zoning_id")
            .onRef("zones.zone_id", "=", "zone_addresses.zone_id"),
        )
        .select(["outing_stops.stop_id", "zones.zone_id", "zones.name"])
        .where("outing_stops.outing_id", "=", outingId)
        .where("zone_addresses.zoning_id", "=", zoningId)
        .execute();
      return new Map(rows.map((row) => [row.stop_id, { zoneId: row.zone_id, name: row.name }]));
    },

    async covered(territoryName) {
      const rows = await database
        .selectFrom("stop_reports")
        .innerJoin("outings", "outings.id", "stop_reports.outing_id")
        .leftJoin("outing_stops", (join) =>
          join
            .onRef("outing_stops.outing_id", "=", "stop_reports.outing_id")
            .onRef("outing_stops.stop_id", "=", "stop_reports.stop_id"),
        )
        .select([
          "outings.id",
          "outings.day",
          "outings.starts_at",
          "stop_reports.stop_id",
          "stop_reports.counts",
          "stop_reports.last_at",
        ])
        .select(["stop_reports.doors as tried", "stop_reports.is_finished"])
        .select(["outing_stops.station_id", "outing_stops.doors"])
        .where("outings.territory_name", "=", territoryName)
        .where(({ or, eb }) => or([eb("stop_reports.doors", ">", 0), eb("stop_reports.is_finished", "=", 1)]))
        .execute();
      return rows.map((row) => ({
        outingId: row.id,
        day: row.day,
        startsAt: row.starts_at,
        stopId: row.stop_id,
        stationId: row.station_id,
        doors: row.doors ?? 0,
        counts: JSON.parse(row.counts) as Counts,
        doorsTried: row.tried,
        isFinished: row.is_finished === 1,
        lastAt: row.last_at,
      }));
    },
  };
}

function expectedRate(totals: string | null): number | null {
  if (totals === null) return null;
  const { expectedConversations, doors } = JSON.parse(totals) as { expectedConversations: number; doors: number };
  return doors > 0 ? expectedConversations / doors : null;
}
