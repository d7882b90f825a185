import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { FieldReport } from "./event-store.ts";
import type { NewEvent } from "./store-reports.ts";

const TURNS = ["route-begun", "route-ended"] as const;

/** Keeps when each phone and route was heard last, and when a route was begun and ended. */
export async function noteRouteTimes(
  transaction: CampaignDatabase,
  reports: readonly FieldReport[],
  fresh: readonly NewEvent[],
): Promise<void> {
  if (reports.length === 0) return;
  // Reports of one group arrived within moments of each other.
  const heardAt = reports.reduce((last, { receivedAt }) => (receivedAt > last ? receivedAt : last), "");
  const routeIds = [...new Set(reports.map(({ outingRouteId }) => outingRouteId))];
  await transaction.updateTable("outing_routes").set({ heard_at: heardAt }).where("id", "in", routeIds).execute();
  await noteDevices(transaction, reports, heardAt);
  for (const { outingId, outingRouteId } of await turnedRoutes(transaction, fresh)) {
    await noteTurns(transaction, outingId, outingRouteId);
  }
}

async function noteDevices(transaction: CampaignDatabase, reports: readonly FieldReport[], heardAt: string) {
  const devices = new Map(reports.map((report) => [`${report.outingRouteId} ${report.deviceId}`, report]));
  await transaction
    .insertInto("route_devices")
    .values(
      [...devices.values()].map(({ outingRouteId, deviceId }) => ({
        outing_route_id: outingRouteId,
        device_id: deviceId,
        first_name: null,
        charter_version: null,
        joined_at: null,
        heard_at: heardAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(["outing_route_id", "device_id"]).doUpdateSet({ heard_at: heardAt }))
    .execute();
}

/** Routes whose beginning or end is among the new events, or taken back by them. */
async function turnedRoutes(transaction: CampaignDatabase, fresh: readonly NewEvent[]) {
  const isTurn = ({ event }: NewEvent) => TURNS.some((kind) => kind === event.kind);
  const ids = fresh.flatMap((event) =>
    isTurn(event) ? [event.event.id] : event.undoes === null ? [] : [event.undoes],
  );
  if (ids.length === 0) return [];
  return transaction
    .selectFrom("field_events")
    .select(["outing_id as outingId", "outing_route_id as outingRouteId"])
    .distinct()
    .where("id", "in", ids)
    .where("kind", "in", TURNS)
    .where("outing_id", "in", [...new Set(fresh.map(({ outingId }) => outingId))])
    .execute();
}

/** Begun at the first beginning; ended at the last end, unless somebody began again after it. */
async function noteTurns(transaction: CampaignDatabase, outingId: string, outingRouteId: string): Promise<void> {
  const turns = await transaction
    .selectFrom("field_events as event")
    .leftJoin("field_events as undoing", (join) =>
      join.onRef("undoing.outing_id", "=", "event.outing_id").onRef("undoing.undoes", "=", "event.id"),
    )
    .select(["event.kind", "event.at"])
    .where("event.outing_id", "=", outingId)
    .where("event.stop_id", "is", null)
    .where("event.outing_route_id", "=", outingRouteId)
    .where("event.kind", "in", TURNS)
    .where("undoing.id", "is", null)
    .orderBy("event.at")
    .execute();
  const begun = turns.filter(({ kind }) => kind === "route-begun").map(({ at }) => at);
  const ended = turns.filter(({ kind }) => kind === "route-ended").map(({ at }) => at);
  const [lastBegun, lastEnded] = [begun.at(-1), ended.at(-1) ?? null];
  const isGoingOn = lastBegun !== undefined && lastEnded !== null && lastBegun > lastEnded;
  await transaction
    .updateTable("outing_routes")
    .set({ began_at: begun[0] ?? null, ended_at: isGoingOn ? null : lastEnded })
    .where("id", "=", outingRouteId)
    .execute();
}
