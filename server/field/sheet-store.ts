import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { BuildingNote, Outcome } from "../contract/field-events.ts";
import type { StopReport } from "../contract/fold-field-events.ts";
import type { FieldSheet, MeetingPoint } from "../contract/outings.ts";
import type { PlanRoute } from "../contract/plan.ts";
import type { PackedJson } from "../work/packed-json.ts";
import type { FieldLink } from "./link-store.ts";

/** What a sheet holds of its outing and its route. */
export interface StoredSheet {
  readonly outing: FieldSheet["outing"];
  readonly territory: FieldSheet["territory"];
  readonly firstName: string | null;
  readonly reports: FieldSheet["reports"];
  readonly route: PackedJson<PlanRoute>;
}

export interface SheetStore {
  /** Null when it is gone. `deviceId` says whose first name is wanted; without it, that of whoever walks the route. */
  sheet(link: FieldLink, deviceId: string | null): Promise<StoredSheet | null>;
  /** What is known of the buildings of a route, by stop. */
  notes(link: FieldLink): Promise<Readonly<Record<string, BuildingNote>>>;
  route(outingRouteId: string): Promise<PackedJson<PlanRoute> | null>;
}

export function createSheetStore(database: CampaignDatabase): SheetStore {
  return {
    async sheet({ outingId, outingRouteId, territoryName, language }, deviceId) {
      const row = await database
        .selectFrom("outing_routes as route")
        .innerJoin("outings as outing", "outing.id", "route.outing_id")
        .innerJoin("plans", "plans.id", "outing.plan_id")
        .select(["outing.name", "outing.day", "outing.starts_at", "outing.meeting_point", "outing.is_pairs"])
        .select(["outing.script", "route.expires_at", "route.first_name", "route.route", "route.route_text_bytes"])
        .select("plans.territory")
        .where("route.id", "=", outingRouteId)
        .executeTakeFirst();
      if (!row) return null;
      const known = row.territory === null ? null : (JSON.parse(row.territory) as FieldSheet["territory"]);
      return {
        outing: {
          name: row.name,
          day: row.day,
          startsAt: row.starts_at,
          closesAt: row.expires_at,
          meetingPoint: JSON.parse(row.meeting_point) as MeetingPoint,
          isPairs: row.is_pairs === 1,
          script: row.script,
          language,
        },
        territory: {
          name: territoryName,
          title: known?.title ?? territoryName,
          attributions: known?.attributions ?? [],
        },
        firstName: deviceId === null ? row.first_name : await firstNameOf(database, outingRouteId, deviceId),
        reports: await reportsOf(database, outingId, outingRouteId),
        route: { gzip: row.route, textBytes: row.route_text_bytes },
      };
    },

    async notes({ outingRouteId, territoryName }) {
      const rows = await database
        .selectFrom("outing_stops as stop")
        .innerJoin("building_notes as building", "building.address_id", "stop.stop_id")
        .select(["stop.stop_id", "building.note"])
        .where("stop.outing_route_id", "=", outingRouteId)
        .where("building.territory_name", "=", territoryName)
        .execute();
      return Object.fromEntries(rows.map((row) => [row.stop_id, JSON.parse(row.note) as BuildingNote]));
    },

    async route(outingRouteId) {
      const row = await database
        .selectFrom("outing_routes")
        .select(["route", "route_text_bytes"])
        .where("id", "=", outingRouteId)
        .executeTakeFirst();
      return row ? { gzip: row.route, textBytes: row.route_text_bytes } : null;
    },
  };
}

async function firstNameOf(database: CampaignDatabase, outingRouteId: string, deviceId: string) {
  const row = await database
    .selectFrom("route_devices")
    .select("first_name")
    .where("outing_route_id", "=", outingRouteId)
    .where("device_id", "=", deviceId)
    .executeTakeFirst();
  return row?.first_name ?? null;
}

async function reportsOf(database: CampaignDatabase, outingId: string, outingRouteId: string) {
  const rows = await database
    .selectFrom("outing_stops as stop")
    .innerJoin("stop_reports as report", (join) =>
      join.onRef("report.outing_id", "=", "stop.outing_id").onRef("report.stop_id", "=", "stop.stop_id"),
    )
    .select(["report.stop_id", "report.counts", "report.doors", "report.is_finished"])
    .select(["report.first_at", "report.last_at"])
    .where("stop.outing_id", "=", outingId)
    .where("stop.outing_route_id", "=", outingRouteId)
    .execute();
  return Object.fromEntries(
    rows.map((row): [string, StopReport] => [
      row.stop_id,
      {
        counts: JSON.parse(row.counts) as Record<Outcome, number>,
        doors: row.doors,
        isFinished: row.is_finished === 1,
        firstAt: row.first_at,
        lastAt: row.last_at,
      },
    ]),
  );
}
